/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-draft.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Somebody as address books know them becomes a customer. What a customer has no field for goes into the note, line by
 * line, so that nothing of it is lost.
 */

/* No phone number has more characters; what has is kept as text in the note. */
#define MAX_PHONE 40
#define MAX_PARTS 100

struct _ZgContactDraft {
  ZgContactRecord *record;
  char *full_name;
  char *family;
  char *given;
  char *additional;
  GString *note;
  GString *facts;
  guint n_preferred_phones;
  guint n_preferred_addresses;
};

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * zg_contact_draft_new:
 * @line: the line of the file that it begins on
 *
 * Returns: (transfer full): a draft of nobody yet
 */
ZgContactDraft *
zg_contact_draft_new (guint64 line)
{
  ZgContactDraft *draft = g_new0 (ZgContactDraft, 1);

  draft->record = zg_contact_record_new (line);
  draft->note = g_string_new (NULL);
  draft->facts = g_string_new (NULL);
  return draft;
}

/**
 * zg_contact_draft_free:
 * @draft: (transfer full) (nullable): a draft
 */
void
zg_contact_draft_free (ZgContactDraft *draft)
{
  if (draft == NULL)
    return;

  zg_contact_record_free (draft->record);
  g_free (draft->full_name);
  g_free (draft->family);
  g_free (draft->given);
  g_free (draft->additional);
  g_string_free (draft->note, TRUE);
  g_string_free (draft->facts, TRUE);
  g_free (draft);
}

/**
 * zg_contact_draft_get_record:
 * @draft: a draft
 *
 * Returns: (transfer none): the record that it becomes
 */
ZgContactRecord *
zg_contact_draft_get_record (ZgContactDraft *draft)
{
  return draft->record;
}

/**
 * zg_contact_draft_set_full_name:
 * @draft: a draft
 * @name: the name as it is written
 */
void
zg_contact_draft_set_full_name (ZgContactDraft *draft,
                                const char     *name)
{
  if (is_blank (draft->full_name))
    {
      g_free (draft->full_name);
      draft->full_name = dup_stripped (name);
    }
}

/**
 * zg_contact_draft_set_name_parts:
 * @draft: a draft
 * @family: (nullable): the family name
 * @given: (nullable): the given name
 * @additional: (nullable): what stands between them
 */
void
zg_contact_draft_set_name_parts (ZgContactDraft *draft,
                                 const char     *family,
                                 const char     *given,
                                 const char     *additional)
{
  g_free (draft->family);
  g_free (draft->given);
  g_free (draft->additional);
  draft->family = dup_stripped (family);
  draft->given = dup_stripped (given);
  draft->additional = dup_stripped (additional);
}

/**
 * zg_contact_draft_set_call_name:
 * @draft: a draft
 * @name: what they are called
 */
void
zg_contact_draft_set_call_name (ZgContactDraft *draft,
                                const char     *name)
{
  ZgCustomer *customer = draft->record->customer;

  if (is_blank (name))
    return;
  if (!is_blank (customer->call_name))
    {
      zg_contact_draft_add_fact (draft, _("Nickname"), name);
      return;
    }
  g_free (customer->call_name);
  customer->call_name = dup_stripped (name);
}

static gboolean
is_full (GPtrArray *parts)
{
  return parts->len >= MAX_PARTS;
}

/* The preferred ones come first, in their own order. */
static void
move_forward (GPtrArray *parts,
              guint     *n_preferred)
{
  gpointer last = g_ptr_array_steal_index (parts, parts->len - 1);

  g_ptr_array_insert (parts, (int) (*n_preferred)++, last);
}

/* (transfer full): a land line in China as it is dialled there: phones keep +86 20 … for 020 …. */
static char *
make_local (const char *text)
{
  const char *rest = g_str_has_prefix (text, "+86") ? text + 3 : g_str_has_prefix (text, "0086") ? text + 4 : NULL;

  if (rest == NULL)
    return g_strdup (text);
  rest += strspn (rest, " -");
  /* Mobile numbers begin with 1, but so does Beijing's 10. */
  if ((*rest >= '2' && *rest <= '9') || g_str_has_prefix (rest, "10"))
    return g_strconcat ("0", rest, NULL);
  return g_strdup (text);
}

/**
 * zg_contact_draft_add_phone:
 * @draft: a draft
 * @field: the field as the file calls it
 * @text: a phone number
 * @label: (nullable): our label
 * @is_preferred: whether to call this one first
 */
void
zg_contact_draft_add_phone (ZgContactDraft *draft,
                            const char     *field,
                            const char     *text,
                            const char     *label,
                            gboolean        is_preferred)
{
  GPtrArray *phones = draft->record->customer->phones;
  guint n_before = phones->len;
  g_autofree char *bare = dup_stripped (text);
  g_autofree char *number = make_local (bare);
  g_autoptr(ZgPhone) phone = zg_phone_parse (number);

  if (*bare == '\0')
    return;
  if (g_utf8_strlen (text, -1) > MAX_PHONE || is_full (phones))
    {
      zg_contact_record_leave_out (draft->record, field, _("this is no phone number; it stands in the note"));
      zg_contact_draft_add_fact (draft, _("Phone"), text);
      return;
    }
  for (guint i = 0; i < phones->len; i++)
    {
      const ZgPhone *known = ((ZgCustomerPhone *) g_ptr_array_index (phones, i))->phone;

      if (g_strcmp0 (known->text, phone->text) == 0
          || (known->digits != NULL && g_strcmp0 (known->digits, phone->digits) == 0
              && g_strcmp0 (known->extension, phone->extension) == 0))
        return;
    }
  zg_customer_add_phone (draft->record->customer, number, label);
  if (is_preferred && phones->len > n_before)
    move_forward (phones, &draft->n_preferred_phones);
}

static void
add_address (ZgContactDraft *draft,
             ZgAddress      *address,
             const char     *label,
             gboolean        is_preferred)
{
  GPtrArray *addresses = draft->record->customer->addresses;
  guint n_before = addresses->len;
  g_autofree char *text = zg_address_to_text (address);

  if (is_full (addresses))
    zg_contact_draft_add_fact (draft, _("Address"), text);
  else if (*text != '\0')
    zg_customer_add_address (draft->record->customer, NULL, NULL, address, label);
  if (is_preferred && addresses->len > n_before)
    move_forward (addresses, &draft->n_preferred_addresses);
}

/**
 * zg_contact_draft_add_address:
 * @draft: a draft
 * @parts: the address
 * @label: (nullable): our label
 * @is_preferred: whether it is the usual one
 */
void
zg_contact_draft_add_address (ZgContactDraft         *draft,
                              const ZgContactAddress *parts,
                              const char             *label,
                              gboolean                is_preferred)
{
  g_autoptr(ZgAddress) address = zg_contact_address_make (parts);

  add_address (draft, address, label, is_preferred);
}

/**
 * zg_contact_draft_add_address_text:
 * @draft: a draft
 * @text: an address in one piece
 * @label: (nullable): our label
 */
void
zg_contact_draft_add_address_text (ZgContactDraft *draft,
                                   const char     *text,
                                   const char     *label)
{
  g_autoptr(ZgAddress) address = zg_address_parse_export (text);

  add_address (draft, address, label, FALSE);
}

/**
 * zg_contact_draft_add_account:
 * @draft: a draft
 * @platform: a word of zg-platform.h
 * @account: their name there
 */
void
zg_contact_draft_add_account (ZgContactDraft *draft,
                              const char     *platform,
                              const char     *account)
{
  g_autofree char *bare = dup_stripped (account);

  if (*bare != '\0' && !is_full (draft->record->customer->accounts))
    zg_customer_add_account (draft->record->customer, platform, bare);
}

/**
 * zg_contact_draft_add_tag:
 * @draft: a draft
 * @tag: a group that they are in
 */
void
zg_contact_draft_add_tag (ZgContactDraft *draft,
                          const char     *tag)
{
  GPtrArray *tags = draft->record->customer->tags;
  g_autofree char *bare = dup_stripped (tag);

  if (*bare != '\0' && !is_full (tags) && !g_ptr_array_find_with_equal_func (tags, bare, g_str_equal, NULL))
    g_ptr_array_add (tags, g_steal_pointer (&bare));
}

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * zg_contact_draft_add_note:
 * @draft: a draft
 * @text: what is noted of them
 */
void
zg_contact_draft_add_note (ZgContactDraft *draft,
                           const char     *text)
{
  g_autofree char *bare = dup_stripped (text);
  g_autoptr(GString) lines = g_string_new (bare);

  g_string_replace (lines, "\r\n", "\n", 0);
  if (lines->len > 0)
    append_line (draft->note, lines->str);
}

/**
 * zg_contact_draft_add_fact:
 * @draft: a draft
 * @title: what it is, translated
 * @text: what a customer has no field for; goes into the note
 */
void
zg_contact_draft_add_fact (ZgContactDraft *draft,
                           const char     *title,
                           const char     *text)
{
  g_autofree char *bare = dup_stripped (text);
  g_autofree char *line = NULL;

  if (*bare == '\0')
    return;
  /* TRANSLATORS: a line of a note: "E-mail: a@example.com" */
  line = g_strdup_printf (_("%s: %s"), title, g_strdelimit (bare, "\r\n", ' '));
  append_line (draft->facts, line);
}

/**
 * zg_contact_draft_set_birthday:
 * @draft: a draft
 * @text: a birthday, whatever way it is written
 * @omits_year: whether the year is only there because a date has one
 */
void
zg_contact_draft_set_birthday (ZgContactDraft *draft,
                               const char     *text,
                               gboolean        omits_year)
{
  ZgContactRecord *record = draft->record;
  g_autofree char *bare = dup_stripped (text);
  g_autofree char *day = g_strdup (bare);
  char *time = strpbrk (day, "Tt");
  g_autoptr(GError) error = NULL;

  if (*bare == '\0' || zg_birthday_is_known (&record->customer->birthday))
    return;
  /* 1990-05-17T00:00:00Z */
  if (time != NULL && time > day && g_ascii_isdigit (time[-1]) && g_ascii_isdigit (time[1]))
    *time = '\0';
  if (zg_birthday_parse (day, &record->customer->birthday, &error))
    {
      record->customer->birthday.year = omits_year ? 0 : record->customer->birthday.year;
      return;
    }
  zg_contact_record_leave_out (record, _("Birthday"), error->message);
  zg_contact_draft_add_fact (draft, _("Birthday"), bare);
}

static void
append_part (GString    *name,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
}

static gboolean
is_han (const char *text)
{
  return *text != '\0' && g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN;
}

/* Chinese names have no blank between their parts. */
static char *
join_name (const ZgContactDraft *draft)
{
  const char *family = draft->family != NULL ? draft->family : "";
  const char *given = draft->given != NULL ? draft->given : "";
  const char *additional = draft->additional != NULL ? draft->additional : "";
  g_autoptr(GString) name = g_string_new (NULL);

  if (is_han (family) || is_han (given))
    return g_strconcat (family, additional, given, NULL);
  append_part (name, given);
  append_part (name, additional);
  append_part (name, family);
  return g_strdup (name->str);
}

/* Whether two names differ in blanks alone. */
static gboolean
same_but_blanks (const char *a,
                 const char *b)
{
  while (TRUE)
    {
      a += strspn (a, " ");
      b += strspn (b, " ");
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}

/**
 * zg_contact_draft_finish:
 * @draft: a draft to which nothing is added any more
 *
 * Returns: (transfer full): the record
 */
ZgContactRecord *
zg_contact_draft_finish (ZgContactDraft *draft)
{
  ZgContactRecord *record = g_steal_pointer (&draft->record);
  g_autofree char *joined = join_name (draft);
  const char *name = is_blank (draft->full_name) || (is_han (joined) && same_but_blanks (joined, draft->full_name))
                     ? joined : draft->full_name;

  zg_personal_set (&record->customer->name, name);
  if (draft->facts->len > 0)
    append_line (draft->note, draft->facts->str);
  g_free (record->customer->note);
  record->customer->note = g_strdup (draft->note->str);
  zg_contact_record_check (record);
  return record;
}
