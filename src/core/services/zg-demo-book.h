/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgDemoBook:
 * @root: the whole script
 * @clock: what time it is in the demo
 * @now: the same as a number
 *
 * The script of the demo shop in one language (data/demo), and the dice that fill it up. The dice always fall alike, so
 * that two demo shops of the same moment are the same.
 */
typedef struct {
  JsonParser *parser;
  JsonObject *root;
  GRand *rand;
  ZgClock *clock;
  ZgTime now;
} ZgDemoBook;

ZgDemoBook *zg_demo_book_open (const char  *language,
                               ZgClock     *clock,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_demo_book_free (ZgDemoBook *book);

int zg_demo_book_roll (ZgDemoBook *book,
                       int         from,
                       int         to);
gboolean zg_demo_book_chance (ZgDemoBook *book,
                              int         percent);
JsonArray *zg_demo_book_get_list (ZgDemoBook *book,
                                  const char *name);
const char *zg_demo_book_pick (ZgDemoBook *book,
                               const char *list);
ZgTime zg_demo_book_read_time (ZgDemoBook *book,
                               const char *text);
ZgTime zg_demo_book_time_on_day (ZgDemoBook *book,
                                 ZgTime      day,
                                 int         days_later,
                                 int         hour,
                                 int         minute);

const char *zg_demo_text (JsonObject *object,
                          const char *member);
gint64 zg_demo_number (JsonObject *object,
                       const char *member,
                       gint64      fallback);
guint zg_demo_length (JsonObject *object,
                      const char *member);
void zg_demo_set_text (char       **field,
                       const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDemoBook, zg_demo_book_free)

G_END_DECLS
