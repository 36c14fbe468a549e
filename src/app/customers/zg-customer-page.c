/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-page"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-cards.h"
#include "zg-customer-composer.h"
#include "zg-customer-export.h"
#include "zg-customer-facts.h"
#include "zg-customer-follow-ups.h"
#include "zg-customer-head.h"
#include "zg-customer-job.h"
#include "zg-customer-load.h"
#include "zg-customer-page.h"
#include "zg-customer-paste.h"
#include "zg-customer-sums.h"
#include "zg-customer-timeline.h"
#include "zg-dossier-file.h"
#include "zg-erase-window.h"
#include "zg-merge-choice.h"
#include "zg-scroll.h"
#include "zg-tag-colours.h"
#include "zg-width-first-layout.h"

/**
 * ZgCustomerPage:
 *
 * All about one customer: who they are, six sums, what happened, what is known. It loads anew when the shop file changes;
 * what is being typed stays.
 */
struct _ZgCustomerPage
{
  GtkWidget parent_instance;

  ZgSession *session;
  gint64 id;
  ZgCustomerFile *file;
  GCancellable *cancellable;
  gboolean edit_when_loaded;
  gboolean edit_again_when_loaded;

  /* template */
  ZgCustomerHead *head;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  ZgCustomerSums *sums;
  GtkBox *columns;
  GtkWidget *side;
  ZgCustomerComposer *composer;
  ZgCustomerTimeline *timeline;
  ZgCustomerFollowUps *follow_ups;
  ZgCustomerFacts *facts;
  ZgCustomerCards *cards;
};

static void zg_customer_page_record_page_init (ZgRecordPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgCustomerPage, zg_customer_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_RECORD_PAGE, zg_customer_page_record_page_init))

/* Loading **********************************************************************************************************/

static void
show_file (ZgCustomerPage       *self,
           const ZgTimelineSpan *span)
{
  ZgClock *clock = zg_session_get_clock (self->session);

  zg_customer_head_show (self->head, self->file->customer, self->session);
  zg_customer_sums_show (self->sums, self->file, clock);
  zg_customer_timeline_show (self->timeline, self->file->timeline, span);
  zg_customer_follow_ups_show (self->follow_ups, self->file->follow_ups, self->id, self->session);
  zg_customer_facts_show (self->facts, self->file->customer);
  zg_customer_cards_show (self->cards, self->file);
  gtk_stack_set_visible_child_name (self->stack, "page");
  if (self->edit_when_loaded)
    zg_record_page_edit (ZG_RECORD_PAGE (self));
  if (self->edit_again_when_loaded)
    zg_customer_facts_edit_again (self->facts);
  self->edit_again_when_loaded = FALSE;
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgCustomerPage) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgTimelineSpan span;
  ZgCustomerFile *file = zg_customer_load_finish (result, &span, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);

  if (file == NULL)
    {
      /* Gone: taken back, or erased elsewhere. A page that nobody looks at is only forgotten. */
      self->id = 0;
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "customers.close", NULL);
          gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                      g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND)
                                        ? _("This customer is not in the shop any more")
                                        : error->message);
        }
      return;
    }

  g_clear_pointer (&self->file, zg_customer_file_free);
  self->file = file;
  show_file (self, &span);
}

static void
reload (ZgCustomerPage *self)
{
  ZgTimelineSpan span;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_customer_timeline_get_span (self->timeline, &span);
  zg_customer_load_async (self->session, self->id, &span, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (ZgCustomerPage *self,
                  guint           tables,
                  GArray         *customer_ids,
                  GArray         *order_ids)
{
  /* A level's rule says what level is suggested. */
  const guint others = ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_CONTACT | ZG_TABLE_LEVEL;
  gboolean concerned = customer_ids == NULL || (tables & others) != 0;

  if (self->id == 0 || (tables & (ZG_TABLE_CUSTOMER | others)) == 0)
    return;
  for (guint i = 0; !concerned && i < customer_ids->len; i++)
    concerned = g_array_index (customer_ids, gint64, i) == self->id;
  if (concerned)
    reload (self);
}

static void
person_changed_cb (ZgCustomerPage *self)
{
  if (self->file != NULL)
    zg_customer_head_show (self->head, self->file->customer, self->session);
}

/* Editing **********************************************************************************************************/

static void
mode_changed_cb (ZgCustomerPage *self)
{
  zg_record_page_mode_changed (ZG_RECORD_PAGE (self));
}

/* What was typed and not saved is wanted back, whoever is on the page now. */
static void
edit_again_cb (ZgCustomerPage *self)
{
  gint64 id = zg_customer_facts_get_left_id (self->facts);

  if (id == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "customers.open", "x", id);
  if (!zg_customer_facts_edit_again (self->facts))
    self->edit_again_when_loaded = TRUE;
}

/* Buttons and keys *************************************************************************************************/

static void
note_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  zg_customer_page_write_note (ZG_CUSTOMER_PAGE (widget));
}

static void
follow_up_action_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  zg_customer_page_write_follow_up (ZG_CUSTOMER_PAGE (widget));
}

/* What the menu does with the customer who is shown. */
static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (self->file == NULL)
    return;
  if (g_str_equal (action_name, "page.export"))
    zg_customer_export_choose_one (window, self->session, self->file->customer);
  else if (g_str_equal (action_name, "page.dossier"))
    zg_dossier_file_choose (window, self->session, self->file->customer);
  else if (g_str_equal (action_name, "page.merge"))
    zg_merge_choice_open (widget, self->session, self->file->customer);
  else
    gtk_window_present (zg_erase_window_new (window, self->session, self->file->customer));
}

static void
paste_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (widget);

  if (self->file != NULL)
    zg_customer_paste_open (widget, self->session, self->file->customer, NULL);
}

/* Ctrl+V where no text field has the focus. */
static void
paste_clipboard_action_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (widget);

  if (self->file != NULL && !zg_record_page_is_editing (ZG_RECORD_PAGE (self)) && !zg_customer_cards_paste (self->cards))
    zg_customer_paste_clipboard (widget, self->session, self->file->customer);
}

static void
composer_closed_cb (ZgCustomerPage *self)
{
  zg_record_page_focus (ZG_RECORD_PAGE (self));
}

/* Record page *******************************************************************************************************/

/* A note that was begun is there again when its customer is. */
static void
zg_customer_page_open (ZgRecordPage *page,
                       gint64        id)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  if (self->id != id)
    {
      self->id = id;
      self->edit_when_loaded = FALSE;
      self->edit_again_when_loaded = FALSE;
      zg_customer_facts_clear (self->facts);
      zg_customer_cards_clear (self->cards);
      zg_customer_composer_set_customer (self->composer, id);
      zg_customer_timeline_set_customer (self->timeline, id);
      g_clear_pointer (&self->file, zg_customer_file_free);
      gtk_stack_set_visible_child_name (self->stack, "wait");
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  reload (self);
}

static gint64
zg_customer_page_get_id (ZgRecordPage *page)
{
  return ZG_CUSTOMER_PAGE (page)->id;
}

static void
zg_customer_page_focus (ZgRecordPage *page)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  if (zg_customer_facts_is_editing (self->facts))
    zg_customer_facts_focus (self->facts);
  else if (zg_customer_timeline_is_editing (self->timeline))
    zg_customer_timeline_focus (self->timeline);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->head));
}

static void
zg_customer_page_edit (ZgRecordPage *page)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  self->edit_when_loaded = self->file == NULL;
  if (self->file != NULL)
    zg_customer_facts_edit (self->facts);
}

static gboolean
zg_customer_page_is_editing (ZgRecordPage *page)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  return zg_customer_facts_is_editing (self->facts) || zg_customer_cards_is_editing (self->cards)
         || zg_customer_timeline_is_editing (self->timeline);
}

static gboolean
zg_customer_page_has_changes (ZgRecordPage *page)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  return zg_customer_facts_has_changes (self->facts) || zg_customer_cards_has_changes (self->cards)
         || zg_customer_timeline_has_changes (self->timeline);
}

static gboolean
zg_customer_page_has_drafts (ZgRecordPage *page)
{
  return zg_customer_composer_has_drafts (ZG_CUSTOMER_PAGE (page)->composer);
}

/* What is being changed, or else the line for a note. */
static gboolean
zg_customer_page_cancel (ZgRecordPage *page)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);

  if (zg_customer_facts_cancel (self->facts) || zg_customer_cards_cancel (self->cards)
      || zg_customer_timeline_cancel (self->timeline))
    return TRUE;
  if (zg_customer_composer_is_open (self->composer))
    {
      zg_customer_composer_close (self->composer);
      return TRUE;
    }
  return FALSE;
}

/* The side stands below the timeline in a narrow window. */
static void
zg_customer_page_set_column_mode (ZgRecordPage *page,
                                  ZgColumnMode  mode)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (page);
  gboolean has_side = mode >= ZG_COLUMN_MODE_MEDIUM;
  gboolean slim = mode == ZG_COLUMN_MODE_SLIM;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  has_side ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->side, mode == ZG_COLUMN_MODE_WIDE ? 338 : has_side ? 292 : -1, -1);
  zg_customer_sums_set_columns (self->sums, slim ? 2 : mode == ZG_COLUMN_MODE_WIDE ? 6 : 3);
  zg_customer_head_set_column_mode (self->head, mode);
  /* What stands below has to be within reach. */
  zg_customer_timeline_set_scrolls (self->timeline, has_side);
}

static void
zg_customer_page_record_page_init (ZgRecordPageInterface *iface)
{
  iface->open = zg_customer_page_open;
  iface->get_id = zg_customer_page_get_id;
  iface->focus = zg_customer_page_focus;
  iface->edit = zg_customer_page_edit;
  iface->is_editing = zg_customer_page_is_editing;
  iface->has_changes = zg_customer_page_has_changes;
  iface->has_drafts = zg_customer_page_has_drafts;
  iface->cancel = zg_customer_page_cancel;
  iface->set_column_mode = zg_customer_page_set_column_mode;
}

static void
zg_customer_page_dispose (GObject *object)
{
  ZgCustomerPage *self = ZG_CUSTOMER_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->file, zg_customer_file_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, columns);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, composer);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, head);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, cards);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, side);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, sums);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, composer_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
zg_customer_page_class_init (ZgCustomerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_page_dispose;

  g_type_ensure (ZG_TYPE_CUSTOMER_CARDS);
  g_type_ensure (ZG_TYPE_CUSTOMER_COMPOSER);
  g_type_ensure (ZG_TYPE_CUSTOMER_FACTS);
  g_type_ensure (ZG_TYPE_CUSTOMER_FOLLOW_UPS);
  g_type_ensure (ZG_TYPE_CUSTOMER_HEAD);
  g_type_ensure (ZG_TYPE_CUSTOMER_SUMS);
  g_type_ensure (ZG_TYPE_CUSTOMER_TIMELINE);
  g_type_ensure (ZG_TYPE_WIDTH_FIRST_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerpage");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-page.ui");
  bind_template (widget_class);
  zg_customer_cards_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "page.note", NULL, note_action_cb);
  gtk_widget_class_install_action (widget_class, "page.follow-up", NULL, follow_up_action_cb);
  gtk_widget_class_install_action (widget_class, "page.dossier", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "page.erase", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action_cb);
  gtk_widget_class_install_action (widget_class, "page.paste-clipboard", NULL, paste_clipboard_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "page.paste-clipboard", NULL);
}

static void
zg_customer_page_init (ZgCustomerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_scroll_add_page_keys (GTK_WIDGET (self), self->scroller);
}

/**
 * zg_customer_page_new:
 * @session: what all screens share
 *
 * Returns: (transfer floating): a page of nobody yet
 */
GtkWidget *
zg_customer_page_new (ZgSession *session)
{
  ZgCustomerPage *self = g_object_new (ZG_TYPE_CUSTOMER_PAGE, NULL);

  self->session = g_object_ref (session);
  zg_customer_composer_set_session (self->composer, session);
  zg_customer_facts_set_session (self->facts, session);
  zg_customer_cards_set_session (self->cards, session, GTK_WIDGET (self));
  zg_customer_timeline_set_session (self->timeline, session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zg_tag_colours_of (session), "changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * zg_customer_page_write_note:
 *
 * Opens the line for a note.
 */
void
zg_customer_page_write_note (ZgCustomerPage *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_PAGE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  zg_customer_composer_write_note (self->composer);
}

/**
 * zg_customer_page_write_follow_up:
 *
 * Opens the line for a follow-up.
 */
void
zg_customer_page_write_follow_up (ZgCustomerPage *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_PAGE (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  zg_customer_composer_write_follow_up (self->composer);
}
