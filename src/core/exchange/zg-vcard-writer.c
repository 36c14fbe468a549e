/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-writer.h"

#include <string.h>

#include "zg-contact-label.h"
#include "zg-vcard-card.h"
#include "zg-vcard-value.h"

/*
 * Customers as vCard 3.0 (RFC 2426) in UTF-8, which phones, Outlook and WeChat's tools read. Hidden values are nobody's
 * number and stay here; a hidden name is written where there is no other, because a card has to have one.
 */

/* A line has at most so many octets without its end; a fold may not cut a character. */
#define MAX_OCTETS 75

static const char * const compound_names[] = {
  "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "尉迟", "尉遲", "司徒", "皇甫", "慕容", "令狐", "东方", "東方",
  "公孙", "公孫", "长孙", "長孫", "宇文", "夏侯", "端木", "南宫", "南宮", "独孤", "獨孤", "百里", "呼延", "轩辕", "軒轅",
};

static void
append_line (GString       *text,
             const GString *line)
{
  gsize n_octets = 0;

  for (const char *at = line->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = (gsize) (g_utf8_next_char (at) - at);

      if (n_octets + length > MAX_OCTETS)
        {
          g_string_append (text, "\r\n ");
          n_octets = 1;
        }
      g_string_append_len (text, at, (gssize) length);
      n_octets += length;
    }
  g_string_append (text, "\r\n");
}

static void
append_property (GString    *text,
                 const char *head,
                 const char *value)
{
  g_autoptr(GString) line = g_string_new (head);

  if (value == NULL || *value == '\0')
    return;
  g_string_append_c (line, ':');
  zg_vcard_value_escape (line, value);
  append_line (text, line);
}

/* The number of bytes of @name's family name, 0 where there is no telling. */
static gsize
find_family (const char *name)
{
  if (*name == '\0' || g_unichar_get_script (g_utf8_get_char (name)) != G_UNICODE_SCRIPT_HAN
      || g_utf8_strlen (name, -1) < 2 || g_utf8_strlen (name, -1) > 4)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (compound_names); i++)
    if (g_str_has_prefix (name, compound_names[i]) && name[strlen (compound_names[i])] != '\0')
      return strlen (compound_names[i]);
  return (gsize) (g_utf8_next_char (name) - name);
}

/* FN and N have to be there, whatever is known. */
static void
append_names (GString          *text,
              const ZgCustomer *customer)
{
  const char *name = zg_personal_identifies (&customer->name) ? customer->name.text
                                                              : zg_customer_get_call_name (customer);
  gsize family = find_family (name);
  g_autofree char *first = family > 0 ? g_strndup (name, family) : NULL;
  g_autoptr(GString) line = g_string_new ("N:");

  zg_vcard_value_escape (line, first != NULL ? first : "");
  g_string_append_c (line, ';');
  zg_vcard_value_escape (line, name + family);
  g_string_append (line, ";;;");
  append_line (text, line);
  append_property (text, "FN", *name != '\0' ? name : "?");
  append_property (text, "NICKNAME", customer->call_name);
}

/* (transfer full): what stands before the colon; a label that only we know gets a group of its own. */
static char *
make_head (const char *name,
           const char *types,
           const char *label,
           guint      *n_groups)
{
  const char *type = zg_contact_label_to_type (label);

  if (type != NULL)
    return g_strdup_printf ("%s;TYPE=%s%s%s", name, type, *types != '\0' ? "," : "", types);
  if (label != NULL && *label != '\0')
    return g_strdup_printf ("item%u.%s%s%s", ++*n_groups, name, *types != '\0' ? ";TYPE=" : "", types);
  return g_strdup_printf ("%s%s%s", name, *types != '\0' ? ";TYPE=" : "", types);
}

static void
append_label (GString    *text,
              const char *head,
              const char *label)
{
  g_autofree char *name = NULL;

  if (!g_str_has_prefix (head, "item"))
    return;
  name = g_strdup_printf ("%.*s.X-ABLabel", (int) strcspn (head, "."), head);
  append_property (text, name, label);
}

static void
append_phones (GString          *text,
               const ZgCustomer *customer,
               guint            *n_groups)
{
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);
      g_autofree char *number = zg_phone_to_text (part->phone);
      g_autofree char *head = make_head ("TEL", part->phone->kind == ZG_PHONE_MOBILE ? "CELL" : "VOICE", part->label,
                                         n_groups);

      if (part->phone->disclosure != ZG_DISCLOSURE_PLAIN)
        continue;
      append_property (text, head, number);
      append_label (text, head, part->label);
    }
}

static void
append_part (GString    *line,
             const char *part)
{
  zg_vcard_value_escape (line, part != NULL ? part : "");
}

static void
append_addresses (GString          *text,
                  const ZgCustomer *customer,
                  guint            *n_groups)
{
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      const ZgAddress *address = part->address;
      g_autofree char *head = make_head ("ADR", "", part->label, n_groups);
      g_autoptr(GString) line = g_string_new (head);

      if (address->disclosure != ZG_DISCLOSURE_PLAIN)
        continue;
      g_string_append (line, ":;;");
      append_part (line, address->district);
      if (address->district != NULL && *address->district != '\0' && address->detail != NULL)
        g_string_append_c (line, ' ');
      append_part (line, address->detail);
      g_string_append_c (line, ';');
      append_part (line, address->city);
      g_string_append_c (line, ';');
      append_part (line, address->province);
      g_string_append_c (line, ';');
      append_part (line, address->postcode);
      g_string_append (line, ";");
      append_line (text, line);
      append_label (text, head, part->label);
    }
}

/* Other programs know one calendar. */
static void
append_birthday (GString          *text,
                 const ZgBirthday *birthday)
{
  g_autofree char *day = zg_birthday_to_text (birthday);

  append_property (text, birthday->calendar == ZG_CALENDAR_LUNAR ? ZG_VCARD_BIRTHDAY : "BDAY", day);
}

static void
append_tags (GString          *text,
             const ZgCustomer *customer)
{
  g_autoptr(GString) line = g_string_new ("CATEGORIES:");

  if (customer->tags->len == 0)
    return;
  for (guint i = 0; i < customer->tags->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      zg_vcard_value_escape (line, g_ptr_array_index (customer->tags, i));
    }
  append_line (text, line);
}

static void
append_accounts (GString          *text,
                 const ZgCustomer *customer)
{
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);
      g_autofree char *head = g_strconcat (ZG_VCARD_ACCOUNT ";PLATFORM=", part->platform, NULL);

      if (zg_personal_identifies (&part->account))
        append_property (text, head, part->account.text);
    }
}

/**
 * zg_vcard_append:
 * @text: a file that is written
 * @customer: a customer
 *
 * Adds a customer's card.
 */
void
zg_vcard_append (GString          *text,
                 const ZgCustomer *customer)
{
  guint n_groups = 0;

  g_string_append (text, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
  append_property (text, "UID", customer->uid);
  append_names (text, customer);
  append_phones (text, customer, &n_groups);
  append_addresses (text, customer, &n_groups);
  append_birthday (text, &customer->birthday);
  append_tags (text, customer);
  append_property (text, "NOTE", customer->note);
  append_accounts (text, customer);
  append_property (text, ZG_VCARD_LEVEL, customer->level);
  append_property (text, ZG_VCARD_TYPE, customer->type);
  append_property (text, ZG_VCARD_CAUTION, customer->caution);
  append_property (text, ZG_VCARD_SOURCE, customer->source);
  g_string_append (text, "END:VCARD\r\n");
}
