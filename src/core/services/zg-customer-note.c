/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-note.h"

#include <glib/gi18n.h>

#include "zg-contact-table.h"
#include "zg-error.h"

/*
 * A note that stands in a timeline, changed or taken away. A note has no version: what it said when somebody began to change it
 * tells whether somebody else did so meanwhile. It stays where it was written, and with whom wrote it.
 */

/* What is known now of a note that was shown as @before; without one where it was taken away meanwhile. */
static gboolean
load_present (ZgDatabase       *db,
              const ZgContact  *before,
              gboolean          even_if_changed,
              ZgContact       **present_out,
              GError          **error)
{
  g_autoptr(ZgContact) present = NULL;

  *present_out = NULL;
  if (!zg_contact_table_load (db, before->id, &present, error))
    return FALSE;
  if (before->kind != ZG_CONTACT_NOTE || (present != NULL && present->kind != ZG_CONTACT_NOTE))
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, _("Only notes can be changed."));
      return FALSE;
    }
  if (!even_if_changed && present == NULL)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED,
                           _("Somebody else removed this note in the meantime."));
      return FALSE;
    }
  if (!even_if_changed && g_strcmp0 (present->text, before->text) != 0)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED,
                   _("Somebody else changed this note in the meantime. It is now: %s"), present->text);
      return FALSE;
    }

  *present_out = g_steal_pointer (&present);
  return TRUE;
}

/**
 * zg_customer_note_change:
 * @db: a writing connection in a transaction
 * @before: a note as it was shown
 * @text: what it should say; nothing takes it away
 * @even_if_changed: whether it counts also where somebody else changed or removed the note since; a person was told and wants
 *   it so
 * @saved_out: (out) (optional) (nullable) (transfer full): the note as it is now, %NULL when it is gone
 * @error: return location for an error
 *
 * Changes a note, or takes it away. The customer's last contact is right afterwards.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_CHANGED when somebody else changed or removed it, %ZG_DOMAIN_ERROR_REFUSED when it is
 *   no note
 */
gboolean
zg_customer_note_change (ZgDatabase       *db,
                         const ZgContact  *before,
                         const char       *text,
                         gboolean          even_if_changed,
                         ZgContact       **saved_out,
                         GError          **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr(ZgContact) present = NULL;
  g_autoptr(ZgContact) target = NULL;
  gboolean ok;

  if (!load_present (db, before, even_if_changed, &present, error))
    return FALSE;

  target = zg_contact_copy (present != NULL ? present : before);
  g_free (target->text);
  target->text = g_steal_pointer (&stripped);
  if (*target->text == '\0')
    {
      g_clear_pointer (&target, zg_contact_free);
      ok = zg_contact_table_delete (db, before->id, error);
    }
  else if (present == NULL)
    ok = zg_contact_table_restore (db, target, error);
  else
    ok = zg_contact_table_set_text (db, target->id, target->text, error);

  if (ok && saved_out != NULL)
    *saved_out = g_steal_pointer (&target);
  return ok;
}

/**
 * zg_customer_note_take_back:
 * @db: a writing connection in a transaction
 * @before: a note as it was before a change
 * @saved: (nullable): the note as the change left it, %NULL when it took it away
 * @error: return location for an error
 *
 * Takes zg_customer_note_change() back.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_CHANGED when somebody changed or removed it after that
 */
gboolean
zg_customer_note_take_back (ZgDatabase       *db,
                            const ZgContact  *before,
                            const ZgContact  *saved,
                            GError          **error)
{
  if (saved != NULL)
    return zg_customer_note_change (db, saved, before->text, FALSE, NULL, error);
  return zg_contact_table_restore (db, before, error);
}
