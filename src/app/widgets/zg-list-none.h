/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgListNoneKind:
 * @icon_name: of the rows
 * @no_rows: the title while there are no rows at all
 * @no_rows_text: where they will come from
 * @searched: what a search looked at
 * @no_hit: (transfer full): the title after a search for a text
 * @nothing_here: the title of a filter without rows
 * @nothing_here_text: the sentence to it
 * @other_action: (nullable): another way by which rows come
 * @other_label: its button
 * @new_action: (nullable): the action that makes a new row with the name it is given
 * @new_label: its button
 * @new_hit: (transfer full): its button after a search for a text
 *
 * What an empty list says. All texts are marked for translation, not translated.
 */
typedef struct {
  const char *icon_name;
  const char *no_rows;
  const char *no_rows_text;
  const char *searched;
  char *(*no_hit) (const char *text);
  const char *nothing_here;
  const char *nothing_here_text;
  const char *other_action;
  const char *other_label;
  const char *new_action;
  const char *new_label;
  char *(*new_hit) (const char *text);
} ZgListNoneKind;

/*
 * Signals:
 *   clear ()      the search is to end
 *   show-all ()   the filter is to be dropped
 */
#define ZG_TYPE_LIST_NONE (zg_list_none_get_type ())
G_DECLARE_FINAL_TYPE (ZgListNone, zg_list_none, ZG, LIST_NONE, GtkWidget)

GtkWidget *zg_list_none_new (const ZgListNoneKind *kind) G_GNUC_WARN_UNUSED_RESULT;
void zg_list_none_show (ZgListNone *self,
                        const char *text,
                        int         filter);

G_END_DECLS
