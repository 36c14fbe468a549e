/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-check-desk.h"
#include "zg-check-table.h"
#include "zg-ctl.h"
#include "zg-error.h"
#include "zg-integer.h"
#include "zg-record-json.h"

/* `checklist …`: the confirmation list as the shop wants it. */

/* What a command does to the list. */
typedef gboolean (*FormEdit) (ZgCheckForm  *form,
                              gpointer      data,
                              GError      **error);

typedef struct {
  ZgCtl *ctl;
  FormEdit edit;                /* NULL to look only */
  char **arguments;
  int n_arguments;
  ZgCheckForm *form;
} ChecklistJob;

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ChecklistJob *job = data;

  g_clear_pointer (&job->form, zg_check_form_free);
  job->form = zg_check_table_load (db, error);
  if (job->form == NULL)
    return FALSE;
  return job->edit == NULL
         || (job->edit (job->form, job, error) && zg_check_desk_save (db, job->form, job->ctl->clock, error));
}

static void
print_row (const ZgCtl          *ctl,
           const ZgCheckForm    *form,
           const ZgCheckFormRow *row,
           JsonArray            *array)
{
  const char *label = zg_check_form_get_label (form, row->check);
  JsonObject *object;

  if (!ctl->json)
    {
      zg_ctl_print ("[%s] %-12s %s%s", row->active ? "x" : " ", zg_check_to_key (row->check), label,
                    row->read_back ? _(" (read back)") : "");
      return;
    }

  object = json_object_new ();
  zg_json_set_text (object, "key", zg_check_to_key (row->check));
  zg_json_set_text (object, "label", label);
  json_object_set_boolean_member (object, "active", row->active);
  json_object_set_boolean_member (object, "read_back", row->read_back);
  json_object_set_boolean_member (object, "own", zg_check_is_own (row->check));
  json_array_add_object_element (array, object);
}

static ZgCtlStatus
run_command (ZgCtl     *ctl,
             FormEdit   edit,
             int        n_arguments,
             char     **arguments)
{
  ChecklistJob job = { .ctl = ctl, .edit = edit, .arguments = arguments, .n_arguments = n_arguments };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(ZgCheckForm) form = NULL;
  gboolean ok = edit == NULL ? zg_ctl_read (ctl, run, &job, &error) : zg_ctl_write (ctl, run, &job, &error);

  form = job.form;
  if (!ok)
    return zg_ctl_fail (error);
  for (guint i = 0; i < form->rows->len; i++)
    print_row (ctl, form, form->rows->pdata[i], array);
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
  return ZG_CTL_DONE;
}

static gboolean
find_row (const ZgCheckForm  *form,
          const char         *key,
          ZgCheckFormRow    **row_out,
          GError            **error)
{
  ZgCheck check;

  *row_out = zg_check_from_key (key, &check) ? zg_check_form_find (form, check) : NULL;
  if (*row_out == NULL)
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("The checklist has no row “%s”."), key);
  return *row_out != NULL;
}

static gboolean
read_switch (const char  *value,
             gboolean    *on_out,
             GError     **error)
{
  *on_out = g_str_equal (value, "yes");
  if (*on_out || g_str_equal (value, "no"))
    return TRUE;
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is neither yes nor no."), value);
  return FALSE;
}

static gboolean
set_field (ZgCheckForm     *form,
           ZgCheckFormRow  *row,
           const char      *field,
           GError         **error)
{
  const char *equals = strchr (field, '=');
  g_autofree char *name = equals != NULL ? g_strndup (field, equals - field) : NULL;
  gint64 place;

  if (g_strcmp0 (name, "label") == 0)
    return zg_check_form_set_label (form, row->check, equals + 1, error);
  if (g_strcmp0 (name, "active") == 0)
    return read_switch (equals + 1, &row->active, error);
  if (g_strcmp0 (name, "read-back") == 0)
    return read_switch (equals + 1, &row->read_back, error);
  if (g_strcmp0 (name, "place") == 0 && zg_integer_parse (equals + 1, 1, G_MAXINT, &place))
    {
      zg_check_form_place (form, row->check, place - 1);
      return TRUE;
    }

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               _("“%s” says nothing about a row; say label=TEXT, active=yes|no, read-back=yes|no or place=NUMBER."), field);
  return FALSE;
}

static gboolean
add (ZgCheckForm  *form,
     gpointer      data,
     GError      **error)
{
  ChecklistJob *job = data;
  ZgCheckFormRow *row = zg_check_form_add (form, job->arguments[0], error);

  for (int i = 1; row != NULL && i < job->n_arguments; i++)
    if (!set_field (form, row, job->arguments[i], error))
      return FALSE;
  return row != NULL;
}

static gboolean
set (ZgCheckForm  *form,
     gpointer      data,
     GError      **error)
{
  ChecklistJob *job = data;
  ZgCheckFormRow *row;

  if (!find_row (form, job->arguments[0], &row, error))
    return FALSE;
  for (int i = 1; i < job->n_arguments; i++)
    if (!set_field (form, row, job->arguments[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_row (ZgCheckForm  *form,
            gpointer      data,
            GError      **error)
{
  ChecklistJob *job = data;
  ZgCheckFormRow *row;

  return find_row (form, job->arguments[0], &row, error) && zg_check_form_remove (form, row->check, error);
}

ZgCtlStatus
zg_ctl_checklist_list (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  return run_command (ctl, NULL, n_arguments, arguments);
}

ZgCtlStatus
zg_ctl_checklist_add (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  return run_command (ctl, add, n_arguments, arguments);
}

ZgCtlStatus
zg_ctl_checklist_set (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  return run_command (ctl, set, n_arguments, arguments);
}

ZgCtlStatus
zg_ctl_checklist_remove (ZgCtl  *ctl,
                         int     n_arguments,
                         char  **arguments)
{
  return run_command (ctl, remove_row, n_arguments, arguments);
}
