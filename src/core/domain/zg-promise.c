/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-promise"

#include "config.h"

#include "zg-promise.h"

#include <glib/gi18n.h>

#include "zg-error.h"

static const struct {
  const char *word;
  const char *label;
} states[ZG_N_PROMISE_STATES] = {
  [ZG_PROMISE_OPEN] = { "open", NC_("promise", "open") },
  [ZG_PROMISE_KEPT] = { "kept", NC_("promise", "kept") },
  [ZG_PROMISE_WITHDRAWN] = { "withdrawn", NC_("promise", "withdrawn") },
};

/**
 * zg_promise_new:
 * @text: what was said
 * @amount: minor units; 0 for none
 * @due_at: when it has to be kept
 *
 * Returns: (transfer full): an open promise of no order
 */
ZgPromise *
zg_promise_new (const char *text,
                gint64      amount,
                ZgTime      due_at)
{
  ZgPromise *promise = g_new0 (ZgPromise, 1);

  promise->text = g_strdup (text);
  promise->amount = amount;
  promise->due_at = due_at;
  return promise;
}

/**
 * zg_promise_copy:
 * @promise: a promise
 *
 * Returns: (transfer full): a promise with the same content
 */
ZgPromise *
zg_promise_copy (const ZgPromise *promise)
{
  ZgPromise *copy = g_memdup2 (promise, sizeof *promise);

  copy->uid = g_strdup (promise->uid);
  copy->text = g_strdup (promise->text);
  copy->staff_name = g_strdup (promise->staff_name);
  copy->number = g_strdup (promise->number);
  copy->currency = g_strdup (promise->currency);
  copy->customer = g_strdup (promise->customer);
  return copy;
}

/**
 * zg_promise_free:
 * @promise: (transfer full) (nullable): a promise
 */
void
zg_promise_free (ZgPromise *promise)
{
  if (promise == NULL)
    return;
  g_free (promise->uid);
  g_free (promise->text);
  g_free (promise->staff_name);
  g_free (promise->number);
  g_free (promise->currency);
  g_free (promise->customer);
  g_free (promise);
}

/**
 * zg_promise_check:
 * @promise: a promise that is to be noted
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is missing
 *
 * A time in the past is allowed: what was said yesterday and forgotten is noted today.
 *
 * Returns: whether it says something
 */
gboolean
zg_promise_check (const ZgPromise  *promise,
                  GError          **error)
{
  g_autofree char *text = g_strdup (promise->text);

  if (text == NULL || *g_strstrip (text) == '\0')
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say what was promised."));
  else if (promise->due_at == ZG_TIME_NONE)
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say until when it was promised."));
  else if (promise->amount < 0)
    g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A promise is of no amount below zero."));
  else
    return TRUE;
  return FALSE;
}

/**
 * zg_promise_end:
 * @promise: an open promise
 * @state: kept or withdrawn
 * @at: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when it is not open
 */
gboolean
zg_promise_end (ZgPromise       *promise,
                ZgPromiseState   state,
                ZgTime           at,
                GError         **error)
{
  if (promise->state != ZG_PROMISE_OPEN)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           promise->state == ZG_PROMISE_KEPT ? _("This promise is kept already.")
                                                             : _("This promise was withdrawn."));
      return FALSE;
    }
  promise->state = state;
  promise->done_at = at;
  return TRUE;
}

/**
 * zg_promise_state_to_word:
 * @state: what became of a promise
 *
 * Returns: (nullable): the word of files and of the command line
 */
const char *
zg_promise_state_to_word (ZgPromiseState state)
{
  return (guint) state < ZG_N_PROMISE_STATES ? states[state].word : NULL;
}

/**
 * zg_promise_state_to_label:
 * @state: what became of a promise
 *
 * Returns: its name in the user's language
 */
const char *
zg_promise_state_to_label (ZgPromiseState state)
{
  return (guint) state < ZG_N_PROMISE_STATES ? g_dpgettext2 (NULL, "promise", states[state].label) : _("Not known");
}
