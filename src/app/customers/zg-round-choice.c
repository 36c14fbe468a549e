/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-choice"

#include "config.h"

#include "zg-round-choice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-markup.h"

/* As many as fit without scrolling; who wants another one types. */
#define MAX_ROWS 4

/**
 * ZgRoundChoice:
 *
 * Which reply a round copies: a search field, found as replies are found everywhere, and below it the best. While nothing is
 * typed those of the stage that fits come first.
 */
struct _ZgRoundChoice
{
  GtkBox parent_instance;

  ZgReplyBook *book;
  ZgStage stage;
  ZgReply *chosen;
  gboolean is_filling;

  GtkEditable *entry;
  GtkListBox *list;
  GtkWidget *nothing;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundChoice, zg_round_choice, GTK_TYPE_BOX)

static gboolean
fits (const ZgRoundChoice *self,
      ZgReplyItem         *item)
{
  return (zg_reply_item_get_reply (item)->stages & (1u << self->stage)) != 0;
}

/* The best hits; without a search those of the stage first. */
static GPtrArray *
collect (ZgRoundChoice *self)
{
  GListModel *hits = zg_reply_book_get_hits (self->book);
  gboolean is_search = *zg_reply_book_get_query (self->book) != '\0';
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (hits);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n && items->len < MAX_ROWS; i++)
      {
        g_autoptr (ZgReplyItem) item = g_list_model_get_item (hits, i);

        if ((is_search ? 0 : fits (self, item) ? 0 : 1) == pass)
          g_ptr_array_add (items, g_steal_pointer (&item));
      }
  return items;
}

static void
choose (ZgRoundChoice *self,
        const ZgReply *reply)
{
  g_clear_pointer (&self->chosen, zg_reply_free);
  self->chosen = reply != NULL ? zg_reply_copy (reply) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (ZgRoundChoice  *self,
            GtkCheckButton *check)
{
  if (!self->is_filling && gtk_check_button_get_active (check))
    choose (self, zg_reply_item_get_reply (g_object_get_data (G_OBJECT (check), "item")));
}

/* A reply is long: its first line is to recognise it by. */
static char *
make_subtitle (const ZgReply *reply)
{
  g_autofree char *line = g_strdup (reply->body);

  g_strdelimit (line, "\n\r\t\036", ' ');
  return g_strdup (g_strstrip (line));
}

static GtkWidget *
create_row (ZgRoundChoice   *self,
            ZgReplyItem     *item,
            GtkCheckButton **group)
{
  const ZgReply *reply = zg_reply_item_get_reply (item);
  g_autofree char *subtitle = make_subtitle (reply);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), reply->title);
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  *group = GTK_CHECK_BUTTON (check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->chosen != NULL && self->chosen->id == reply->id);
  g_object_set_data_full (G_OBJECT (check), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static gboolean
contains (GPtrArray *items,
          gint64     id)
{
  for (guint i = 0; i < items->len; i++)
    if (zg_reply_item_get_reply (items->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* What was found; the best of it is chosen where the chosen one is not among it. */
static void
refresh (ZgRoundChoice *self)
{
  g_autoptr (GPtrArray) items = collect (self);
  GtkCheckButton *group = NULL;
  GtkWidget *child;

  if (self->chosen == NULL || !contains (items, self->chosen->id))
    choose (self, items->len > 0 ? zg_reply_item_get_reply (items->pdata[0]) : NULL);

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, create_row (self, items->pdata[i], &group));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
  gtk_widget_set_visible (self->nothing, items->len == 0);
}

static void
query_changed_cb (ZgRoundChoice *self)
{
  zg_reply_book_set_query (self->book, gtk_editable_get_text (self->entry));
  refresh (self);
}

static void
zg_round_choice_dispose (GObject *object)
{
  ZgRoundChoice *self = ZG_ROUND_CHOICE (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->chosen, zg_reply_free);

  G_OBJECT_CLASS (zg_round_choice_parent_class)->dispose (object);
}

static void
zg_round_choice_class_init (ZgRoundChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_round_choice_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zg_round_choice_init (ZgRoundChoice *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->stage = ZG_STAGE_PROMOTION;

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a reply"), -1);
  g_object_set (entry, "placeholder-text", _("Find a reply: text, pinyin or initials"), NULL);
  self->entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (self), entry);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Replies"), -1);
  self->list = GTK_LIST_BOX (list);
  gtk_box_append (GTK_BOX (self), list);

  self->nothing = gtk_label_new (_("No reply found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (GTK_BOX (self), self->nothing);
}

/**
 * zg_round_choice_set_session:
 * @session: the shop
 */
void
zg_round_choice_set_session (ZgRoundChoice *self,
                             ZgSession     *session)
{
  g_return_if_fail (ZG_IS_ROUND_CHOICE (self));

  self->book = zg_reply_book_new (zg_session_get_store (session), zg_session_get_clock (session));
  g_signal_connect_object (self->book, "loaded", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "failed", G_CALLBACK (zg_session_fail), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  zg_reply_book_set_person (self->book, 0, 0, zg_session_get_clerk_id (session));
}

/**
 * zg_round_choice_set_stage:
 * @stage: what the round is for
 *
 * Proposes the first reply of that stage, as long as nobody has searched for one.
 */
void
zg_round_choice_set_stage (ZgRoundChoice *self,
                           ZgStage        stage)
{
  g_return_if_fail (ZG_IS_ROUND_CHOICE (self));

  if (stage == self->stage)
    return;
  self->stage = stage;
  if (*zg_reply_book_get_query (self->book) == '\0')
    g_clear_pointer (&self->chosen, zg_reply_free);
  refresh (self);
}

/**
 * zg_round_choice_get_reply:
 *
 * Returns: (transfer none) (nullable): the chosen reply
 */
const ZgReply *
zg_round_choice_get_reply (ZgRoundChoice *self)
{
  g_return_val_if_fail (ZG_IS_ROUND_CHOICE (self), NULL);

  return self->chosen;
}
