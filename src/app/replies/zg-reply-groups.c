/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-groups"

#include "config.h"

#include "zg-reply-groups.h"

#include <glib/gi18n.h>

#include "zg-reply-drag.h"

/* The groups of replies, as a list where there is room for it and as a menu where there is none. */

struct _ZgReplyGroups
{
  GtkListBox *list;             /* not owned */
  GMenu *menu;
  GArray *ids;                  /* group ids by row, 0 for all */
  GPtrArray *labels;            /* the labels with counts by row, to see whether anything changed */
  guint shown;
};

/**
 * zg_reply_groups_new:
 * @list: the list to fill
 *
 * Returns: (transfer full): the groups, empty
 */
ZgReplyGroups *
zg_reply_groups_new (GtkListBox *list)
{
  ZgReplyGroups *self = g_new0 (ZgReplyGroups, 1);

  self->list = list;
  self->menu = g_menu_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->labels = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * zg_reply_groups_free:
 * @self: (transfer full): the groups
 */
void
zg_reply_groups_free (ZgReplyGroups *self)
{
  g_object_unref (self->menu);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static void
add_group (ZgReplyGroups *self,
           gint64         id,
           const char    *name,
           guint          n_replies)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *number = g_strdup_printf ("%u", n_replies);
  GtkWidget *count = gtk_label_new (number);
  g_autofree char *action = g_strdup_printf ("replies.show-group(int64 %" G_GINT64_FORMAT ")", id);
  g_autoptr(GMenuItem) item = g_menu_item_new (name, action);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_append (self->list, box);
  if (id != 0)
    zg_reply_drag_add_group (gtk_widget_get_parent (box), id);
  g_menu_append_item (self->menu, item);
  g_array_append_val (self->ids, id);
}

static char *
make_label (const char *name,
            guint       n_replies)
{
  return g_strdup_printf ("%s\n%u", name, n_replies);
}

static gboolean
same_labels (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

static void
fill (ZgReplyGroups *self,
      ZgReplyBook   *book)
{
  GPtrArray *groups = zg_reply_book_get_groups (book);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_menu_remove_all (self->menu);
  g_array_set_size (self->ids, 0);

  add_group (self, 0, _("All replies"), zg_reply_book_get_n_replies (book));
  for (guint i = 0; i < groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (groups, i);

      if (group->n_replies > 0)
        add_group (self, group->id, group->name, group->n_replies);
    }
}

/**
 * zg_reply_groups_update:
 * @self: the groups
 * @book: the replies
 *
 * Shows the groups of @book and marks the one that is shown.
 */
void
zg_reply_groups_update (ZgReplyGroups *self,
                        ZgReplyBook   *book)
{
  GPtrArray *groups = zg_reply_book_get_groups (book);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 shown = zg_reply_book_get_group (book);

  if (groups == NULL)
    return;

  g_ptr_array_add (labels, make_label ("", zg_reply_book_get_n_replies (book)));
  for (guint i = 0; i < groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (labels, make_label (group->name, (guint) group->n_replies));
    }
  if (!same_labels (labels, self->labels))
    {
      g_ptr_array_unref (self->labels);
      self->labels = g_steal_pointer (&labels);
      fill (self, book);
    }

  self->shown = 0;
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == shown)
        self->shown = i;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) self->shown));
}

/**
 * zg_reply_groups_get_row_id:
 * @self: the groups
 * @row: a row of the list
 *
 * Returns: the group's id, 0 for all
 */
gint64
zg_reply_groups_get_row_id (ZgReplyGroups *self,
                            GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  return index >= 0 && (guint) index < self->ids->len ? g_array_index (self->ids, gint64, index) : 0;
}

/**
 * zg_reply_groups_get_menu:
 * @self: the groups
 *
 * Returns: (transfer none): a menu of the groups
 */
GMenuModel *
zg_reply_groups_get_menu (ZgReplyGroups *self)
{
  return G_MENU_MODEL (self->menu);
}

/**
 * zg_reply_groups_get_label:
 * @self: the groups
 *
 * Returns: (transfer none) (nullable): the name of the group that is shown
 */
const char *
zg_reply_groups_get_label (ZgReplyGroups *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) self->shown);
  GtkWidget *box = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  return box != NULL ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box))) : NULL;
}
