/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shortcut-row"

#include "config.h"

#include "zg-shortcut-row.h"

#include <glib/gi18n.h>

#include "zg-markup.h"
#include "zg-window-handle.h"

/**
 * ZgShortcutRow:
 *
 * The key of the desktop that opens the quick panel: whether there can be one, which it is, and a button that asks the
 * desktop for it or gives it back. Where there can be none it says so, and what is below it explains another way.
 */
struct _ZgShortcutRow
{
  AdwActionRow parent_instance;

  ZgGlobalShortcut *shortcut;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (ZgShortcutRow, zg_shortcut_row, ADW_TYPE_ACTION_ROW)

static const struct {
  const char *text;
  const char *button;           /* or NULL */
} looks[] = {
  [ZG_SHORTCUT_UNKNOWN] = { N_("Looking whether this desktop can give one"), NULL },
  [ZG_SHORTCUT_MISSING] = { N_("This desktop gives none on request. Bind one to the command below."), NULL },
  [ZG_SHORTCUT_OFFERED] = { N_("Opens the panel from any program; the desktop asks which key"), N_("Choose…") },
  [ZG_SHORTCUT_ASKING] = { N_("The desktop is asked. Answer if it wants to know something."), N_("Cancel") },
  [ZG_SHORTCUT_BOUND] = { N_("Set in the settings of the desktop; works while Zhanggui is running"), N_("Turn off") },
  [ZG_SHORTCUT_REFUSED] = { N_("There was no key. Choose one again, or bind one to the command below."), N_("Choose…") },
  [ZG_SHORTCUT_ENDED] = { N_("The desktop has taken the key back."), N_("Choose…") },
};

static void
update (ZgShortcutRow *self)
{
  ZgShortcutState state = zg_global_shortcut_get_state (self->shortcut);
  const char *trigger = zg_global_shortcut_get_trigger (self->shortcut);
  const char *label = looks[state].button;
  g_autofree char *text = NULL;

  /* Translators: %s is a key as the desktop calls it, such as Ctrl+Alt+Space */
  text = *trigger != '\0' ? g_strdup_printf (_("%s, works while Zhanggui is running"), trigger) : g_strdup (_(looks[state].text));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->button, _(label));
}

static void
changed_cb (ZgShortcutRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && zg_global_shortcut_get_state (self->shortcut) != ZG_SHORTCUT_ASKING)
    zg_window_handle_unexport (GTK_WINDOW (root));
  update (self);
}

static void
exported_cb (const char *handle,
             gpointer    user_data)
{
  ZgShortcutRow *self = user_data;

  if (self->shortcut == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  zg_global_shortcut_bind (self->shortcut, handle);
}

static void
clicked_cb (ZgShortcutRow *self)
{
  switch (zg_global_shortcut_get_state (self->shortcut))
    {
    case ZG_SHORTCUT_ASKING:
    case ZG_SHORTCUT_BOUND:
      zg_global_shortcut_unbind (self->shortcut);
      break;
    default:
      /* Until the compositor has answered. */
      gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
      zg_window_handle_export (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), exported_cb, g_object_ref (self),
                               g_object_unref);
    }
}

static void
zg_shortcut_row_dispose (GObject *object)
{
  g_clear_object (&ZG_SHORTCUT_ROW (object)->shortcut);

  G_OBJECT_CLASS (zg_shortcut_row_parent_class)->dispose (object);
}

static void
zg_shortcut_row_class_init (ZgShortcutRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_shortcut_row_dispose;
}

static void
zg_shortcut_row_init (ZgShortcutRow *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  zg_markup_row_set_title (ADW_PREFERENCES_ROW (self), _("Key of the desktop"));
}

/**
 * zg_shortcut_row_new:
 * @shortcut: the quick panel's
 *
 * Returns: (transfer floating): a new row; it looks whether the desktop can give a key
 */
GtkWidget *
zg_shortcut_row_new (ZgGlobalShortcut *shortcut)
{
  ZgShortcutRow *self = g_object_new (ZG_TYPE_SHORTCUT_ROW, NULL);

  self->shortcut = g_object_ref (shortcut);
  g_signal_connect_object (shortcut, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  zg_global_shortcut_look (shortcut);

  return GTK_WIDGET (self);
}
