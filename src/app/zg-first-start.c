/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-first-start"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-first-start.h"
#include "zg-starter-library.h"

/**
 * ZgFirstStart:
 *
 * Three questions, the way to import, the way to look at a demo, and one button. No pages to turn.
 */
struct _ZgFirstStart
{
  GtkWidget parent_instance;

  ZgSession *session;
  gboolean import_next;
  const char *library;

  /* template */
  AdwEntryRow *clerk_row;
  AdwActionRow *replies_row;
  GtkSwitch *replies_switch;
  AdwEntryRow *shop_row;
  GtkWidget *start_button;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (ZgFirstStart, zg_first_start, GTK_TYPE_WIDGET)

typedef struct {
  char *shop;
  char *clerk;
  const char *library;          /* language of the ready-made replies, or NULL for none */
  ZgClock *clock;
} Answers;

static void
answers_free (gpointer data)
{
  Answers *answers = data;

  g_free (answers->shop);
  g_free (answers->clerk);
  zg_clock_unref (answers->clock);
  g_free (answers);
}

static gboolean
write_answers (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Answers *answers = data;
  gint64 clerk_id = zg_shop_table_insert_staff (db, answers->clerk, "", error);

  return clerk_id != 0
         && (answers->library == NULL
             || zg_starter_library_install (db, answers->library, answers->clock, NULL, error))
         && zg_shop_table_set_clerk (db, clerk_id, error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SHOP_NAME, answers->shop, error)
         && zg_shop_table_set_setting (db, ZG_SETTING_SET_UP, "1", error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgFirstStart) self = user_data;
  g_autoptr (GError) error = NULL;
  Answers *answers = zg_store_finish (ZG_STORE (object), result, &error);

  if (self->session == NULL)
    {
      g_clear_pointer (&answers, answers_free);
      return;
    }
  if (answers == NULL)
    {
      gtk_widget_set_sensitive (self->start_button, TRUE);
      zg_session_fail (self->session, error);
      return;
    }

  /* The window sees that the shop is set up, and goes on. */
  answers_free (answers);
}

static char *
get_answer (AdwEntryRow *row,
            const char  *fallback)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (fallback);
}

static void
start (ZgFirstStart *self,
       gboolean      import_next)
{
  Answers *answers;

  /* Enter in a field and the button may come together. */
  if (!gtk_widget_get_sensitive (self->start_button))
    return;
  self->import_next = import_next;
  gtk_widget_set_sensitive (self->start_button, FALSE);

  answers = g_new0 (Answers, 1);
  answers->shop = get_answer (self->shop_row, _("My shop"));
  answers->clerk = get_answer (self->clerk_row, _("Owner"));
  answers->library = gtk_switch_get_active (self->replies_switch) ? self->library : NULL;
  answers->clock = zg_clock_ref (zg_session_get_clock (self->session));
  zg_store_write_async (zg_session_get_store (self->session), write_answers, answers, answers_free, NULL,
                        written_cb, g_object_ref (self));
}

static void
start_cb (ZgFirstStart *self)
{
  start (self, FALSE);
}

static void
shop_entered_cb (ZgFirstStart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->clerk_row));
}

static gboolean
zg_first_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZG_FIRST_START (widget)->shop_row));
}

static void
zg_first_start_dispose (GObject *object)
{
  ZgFirstStart *self = ZG_FIRST_START (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_FIRST_START);

  G_OBJECT_CLASS (zg_first_start_parent_class)->dispose (object);
}

static void
zg_first_start_class_init (ZgFirstStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_first_start_dispose;
  widget_class->grab_focus = zg_first_start_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-first-start.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, clerk_row);
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, replies_row);
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, replies_switch);
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, shop_row);
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, start_button);
  /* Only bound children are taken away with the template. */
  gtk_widget_class_bind_template_child (widget_class, ZgFirstStart, view);
  gtk_widget_class_bind_template_callback (widget_class, zg_first_start_import);
  gtk_widget_class_bind_template_callback (widget_class, shop_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "firststart");
}

static void
zg_first_start_init (ZgFirstStart *self)
{
  g_autoptr (GPtrArray) replies = NULL;
  g_autofree char *title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->library = zg_starter_library_pick_language (g_get_language_names ());
  replies = zg_starter_library_load (self->library, NULL);
  if (replies == NULL)
    {
      gtk_widget_hide (GTK_WIDGET (self->replies_row));
      self->library = NULL;
      return;
    }
  title = g_strdup_printf (ngettext ("Put in %u ready-made reply", "Put in %u ready-made replies", replies->len),
                           replies->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->replies_row), title);
}

/**
 * zg_first_start_set_session:
 * @session: whose shop the answers go to
 */
void
zg_first_start_set_session (ZgFirstStart *self,
                            ZgSession    *session)
{
  g_return_if_fail (ZG_IS_FIRST_START (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * zg_first_start_import:
 *
 * Opens the shop with the answers as they are, to go on with an import.
 */
void
zg_first_start_import (ZgFirstStart *self)
{
  g_return_if_fail (ZG_IS_FIRST_START (self));

  start (self, TRUE);
}

/**
 * zg_first_start_get_import_next:
 *
 * Returns: whether an import was asked for, to be begun once the shop is open
 */
gboolean
zg_first_start_get_import_next (ZgFirstStart *self)
{
  g_return_val_if_fail (ZG_IS_FIRST_START (self), FALSE);

  return self->import_next;
}
