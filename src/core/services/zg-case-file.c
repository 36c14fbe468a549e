/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-attachment-table.h"
#include "zg-case-desk.h"
#include "zg-case-table.h"
#include "zg-customer-attachment.h"
#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-return-window.h"
#include "zg-shop-table.h"

/* What a person looks at of a case, the fields that can be set, its files, and the shop's deadlines. */

/* Platforms give a buyer no more than that to ask for money back. */
#define REFUND_DAYS 120

/**
 * zg_case_file_free:
 * @file: (transfer full) (nullable): a case with what belongs to it
 */
void
zg_case_file_free (ZgCaseFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->self, zg_case_free);
  g_clear_pointer (&file->order, zg_order_free);
  g_clear_pointer (&file->lines, g_ptr_array_unref);
  g_clear_pointer (&file->attachments, g_ptr_array_unref);
  g_clear_pointer (&file->windows, g_ptr_array_unref);
  g_free (file);
}

static gboolean
load_windows (ZgDatabase  *db,
              ZgCaseFile  *file,
              ZgClock     *clock,
              GError     **error)
{
  const ZgCaseType *type = zg_case_type_find (file->self->type);
  g_autoptr(GPtrArray) policies = NULL;

  file->windows = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_return_window_free);
  if (type == NULL || !type->seven_days)
    return TRUE;
  policies = zg_case_table_load_policies (db, file->order->id, error);
  if (policies == NULL)
    return FALSE;
  for (guint i = 0; i < policies->len; i++)
    g_ptr_array_add (file->windows, zg_return_window (g_ptr_array_index (policies, i), file->order->received_at,
                                                      zg_clock_now (clock), zg_clock_get_zone (clock)));
  return TRUE;
}

/**
 * zg_case_desk_load:
 * @db: a connection
 * @id: a case
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the case with what belongs to it; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is
 *   none
 */
ZgCaseFile *
zg_case_desk_load (ZgDatabase  *db,
                   gint64       id,
                   ZgClock     *clock,
                   GError     **error)
{
  g_autoptr(ZgCaseFile) file = g_new0 (ZgCaseFile, 1);

  file->self = zg_case_table_load (db, id, error);
  if (file->self == NULL)
    return NULL;
  file->order = zg_order_table_load (db, file->self->order_id, error);
  file->lines = file->order != NULL ? zg_case_table_load_lines (db, id, error) : NULL;
  file->attachments = file->lines != NULL ? zg_attachment_table_list_for_case (db, id, error) : NULL;
  if (file->attachments == NULL || !load_windows (db, file, clock, error))
    return NULL;
  return g_steal_pointer (&file);
}

/* The fields that are texts. */
static const struct {
  const char *field;
  const char *label;
  gsize offset;
} texts[] = {
  { "tracking", N_("Tracking number"), G_STRUCT_OFFSET (ZgCase, tracking) },
  { "courier", N_("Courier"), G_STRUCT_OFFSET (ZgCase, courier) },
  { "number", N_("The platform's number"), G_STRUCT_OFFSET (ZgCase, platform_number) },
  { "note", N_("Note"), G_STRUCT_OFFSET (ZgCase, note) },
  { "reason", N_("Reason"), G_STRUCT_OFFSET (ZgCase, reason) },
};

static char **
text_of (const ZgCase *self,
         gsize         index)
{
  return G_STRUCT_MEMBER_P (self, texts[index].offset);
}

static gboolean
set_who (ZgDatabase  *db,
         ZgCase      *self,
         const char  *value,
         GError     **error)
{
  g_autoptr(ZgStaff) staff = *value != '\0' ? zg_shop_table_find_staff (db, value, error) : NULL;

  if (*value != '\0' && staff == NULL)
    return FALSE;
  self->staff_id = staff != NULL ? staff->id : 0;
  g_free (self->staff_name);
  self->staff_name = staff != NULL ? g_strdup (staff->name) : NULL;
  return TRUE;
}

static gboolean
set_due (ZgDatabase  *db,
         ZgCase      *self,
         const char  *value,
         ZgClock     *clock,
         GError     **error)
{
  g_autoptr(GPtrArray) rules = zg_case_table_load_rules (db, error);
  ZgTime due_at = ZG_TIME_NONE;

  if (rules == NULL || (*value != '\0' && !zg_time_parse_iso (value, zg_clock_get_zone (clock), &due_at, error)))
    return FALSE;
  zg_case_set_due (self, due_at, rules);
  return TRUE;
}

/**
 * zg_case_desk_set_field:
 * @db: a connection
 * @self: a case to edit
 * @field: `who`, `due`, `tracking`, `courier`, `number`, `note` or `reason`
 * @value: its new value as text: a clerk's name or number, a time, words; an empty `due` is what the rules say
 * @clock: in whose zone times are
 * @error: return location for an error
 *
 * Changes one field of the value @self; zg_case_desk_save() writes it.
 *
 * Returns: %FALSE with an error when there is no such field or the value does not fit
 */
gboolean
zg_case_desk_set_field (ZgDatabase  *db,
                        ZgCase      *self,
                        const char  *field,
                        const char  *value,
                        ZgClock     *clock,
                        GError     **error)
{
  if (strcmp (field, "who") == 0)
    return set_who (db, self, value, error);
  if (strcmp (field, "due") == 0)
    return set_due (db, self, value, clock, error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (strcmp (texts[i].field, field) != 0)
        continue;
      g_free (*text_of (self, i));
      *text_of (self, i) = g_strdup (value);
      return TRUE;
    }
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A case has no field “%s”."), field);
  return FALSE;
}

static void
add_change (GString    *text,
            const char *label,
            const char *value)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append_printf (text, "%s: %s", label, value != NULL && *value != '\0' ? value : "—");
}

/* (transfer full): what a person has changed, in words; empty for nothing. */
static char *
describe_changes (const ZgCase *before,
                  const ZgCase *after,
                  ZgClock      *clock)
{
  GString *text = g_string_new (NULL);

  if (before->staff_id != after->staff_id)
    add_change (text, _("Looked after by"), after->staff_name);
  if (before->due_at != after->due_at || before->due_set != after->due_set)
    {
      g_autofree char *due = after->due_at != ZG_TIME_NONE
                             ? zg_time_to_text (after->due_at, zg_clock_now (clock), zg_clock_get_zone (clock)) : NULL;

      add_change (text, _("Due"), due);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *old = *text_of (before, i);
      const char *new = *text_of (after, i);

      if (strcmp (old != NULL ? old : "", new != NULL ? new : "") != 0)
        add_change (text, _(texts[i].label), new);
    }
  return g_string_free (text, FALSE);
}

/**
 * zg_case_desk_save:
 * @db: a writing connection in a transaction
 * @before: a case as it was read
 * @after: as a person wants it; gets the new version
 * @staff_id: who edits, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Writes what zg_case_desk_set_field() can change; what does not differ is no edit.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the case since it was read
 */
gboolean
zg_case_desk_save (ZgDatabase    *db,
                   const ZgCase  *before,
                   ZgCase        *after,
                   gint64         staff_id,
                   ZgClock       *clock,
                   GError       **error)
{
  g_autofree char *changes = describe_changes (before, after, clock);

  if (*changes == '\0')
    return TRUE;
  return zg_case_table_update (db, after, error)
         && zg_case_table_add_line (db, after->id, zg_clock_now (clock), staff_id, "set", changes, error);
}

/**
 * zg_case_desk_attach:
 * @db: a writing connection in a transaction
 * @self: a case
 * @attachment: what zg_attachment_new() gave; gets its id
 * @staff_id: who adds it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Keeps a file with the case, and with its customer.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when nobody knows whose order it is; zg_customer_attachment_remove() takes it
 *   back
 */
gboolean
zg_case_desk_attach (ZgDatabase    *db,
                     const ZgCase  *self,
                     ZgAttachment  *attachment,
                     gint64         staff_id,
                     ZgClock       *clock,
                     GError       **error)
{
  if (self->customer_id == 0)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("Nobody knows whose order this is. Say who the customer is, then keep files."));
      return FALSE;
    }
  attachment->case_id = self->id;
  zg_database_note_change (db, ZG_TABLE_CASE, self->id);
  return zg_customer_attachment_add (db, attachment, self->customer_id, self->order_id, staff_id, clock, error)
         && zg_case_table_add_line (db, self->id, zg_clock_now (clock), staff_id, "file", attachment->name, error);
}

/**
 * zg_case_desk_set_rule:
 * @db: a writing connection in a transaction
 * @rule: how long a step may take in this shop; below 0 hours it is what the program says again
 * @error: return location for an error
 *
 * Open cases follow, except where a person has said until when.
 *
 * Returns: whether it holds; %FALSE with %ZG_DOMAIN_ERROR_INVALID when there is no such type or step
 */
gboolean
zg_case_desk_set_rule (ZgDatabase        *db,
                       const ZgCaseRule  *rule,
                       GError           **error)
{
  const ZgCaseType *type = zg_case_type_find (rule->type);
  g_autoptr(GPtrArray) rules = NULL;
  g_autoptr(GPtrArray) cases = NULL;

  if (type == NULL || zg_case_type_find_step (type, rule->step) < 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   type == NULL ? _("There is no kind of case “%s”.") : _("“%s” is no step of such a case."),
                   type == NULL ? rule->type : rule->step);
      return FALSE;
    }
  if (!zg_case_table_put_rule (db, rule, error))
    return FALSE;
  rules = zg_case_table_load_rules (db, error);
  cases = rules != NULL ? zg_case_table_list (db, FALSE, error) : NULL;
  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      ZgCase *self = g_ptr_array_index (cases, i);

      if (self->due_set || self->due_at == zg_case_get_rule_due (self, rules))
        continue;
      zg_case_set_due (self, ZG_TIME_NONE, rules);
      if (!zg_case_table_write_due (db, self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_case_desk_list_refunds:
 * @db: a connection
 * @clock: what time it is
 * @error: return location for an error
 *
 * A refund that a file reports opens no case by itself: the list of cases offers to.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): orders in refund without an open case, the newest first
 */
GArray *
zg_case_desk_list_refunds (ZgDatabase  *db,
                           ZgClock     *clock,
                           GError     **error)
{
  return zg_case_table_list_refunds (db, zg_clock_now (clock) - REFUND_DAYS * ZG_TIME_DAY, error);
}
