/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-customer-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-platform.h"

/* What there is to know of a customer, field by field. */

/* Plain texts **********************************************************************************************************/

static gboolean
same_text (const char *a,
           const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static char **
get_text (const ZgCustomer *customer,
          gsize             offset)
{
  return (char **) G_STRUCT_MEMBER_P (customer, offset);
}

/* Several of a kind ****************************************************************************************************/

static char *
join (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  /* TRANSLATORS: between two tags, phones or addresses; when tags are typed, a Chinese comma is understood as well */
  return g_strjoinv (_(", "), (char **) texts->pdata);
}

static char *
with_label (const char *label,
            const char *text)
{
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s %s", label, text) : g_strdup (text);
}

static gpointer
copy_phone (gconstpointer part)
{
  const ZgCustomerPhone *phone = part;
  ZgCustomerPhone *copy = g_new0 (ZgCustomerPhone, 1);

  copy->id = phone->id;
  copy->label = g_strdup (phone->label);
  copy->phone = g_memdup2 (phone->phone, sizeof *phone->phone);
  copy->phone->text = g_strdup (phone->phone->text);
  copy->phone->digits = g_strdup (phone->phone->digits);
  copy->phone->extension = g_strdup (phone->phone->extension);
  return copy;
}

static gpointer
copy_account (gconstpointer part)
{
  const ZgCustomerAccount *account = part;
  ZgCustomerAccount *copy = g_new0 (ZgCustomerAccount, 1);

  copy->id = account->id;
  copy->platform = g_strdup (account->platform);
  zg_personal_copy (&copy->account, &account->account);
  return copy;
}

static gpointer
copy_address (gconstpointer part)
{
  const ZgCustomerAddress *address = part;
  ZgCustomerAddress *copy = g_new0 (ZgCustomerAddress, 1);

  copy->id = address->id;
  copy->label = g_strdup (address->label);
  zg_personal_copy (&copy->recipient, &address->recipient);
  zg_personal_copy (&copy->phone, &address->phone);
  copy->address = zg_address_copy (address->address);
  return copy;
}

static gpointer
copy_tag (gconstpointer tag)
{
  return g_strdup (tag);
}

static char *
phone_to_text (gconstpointer part)
{
  const ZgCustomerPhone *phone = part;
  g_autofree char *number = zg_phone_to_text (phone->phone);

  return with_label (phone->label, number);
}

static char *
account_to_text (gconstpointer part)
{
  const ZgCustomerAccount *account = part;

  return with_label (zg_platform_to_label (account->platform), account->account.text);
}

static char *
address_to_text (gconstpointer part)
{
  const ZgCustomerAddress *address = part;
  g_autofree char *place = zg_address_to_text (address->address);
  g_autofree char *whole = g_strjoin (" ", place, address->recipient.text != NULL ? address->recipient.text : "",
                                      address->phone.text, NULL);

  return with_label (address->label, g_strchomp (whole));
}

static char *
tag_to_text (gconstpointer part)
{
  return g_strdup (part);
}

static gboolean
phone_equal (gconstpointer a,
             gconstpointer b)
{
  const ZgCustomerPhone *one = a;
  const ZgCustomerPhone *other = b;

  return same_text (one->phone->text, other->phone->text) && one->phone->disclosure == other->phone->disclosure
         && same_text (one->label, other->label);
}

static gboolean
account_equal (gconstpointer a,
               gconstpointer b)
{
  const ZgCustomerAccount *one = a;
  const ZgCustomerAccount *other = b;

  return same_text (one->platform, other->platform) && zg_personal_equal (&one->account, &other->account);
}

static gboolean
place_equal (const ZgAddress *a,
             const ZgAddress *b)
{
  return same_text (a->province, b->province) && same_text (a->city, b->city) && same_text (a->district, b->district)
         && same_text (a->detail, b->detail) && same_text (a->postcode, b->postcode) && a->disclosure == b->disclosure;
}

static gboolean
address_equal (gconstpointer a,
               gconstpointer b)
{
  const ZgCustomerAddress *one = a;
  const ZgCustomerAddress *other = b;

  return place_equal (one->address, other->address) && zg_personal_equal (&one->recipient, &other->recipient)
         && zg_personal_equal (&one->phone, &other->phone) && same_text (one->label, other->label);
}

static gboolean
tag_equal (gconstpointer a,
           gconstpointer b)
{
  return g_str_equal (a, b);
}

/* The table ************************************************************************************************************/

typedef struct {
  char *(*to_text) (gconstpointer part);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
  gpointer (*copy) (gconstpointer part);
} Parts;

static const Parts phones = { phone_to_text, phone_equal, copy_phone };
static const Parts accounts = { account_to_text, account_equal, copy_account };
static const Parts addresses = { address_to_text, address_equal, copy_address };
static const Parts tags = { tag_to_text, tag_equal, copy_tag };

/* The order is that of a line in the timeline. The name is a ZgPersonal, all others without parts are texts. */
static const struct {
  const char *word;
  const char *label;
  gsize offset;
  const Parts *parts;
} fields[ZG_CUSTOMER_N_FIELDS] = {
  [ZG_CUSTOMER_FIELD_NAME] = { "name", N_("name"), G_STRUCT_OFFSET (ZgCustomer, name), NULL },
  [ZG_CUSTOMER_FIELD_CALL_NAME] = { "call-name", N_("how to call them"), G_STRUCT_OFFSET (ZgCustomer, call_name), NULL },
  [ZG_CUSTOMER_FIELD_LEVEL] = { "level", N_("level"), G_STRUCT_OFFSET (ZgCustomer, level), NULL },
  [ZG_CUSTOMER_FIELD_TYPE] = { "type", N_("kind of buyer"), G_STRUCT_OFFSET (ZgCustomer, type), NULL },
  [ZG_CUSTOMER_FIELD_CAUTION] = { "caution", N_("caution"), G_STRUCT_OFFSET (ZgCustomer, caution), NULL },
  [ZG_CUSTOMER_FIELD_PHONES] = { "phone", N_("phone"), G_STRUCT_OFFSET (ZgCustomer, phones), &phones },
  [ZG_CUSTOMER_FIELD_ACCOUNTS] = { "account", N_("account"), G_STRUCT_OFFSET (ZgCustomer, accounts), &accounts },
  [ZG_CUSTOMER_FIELD_ADDRESSES] = { "address", N_("address"), G_STRUCT_OFFSET (ZgCustomer, addresses), &addresses },
  [ZG_CUSTOMER_FIELD_TAGS] = { "tags", N_("tags"), G_STRUCT_OFFSET (ZgCustomer, tags), &tags },
  [ZG_CUSTOMER_FIELD_SOURCE] = { "source", N_("where from"), G_STRUCT_OFFSET (ZgCustomer, source), NULL },
  [ZG_CUSTOMER_FIELD_NOTE] = { "note", N_("note"), G_STRUCT_OFFSET (ZgCustomer, note), NULL },
};

/**
 * zg_customer_field_to_word:
 *
 * Returns: (transfer none): what the command line calls the field
 */
const char *
zg_customer_field_to_word (ZgCustomerField field)
{
  return fields[field].word;
}

/**
 * zg_customer_field_from_word:
 * @word: what the command line calls a field
 * @field_out: (out): the field
 *
 * Returns: %FALSE when there is none of that name
 */
gboolean
zg_customer_field_from_word (const char      *word,
                             ZgCustomerField *field_out)
{
  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    if (strcmp (fields[field].word, word) == 0)
      {
        *field_out = field;
        return TRUE;
      }
  return FALSE;
}

/**
 * zg_customer_field_to_label:
 *
 * Returns: (transfer none): what people call the field, to stand within a sentence
 */
const char *
zg_customer_field_to_label (ZgCustomerField field)
{
  return _(fields[field].label);
}

/**
 * zg_customer_field_has_parts:
 *
 * Returns: whether a customer can have several of it
 */
gboolean
zg_customer_field_has_parts (ZgCustomerField field)
{
  return fields[field].parts != NULL;
}

/**
 * zg_customer_get_parts:
 * @customer: a customer
 * @field: one of which a customer has several
 *
 * Returns: (transfer none): all of them, the preferred one first
 */
GPtrArray *
zg_customer_get_parts (const ZgCustomer *customer,
                       ZgCustomerField   field)
{
  g_return_val_if_fail (fields[field].parts != NULL, NULL);

  return G_STRUCT_MEMBER (GPtrArray *, customer, fields[field].offset);
}

/**
 * zg_customer_part_equal:
 * @field: one of which a customer has several
 * @a: a part
 * @b: another one
 *
 * Returns: whether they say the same; in which row of the shop file they stand does not count
 */
gboolean
zg_customer_part_equal (ZgCustomerField field,
                        gconstpointer   a,
                        gconstpointer   b)
{
  g_return_val_if_fail (fields[field].parts != NULL, FALSE);

  return fields[field].parts->equal (a, b);
}

/**
 * zg_customer_part_copy:
 * @field: one of which a customer has several
 * @part: a part
 *
 * Returns: (transfer full): one that says the same in the same row
 */
gpointer
zg_customer_part_copy (ZgCustomerField field,
                       gconstpointer   part)
{
  g_return_val_if_fail (fields[field].parts != NULL, NULL);

  return fields[field].parts->copy (part);
}

/**
 * zg_customer_field_to_text:
 * @customer: a customer
 * @field: a field
 *
 * Returns: (transfer full): what is known of it, as one line for people; empty when nothing is
 */
char *
zg_customer_field_to_text (const ZgCustomer *customer,
                           ZgCustomerField   field)
{
  const Parts *parts = fields[field].parts;
  const char *text;

  if (parts != NULL)
    {
      GPtrArray *all = zg_customer_get_parts (customer, field);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < all->len; i++)
        g_ptr_array_add (texts, parts->to_text (all->pdata[i]));
      return join (texts);
    }

  text = field == ZG_CUSTOMER_FIELD_NAME ? customer->name.text : *get_text (customer, fields[field].offset);
  return g_strdup (text != NULL ? text : "");
}

/* A tag may hold blanks (`L 码`); what is written twice counts once. */
static void
set_tags (GPtrArray  *destination,
          const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,，、;；\\n]", text, 0, 0);

  g_ptr_array_set_size (destination, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *tag = g_strstrip (parts[i]);

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (destination, tag, g_str_equal, NULL))
        g_ptr_array_add (destination, g_strdup (tag));
    }
}

/**
 * zg_customer_field_set_text:
 * @customer: a customer
 * @field: a field that is a text, or the tags with commas between them, Western or Chinese ones
 * @text: what somebody typed; blanks around it do not count
 */
void
zg_customer_field_set_text (ZgCustomer      *customer,
                            ZgCustomerField  field,
                            const char      *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char **destination;

  if (field == ZG_CUSTOMER_FIELD_TAGS)
    {
      set_tags (customer->tags, stripped);
      return;
    }
  if (field == ZG_CUSTOMER_FIELD_NAME)
    {
      /* What the platform hides stays known as hidden while it is the same. */
      if (!same_text (customer->name.text, stripped))
        zg_personal_set (&customer->name, stripped);
      return;
    }

  g_return_if_fail (fields[field].parts == NULL);

  destination = get_text (customer, fields[field].offset);
  g_free (*destination);
  *destination = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

/**
 * zg_customer_move_part:
 * @customer: a customer
 * @field: one of which a customer has several
 * @from: a place in the list, from 0
 * @to: where the part is to stand
 *
 * Moves a part. The first is the preferred one.
 */
void
zg_customer_move_part (ZgCustomer      *customer,
                       ZgCustomerField  field,
                       guint            from,
                       guint            to)
{
  GPtrArray *parts = zg_customer_get_parts (customer, field);

  g_return_if_fail (from < parts->len && to < parts->len);

  if (from != to)
    g_ptr_array_insert (parts, to, g_ptr_array_steal_index (parts, from));
}

/**
 * zg_customer_field_equal:
 * @a: a customer
 * @b: another one
 * @field: a field
 *
 * Returns: whether both say the same there
 */
gboolean
zg_customer_field_equal (const ZgCustomer *a,
                         const ZgCustomer *b,
                         ZgCustomerField   field)
{
  GPtrArray *one, *other;

  if (field == ZG_CUSTOMER_FIELD_NAME)
    return zg_personal_equal (&a->name, &b->name);
  if (fields[field].parts == NULL)
    return same_text (*get_text (a, fields[field].offset), *get_text (b, fields[field].offset));

  one = zg_customer_get_parts (a, field);
  other = zg_customer_get_parts (b, field);
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!fields[field].parts->equal (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * zg_customer_field_copy:
 * @destination: a customer
 * @source: another one
 * @field: a field
 *
 * Makes @destination say there what @source says. Parts come with the rows they stand in.
 */
void
zg_customer_field_copy (ZgCustomer       *destination,
                        const ZgCustomer *source,
                        ZgCustomerField   field)
{
  GPtrArray *to, *from;
  char **text;

  if (field == ZG_CUSTOMER_FIELD_NAME)
    {
      zg_personal_copy (&destination->name, &source->name);
      return;
    }
  if (fields[field].parts == NULL)
    {
      text = get_text (destination, fields[field].offset);
      g_free (*text);
      *text = g_strdup (*get_text (source, fields[field].offset));
      return;
    }

  to = zg_customer_get_parts (destination, field);
  from = zg_customer_get_parts (source, field);
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, fields[field].parts->copy (from->pdata[i]));
}
