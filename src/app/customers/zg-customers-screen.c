/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customers-screen"

#include "config.h"

#include "zg-customers-screen.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-customer-list.h"
#include "zg-customer-page.h"
#include "zg-duplicates-window.h"
#include "zg-merge-job.h"
#include "zg-merge-menu.h"
#include "zg-merge-window.h"
#include "zg-new-customer-window.h"
#include "zg-round-banner.h"
#include "zg-round-keys.h"
#include "zg-round-page.h"
#include "zg-round-start.h"

/**
 * ZgCustomersScreen:
 *
 * The list of all customers, and the page of one. Its own actions, for the widgets inside:
 *   customers.open   x   that customer's page
 *   customers.new    s   ask for a new customer of that name
 *   customers.merge  xx  look at two customers who may be one person, the first of whom stays
 *   customers.unmerge x  take a merge back, having asked
 *   customers.duplicates look for such customers in the whole shop
 *   customers.close      from the page to the list, whatever is open on it
 *   customers.round  s   start a round for the customers of that filter, empty for all, or go on with one
 *   customers.round-for  ax  start a round for these customers
 */
struct _ZgCustomersScreen
{
  ZgRecordScreen parent_instance;

  GtkWidget *round_banner;      /* NULL where no shop file could be opened */
  ZgRoundPage *round;           /* NULL until the first round */
};

G_DEFINE_FINAL_TYPE (ZgCustomersScreen, zg_customers_screen, ZG_TYPE_RECORD_SCREEN)

static ZgListPage *
zg_customers_screen_create_list (ZgRecordScreen *screen)
{
  return ZG_LIST_PAGE (zg_customer_list_new (zg_record_screen_get_session (screen)));
}

static ZgRecordPage *
zg_customers_screen_create_page (ZgRecordScreen *screen)
{
  return ZG_RECORD_PAGE (zg_customer_page_new (zg_record_screen_get_session (screen)));
}

static const ZgHint *
zg_customers_screen_get_hints (ZgRecordScreen *screen,
                               gboolean        on_page,
                               gsize          *n_hints_out)
{
  static ZgHint list_hints[7];
  static ZgHint page_hints[5];

  if (zg_record_screen_shows_walk (screen))
    return zg_round_keys_get_hints (n_hints_out);
  if (on_page)
    {
      page_hints[0] = (ZgHint) { "T", _("talk to them") };
      page_hints[1] = (ZgHint) { "N", _("write note") };
      page_hints[2] = (ZgHint) { "F", _("follow-up") };
      page_hints[3] = (ZgHint) { "F2", _("edit") };
      page_hints[4] = (ZgHint) { "Alt+←", _("back to the list") };
      *n_hints_out = G_N_ELEMENTS (page_hints);
      return page_hints;
    }

  list_hints[0] = (ZgHint) { "Enter", _("open") };
  list_hints[1] = (ZgHint) { "T", _("talk to them") };
  list_hints[2] = (ZgHint) { "N", _("write note") };
  list_hints[3] = (ZgHint) { "F", _("follow-up") };
  list_hints[4] = (ZgHint) { "Ctrl+F", _("find") };
  list_hints[5] = (ZgHint) { "Ctrl+N", _("new customer") };
  list_hints[6] = (ZgHint) { "Space", _("choose several") };
  *n_hints_out = G_N_ELEMENTS (list_hints);
  return list_hints;
}

static gboolean
zg_customers_screen_key_pressed (ZgRecordScreen *screen,
                                 guint           keyval,
                                 gint64          id)
{
  ZgCustomerPage *page = ZG_CUSTOMER_PAGE (zg_record_screen_get_page (screen));

  switch (keyval)
    {
    case GDK_KEY_t:
      gtk_widget_activate_action (GTK_WIDGET (screen), "win.talk-to", "(xx)", id, (gint64) 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
      zg_record_screen_show_page (screen, id);
      zg_customer_page_write_note (page);
      return GDK_EVENT_STOP;
    case GDK_KEY_f:
      zg_record_screen_show_page (screen, id);
      zg_customer_page_write_follow_up (page);
      return GDK_EVENT_STOP;
    case GDK_KEY_r:
      gtk_widget_activate_action (GTK_WIDGET (screen), "customers.round", "s",
                                  zg_list_bar_get_segment (zg_list_page_get_bar (zg_record_screen_get_list (screen))));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_record_screen_show_page (ZG_RECORD_SCREEN (widget), g_variant_get_int64 (parameter));
}

static void
created_cb (ZgRecordScreen *screen,
            ZgCustomerJob  *job)
{
  g_autofree char *text = g_strdup_printf (_("%s added"), zg_customer_get_call_name (job->customer));

  zg_list_bar_clear_query (zg_list_page_get_bar (zg_record_screen_get_list (screen)));
  zg_record_screen_show_page (screen, job->customer_id);
  zg_customer_job_offer_undo (job, zg_record_screen_get_toasts (screen), text);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  const char *name = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  GtkWindow *window = zg_new_customer_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                  zg_record_screen_get_session (ZG_RECORD_SCREEN (widget)), name);

  g_signal_connect_object (window, "created", G_CALLBACK (created_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "open", G_CALLBACK (zg_record_screen_show_page), widget, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* Nobody is on the page any more who went into somebody else. */
static void
merged_cb (ZgRecordScreen *screen,
           ZgMergeJob     *job)
{
  if (job->same && zg_record_screen_shows_page (screen) && zg_record_screen_get_id (screen) == job->other_id)
    zg_record_screen_show_page (screen, job->kept_id);
  zg_merge_job_offer_undo (job, zg_record_screen_get_toasts (screen));
}

static void
merge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ZgSession *session = zg_record_screen_get_session (ZG_RECORD_SCREEN (widget));
  gint64 kept_id, other_id;
  GtkWindow *window;

  g_variant_get (parameter, "(xx)", &kept_id, &other_id);
  window = zg_merge_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), session, kept_id, other_id);
  g_signal_connect_object (window, "done", G_CALLBACK (merged_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
unmerge_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  zg_merge_menu_undo (widget, zg_record_screen_get_session (ZG_RECORD_SCREEN (widget)), g_variant_get_int64 (parameter));
}

static void
duplicates_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_window_present (zg_duplicates_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                zg_record_screen_get_session (ZG_RECORD_SCREEN (widget))));
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ZgRecordScreen *screen = ZG_RECORD_SCREEN (widget);

  while (zg_record_page_cancel (zg_record_screen_get_page (screen)))
    continue;
  zg_record_screen_show_list (screen);
}

/* Rounds ************************************************************************************************************/

static void
hints_changed_cb (ZgRecordScreen *screen)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (screen);
  gboolean is_walking = zg_record_screen_shows_walk (screen);

  /* It tells of what one is at. */
  if (self->round_banner != NULL)
    zg_round_banner_set_is_walking (ZG_ROUND_BANNER (self->round_banner), is_walking);
}

static void
walk_cb (ZgRecordScreen *screen,
         gint64          round_id)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (screen);

  if (self->round == NULL)
    {
      self->round = ZG_ROUND_PAGE (zg_round_page_new (zg_record_screen_get_session (screen),
                                                      zg_record_screen_get_toasts (screen)));
      g_signal_connect_object (self->round, "left", G_CALLBACK (zg_record_screen_show_list), self, G_CONNECT_SWAPPED);
    }
  zg_record_screen_show_walk (screen, GTK_WIDGET (self->round));
  zg_round_page_open (self->round, round_id);
}

static void
start_round (GtkWidget  *widget,
             const char *filter,
             GArray     *customer_ids)
{
  GtkWindow *window = zg_round_start_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                          zg_record_screen_get_session (ZG_RECORD_SCREEN (widget)), filter, customer_ids);

  g_signal_connect_object (window, "walk", G_CALLBACK (walk_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
round_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  start_round (widget, g_variant_get_string (parameter, NULL), NULL);
}

static void
round_for_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_ids;
  const gint64 *values = g_variant_get_fixed_array (parameter, &n_ids, sizeof (gint64));

  g_array_append_vals (ids, values, (guint) n_ids);
  if (n_ids > 0)
    start_round (widget, "", ids);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  if (zg_record_screen_shows_walk (ZG_RECORD_SCREEN (self)))
    zg_round_page_take_back (self->round);
  else
    zg_toast_area_undo (zg_record_screen_get_toasts (ZG_RECORD_SCREEN (self)));
}

static void
zg_customers_screen_constructed (GObject *object)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);
  gboolean has_shop;

  G_OBJECT_CLASS (zg_customers_screen_parent_class)->constructed (object);

  has_shop = zg_record_screen_get_page (ZG_RECORD_SCREEN (object)) != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "screen.new", has_shop);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "customers.new", has_shop);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "customers.duplicates", has_shop);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "customers.round", has_shop);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "customers.round-for", has_shop);
  if (!has_shop)
    return;
  self->round_banner = zg_round_banner_new (zg_record_screen_get_session (ZG_RECORD_SCREEN (self)));
  g_signal_connect_object (self->round_banner, "walk", G_CALLBACK (walk_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "hints-changed", G_CALLBACK (hints_changed_cb), NULL);
  zg_record_screen_add_banner (ZG_RECORD_SCREEN (self), self->round_banner);
}

static void
zg_customers_screen_class_init (ZgCustomersScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ZgRecordScreenClass *screen_class = ZG_RECORD_SCREEN_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = zg_customers_screen_constructed;
  screen_class->create_list = zg_customers_screen_create_list;
  screen_class->create_page = zg_customers_screen_create_page;
  screen_class->get_hints = zg_customers_screen_get_hints;
  screen_class->key_pressed = zg_customers_screen_key_pressed;

  gtk_widget_class_install_action (widget_class, "customers.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "customers.new", "s", new_cb);
  gtk_widget_class_install_action (widget_class, "customers.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "customers.round", "s", round_cb);
  gtk_widget_class_install_action (widget_class, "customers.round-for", "ax", round_for_cb);
  gtk_widget_class_install_action (widget_class, "customers.merge", "(xx)", merge_cb);
  gtk_widget_class_install_action (widget_class, "customers.unmerge", "x", unmerge_cb);
  gtk_widget_class_install_action (widget_class, "customers.duplicates", NULL, duplicates_cb);
  gtk_widget_class_install_action (widget_class, "screen.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "screen.undo", NULL, undo_cb);
}

static void
zg_customers_screen_init (ZgCustomersScreen *self)
{
}
