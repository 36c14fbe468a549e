/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact-draft.h"
#include "zg-contact-label.h"
#include "zg-customer-type.h"
#include "zg-platform.h"
#include "zg-vcard-value.h"

/* The properties of a card (RFC 6350 6, RFC 2426 3, vCard 2.1) as what a customer has. */

/* A phone or an address waits for its label, which stands in a property of its own with the same group. */
typedef struct {
  char *group;
  char *label;
  gboolean is_preferred;
  char *phone;                  /* (nullable): else it is an address */
  GPtrArray *parts;             /* (nullable): of an address */
  char *text;                   /* (nullable): an address in one piece */
} Place;

struct _ZgVcardCard {
  ZgContactDraft *draft;
  GPtrArray *places;
  GHashTable *labels;           /* group → label */
};

static void
place_free (Place *place)
{
  g_free (place->group);
  g_free (place->label);
  g_free (place->phone);
  g_clear_pointer (&place->parts, g_ptr_array_unref);
  g_free (place->text);
  g_free (place);
}

/**
 * zg_vcard_card_new:
 * @line: the line of the file that it begins on
 *
 * Returns: (transfer full): a card that says nothing yet
 */
ZgVcardCard *
zg_vcard_card_new (guint64 line)
{
  ZgVcardCard *card = g_new0 (ZgVcardCard, 1);

  card->draft = zg_contact_draft_new (line);
  card->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  card->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return card;
}

/**
 * zg_vcard_card_free:
 * @card: (transfer full) (nullable): a card
 */
void
zg_vcard_card_free (ZgVcardCard *card)
{
  if (card == NULL)
    return;

  zg_contact_draft_free (card->draft);
  g_ptr_array_unref (card->places);
  g_hash_table_unref (card->labels);
  g_free (card);
}

/**
 * zg_vcard_card_get_record:
 * @card: a card
 *
 * Returns: (transfer none): the record that it becomes
 */
ZgContactRecord *
zg_vcard_card_get_record (ZgVcardCard *card)
{
  return zg_contact_draft_get_record (card->draft);
}

static const char *
get_part (GPtrArray *parts,
          guint      index)
{
  return index < parts->len ? g_ptr_array_index (parts, index) : "";
}

static gboolean
is_preferred (const ZgVcardProperty *property)
{
  const char *pref = zg_vcard_property_get_parameter (property, "PREF");

  return zg_vcard_property_has_type (property, "PREF") || g_strcmp0 (pref, "1") == 0;
}

/* The first type that says more than that it is a phone. */
static char *
make_label (const ZgVcardProperty *property)
{
  static const char * const types[] = { "FAX", "PAGER", "CAR", "HOME", "WORK" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (zg_vcard_property_has_type (property, types[i]))
      return zg_contact_label_from_type (types[i]);
  return NULL;
}

static Place *
add_place (ZgVcardCard           *card,
           const ZgVcardProperty *property)
{
  Place *place = g_new0 (Place, 1);

  place->group = g_strdup (property->group);
  place->label = make_label (property);
  place->is_preferred = is_preferred (property);
  g_ptr_array_add (card->places, place);
  return place;
}

typedef void (*Take) (ZgVcardCard           *card,
                      const ZgVcardProperty *property,
                      const char            *text);

static void
take_full_name (ZgVcardCard           *card,
                const ZgVcardProperty *property,
                const char            *text)
{
  g_autofree char *name = zg_vcard_value_unescape (text);

  zg_contact_draft_set_full_name (card->draft, name);
}

static void
take_name (ZgVcardCard           *card,
           const ZgVcardProperty *property,
           const char            *text)
{
  g_autoptr(GPtrArray) parts = zg_vcard_value_split (text, ';');

  zg_contact_draft_set_name_parts (card->draft, get_part (parts, 0), get_part (parts, 1), get_part (parts, 2));
}

static void
take_call_name (ZgVcardCard           *card,
                const ZgVcardProperty *property,
                const char            *text)
{
  g_autoptr(GPtrArray) names = zg_vcard_value_split (text, ',');

  for (guint i = 0; i < names->len; i++)
    zg_contact_draft_set_call_name (card->draft, get_part (names, i));
}

static void
take_phone (ZgVcardCard           *card,
            const ZgVcardProperty *property,
            const char            *text)
{
  Place *place = add_place (card, property);
  g_autofree char *number = g_strstrip (zg_vcard_value_unescape (text));
  char *extension;

  if (g_ascii_strncasecmp (number, "tel:", strlen ("tel:")) != 0)
    {
      place->phone = g_steal_pointer (&number);
      return;
    }
  /* RFC 3966 */
  extension = strchr (number, ';');
  if (extension == NULL)
    {
      place->phone = g_strdup (number + strlen ("tel:"));
      return;
    }
  *extension++ = '\0';
  if (g_str_has_prefix (extension, "ext="))
    place->phone = g_strconcat (number + strlen ("tel:"), "-", extension + strlen ("ext="), NULL);
  else
    place->phone = g_strdup (number + strlen ("tel:"));
}

static void
take_address (ZgVcardCard           *card,
              const ZgVcardProperty *property,
              const char            *text)
{
  add_place (card, property)->parts = zg_vcard_value_split (text, ';');
}

static void
take_address_text (ZgVcardCard           *card,
                   const ZgVcardProperty *property,
                   const char            *text)
{
  add_place (card, property)->text = zg_vcard_value_unescape (text);
}

static void
take_label (ZgVcardCard           *card,
            const ZgVcardProperty *property,
            const char            *text)
{
  if (*property->group != '\0')
    g_hash_table_replace (card->labels, g_strdup (property->group), zg_vcard_value_unescape (text));
}

static void
take_birthday (ZgVcardCard           *card,
               const ZgVcardProperty *property,
               const char            *text)
{
  const char *omitted = zg_vcard_property_get_parameter (property, "X-APPLE-OMIT-YEAR");
  g_autofree char *day = zg_vcard_value_unescape (text);

  zg_contact_draft_set_birthday (card->draft, day, omitted != NULL && g_str_has_prefix (day, omitted));
}

static void
take_note (ZgVcardCard           *card,
           const ZgVcardProperty *property,
           const char            *text)
{
  g_autofree char *note = zg_vcard_value_unescape (text);

  zg_contact_draft_add_note (card->draft, note);
}

static void
take_tags (ZgVcardCard           *card,
           const ZgVcardProperty *property,
           const char            *text)
{
  g_autoptr(GPtrArray) tags = zg_vcard_value_split (text, ',');

  for (guint i = 0; i < tags->len; i++)
    zg_contact_draft_add_tag (card->draft, get_part (tags, i));
}

/* What is told in the note: "Company: …". */
static void
take_fact (ZgVcardCard           *card,
           const ZgVcardProperty *property,
           const char            *text)
{
  static const struct {
    const char *name;
    const char *title;
  } titles[] = {
    { "EMAIL", N_("E-mail") }, { "ORG", N_("Company") }, { "TITLE", N_("Job title") }, { "ROLE", N_("Role") },
    { "URL", N_("Website") }, { "IMPP", N_("Messenger") }, { "ANNIVERSARY", N_("Anniversary") },
    { "RELATED", N_("Related to") }, { "X-QQ", N_("QQ") }, { "X-SOCIALPROFILE", N_("Messenger") },
    { "ALTBDAY", N_("Birthday in another calendar") },
  };
  g_autoptr(GPtrArray) parts = zg_vcard_value_split (text, strcmp (property->name, "ORG") == 0 ? ';' : '\0');
  g_autoptr(GString) value = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (*get_part (parts, i) != '\0')
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", get_part (parts, i));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].name, property->name) == 0)
      zg_contact_draft_add_fact (card->draft, _(titles[i].title), value->str);
}

static void
take_wechat (ZgVcardCard           *card,
             const ZgVcardProperty *property,
             const char            *text)
{
  g_autofree char *account = zg_vcard_value_unescape (text);

  zg_contact_draft_add_account (card->draft, "wechat", account);
}

static void
take_account (ZgVcardCard           *card,
              const ZgVcardProperty *property,
              const char            *text)
{
  const char *platform = zg_vcard_property_get_parameter (property, "PLATFORM");
  g_autofree char *account = zg_vcard_value_unescape (text);

  zg_contact_draft_add_account (card->draft, platform != NULL && zg_platform_is_known (platform) ? platform : "other", account);
}

/* What only our own cards have, each one text of the customer. */
static void
take_own (ZgVcardCard           *card,
          const ZgVcardProperty *property,
          const char            *text)
{
  ZgCustomer *customer = zg_vcard_card_get_record (card)->customer;
  const struct {
    const char *name;
    char **field;
  } fields[] = {
    { ZG_VCARD_CAUTION, &customer->caution }, { ZG_VCARD_LEVEL, &customer->level },
    { ZG_VCARD_SOURCE, &customer->source }, { ZG_VCARD_TYPE, &customer->type },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].name, property->name) == 0)
      {
        g_free (*fields[i].field);
        *fields[i].field = zg_vcard_value_unescape (text);
      }
  if (customer->type != NULL && !zg_customer_type_is_known (customer->type))
    {
      zg_contact_record_leave_out (zg_vcard_card_get_record (card), property->name, _("there is no such kind of buyer"));
      g_clear_pointer (&customer->type, g_free);
    }
}

/* A uid of ours: it finds the person again, whatever was changed of them since. */
static void
take_uid (ZgVcardCard           *card,
          const ZgVcardProperty *property,
          const char            *text)
{
  ZgCustomer *customer = zg_vcard_card_get_record (card)->customer;

  if (strlen (text) != 32 || strspn (text, "0123456789abcdef") != 32)
    return;
  g_free (customer->uid);
  customer->uid = g_strdup (text);
}

/* Says nothing of the person. */
static void
take_nothing (ZgVcardCard           *card,
              const ZgVcardProperty *property,
              const char            *text)
{
}

static const struct {
  const char *name;
  Take take;
} properties[] = {
  { "FN", take_full_name }, { "N", take_name }, { "NICKNAME", take_call_name }, { "TEL", take_phone },
  { "ADR", take_address }, { "LABEL", take_address_text }, { "X-ABLABEL", take_label }, { "BDAY", take_birthday },
  { "NOTE", take_note }, { "CATEGORIES", take_tags }, { "EMAIL", take_fact }, { "ORG", take_fact }, { "TITLE", take_fact },
  { "ROLE", take_fact }, { "URL", take_fact }, { "IMPP", take_fact }, { "ANNIVERSARY", take_fact },
  { "RELATED", take_fact }, { "X-QQ", take_fact }, { "X-SOCIALPROFILE", take_fact }, { "ALTBDAY", take_fact },
  { "X-WECHAT", take_wechat }, { "X-WEIXIN", take_wechat },
  { ZG_VCARD_ACCOUNT, take_account }, { ZG_VCARD_BIRTHDAY, take_birthday }, { ZG_VCARD_CAUTION, take_own }, { ZG_VCARD_LEVEL, take_own },
  { ZG_VCARD_SOURCE, take_own }, { ZG_VCARD_TYPE, take_own },
  { "VERSION", take_nothing }, { "PRODID", take_nothing }, { "REV", take_nothing }, { "UID", take_uid },
  { "SORT-STRING", take_nothing }, { "KIND", take_nothing }, { "CLASS", take_nothing }, { "MAILER", take_nothing },
  { "PROFILE", take_nothing }, { "SOURCE", take_nothing }, { "NAME", take_nothing }, { "LANG", take_nothing },
  { "CLIENTPIDMAP", take_nothing }, { "TZ", take_nothing }, { "GENDER", take_nothing }, { "X-ABADR", take_nothing },
  { "X-ABUID", take_nothing }, { "X-ABSHOWAS", take_nothing }, { "X-PHONETIC-FIRST-NAME", take_nothing },
  { "X-PHONETIC-LAST-NAME", take_nothing },
};

static void
leave_out_binary (ZgVcardCard           *card,
                  const ZgVcardProperty *property)
{
  g_autofree char *size = g_format_size (property->n_bytes);
  /* TRANSLATORS: %s is a size: "5.2 MB" */
  g_autofree char *reason = g_strdup_printf (_("pictures and the like are not kept (%s)"), size);

  zg_contact_record_leave_out (zg_vcard_card_get_record (card), property->name, reason);
}

/**
 * zg_vcard_card_take:
 * @card: a card
 * @property: the next of its properties
 */
void
zg_vcard_card_take (ZgVcardCard           *card,
                    const ZgVcardProperty *property)
{
  g_autofree char *text = NULL;
  gboolean is_sound;

  if (property->is_binary)
    {
      leave_out_binary (card, property);
      return;
    }
  if (*property->name == '\0' || strcmp (property->name, "BEGIN") == 0)
    return;

  if (property->is_cut)
    zg_contact_record_refuse (zg_vcard_card_get_record (card), _("the card is too long to be a person's"));
  text = zg_vcard_value_decode (property, &is_sound);
  if (!is_sound)
    zg_contact_record_refuse (zg_vcard_card_get_record (card),
                              _("the card holds bytes that are no text; the file is damaged or in another encoding"));
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].name, property->name) == 0)
      {
        properties[i].take (card, property, text);
        return;
      }
  if (*text != '\0')
    zg_contact_record_leave_out (zg_vcard_card_get_record (card), property->name, _("this field is not known here"));
}

static void
finish_place (ZgVcardCard *card,
              const Place *place)
{
  const char *own = *place->group != '\0' ? g_hash_table_lookup (card->labels, place->group) : NULL;
  g_autofree char *label = own != NULL ? zg_contact_label_from_type (own) : g_strdup (place->label);

  if (place->phone != NULL)
    {
      zg_contact_draft_add_phone (card->draft, "TEL", place->phone, label, place->is_preferred);
    }
  else if (place->parts != NULL)
    {
      ZgContactAddress address = {
        .box = get_part (place->parts, 0), .extended = get_part (place->parts, 1), .street = get_part (place->parts, 2),
        .city = get_part (place->parts, 3), .region = get_part (place->parts, 4),
        .postcode = get_part (place->parts, 5), .country = get_part (place->parts, 6),
      };

      zg_contact_draft_add_address (card->draft, &address, label, place->is_preferred);
    }
  else if (zg_vcard_card_get_record (card)->customer->addresses->len == 0)
    {
      /* A LABEL repeats an ADR as a text; it counts where there is none. */
      zg_contact_draft_add_address_text (card->draft, place->text, label);
    }
}

/**
 * zg_vcard_card_finish:
 * @card: a card that was read to its end
 *
 * Returns: (transfer full): what it says
 */
ZgContactRecord *
zg_vcard_card_finish (ZgVcardCard *card)
{
  for (guint i = 0; i < card->places->len; i++)
    {
      const Place *place = g_ptr_array_index (card->places, i);

      if (place->text == NULL)
        finish_place (card, place);
    }
  for (guint i = 0; i < card->places->len; i++)
    {
      const Place *place = g_ptr_array_index (card->places, i);

      if (place->text != NULL)
        finish_place (card, place);
    }
  return zg_contact_draft_finish (card->draft);
}
