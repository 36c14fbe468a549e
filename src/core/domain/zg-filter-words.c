/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-filter-terms.h"
#include "zg-money.h"

/* A customer filter in words, for the person who reads its name in a list. */

static void
add (GStrvBuilder *parts,
     char         *part)
{
  g_strv_builder_add (parts, part);
  g_free (part);
}

static char *
join_tags (GPtrArray  *tags,
           const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    {
      if (i > 0)
        g_string_append (text, between);
      g_string_append (text, tags->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

static void
describe_marks (const ZgCustomerFilter *filter,
                GStrvBuilder           *parts)
{
  /* TRANSLATORS: between two tags that a customer has to have both, and of which one is enough */
  g_autofree char *all = join_tags (filter->all_tags, _(" and "));
  g_autofree char *any = join_tags (filter->any_tags, _(" or "));

  if (*all != '\0')
    add (parts, g_strdup_printf (_("tag %s"), all));
  if (*any != '\0')
    add (parts, g_strdup_printf (_("tag %s"), any));
  if (filter->level != NULL)
    add (parts, *filter->level != '\0' ? g_strdup_printf (_("level %s"), filter->level) : g_strdup (_("without a level")));
  if (filter->type != NULL)
    add (parts, *filter->type != '\0' ? g_strdup_printf (_("type %s"), filter->type) : g_strdup (_("without a type")));
  if (filter->province != NULL)
    add (parts, g_strdup_printf (_("in %s"), filter->province));
  if (filter->city != NULL)
    add (parts, g_strdup_printf (_("in %s"), filter->city));
}

static char *
describe_date (gint64 date)
{
  return g_strdup_printf ("%04d-%02d-%02d", (int) (date / 10000), (int) (date / 100 % 100), (int) (date % 100));
}

static void
describe_orders (const ZgCustomerFilter *filter,
                 GStrvBuilder           *parts)
{
  const ZgFilterRange *orders = &filter->orders;
  g_autofree char *from = describe_date (filter->last_order.from);
  g_autofree char *to = describe_date (filter->last_order.to);

  if (filter->last_order.from >= 0 && filter->last_order.to >= 0)
    add (parts, g_strdup_printf (_("last order from %s to %s"), from, to));
  else if (filter->last_order.from >= 0)
    add (parts, g_strdup_printf (_("last order since %s"), from));
  else if (filter->last_order.to >= 0)
    add (parts, g_strdup_printf (_("last order until %s"), to));
  if (filter->no_order_days > 0)
    add (parts, g_strdup_printf (ngettext ("last order more than %d day ago", "last order more than %d days ago",
                                           filter->no_order_days), filter->no_order_days));
  if (filter->ordered_days > 0)
    add (parts, g_strdup_printf (ngettext ("an order in the last %d day", "an order in the last %d days",
                                           filter->ordered_days), filter->ordered_days));
  if (orders->from >= 0 && orders->from == orders->to)
    add (parts, g_strdup_printf (ngettext ("%d order", "%d orders", orders->from), (int) orders->from));
  else if (orders->from >= 0 && orders->to >= 0)
    add (parts, g_strdup_printf (_("%d to %d orders"), (int) orders->from, (int) orders->to));
  else if (orders->from >= 0)
    add (parts, g_strdup_printf (ngettext ("at least %d order", "at least %d orders", orders->from),
                                 (int) orders->from));
  else if (orders->to >= 0)
    add (parts, g_strdup_printf (ngettext ("at most %d order", "at most %d orders", orders->to), (int) orders->to));
}

static void
describe_spent (const ZgCustomerFilter *filter,
                GStrvBuilder           *parts)
{
  g_autofree char *from = zg_money_to_text (filter->spent.from, filter->currency);
  g_autofree char *to = zg_money_to_text (filter->spent.to, filter->currency);

  if (filter->spent.from >= 0 && filter->spent.to >= 0)
    add (parts, g_strdup_printf (_("spent %s to %s"), from, to));
  else if (filter->spent.from >= 0)
    add (parts, g_strdup_printf (_("spent at least %s"), from));
  else if (filter->spent.to >= 0)
    add (parts, g_strdup_printf (_("spent at most %s"), to));
}

static void
describe_birthday (const ZgCustomerFilter *filter,
                   GStrvBuilder           *parts)
{
  if (filter->birthday == ZG_BIRTHDAY_THIS_MONTH)
    g_strv_builder_add (parts, _("birthday this month"));
  else if (filter->birthday == ZG_BIRTHDAY_NEXT_MONTH)
    g_strv_builder_add (parts, _("birthday next month"));
  else if (filter->birthday != 0)
    add (parts, g_strdup_printf (_("birthday in month %d"), filter->birthday));
}

static void
describe_contact (const ZgCustomerFilter *filter,
                  GStrvBuilder           *parts)
{
  if (filter->no_contact_days > 0)
    add (parts, g_strdup_printf (ngettext ("not heard of for more than %d day", "not heard of for more than %d days",
                                           filter->no_contact_days), filter->no_contact_days));
  if (filter->never_contacted)
    g_strv_builder_add (parts, _("never contacted"));
  if (filter->consent == ZG_CONSENT_TERM_YES)
    g_strv_builder_add (parts, _("may be contacted"));
  else if (filter->consent == ZG_CONSENT_TERM_NO)
    g_strv_builder_add (parts, _("does not want to be contacted"));
  else if (filter->consent == ZG_CONSENT_TERM_NOT_ASKED)
    g_strv_builder_add (parts, _("not asked whether they may be contacted"));
  if (filter->asked == ZG_ASKED_TERM_OPEN)
    g_strv_builder_add (parts, _("asked and did not buy"));
  else if (filter->asked == ZG_ASKED_TERM_DUE)
    g_strv_builder_add (parts, _("asked and did not buy, time to ask again"));
  if (filter->unshipped)
    g_strv_builder_add (parts, _("waiting for a parcel"));
  if (filter->follow_up)
    g_strv_builder_add (parts, _("a follow-up is due"));
  if (filter->caution)
    g_strv_builder_add (parts, _("to be careful with"));
}

/**
 * zg_customer_filter_describe:
 * @filter: a filter
 *
 * Returns: (transfer full): whom it lets through, in the words of the program's language
 */
char *
zg_customer_filter_describe (const ZgCustomerFilter *filter)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  describe_marks (filter, builder);
  describe_orders (filter, builder);
  describe_spent (filter, builder);
  describe_birthday (filter, builder);
  describe_contact (filter, builder);
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? g_strjoinv (" · ", parts) : g_strdup (_("all customers"));
}
