/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-none.h"
#include "zg-list-source.h"
#include "zg-session.h"
#include "zg-table.h"

G_BEGIN_DECLS

/* Declared here for what a kind makes: zg-list-page.h and zg-list-bar.h have the rest. */
typedef struct _ZgListPage ZgListPage;
typedef struct _ZgListBar ZgListBar;

/**
 * ZgListButton:
 * @icon_name: what it shows in a narrow window
 * @label: what it shows where there is room
 * @name: what it is called by a screen reader
 * @tooltip: the same with its key
 * @action: the detailed name of its action
 * @suggested: whether it is the screen's one blue button, while the list has rows
 *
 * The button beside the search field. All texts are marked for translation, not translated.
 */
typedef struct {
  const char *icon_name;
  const char *label;
  const char *name;
  const char *tooltip;
  const char *action;
  gboolean suggested;
} ZgListButton;

/**
 * ZgListKind:
 * @get_source: the rows
 * @get_current: which row the clerk is talking about, 0 for none
 * @set_up_table: gives the table its columns
 * @is_backwards: (nullable): whether a column shows the opposite of what it sorts by, as "3 days ago" does
 * @columns_setting: (nullable): the shop's setting that keeps which columns are hidden
 * @make_choice_bar: (nullable): what is below the list while several rows are chosen; without it only one can be
 * @open_action: (x) opens a row
 * @find_name: what the search field is called by a screen reader
 * @find_hint: what it looks at
 * @filters_name: what the filters are called by a screen reader
 * @filters: their labels, that of all rows first
 * @n_filters: how many
 * @filter_texts: (nullable): what each of them means, as the text of a filter over customers
 * @make_filter_end: (nullable): what stands behind the filters of a #ZgListBar
 * @button: beside the search field
 * @second: another one before it, where it has an action
 * @none: what stands there without rows
 *
 * What the list of one screen has that the others have not. All texts are marked for translation, not translated.
 */
typedef struct {
  const ZgListSource *(*get_source) (void);
  gint64 (*get_current) (ZgSession *session);
  void (*set_up_table) (ZgTable   *table,
                        ZgSession *session);
  gboolean (*is_backwards) (int sort);
  const char *columns_setting;
  GtkWidget *(*make_choice_bar) (ZgListPage *list,
                                 ZgSession  *session);
  const char *open_action;
  const char *find_name;
  const char *find_hint;
  const char *filters_name;
  const char * const *filters;
  guint n_filters;
  const char * const *filter_texts;
  GtkWidget *(*make_filter_end) (ZgListBar *bar,
                                 ZgSession *session);
  ZgListButton button;
  ZgListButton second;
  ZgListNoneKind none;
} ZgListKind;

G_END_DECLS
