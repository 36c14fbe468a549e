/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-level-row"

#include "config.h"

#include "zg-level-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-member-level.h"

/* Fen in a yuan: the rules of levels are in CNY. */
#define MINOR_UNITS 100

/**
 * ZgLevelRow:
 *
 * A member level with its rule; unfolded, both can be changed.
 */
struct _ZgLevelRow
{
  AdwExpanderRow parent_instance;

  GtkEditable *name;
  GtkSpinButton *spent;
  GtkSpinButton *orders;
};

enum {
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgLevelRow, zg_level_row, ADW_TYPE_EXPANDER_ROW)

static void
update (ZgLevelRow *self)
{
  g_autoptr (ZgMemberLevel) level = zg_level_row_get_level (self);
  g_autofree char *rule = zg_member_level_describe (level, NULL);
  g_autofree char *escaped = zg_markup_escape (rule);

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (self), *level->name != '\0' ? level->name : _("New level"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
}

static void
move_cb (ZgLevelRow *self,
         GtkWidget  *button)
{
  g_signal_emit (self, signals[MOVE], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by")));
}

static void
zg_level_row_class_init (ZgLevelRowClass *klass)
{
  signals[MOVE] =
    g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkSpinButton *
add_number (ZgLevelRow *self,
            const char *title,
            double      most)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_spin_button_new_with_range (0, most, 1);

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), number);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return GTK_SPIN_BUTTON (number);
}

static void
add_button (ZgLevelRow *self,
            GtkWidget  *row,
            const char *icon_name,
            const char *name,
            int         by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "by", GINT_TO_POINTER (by));
  g_signal_connect_object (button, "clicked", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
zg_level_row_init (ZgLevelRow *self)
{
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *place = adw_action_row_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (name), C_("level", "Name"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), name);
  self->name = GTK_EDITABLE (name);
  self->spent = add_number (self, _("Spent at least, ¥ (CNY)"), 10000000);
  self->orders = add_number (self, _("or so many orders"), 100000);
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (place), _("Its place"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (place), _("higher levels come later"));
  add_button (self, place, "go-up-symbolic", _("Move up"), -1);
  add_button (self, place, "go-down-symbolic", _("Move down"), 1);
  add_button (self, place, "user-trash-symbolic", _("Remove this level"), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), place);
}

/**
 * zg_level_row_new:
 * @level: a level
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
zg_level_row_new (const ZgMemberLevel *level)
{
  ZgLevelRow *self = g_object_new (ZG_TYPE_LEVEL_ROW, NULL);

  gtk_editable_set_text (self->name, level->name);
  gtk_spin_button_set_value (self->spent, (double) (level->min_spent / MINOR_UNITS));
  gtk_spin_button_set_value (self->orders, (double) level->min_orders);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spent, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->orders, "value-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * zg_level_row_focus:
 *
 * Puts the focus where the name is typed.
 */
void
zg_level_row_focus (ZgLevelRow *self)
{
  g_return_if_fail (ZG_IS_LEVEL_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * zg_level_row_get_level:
 *
 * Returns: (transfer full): the level as it stands in the row
 */
ZgMemberLevel *
zg_level_row_get_level (ZgLevelRow *self)
{
  g_return_val_if_fail (ZG_IS_LEVEL_ROW (self), NULL);

  return zg_member_level_new (gtk_editable_get_text (self->name),
                              (gint64) gtk_spin_button_get_value (self->spent) * MINOR_UNITS,
                              gtk_spin_button_get_value_as_int (self->orders));
}
