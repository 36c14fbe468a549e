/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-kind"

#include "config.h"

#include "zg-order-kind.h"

#include <glib/gi18n.h>

/* The one table of kinds of orders: the word of files and of the command line, the label, whether something is carried,
 * whether it belongs to another order. */
static const struct {
  const char *word;
  const char *label;
  gboolean needs_parcel;
  gboolean belongs;
} kinds[ZG_N_ORDER_KINDS] = {
  [ZG_ORDER_GOODS] = { "goods", N_("Goods"), TRUE, FALSE },
  [ZG_ORDER_SURCHARGE] = { "surcharge", N_("Surcharge"), FALSE, TRUE },
  [ZG_ORDER_VIRTUAL] = { "virtual", N_("Nothing to ship"), FALSE, FALSE },
  [ZG_ORDER_RESEND] = { "resend", N_("Sent again"), TRUE, TRUE },
};

static gboolean
is_kind (ZgOrderKind kind)
{
  return (guint) kind < ZG_N_ORDER_KINDS;
}

/**
 * zg_order_kind_to_word:
 * @kind: a kind
 *
 * Returns: (nullable): the word of files and of the command line, not translated
 */
const char *
zg_order_kind_to_word (ZgOrderKind kind)
{
  return is_kind (kind) ? kinds[kind].word : NULL;
}

/**
 * zg_order_kind_from_word:
 * @word: (nullable): a word as zg_order_kind_to_word() gives it
 * @kind_out: (out): the kind
 *
 * Returns: whether @word is a kind
 */
gboolean
zg_order_kind_from_word (const char  *word,
                         ZgOrderKind *kind_out)
{
  for (int i = 0; i < ZG_N_ORDER_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind_out = (ZgOrderKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_order_kind_to_label:
 * @kind: a kind
 *
 * Returns: its name in the user's language
 */
const char *
zg_order_kind_to_label (ZgOrderKind kind)
{
  return is_kind (kind) ? _(kinds[kind].label) : _("Not known");
}

/**
 * zg_order_kind_needs_parcel:
 * @kind: a kind
 *
 * Returns: whether something is packed and carried; what is not is delivered at the desk, without courier and address
 */
gboolean
zg_order_kind_needs_parcel (ZgOrderKind kind)
{
  return !is_kind (kind) || kinds[kind].needs_parcel;
}

/**
 * zg_order_kind_belongs:
 * @kind: a kind
 *
 * Returns: whether an order of this kind belongs to another one
 */
gboolean
zg_order_kind_belongs (ZgOrderKind kind)
{
  return is_kind (kind) && kinds[kind].belongs;
}
