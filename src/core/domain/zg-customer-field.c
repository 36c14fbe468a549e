/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-customer-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-customer-part.h"
#include "zg-customer-type.h"
#include "zg-error.h"

/* What there is to know of a customer, field by field. */

/* Texts ****************************************************************************************************************/

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

static char *
text_to_text (const ZgCustomer *customer,
              gsize             offset)
{
  return g_strdup (*get_text (customer, offset));
}

static gboolean
text_equal (const ZgCustomer *a,
            const ZgCustomer *b,
            gsize             offset)
{
  return same_text (*get_text (a, offset), *get_text (b, offset));
}

static void
text_copy (ZgCustomer       *destination,
           const ZgCustomer *source,
           gsize             offset)
{
  char **text = get_text (destination, offset);

  g_free (*text);
  *text = g_strdup (*get_text (source, offset));
}

static gboolean
text_parse (ZgCustomer  *customer,
            gsize        offset,
            const char  *text,
            GError     **error)
{
  char **destination = get_text (customer, offset);

  g_free (*destination);
  *destination = *text != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

/* The name *************************************************************************************************************/

static char *
name_to_text (const ZgCustomer *customer,
              gsize             offset)
{
  return g_strdup (customer->name.text);
}

static gboolean
name_equal (const ZgCustomer *a,
            const ZgCustomer *b,
            gsize             offset)
{
  return zg_personal_equal (&a->name, &b->name);
}

static void
name_copy (ZgCustomer       *destination,
           const ZgCustomer *source,
           gsize             offset)
{
  zg_personal_copy (&destination->name, &source->name);
}

static gboolean
name_parse (ZgCustomer  *customer,
            gsize        offset,
            const char  *text,
            GError     **error)
{
  /* What the platform hides stays known as hidden while it is the same. */
  if (!same_text (customer->name.text, text))
    zg_personal_set (&customer->name, text);
  return TRUE;
}

/* Birthday and size ****************************************************************************************************/

static char *
birthday_to_text (const ZgCustomer *customer,
                  gsize             offset)
{
  return zg_birthday_is_known (&customer->birthday) ? zg_birthday_format (&customer->birthday) : NULL;
}

static gboolean
birthday_equal (const ZgCustomer *a,
                const ZgCustomer *b,
                gsize             offset)
{
  return zg_birthday_equal (&a->birthday, &b->birthday);
}

static void
birthday_copy (ZgCustomer       *destination,
               const ZgCustomer *source,
               gsize             offset)
{
  destination->birthday = source->birthday;
}

static gboolean
birthday_parse (ZgCustomer  *customer,
                gsize        offset,
                const char  *text,
                GError     **error)
{
  if (*text != '\0')
    return zg_birthday_parse (text, &customer->birthday, error);
  customer->birthday = (ZgBirthday) { 0 };
  return TRUE;
}

static char *
size_to_text (const ZgCustomer *customer,
              gsize             offset)
{
  return zg_body_size_is_known (&customer->size) ? zg_body_size_format (&customer->size) : NULL;
}

static gboolean
size_equal (const ZgCustomer *a,
            const ZgCustomer *b,
            gsize             offset)
{
  return zg_body_size_equal (&a->size, &b->size);
}

static void
size_copy (ZgCustomer       *destination,
           const ZgCustomer *source,
           gsize             offset)
{
  zg_body_size_clear (&destination->size);
  zg_body_size_copy (&source->size, &destination->size);
}

/* Kind of buyer and consent ********************************************************************************************/

static char *
type_to_text (const ZgCustomer *customer,
              gsize             offset)
{
  return customer->type != NULL && *customer->type != '\0' ? g_strdup (zg_customer_type_to_label (customer->type)) : NULL;
}

static char *
consent_to_text (const ZgCustomer *customer,
                 gsize             offset)
{
  return customer->consent != ZG_CONSENT_NOT_ASKED ? g_strdup (zg_consent_to_label (customer->consent)) : NULL;
}

static gboolean
consent_equal (const ZgCustomer *a,
               const ZgCustomer *b,
               gsize             offset)
{
  return a->consent == b->consent;
}

static void
consent_copy (ZgCustomer       *destination,
              const ZgCustomer *source,
              gsize             offset)
{
  destination->consent = source->consent;
  destination->consent_at = source->consent_at;
}

static gboolean
consent_parse (ZgCustomer  *customer,
               gsize        offset,
               const char  *text,
               GError     **error)
{
  if (*text == '\0')
    customer->consent = ZG_CONSENT_NOT_ASKED;
  else if (!zg_consent_from_word (text, &customer->consent))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("“%s” is no answer to whether they want to hear of the shop; say yes or no."), text);
      return FALSE;
    }
  return TRUE;
}

/* Several of a kind ****************************************************************************************************/

static char *
parts_to_text (const ZgCustomer *customer,
               ZgCustomerField   field)
{
  GPtrArray *all = zg_customer_get_parts (customer, field);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (texts, zg_customer_part_to_text (field, all->pdata[i]));
  g_ptr_array_add (texts, NULL);
  /* TRANSLATORS: between two tags, phones or addresses; when tags are typed, a Chinese comma is understood as well */
  return g_strjoinv (_(", "), (char **) texts->pdata);
}

static gboolean
parts_equal (const ZgCustomer *a,
             const ZgCustomer *b,
             ZgCustomerField   field)
{
  GPtrArray *one = zg_customer_get_parts (a, field);
  GPtrArray *other = zg_customer_get_parts (b, field);

  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!zg_customer_part_equal (field, one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
parts_copy (ZgCustomer       *destination,
            const ZgCustomer *source,
            ZgCustomerField   field)
{
  GPtrArray *to = zg_customer_get_parts (destination, field);
  GPtrArray *from = zg_customer_get_parts (source, field);

  if (to == from)
    return;
  g_ptr_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, zg_customer_part_copy (field, from->pdata[i]));
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

/* The table ************************************************************************************************************/

/* Whatever a customer has one of; @parse is NULL where it takes more than one line of text. */
typedef struct {
  char *(*to_text) (const ZgCustomer *customer, gsize offset);
  gboolean (*equal) (const ZgCustomer *a, const ZgCustomer *b, gsize offset);
  void (*copy) (ZgCustomer *destination, const ZgCustomer *source, gsize offset);
  gboolean (*parse) (ZgCustomer *customer, gsize offset, const char *text, GError **error);
} Kind;

static const Kind text = { text_to_text, text_equal, text_copy, text_parse };
static const Kind name = { name_to_text, name_equal, name_copy, name_parse };
static const Kind birthday = { birthday_to_text, birthday_equal, birthday_copy, birthday_parse };
static const Kind type = { type_to_text, text_equal, text_copy, text_parse };
static const Kind consent = { consent_to_text, consent_equal, consent_copy, consent_parse };
static const Kind size = { size_to_text, size_equal, size_copy, NULL };

/* The order is that of a line in the timeline. */
static const struct {
  const char *word;
  const char *label;
  const Kind *kind;             /* NULL where a customer has several */
  gsize offset;                 /* of a text */
} fields[ZG_CUSTOMER_N_FIELDS] = {
  [ZG_CUSTOMER_FIELD_NAME] = { "name", N_("name"), &name, 0 },
  [ZG_CUSTOMER_FIELD_CALL_NAME] = { "call-name", N_("how to call them"), &text, G_STRUCT_OFFSET (ZgCustomer, call_name) },
  [ZG_CUSTOMER_FIELD_LEVEL] = { "level", N_("level"), &text, G_STRUCT_OFFSET (ZgCustomer, level) },
  [ZG_CUSTOMER_FIELD_TYPE] = { "type", N_("kind of buyer"), &type, G_STRUCT_OFFSET (ZgCustomer, type) },
  [ZG_CUSTOMER_FIELD_CAUTION] = { "caution", N_("caution"), &text, G_STRUCT_OFFSET (ZgCustomer, caution) },
  [ZG_CUSTOMER_FIELD_PHONES] = { "phone", N_("phone"), NULL, 0 },
  [ZG_CUSTOMER_FIELD_ACCOUNTS] = { "account", N_("account"), NULL, 0 },
  [ZG_CUSTOMER_FIELD_ADDRESSES] = { "address", N_("address"), NULL, 0 },
  [ZG_CUSTOMER_FIELD_TAGS] = { "tags", N_("tags"), NULL, 0 },
  [ZG_CUSTOMER_FIELD_BIRTHDAY] = { "birthday", N_("birthday"), &birthday, 0 },
  [ZG_CUSTOMER_FIELD_SIZE] = { "size", N_("size"), &size, 0 },
  [ZG_CUSTOMER_FIELD_CONSENT] = { "consent", N_("consent"), &consent, 0 },
  [ZG_CUSTOMER_FIELD_SOURCE] = { "source", N_("where from"), &text, G_STRUCT_OFFSET (ZgCustomer, source) },
  [ZG_CUSTOMER_FIELD_NOTE] = { "note", N_("note"), &text, G_STRUCT_OFFSET (ZgCustomer, note) },
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
  char *told;

  if (fields[field].kind == NULL)
    return parts_to_text (customer, field);

  told = fields[field].kind->to_text (customer, fields[field].offset);
  return told != NULL ? told : g_strdup ("");
}

/**
 * zg_customer_field_set_text:
 * @customer: a customer
 * @field: a field that people write as one text, or the tags with commas between them, Western or Chinese ones
 * @typed: what somebody typed; blanks around it do not count, and nothing stands for "not known"
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID
 *
 * Returns: %FALSE when that is no value of the field; the customer is as before then
 */
gboolean
zg_customer_field_set_text (ZgCustomer       *customer,
                            ZgCustomerField   field,
                            const char       *typed,
                            GError          **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));

  if (field == ZG_CUSTOMER_FIELD_TAGS)
    {
      set_tags (customer->tags, stripped);
      return TRUE;
    }

  g_return_val_if_fail (fields[field].kind != NULL && fields[field].kind->parse != NULL, FALSE);

  return fields[field].kind->parse (customer, fields[field].offset, stripped, error);
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
  return fields[field].kind != NULL ? fields[field].kind->equal (a, b, fields[field].offset) : parts_equal (a, b, field);
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
  if (fields[field].kind != NULL)
    fields[field].kind->copy (destination, source, fields[field].offset);
  else
    parts_copy (destination, source, field);
}
