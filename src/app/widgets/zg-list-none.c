/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-list-none"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-list-none.h"

/**
 * ZgListNone:
 *
 * What stands in place of an empty list: no rows at all, none found, or none in a group; and what to do then.
 */
struct _ZgListNone
{
  GtkWidget parent_instance;

  const ZgListNoneKind *kind;
  GtkStack *stack;
  ZgEmptyState *no_rows;
  ZgEmptyState *no_hit;
  ZgEmptyState *nothing_here;
  GtkWidget *new_hit_button;    /* NULL where a search can not become a row */
};

enum {
  CLEAR,
  SHOW_ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgListNone, zg_list_none, GTK_TYPE_WIDGET)

static void
clear_cb (ZgListNone *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
show_all_cb (ZgListNone *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
zg_list_none_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &ZG_LIST_NONE (object)->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_list_none_parent_class)->dispose (object);
}

static void
zg_list_none_class_init (ZgListNoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_list_none_dispose;

  signals[CLEAR] = g_signal_new ("clear", ZG_TYPE_LIST_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ALL] = g_signal_new ("show-all", ZG_TYPE_LIST_NONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_list_none_init (ZgListNone *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static ZgEmptyState *
add_state (ZgListNone *self,
           const char *icon_name,
           const char *title,
           const char *text)
{
  GtkWidget *state = zg_empty_state_new (icon_name, title, text);

  gtk_stack_add_child (self->stack, state);
  return ZG_EMPTY_STATE (state);
}

static GtkWidget *
add_new_button (ZgListNone   *self,
                ZgEmptyState *state,
                const char   *label,
                gboolean      suggested)
{
  GtkWidget *button = zg_empty_state_add_button (state, label, self->kind->new_action, suggested);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

/**
 * zg_list_none_new:
 * @kind: what it says; has to live as long as the widget
 *
 * Returns: (transfer floating): what stands in place of that list; at first, that there are no rows at all
 */
GtkWidget *
zg_list_none_new (const ZgListNoneKind *kind)
{
  ZgListNone *self = g_object_new (ZG_TYPE_LIST_NONE, NULL);
  GtkWidget *button;

  self->kind = kind;

  self->no_rows = add_state (self, kind->icon_name, _(kind->no_rows), _(kind->no_rows_text));
  zg_empty_state_add_button (self->no_rows, _("Import orders…"), "win.import", TRUE);
  if (kind->other_action != NULL)
    zg_empty_state_add_button (self->no_rows, _(kind->other_label), kind->other_action, FALSE);
  if (kind->new_action != NULL)
    add_new_button (self, self->no_rows, _(kind->new_label), FALSE);

  self->no_hit = add_state (self, "edit-find-symbolic", "", _(kind->searched));
  if (kind->new_action != NULL)
    self->new_hit_button = add_new_button (self, self->no_hit, "", TRUE);
  button = zg_empty_state_add_button (self->no_hit, _("Clear"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);

  self->nothing_here = add_state (self, "object-select-symbolic", _(kind->nothing_here), _(kind->nothing_here_text));
  button = zg_empty_state_add_button (self->nothing_here, _("Show all"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);

  return GTK_WIDGET (self);
}

static void
show_no_hit (ZgListNone *self,
             const char *text)
{
  g_autofree char *title = self->kind->no_hit (text);

  zg_empty_state_set_title (self->no_hit, title);
  if (self->new_hit_button != NULL)
    {
      g_autofree char *label = self->kind->new_hit (text);

      gtk_button_set_label (GTK_BUTTON (self->new_hit_button), label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_hit_button), "s", text);
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->no_hit));
}

/**
 * zg_list_none_show:
 * @text: what was searched for, empty for the whole list
 * @filter: which rows were asked for, 0 for all
 *
 * Says why there is nothing. The words of a search stay, and can become a new row where the list has such.
 */
void
zg_list_none_show (ZgListNone *self,
                   const char *text,
                   int         filter)
{
  g_return_if_fail (ZG_IS_LIST_NONE (self));

  if (*text != '\0')
    show_no_hit (self, text);
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (filter == 0 ? self->no_rows : self->nothing_here));
}
