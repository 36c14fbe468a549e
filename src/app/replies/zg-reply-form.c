/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-form"

#include "config.h"

#include "zg-reply-form.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-reply-day.h"
#include "zg-reply-desk.h"
#include "zg-reply-help-window.h"
#include "zg-reply-picture.h"
#include "zg-reply-stages.h"

/* The fields of a reply. What they say is a ZgReply; whether it can be kept, zg_reply_validate() knows. */

struct _ZgReplyForm
{
  GtkWidget parent_instance;

  ZgSession *session;
  GPtrArray *groups;            /* ZgReplyGroup, in the order of the list */
  GPtrArray *staff;             /* ZgStaff, likewise */
  char *keywords_text;          /* as it was filled in */
  gboolean is_filling;

  /* template */
  GtkWidget *box;
  GtkCheckButton *favourite;
  GtkDropDown *group;
  GtkEditable *keywords;
  GtkEditable *new_group;
  GtkDropDown *owner;
  ZgReplyPicture *picture;
  GtkEditable *shortcode;
  GtkFlowBox *stages;
  GtkCheckButton *starts_wait;
  GtkEditable *title;
  ZgReplyDay *valid_from;
  ZgReplyDay *valid_until;
  ZgReplyWordings *wordings;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyForm, zg_reply_form, GTK_TYPE_WIDGET)

static gboolean
has_new_group (ZgReplyForm *self)
{
  return gtk_drop_down_get_selected (self->group) == self->groups->len;
}

static gint64
get_group_id (ZgReplyForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  return selected < self->groups->len ? ((ZgReplyGroup *) g_ptr_array_index (self->groups, selected))->id : 0;
}

static gint64
get_owner_id (ZgReplyForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->owner);

  return selected > 0 && selected <= self->staff->len
         ? ((ZgStaff *) g_ptr_array_index (self->staff, selected - 1))->id : 0;
}

static void
changed_cb (ZgReplyForm *self)
{
  if (!self->is_filling && self->groups != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
group_chosen_cb (ZgReplyForm *self)
{
  if (self->is_filling || self->groups == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->new_group), has_new_group (self));
  if (has_new_group (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->new_group));
  changed_cb (self);
}

static void
fill_group (ZgReplyForm *self,
            gint64       group_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (self->groups, i);

      gtk_string_list_append (names, group->name);
      if (group->id == group_id)
        selected = i;
    }
  gtk_string_list_append (names, _("New group…"));
  gtk_drop_down_set_model (self->group, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->group, selected);
  gtk_editable_set_text (self->new_group, "");
  gtk_widget_set_visible (GTK_WIDGET (self->new_group), has_new_group (self));
}

static void
fill_owner (ZgReplyForm *self,
            gint64       owner_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("All who work here"));
  for (guint i = 0; i < self->staff->len; i++)
    {
      const ZgStaff *clerk = g_ptr_array_index (self->staff, i);
      /* Translators: a reply that only this person sees */
      g_autofree char *name = g_strdup_printf (_("Only %s"), clerk->name);

      gtk_string_list_append (names, name);
      if (clerk->id == owner_id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->owner, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->owner, selected);
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/* All that can be written in braces; what is chosen comes into the text. */
static void
help_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgReplyForm *self = ZG_REPLY_FORM (widget);
  ZgReplyHelpWindow *help = zg_reply_help_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);

  zg_reply_help_window_set_inserts (help);
  g_signal_connect_object (help, "chosen", G_CALLBACK (zg_reply_wordings_insert), self->wordings, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (help));
}

static void
zg_reply_form_dispose (GObject *object)
{
  ZgReplyForm *self = ZG_REPLY_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_FORM);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->keywords_text, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_reply_form_parent_class)->dispose (object);
}

static void
zg_reply_form_class_init (ZgReplyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_REPLY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_REPLY_DAY);
  g_type_ensure (ZG_TYPE_REPLY_PICTURE);
  g_type_ensure (ZG_TYPE_REPLY_WORDINGS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, favourite);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, group);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, keywords);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, new_group);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, owner);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, picture);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, shortcode);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, stages);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, starts_wait);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, title);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, valid_from);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, valid_until);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyForm, wordings);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_install_action (widget_class, "form.help", NULL, help_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "form.help", NULL);
}

static void
zg_reply_form_init (ZgReplyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_reply_stages_fill (self->stages, G_CALLBACK (changed_cb), self);
  zg_reply_day_set_label (self->valid_from, _("Valid from"));
  zg_reply_day_set_label (self->valid_until, _("Last day"));
}

/**
 * zg_reply_form_set_session:
 * @session: the shop
 */
void
zg_reply_form_set_session (ZgReplyForm *self,
                           ZgSession   *session)
{
  GTimeZone *zone = zg_clock_get_zone (zg_session_get_clock (session));

  g_return_if_fail (ZG_IS_REPLY_FORM (self));

  g_set_object (&self->session, session);
  zg_reply_day_set_zone (self->valid_from, zone);
  zg_reply_day_set_zone (self->valid_until, zone);
}

static void
fill_texts (ZgReplyForm   *self,
            const ZgReply *reply)
{
  set_text (self->title, reply->title);
  set_text (self->shortcode, reply->shortcode);
  g_free (self->keywords_text);
  self->keywords_text = zg_reply_keywords_to_text (reply);
  set_text (self->keywords, self->keywords_text);
  zg_reply_wordings_load (self->wordings, reply);
}

/**
 * zg_reply_form_fill:
 * @load: what there is to choose from
 * @reply: what to show
 * @store: where its picture is
 *
 * Shows @reply in all fields.
 */
void
zg_reply_form_fill (ZgReplyForm       *self,
                    const ZgReplyLoad *load,
                    const ZgReply     *reply,
                    ZgStore           *store)
{
  g_return_if_fail (ZG_IS_REPLY_FORM (self));

  self->is_filling = TRUE;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_ptr_array_ref (load->groups);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  self->staff = g_ptr_array_ref (load->staff);
  fill_texts (self, reply);
  fill_group (self, reply->group_id);
  fill_owner (self, reply->owner_id);
  zg_reply_stages_show (self->stages, reply->stages);
  zg_reply_picture_load (self->picture, store, reply->picture_id);
  zg_reply_day_set_time (self->valid_from, reply->valid_from);
  /* The last moment of the last day. */
  zg_reply_day_set_time (self->valid_until, reply->valid_until != ZG_TIME_NONE ? reply->valid_until - 1 : ZG_TIME_NONE);
  gtk_check_button_set_active (self->favourite, reply->favourite);
  gtk_check_button_set_active (self->starts_wait, reply->starts_wait);
  self->is_filling = FALSE;
}

/**
 * zg_reply_form_make_reply:
 * @before: the reply as it was before it was edited
 *
 * Returns: (transfer full): the same with what the fields say, in the form that is kept; a day that is none counts as no
 *   day
 */
ZgReply *
zg_reply_form_make_reply (ZgReplyForm   *self,
                          const ZgReply *before)
{
  ZgReply *reply;
  const char *keywords;

  g_return_val_if_fail (ZG_IS_REPLY_FORM (self), NULL);

  reply = zg_reply_copy (before);
  g_free (reply->title);
  reply->title = g_strdup (gtk_editable_get_text (self->title));
  g_free (reply->shortcode);
  reply->shortcode = g_strdup (gtk_editable_get_text (self->shortcode));
  /* A keyword with a comma in it came from elsewhere and stays whole. */
  keywords = gtk_editable_get_text (self->keywords);
  if (g_strcmp0 (keywords, self->keywords_text) != 0)
    zg_reply_set_keywords (reply, keywords);
  zg_reply_wordings_store (self->wordings, reply);
  reply->group_id = get_group_id (self);
  reply->stages = zg_reply_stages_get (self->stages);
  reply->owner_id = get_owner_id (self);
  reply->favourite = gtk_check_button_get_active (self->favourite);
  reply->starts_wait = gtk_check_button_get_active (self->starts_wait);
  reply->picture_id = zg_reply_picture_get_id (self->picture);
  zg_reply_day_get_time (self->valid_from, 0, &reply->valid_from);
  zg_reply_day_get_time (self->valid_until, 1, &reply->valid_until);
  zg_reply_normalise (reply);
  return reply;
}

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * zg_reply_form_check:
 * @reply: what zg_reply_form_make_reply() made
 * @error: return location for an error
 *
 * Returns: whether it can be kept; else the focus is where it can't
 */
gboolean
zg_reply_form_check (ZgReplyForm    *self,
                     const ZgReply  *reply,
                     GError        **error)
{
  g_autofree char *group = NULL;
  ZgTime time;

  g_return_val_if_fail (ZG_IS_REPLY_FORM (self), FALSE);

  group = zg_reply_form_dup_new_group (self);
  if (group != NULL && *group == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->new_group));
      return refuse (error, _("A group needs a name."));
    }
  if (!zg_reply_day_get_time (self->valid_from, 0, &time))
    {
      zg_reply_day_focus (self->valid_from);
      return refuse (error, _("A day is written like 2026-10-01."));
    }
  if (!zg_reply_day_get_time (self->valid_until, 1, &time))
    {
      zg_reply_day_focus (self->valid_until);
      return refuse (error, _("A day is written like 2026-10-01."));
    }
  if (zg_reply_validate (reply, error))
    return TRUE;

  if (*reply->title == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->title));
  else if (!zg_reply_wordings_focus_fault (self->wordings) && *reply->body == '\0')
    zg_reply_wordings_focus (self->wordings);
  return FALSE;
}

/**
 * zg_reply_form_dup_new_group:
 *
 * Returns: (transfer full) (nullable): the name of a group that is to be made, %NULL when one that is there was chosen
 */
char *
zg_reply_form_dup_new_group (ZgReplyForm *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_FORM (self), NULL);

  return has_new_group (self) ? g_strstrip (g_strdup (gtk_editable_get_text (self->new_group))) : NULL;
}

/**
 * zg_reply_form_make_picture:
 *
 * Returns: (transfer full) (nullable): a new picture to be kept with the reply
 */
ZgPicture *
zg_reply_form_make_picture (ZgReplyForm *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_FORM (self), NULL);

  return zg_reply_picture_make_new (self->picture);
}

/**
 * zg_reply_form_get_wordings:
 *
 * Returns: (transfer none): what the reply says
 */
ZgReplyWordings *
zg_reply_form_get_wordings (ZgReplyForm *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_FORM (self), NULL);

  return self->wordings;
}

/**
 * zg_reply_form_focus_shortcode:
 *
 * Puts the focus where the shortcode is, for one that is taken.
 */
void
zg_reply_form_focus_shortcode (ZgReplyForm *self)
{
  g_return_if_fail (ZG_IS_REPLY_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->shortcode));
}

/**
 * zg_reply_form_focus:
 *
 * Puts the focus where a new reply begins.
 */
void
zg_reply_form_focus (ZgReplyForm *self)
{
  g_return_if_fail (ZG_IS_REPLY_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
