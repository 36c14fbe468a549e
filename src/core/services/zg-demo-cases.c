/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-cases.h"

#include "zg-case-desk.h"
#include "zg-case-table.h"
#include "zg-money.h"
#include "zg-order-promise.h"

/* What went wrong in the demo shop, and what was promised: lived through at the desk, step by step. */

static ZgClock *
clock_at (ZgDemoDesk *desk,
          const char *text)
{
  return zg_clock_new_fixed (zg_demo_book_read_time (desk->book, text), zg_clock_get_zone (desk->book->clock));
}

/* ["approved", "3d 11:00"] */
static gboolean
take_step (ZgDemoDesk  *desk,
           ZgCase      *self,
           JsonArray   *step,
           GError     **error)
{
  g_autoptr(ZgClock) clock = clock_at (desk, json_array_get_string_element (step, 1));

  return zg_case_desk_step (desk->db, self, json_array_get_string_element (step, 0), NULL, desk->clerks[0], clock, error);
}

/**
 * zg_demo_desk_write_case:
 * @desk: a desk
 * @script: a case of the script
 * @customer_id: not looked at
 * @order_id: about which order it is
 * @error: return location for an error
 *
 * Opens a case, offers what the script says, and takes it to where it stands today. What was offered was chosen.
 *
 * Returns: whether it stands there
 */
gboolean
zg_demo_desk_write_case (ZgDemoDesk  *desk,
                         JsonObject  *script,
                         gint64       customer_id,
                         gint64       order_id,
                         GError     **error)
{
  g_autoptr(ZgClock) clock = clock_at (desk, zg_demo_text (script, "at"));
  g_autoptr(ZgCase) opened = zg_case_new (zg_demo_text (script, "type"));
  g_autoptr(ZgCase) self = NULL;
  JsonArray *steps = json_object_get_array_member (script, "steps");

  opened->order_id = order_id;
  opened->staff_id = desk->clerks[0];
  opened->reason = g_strdup (zg_demo_text (script, "reason"));
  opened->courier = g_strdup (zg_demo_text (script, "courier"));
  if (!zg_case_desk_open (desk->db, opened, clock, error))
    return FALSE;
  self = zg_case_table_load (desk->db, opened->id, error);
  if (self == NULL
      || !zg_case_desk_offer (desk->db, self, zg_demo_text (script, "remedy"), 0, desk->clerks[0], clock, error)
      || !zg_case_desk_choose (desk->db, self, 1, TRUE, desk->clerks[0], clock, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (steps); i++)
    if (!take_step (desk, self, json_array_get_array_element (steps, i), error))
      return FALSE;
  return TRUE;
}

/**
 * zg_demo_desk_write_promise:
 * @desk: a desk
 * @script: a promise of the script
 * @customer_id: not looked at
 * @order_id: on which order
 * @error: return location for an error
 *
 * Returns: whether it is noted
 */
gboolean
zg_demo_desk_write_promise (ZgDemoDesk  *desk,
                            JsonObject  *script,
                            gint64       customer_id,
                            gint64       order_id,
                            GError     **error)
{
  g_autoptr(ZgClock) clock = clock_at (desk, zg_demo_text (script, "at"));
  const char *currency = zg_demo_text (desk->book->root, "currency");
  gint64 amount = zg_demo_number (script, "amount", 0);
  g_autoptr(ZgPromise) promise = NULL;

  for (int i = zg_money_decimals (currency); i > 0; i--)
    amount *= 10;
  promise = zg_promise_new (zg_demo_text (script, "text"), amount, zg_demo_book_read_time (desk->book, zg_demo_text (script, "due")));
  promise->order_id = order_id;
  promise->staff_id = desk->clerks[1];
  return zg_order_promise_add (desk->db, promise, clock, error);
}
