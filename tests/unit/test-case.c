/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zg-case.h"
#include "zg-error.h"

#include <string.h>

/* The kinds of cases as data/cases has them, and the rules of a case's steps, deadlines, remedies and end. */

#define AT ((ZgTime) 1790058000 * ZG_TIME_SECOND)

/* Every type: the steps with hours elsewhere and on Taobao, where it can be opened, and s: stops shipping, 7: seven days asked
 * for, n: a new order. The letters of where: u p k s r c x. */
static const struct {
  const char *type;
  const char *steps;
  const char *when;
  const char *flags;
} types[] = {
  { "cancel", "asked 24/48, stopped? 24/24, refunded 0/0", "upk", "s" },
  { "refund-only", "asked 24/48, approved 24/24, refunded 0/0", "pksrc", "s" },
  { "return", "asked 24/48, approved 168/168, sent-back 240/240, arrived 48/168, refunded 0/0", "src", "7" },
  { "exchange", "asked 24/48, approved 168/168, sent-back 240/240, arrived 48/48, sent 240/240", "src", "n" },
  { "resend", "asked 24/24, approved 48/48, sent 240/240, received 0/0", "src", "n" },
  { "lost", "reported 24/24, traced 72/72, settled 0/0", "s", "" },
  { "stuck", "reported 24/24, traced? 48/48, moving 72/72", "s", "" },
  { "refused", "reported 24/24, on-way-back 240/240, arrived 48/48, refunded 0/0", "s", "" },
  { "intercepted", "asked 4/4, ordered 48/48, on-way-back 240/240, arrived 48/48, refunded 0/0", "pks", "s" },
  { "price-difference", "asked 24/24, approved 24/24, paid-back 0/0", "pksrc", "" },
  { "complaint", "heard 12/12, answered 72/72, settled 0/0", "upksrcx", "" },
  { "dispute", "opened 48/48, evidence 168/168, decided 0/0", "pksrcx", "s" },
};

static void
test_types (void)
{
  const GPtrArray *all = zg_case_type_list ();

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (types));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const ZgCaseType *type = g_ptr_array_index (all, i);
      g_autoptr(GString) steps = g_string_new (NULL);
      g_autoptr(GString) when = g_string_new (NULL);
      g_autoptr(GString) flags = g_string_new (NULL);

      for (int j = 0; type->steps[j] != NULL; j++)
        g_string_append_printf (steps, "%s%s%s %d/%d", j > 0 ? ", " : "", type->steps[j],
                                zg_case_type_is_optional (type, j) ? "?" : "",
                                zg_case_type_get_hours (type, "jd", type->steps[j], NULL),
                                zg_case_type_get_hours (type, "taobao", type->steps[j], NULL));
      for (int state = 0; state < ZG_N_ORDER_STATES; state++)
        if (type->states & (1u << state))
          g_string_append_c (when, "upksrcx"[state]);
      g_string_append (flags, type->stops_shipping ? "s" : "");
      g_string_append (flags, type->seven_days ? "7" : "");
      g_string_append (flags, type->new_order ? "n" : "");
      g_assert_cmpstr (type->key, ==, types[i].type);
      g_assert_cmpstr (steps->str, ==, types[i].steps);
      g_assert_cmpstr (when->str, ==, types[i].when);
      g_assert_cmpstr (flags->str, ==, types[i].flags);
    }
}

/* A key without a label would stand in the window as it is. */
static void
test_labels (void)
{
  const GPtrArray *all = zg_case_type_list ();

  for (guint i = 0; i < all->len; i++)
    {
      const ZgCaseType *type = g_ptr_array_index (all, i);

      g_assert_cmpstr (zg_case_type_to_label (type->key), !=, type->key);
      for (int j = 0; type->steps[j] != NULL; j++)
        g_assert_cmpstr (zg_case_step_to_label (type->steps[j]), !=, type->steps[j]);
      for (int j = 0; type->remedies[j] != NULL; j++)
        {
          g_assert_true (zg_remedy_is_known (type->remedies[j]));
          g_assert_cmpstr (zg_remedy_to_label (type->remedies[j]), !=, type->remedies[j]);
        }
    }
  g_assert_cmpstr (zg_case_step_to_label (ZG_CASE_CLOSED), ==, "Closed");
  g_assert_cmpstr (zg_case_type_to_label ("of-a-newer-program"), ==, "of-a-newer-program");
  g_assert_cmpstr (zg_remedy_to_label ("送一双袜子"), ==, "送一双袜子");
  g_assert_false (zg_remedy_is_known ("送一双袜子"));
  g_assert_null (zg_case_type_find ("nothing"));
  g_assert_null (zg_case_type_find (NULL));
}

static ZgCase *
open_case (const char *type)
{
  ZgCase *self = zg_case_new (type);
  const ZgCaseType *known = zg_case_type_find (type);
  ZgOrderState state = ZG_ORDER_UNPAID;
  g_autoptr(GError) error = NULL;

  while ((known->states & (1u << state)) == 0)
    state++;
  zg_case_open (self, state, "jd", AT, NULL, &error);
  g_assert_no_error (error);
  self->currency = g_strdup ("CNY");
  return self;
}

/* Each case can be opened on an order in each state that it fits, and on no other. */
static void
test_open (void)
{
  const GPtrArray *all = zg_case_type_list ();

  for (guint i = 0; i < all->len; i++)
    for (int state = 0; state < ZG_N_ORDER_STATES; state++)
      {
        const ZgCaseType *type = g_ptr_array_index (all, i);
        g_autoptr(ZgCase) self = zg_case_new (type->key);
        g_autoptr(GError) error = NULL;
        gboolean fits = (type->states & (1u << state)) != 0;

        g_assert_cmpint (zg_case_open (self, (ZgOrderState) state, "jd", AT, NULL, &error), ==, fits);
        if (!fits)
          {
            g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
            continue;
          }
        g_assert_cmpstr (self->step, ==, type->steps[0]);
        g_assert_cmpint (self->step_at, ==, AT);
        g_assert_true (zg_case_is_open (self));
      }
}

static void
test_open_unknown (void)
{
  g_autoptr(ZgCase) self = zg_case_new ("tantrum");
  g_autoptr(GError) error = NULL;

  g_assert_false (zg_case_open (self, ZG_ORDER_PAID, "jd", AT, NULL, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
}

/* From each step to each: + goes, r goes with a reason only, . not at all. The last row and column are closed. */
static char *
walk (const char *type,
      int         from)
{
  const ZgCaseType *known = zg_case_type_find (type);
  g_autoptr(GString) row = g_string_new (NULL);
  int n_steps = (int) g_strv_length (known->steps);

  for (int to = 0; to <= n_steps; to++)
    {
      g_autoptr(ZgCase) self = open_case (type);
      const char *target = to < n_steps ? known->steps[to] : ZG_CASE_CLOSED;

      g_free (self->step);
      self->step = g_strdup (known->steps[MIN (from, n_steps - 1)]);
      self->closed_at = from == n_steps ? AT : ZG_TIME_NONE;
      g_string_append_c (row, zg_case_check_step (self, target, NULL, NULL) ? '+'
                              : zg_case_check_step (self, target, "so it was", NULL) ? 'r' : '.');
      g_assert_cmpint (zg_case_check_step (self, target, "  ", NULL), ==, zg_case_check_step (self, target, NULL, NULL));
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}

static void
test_steps (void)
{
  const GPtrArray *all = zg_case_type_list ();

  for (guint i = 0; i < all->len; i++)
    {
      const ZgCaseType *type = g_ptr_array_index (all, i);
      int n_steps = (int) g_strv_length (type->steps);

      for (int from = 0; from <= n_steps; from++)
        {
          g_autofree char *row = walk (type->key, from);
          g_autoptr(GString) wanted = g_string_new (NULL);
          int free_to = from + 1;

          /* What may be passed over opens the way to what follows it. */
          while (free_to < n_steps && zg_case_type_is_optional (type, free_to))
            free_to++;
          for (int to = 0; to <= n_steps; to++)
            g_string_append_c (wanted, from == n_steps || to == from ? '.' : to > from && to <= free_to ? '+' : 'r');
          g_test_message ("%s from %d", type->key, from);
          g_assert_cmpstr (row, ==, wanted->str);
        }
    }
}

/* The same for two of them, written out. */
static void
test_steps_written_out (void)
{
  static const char * const exchange[] = { ".+rrrr", "r.+rrr", "rr.+rr", "rrr.+r", "rrrr.+", "......" };
  static const char * const cancel[] = { ".++r", "r.+r", "rr.+", "...." };

  for (int i = 0; i < (int) G_N_ELEMENTS (exchange); i++)
    {
      g_autofree char *row = walk ("exchange", i);

      g_assert_cmpstr (row, ==, exchange[i]);
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (cancel); i++)
    {
      g_autofree char *row = walk ("cancel", i);

      g_assert_cmpstr (row, ==, cancel[i]);
    }
}

static void
test_next (void)
{
  static const struct {
    const char *type;
    const char *step;
    const char *next;
  } rows[] = {
    { "cancel", "asked", "stopped refunded" },
    { "cancel", "stopped", "refunded" },
    { "cancel", "refunded", "closed" },
    { "stuck", "reported", "traced moving" },
    { "return", "asked", "approved" },
    { "return", "refunded", "closed" },
    { "return", "of-a-newer-program", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgCase) self = open_case (rows[i].type);
      g_auto(GStrv) next = NULL;
      g_autofree char *joined = NULL;

      g_free (self->step);
      self->step = g_strdup (rows[i].step);
      next = zg_case_get_next_steps (self);
      joined = g_strjoinv (" ", next);
      g_assert_cmpstr (joined, ==, rows[i].next);
      self->closed_at = AT;
      g_strfreev (next);
      next = zg_case_get_next_steps (self);
      g_assert_null (next[0]);
    }
}

static void
test_sentences (void)
{
  g_autoptr(ZgCase) self = open_case ("return");
  g_autoptr(GError) error = NULL;

  g_assert_false (zg_case_check_step (self, "refunded", NULL, &error));
  g_assert_cmpstr (error->message, ==, "Before “Refunded” comes “Agreed to”. Say why it is passed over.");
  g_clear_error (&error);
  g_assert_false (zg_case_check_step (self, "paid-back", NULL, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (zg_case_move (self, "approved", NULL, AT, NULL, NULL));
  g_assert_false (zg_case_check_step (self, "asked", NULL, &error));
  g_assert_cmpstr (error->message, ==, "“Asked for” lies behind this case. Say why it goes back to it.");
}

/* Whose word counts: rules as "platform step hours" of a return, the platform, and the hours of the step asked. */
static void
test_rules (void)
{
  static const struct {
    const char *rules;
    const char *platform;
    int hours;
  } rows[] = {
    { "", "jd", 24 },
    { "", "taobao", 48 },
    { "", "", 24 },
    { "", NULL, 24 },
    { "- asked 5", "jd", 5 },
    { "- asked 5", "taobao", 5 },
    { "taobao asked 6", "taobao", 6 },
    { "taobao asked 6", "jd", 24 },
    { "taobao asked 6", NULL, 24 },
    { "- asked 5;taobao asked 6", "taobao", 6 },
    { "taobao asked 6;- asked 5", "taobao", 6 },
    { "- asked 5;taobao asked 6", "tmall", 5 },
    { "taobao asked 0", "taobao", 0 },
    { "- arrived 1", "taobao", 48 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_case_rule_free);
      g_auto(GStrv) words = g_strsplit (rows[i].rules, ";", -1);

      for (int j = 0; words[j] != NULL; j++)
        {
          g_auto(GStrv) parts = g_strsplit (words[j], " ", -1);

          g_ptr_array_add (rules, zg_case_rule_new (strcmp (parts[0], "-") == 0 ? "" : parts[0], "return", parts[1],
                                                    (int) g_ascii_strtoll (parts[2], NULL, 10)));
        }
      g_test_message ("%s on %s", rows[i].rules, rows[i].platform);
      g_assert_cmpint (zg_case_type_get_hours (zg_case_type_find ("return"), rows[i].platform, "asked", rules), ==,
                       rows[i].hours);
      /* Another type keeps its own. */
      g_assert_cmpint (zg_case_type_get_hours (zg_case_type_find ("complaint"), rows[i].platform, "heard", rules), ==, 12);
    }
}

/* A step's deadline runs from when it began; a person's word holds for the step and no longer. */
static void
test_due (void)
{
  g_autoptr(ZgCase) self = open_case ("return");

  g_assert_cmpint (self->due_at, ==, AT + 24 * ZG_TIME_HOUR);
  zg_case_set_due (self, AT + ZG_TIME_HOUR, NULL);
  g_assert_true (self->due_set);
  g_assert_cmpint (self->due_at, ==, AT + ZG_TIME_HOUR);
  zg_case_set_due (self, ZG_TIME_NONE, NULL);
  g_assert_false (self->due_set);
  g_assert_cmpint (self->due_at, ==, AT + 24 * ZG_TIME_HOUR);
  zg_case_set_due (self, AT + ZG_TIME_HOUR, NULL);
  g_assert_true (zg_case_move (self, "approved", NULL, AT + 2 * ZG_TIME_HOUR, NULL, NULL));
  g_assert_false (self->due_set);
  g_assert_cmpint (self->due_at, ==, AT + 170 * ZG_TIME_HOUR);
  g_assert_true (zg_case_move (self, "refunded", "paid at once", AT, NULL, NULL));
  g_assert_cmpint (self->due_at, ==, ZG_TIME_NONE);
}

/* A script of a case: oREMEDY=AMOUNT offers, cN chooses, uN takes the choice back, dN does, x closes, X closes with an outcome,
 * r reopens, sSTEP steps. 100 was paid. The last word gives the code, -1 for done. */
static int
run_script (const char *type,
            const char *script)
{
  g_autoptr(ZgCase) self = open_case (type);
  g_auto(GStrv) words = g_strsplit (script, " ", -1);
  int code = -1;

  for (int i = 0; words[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      guint n = (guint) g_ascii_strtoull (words[i] + 1, NULL, 10);
      g_auto(GStrv) parts = g_strsplit (words[i] + 1, "=", 2);

      g_assert_cmpint (code, ==, -1);
      if (words[i][0] == 'o')
        zg_case_offer (self, parts[0] != NULL ? parts[0] : "",
                       parts[0] != NULL && parts[1] != NULL ? g_ascii_strtoll (parts[1], NULL, 10) : 0, 100, AT, &error);
      else if (words[i][0] == 'c' || words[i][0] == 'u')
        zg_case_choose (self, n, words[i][0] == 'c', AT, &error);
      else if (words[i][0] == 'd')
        zg_case_do (self, n, AT, &error);
      else if (words[i][0] == 's')
        zg_case_move (self, words[i] + 1, NULL, AT, NULL, &error);
      else if (words[i][0] == 'r')
        zg_case_reopen (self, AT, NULL, &error);
      else
        zg_case_close (self, ZG_ORDER_PAID, words[i][0] == 'X' ? "settled by phone" : NULL, ZG_SATISFACTION_YES, AT, &error);
      code = error != NULL ? error->code : -1;
    }
  return code;
}

static void
test_remedies (void)
{
  static const struct {
    const char *script;
    int code;
  } rows[] = {
    { "ocoupon", -1 },
    { "ocoupon=5", -1 },
    { "o送一双袜子", -1 },
    { "o", ZG_DOMAIN_ERROR_INVALID },
    { "opart-refund", ZG_DOMAIN_ERROR_INVALID },
    { "opart-refund=1", -1 },
    { "opart-refund=100", -1 },
    { "opart-refund=101", ZG_DOMAIN_ERROR_INVALID },
    { "opart-refund=-1", ZG_DOMAIN_ERROR_INVALID },
    { "ogift=-1", ZG_DOMAIN_ERROR_INVALID },
    { "c1", ZG_DOMAIN_ERROR_INVALID },
    { "ogift c0", ZG_DOMAIN_ERROR_INVALID },
    { "ogift c1", -1 },
    { "ogift c2", ZG_DOMAIN_ERROR_INVALID },
    { "ogift c1 c1", -1 },
    { "ogift d1", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift c1 d1", -1 },
    { "ogift c1 d1 d1", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift c1 d1 u1", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift c1 u1 d1", ZG_DOMAIN_ERROR_REFUSED },
    { "x", ZG_DOMAIN_ERROR_REFUSED },
    { "X", -1 },
    { "sanswered ssettled x", -1 },
    { "sanswered x", ZG_DOMAIN_ERROR_REFUSED },
    { "ssettled", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift X", -1 },
    { "ogift c1 X", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift c1 u1 X", -1 },
    { "ogift c1 d1 X", -1 },
    { "X X", ZG_DOMAIN_ERROR_REFUSED },
    { "X ogift", ZG_DOMAIN_ERROR_REFUSED },
    { "ogift X c1", ZG_DOMAIN_ERROR_REFUSED },
    { "X sanswered", ZG_DOMAIN_ERROR_REFUSED },
    { "r", ZG_DOMAIN_ERROR_REFUSED },
    { "X r sanswered", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].script);
      g_assert_cmpint (run_script ("complaint", rows[i].script), ==, rows[i].code);
    }
}

static void
test_end (void)
{
  g_autoptr(ZgCase) self = open_case ("complaint");
  g_autoptr(ZgCase) copy = NULL;

  g_assert_nonnull (zg_case_get_warning (self));
  g_assert_true (zg_case_offer (self, "coupon", 500, 100, AT, NULL));
  g_assert_null (zg_case_get_warning (self));
  copy = zg_case_copy (self);
  g_assert_true (zg_case_close (self, ZG_ORDER_RECEIVED, "content again", ZG_SATISFACTION_SO_SO, AT + ZG_TIME_HOUR, NULL));
  g_assert_cmpstr (self->outcome, ==, "content again");
  g_assert_cmpint (self->satisfaction, ==, ZG_SATISFACTION_SO_SO);
  g_assert_cmpstr (self->step, ==, "heard");
  g_assert_true (zg_case_is_open (copy));
  g_assert_cmpuint (copy->remedies->len, ==, 1);

  g_assert_true (zg_case_reopen (self, AT + 2 * ZG_TIME_HOUR, NULL, NULL));
  g_assert_cmpstr (self->step, ==, "heard");
  g_assert_null (self->outcome);
  g_assert_cmpint (self->satisfaction, ==, ZG_SATISFACTION_NOT_ASKED);
  g_assert_cmpint (self->due_at, ==, AT + 14 * ZG_TIME_HOUR);
}

/* Where all the money went back, nothing may ship any more: type, steps that were reached, remedy that was done, whether such a
 * case can be closed while the order could ship. */
static void
test_end_of_refund (void)
{
  static const struct {
    const char *type;
    const char *step;
    const char *remedy;
    gboolean closes;
  } ends[] = {
    { "cancel", "refunded", NULL, FALSE },
    { "cancel", "asked", NULL, TRUE },
    { "refund-only", "refunded", NULL, FALSE },
    { "refund-only", "refunded", "part-refund", TRUE },
    { "refund-only", "refunded", "refund-all", FALSE },
    { "refund-only", "asked", "refund-all", FALSE },
    { "refund-only", "asked", "coupon", TRUE },
    { "intercepted", "refunded", NULL, FALSE },
    { "return", "refunded", NULL, FALSE },
    { "return", "refunded", "part-refund", TRUE },
    { "complaint", "settled", "refund-all", FALSE },
    { "complaint", "settled", NULL, TRUE },
    { "dispute", "decided", NULL, TRUE },
    { "dispute", "decided", "refund-all", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    for (int state = 0; state < ZG_N_ORDER_STATES; state++)
      {
        g_autoptr(ZgCase) self = open_case (ends[i].type);
        gboolean may_ship = state <= ZG_ORDER_PACKED;

        if (strcmp (self->step, ends[i].step) != 0)
          g_assert_true (zg_case_move (self, ends[i].step, "as it was", AT, NULL, NULL));
        if (ends[i].remedy != NULL)
          {
            g_assert_true (zg_case_offer (self, ends[i].remedy, 50, 100, AT, NULL));
            g_assert_true (zg_case_choose (self, 1, TRUE, AT, NULL));
            g_assert_true (zg_case_do (self, 1, AT, NULL));
          }
        g_test_message ("%s %s %s %d", ends[i].type, ends[i].step, ends[i].remedy, state);
        g_assert_cmpint (zg_case_close (self, (ZgOrderState) state, "as it was", ZG_SATISFACTION_YES, AT, NULL), ==,
                         ends[i].closes || !may_ship);
      }
}

static void
test_warning (void)
{
  static const struct {
    const char *type;
    const char *step;
    gint64 new_order_id;
    gboolean warns;
  } rows[] = {
    { "exchange", "sent-back", 0, FALSE },
    { "exchange", "arrived", 0, TRUE },
    { "exchange", "arrived", 7, FALSE },
    { "exchange", "sent", 0, TRUE },
    { "resend", "asked", 0, FALSE },
    { "resend", "approved", 0, TRUE },
    { "resend", "received", 7, FALSE },
    { "return", "arrived", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ZgCase) self = open_case (rows[i].type);

      g_assert_true (zg_case_offer (self, "gift", 0, 100, AT, NULL));
      if (strcmp (self->step, rows[i].step) != 0)
        g_assert_true (zg_case_move (self, rows[i].step, "as it was", AT, NULL, NULL));
      self->new_order_id = rows[i].new_order_id;
      g_test_message ("%s %s", rows[i].type, rows[i].step);
      g_assert_cmpint (zg_case_get_warning (self) != NULL, ==, rows[i].warns);
    }
}

static void
test_lines (void)
{
  static const struct {
    const char *type;
    const char *text;
    const char *described;
  } rows[] = {
    { "opened", "return", "Opened: Return" },
    { "opened", "return: too large", "Opened: Return: too large" },
    { "step", "sent-back", "Step: Sent back" },
    { "step", "refunded: he: she: it", "Step: Refunded: he: she: it" },
    { "offered", "part-refund: ¥5.00", "Offered: Refund a part: ¥5.00" },
    { "chosen", "送一双袜子", "Chosen: 送一双袜子" },
    { "set", "Courier: YTO; Note: —", "Changed: Courier: YTO; Note: —" },
    { "taken-back", "", "Taken back" },
    { "of-a-newer-program", "x", "of-a-newer-program: x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ZgCaseLine line = { .type = (char *) rows[i].type, .text = (char *) rows[i].text };
      g_autofree char *described = zg_case_line_describe (&line);

      g_assert_cmpstr (described, ==, rows[i].described);
    }
}

static void
test_satisfaction (void)
{
  ZgSatisfaction satisfaction;

  for (int i = 0; i < ZG_N_SATISFACTIONS; i++)
    {
      g_assert_true (zg_satisfaction_from_word (zg_satisfaction_to_word ((ZgSatisfaction) i), &satisfaction));
      g_assert_cmpint (satisfaction, ==, i);
    }
  g_assert_false (zg_satisfaction_from_word ("perhaps", &satisfaction));
  g_assert_false (zg_satisfaction_from_word (NULL, &satisfaction));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case/types", test_types);
  g_test_add_func ("/case/labels", test_labels);
  g_test_add_func ("/case/open", test_open);
  g_test_add_func ("/case/open-unknown", test_open_unknown);
  g_test_add_func ("/case/steps", test_steps);
  g_test_add_func ("/case/steps-written-out", test_steps_written_out);
  g_test_add_func ("/case/next", test_next);
  g_test_add_func ("/case/sentences", test_sentences);
  g_test_add_func ("/case/rules", test_rules);
  g_test_add_func ("/case/due", test_due);
  g_test_add_func ("/case/remedies", test_remedies);
  g_test_add_func ("/case/end", test_end);
  g_test_add_func ("/case/end-of-refund", test_end_of_refund);
  g_test_add_func ("/case/warning", test_warning);
  g_test_add_func ("/case/lines", test_lines);
  g_test_add_func ("/case/satisfaction", test_satisfaction);

  return g_test_run ();
}
