/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-checklist"

#include "config.h"

#include "zg-check-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/* A row of the list is a line, also in a narrow window. */
#define MAX_LABEL_CHARS 40

static ZgCheckFormRow *
row_new (ZgCheck     check,
         const char *label,
         gboolean    active,
         gboolean    read_back)
{
  ZgCheckFormRow *row = g_new0 (ZgCheckFormRow, 1);

  row->check = check;
  row->label = g_strdup (label);
  row->active = active;
  row->read_back = read_back;
  return row;
}

static void
row_free (gpointer data)
{
  ZgCheckFormRow *row = data;

  g_free (row->label);
  g_free (row);
}

/**
 * zg_check_form_new:
 *
 * Returns: (transfer full): the standard list
 */
ZgCheckForm *
zg_check_form_new (void)
{
  ZgCheckForm *form = g_new0 (ZgCheckForm, 1);

  form->rows = g_ptr_array_new_with_free_func (row_free);
  form->next_own = 1;
  for (int i = 0; i < ZG_N_HUMAN_CHECKS; i++)
    g_ptr_array_add (form->rows, row_new (i, NULL, TRUE, zg_check_is_read_back (i)));
  return form;
}

/**
 * zg_check_form_copy:
 * @form: a list
 *
 * Returns: (transfer full): the same
 */
ZgCheckForm *
zg_check_form_copy (const ZgCheckForm *form)
{
  ZgCheckForm *copy = g_new0 (ZgCheckForm, 1);

  copy->rows = g_ptr_array_new_with_free_func (row_free);
  copy->version = form->version;
  copy->next_own = form->next_own;
  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *row = form->rows->pdata[i];

      g_ptr_array_add (copy->rows, row_new (row->check, row->label, row->active, row->read_back));
    }
  return copy;
}

/**
 * zg_check_form_free:
 * @form: (transfer full) (nullable): a list
 */
void
zg_check_form_free (ZgCheckForm *form)
{
  if (form == NULL)
    return;

  g_ptr_array_unref (form->rows);
  g_free (form);
}

static guint
find_index (const ZgCheckForm *form,
            ZgCheck            check)
{
  guint i = 0;

  while (i < form->rows->len && ((ZgCheckFormRow *) form->rows->pdata[i])->check != check)
    i++;
  return i;
}

/**
 * zg_check_form_find:
 * @form: a list
 * @check: a row
 *
 * Returns: (transfer none) (nullable): the row of @form, %NULL when it has none
 */
ZgCheckFormRow *
zg_check_form_find (const ZgCheckForm *form,
                    ZgCheck            check)
{
  guint i = find_index (form, check);

  return i < form->rows->len ? form->rows->pdata[i] : NULL;
}

/**
 * zg_check_form_get_label:
 * @form: (nullable): a list; %NULL for the standard one
 * @check: a row, also a computed one
 *
 * Returns: (transfer none): what the row is about, in the shop's words or else in the user's language. A row that was
 *   removed has only its key
 */
const char *
zg_check_form_get_label (const ZgCheckForm *form,
                         ZgCheck            check)
{
  const ZgCheckFormRow *row = form != NULL ? zg_check_form_find (form, check) : NULL;

  if (row != NULL && row->label != NULL)
    return row->label;
  return zg_check_is_own (check) ? zg_check_to_key (check) : zg_check_to_label (check);
}

/**
 * zg_check_form_count_active:
 * @form: a list
 *
 * Returns: how many rows people tick
 */
int
zg_check_form_count_active (const ZgCheckForm *form)
{
  int n = 0;

  for (guint i = 0; i < form->rows->len; i++)
    n += ((ZgCheckFormRow *) form->rows->pdata[i])->active ? 1 : 0;
  return n;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

/* The words of a row as they are kept: on one line, without blanks around them. */
static char *
clean_label (const char *label)
{
  char *clean = g_strdup (label != NULL ? label : "");

  g_strdelimit (clean, "\t\r\n", ' ');
  return g_strstrip (clean);
}

static gboolean
check_label (const ZgCheckForm  *form,
             ZgCheck             check,
             const char         *label,
             GError            **error)
{
  g_autofree char *message = NULL;

  if (*label == '\0')
    return refuse (error, _("A row of the confirmation list needs words."));
  if (g_utf8_strlen (label, -1) > MAX_LABEL_CHARS)
    {
      message = g_strdup_printf (ngettext ("A row of the confirmation list has at most %d character.",
                                           "A row of the confirmation list has at most %d characters.",
                                           MAX_LABEL_CHARS), MAX_LABEL_CHARS);
      return refuse (error, message);
    }
  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *row = form->rows->pdata[i];

      if (row->check == check || strcmp (zg_check_form_get_label (form, row->check), label) != 0)
        continue;
      message = g_strdup_printf (_("The confirmation list has a row “%s” already."), label);
      return refuse (error, message);
    }
  return TRUE;
}

/**
 * zg_check_form_add:
 * @form: a list
 * @label: what there is to check, in the shop's words
 * @error: return location for an error
 *
 * Adds a row of the shop's own at the end.
 *
 * Returns: (transfer none) (nullable): the row; %NULL with %ZG_DOMAIN_ERROR_INVALID when there is no such row to be
 */
ZgCheckFormRow *
zg_check_form_add (ZgCheckForm  *form,
                   const char   *label,
                   GError      **error)
{
  g_autofree char *clean = clean_label (label);
  ZgCheckFormRow *row;

  if (!check_label (form, -1, clean, error))
    return NULL;

  row = row_new (zg_check_from_own (form->next_own), clean, TRUE, FALSE);
  form->next_own++;
  g_ptr_array_add (form->rows, row);
  return row;
}

/**
 * zg_check_form_remove:
 * @form: a list
 * @check: a row of the shop's own
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID for a row of the standard list, which can only be switched off
 */
gboolean
zg_check_form_remove (ZgCheckForm  *form,
                      ZgCheck       check,
                      GError      **error)
{
  guint i = find_index (form, check);

  if (!zg_check_is_own (check))
    return refuse (error, _("A row of the standard list can be switched off, but not removed."));
  if (i < form->rows->len)
    g_ptr_array_remove_index (form->rows, i);
  return TRUE;
}

/**
 * zg_check_form_set_label:
 * @form: a list
 * @check: one of its rows
 * @label: (nullable): other words for it; empty gives a standard row its own words back
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when the words are too long or taken, or missing for a row of the shop's
 *   own
 */
gboolean
zg_check_form_set_label (ZgCheckForm  *form,
                         ZgCheck       check,
                         const char   *label,
                         GError      **error)
{
  ZgCheckFormRow *row = zg_check_form_find (form, check);
  g_autofree char *clean = clean_label (label);

  g_return_val_if_fail (row != NULL, FALSE);

  if (!zg_check_is_own (check) && (*clean == '\0' || strcmp (clean, zg_check_to_label (check)) == 0))
    {
      g_clear_pointer (&row->label, g_free);
      return TRUE;
    }
  if (!check_label (form, check, clean, error))
    return FALSE;

  g_free (row->label);
  row->label = g_steal_pointer (&clean);
  return TRUE;
}

/**
 * zg_check_form_place:
 * @form: a list
 * @check: one of its rows
 * @place: where it goes, counted from 0 without it; behind the last one is the last place
 */
void
zg_check_form_place (ZgCheckForm *form,
                     ZgCheck      check,
                     guint        place)
{
  guint i = find_index (form, check);
  gpointer row;

  g_return_if_fail (i < form->rows->len);

  row = g_ptr_array_steal_index (form->rows, i);
  g_ptr_array_insert (form->rows, MIN (place, form->rows->len), row);
}

/**
 * zg_check_form_validate:
 * @form: a list
 * @error: return location for an error
 *
 * Returns: whether @form may be the shop's list; else %ZG_DOMAIN_ERROR_INVALID
 */
gboolean
zg_check_form_validate (const ZgCheckForm  *form,
                        GError            **error)
{
  if (zg_check_form_count_active (form) == 0)
    return refuse (error, _("The confirmation list needs at least one row that people tick."));
  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *row = form->rows->pdata[i];

      if (row->label != NULL && !check_label (form, row->check, row->label, error))
        return FALSE;
    }
  return TRUE;
}
