/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-parcel"

#include "config.h"

#include "zg-parcel-difference.h"

#include <glib/gi18n.h>

#include "zg-parcel.h"
#include "zg-platform.h"

/* Orders of one parcel side by side: only rows in which they differ. */

static const struct {
  const char *word;
  const char *label;
} fields[ZG_N_PARCEL_FIELDS] = {
  [ZG_PARCEL_ADDRESS] = { "address", N_("Address") },
  [ZG_PARCEL_RECIPIENT] = { "recipient", N_("Recipient") },
  [ZG_PARCEL_PHONE] = { "phone", N_("Phone") },
  [ZG_PARCEL_ACCOUNT] = { "account", N_("Buyer's account") },
  [ZG_PARCEL_SHOP] = { "shop", N_("Shop") },
  [ZG_PARCEL_COURIER] = { "courier", N_("Courier") },
  [ZG_PARCEL_BUYER_NOTE] = { "buyer-note", N_("Buyer's note") },
  [ZG_PARCEL_SELLER_NOTE] = { "seller-note", N_("Shop's note") },
  [ZG_PARCEL_GIFT] = { "gift", N_("Gift") },
  [ZG_PARCEL_SHIP_BY] = { "ship-by", N_("Ship by") },
  [ZG_PARCEL_CURRENCY] = { "currency", N_("Currency") },
};

/**
 * zg_parcel_field_to_word:
 * @field: a field
 *
 * Returns: the word of files and of the command line, not translated
 */
const char *
zg_parcel_field_to_word (ZgParcelField field)
{
  return fields[field].word;
}

/**
 * zg_parcel_field_to_label:
 * @field: a field
 *
 * Returns: its name in the user's language
 */
const char *
zg_parcel_field_to_label (ZgParcelField field)
{
  return _(fields[field].label);
}

/**
 * zg_parcel_difference_free:
 * @difference: (transfer full): a row
 */
void
zg_parcel_difference_free (ZgParcelDifference *difference)
{
  g_ptr_array_unref (difference->values);
  g_free (difference);
}

static char *
describe_ship_by (const ZgOrder *order,
                  GTimeZone     *zone)
{
  g_autoptr(GDateTime) at = order->ship_by != ZG_TIME_NONE ? zg_time_to_date_time (order->ship_by, zone) : NULL;

  return at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : NULL;
}

static char *
describe_shop (const ZgOrder *order)
{
  return g_strstrip (g_strjoin (" ", zg_platform_to_label (order->platform), order->shop, NULL));
}

/* (transfer full) (nullable): what an order says of a field. */
static char *
describe (const ZgOrder *order,
          ZgParcelField  field,
          GTimeZone     *zone)
{
  switch (field)
    {
    case ZG_PARCEL_ADDRESS:
      return order->address != NULL ? zg_address_to_text (order->address) : NULL;

    case ZG_PARCEL_RECIPIENT:
      return g_strdup (order->recipient.text);

    case ZG_PARCEL_PHONE:
      return g_strdup (order->phone.text);

    case ZG_PARCEL_ACCOUNT:
      return g_strdup (order->buyer_account);

    case ZG_PARCEL_SHOP:
      return describe_shop (order);

    case ZG_PARCEL_COURIER:
      return g_strdup (order->courier);

    case ZG_PARCEL_BUYER_NOTE:
      return g_strdup (order->buyer_note);

    case ZG_PARCEL_SELLER_NOTE:
      return g_strdup (order->seller_note);

    case ZG_PARCEL_GIFT:
      return g_strdup (order->gift ? _("Gift") : NULL);

    case ZG_PARCEL_SHIP_BY:
      return describe_ship_by (order, zone);

    case ZG_PARCEL_CURRENCY:
      return g_strdup (order->currency);

    default:
      g_return_val_if_reached (NULL);
    }
}

/* Where the parcel goes is a matter of the address alone: many a buyer has things sent to a neighbour's phone. */
static gboolean
is_warning (GPtrArray     *orders,
            ZgParcelField  field)
{
  if (field != ZG_PARCEL_ADDRESS)
    return FALSE;
  for (guint i = 1; i < orders->len; i++)
    {
      if (zg_parcel_address_differs (g_ptr_array_index (orders, 0), g_ptr_array_index (orders, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * zg_parcel_list_differences:
 * @orders: (element-type ZgOrder): orders that go, or may go, in one parcel
 * @zone: the zone to tell times in
 *
 * Returns: (transfer full) (element-type ZgParcelDifference): in what they differ, the most dangerous first; addresses as
 *   they are written, so that a person sees two ways to write one
 */
GPtrArray *
zg_parcel_list_differences (GPtrArray *orders,
                            GTimeZone *zone)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_parcel_difference_free);

  for (int field = 0; field < ZG_N_PARCEL_FIELDS; field++)
    {
      g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      gboolean differs = FALSE;

      for (guint i = 0; i < orders->len; i++)
        {
          char *value = describe (g_ptr_array_index (orders, i), (ZgParcelField) field, zone);

          g_ptr_array_add (values, value != NULL ? value : g_strdup (""));
          differs = differs || g_strcmp0 (g_ptr_array_index (values, 0), g_ptr_array_index (values, i)) != 0;
        }
      if (differs)
        {
          ZgParcelDifference *difference = g_new0 (ZgParcelDifference, 1);

          difference->field = (ZgParcelField) field;
          difference->is_warning = is_warning (orders, (ZgParcelField) field);
          difference->values = g_steal_pointer (&values);
          g_ptr_array_add (differences, difference);
        }
    }
  return differences;
}
