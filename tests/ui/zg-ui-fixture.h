/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-reply.h"
#include "zg-session.h"
#include "zg-window.h"

G_BEGIN_DECLS

/**
 * ZgUiFixture:
 *
 * A shop in a folder of its own, with the session over it. 14:20 on Tuesday 22 September 2026.
 */
typedef struct {
  char *folder;
  char *path;
  ZgClock *clock;
  ZgStore *store;
  ZgSession *session;
} ZgUiFixture;

void zg_ui_test_init (int    *argc,
                      char ***argv);
void zg_ui_fixture_set_up (ZgUiFixture   *fixture,
                           gconstpointer  data);
void zg_ui_fixture_tear_down (ZgUiFixture   *fixture,
                              gconstpointer  data);
gint64 zg_ui_fixture_add_customer (ZgUiFixture *fixture,
                                   const char  *name,
                                   const char  *call_name,
                                   const char  *phone);
gint64 zg_ui_fixture_add_order (ZgUiFixture  *fixture,
                                gint64        customer_id,
                                const char   *number,
                                ZgOrderState  state);
gint64 zg_ui_fixture_add_reply (ZgUiFixture *fixture,
                                ZgReply     *reply);
gint64 zg_ui_fixture_add_text (ZgUiFixture *fixture,
                               const char  *title,
                               const char  *body);
void zg_ui_fixture_rewrite_reply (ZgUiFixture *fixture,
                                  gint64       id,
                                  const char  *title,
                                  const char  *body);
void zg_ui_fixture_delete_reply (ZgUiFixture *fixture,
                                 gint64       id);
gint64 zg_ui_fixture_talk_to (ZgUiFixture *fixture,
                              const char  *call_name);
guint zg_ui_fixture_count_copies (ZgUiFixture *fixture,
                                  gint64       customer_id);
ZgWindow *zg_ui_fixture_open_window (ZgUiFixture *fixture);
void zg_ui_fixture_close_window (ZgUiFixture *fixture,
                                 ZgWindow    *window);
GtkWidget *zg_ui_find (GtkWidget  *root,
                       GType       type,
                       const char *text);
void zg_ui_assert_clipboard (GtkWidget  *widget,
                             const char *expected);

/**
 * zg_ui_wait_until:
 * @condition: an expression
 *
 * Runs the main loop until @condition holds, ten seconds at the most; there is no other waiting in these tests.
 */
#define zg_ui_wait_until(condition) \
  G_STMT_START { \
    gint64 deadline_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > deadline_) \
          g_error ("%s:%d: still not true: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
        g_usleep (500); /* lint: allow sleep because it polls a condition */ \
      } \
  } G_STMT_END

G_END_DECLS
