/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-record-page"

#include "config.h"

#include "zg-record-page.h"

enum {
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ZgRecordPage, zg_record_page, GTK_TYPE_WIDGET)

static void
zg_record_page_default_init (ZgRecordPageInterface *iface)
{
  signals[MODE_CHANGED] =
    g_signal_new ("mode-changed", ZG_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * zg_record_page_open:
 * @id: a record
 *
 * Shows a record. A form that is open has to be closed first, see zg_record_page_has_changes().
 */
void
zg_record_page_open (ZgRecordPage *self,
                     gint64        id)
{
  g_return_if_fail (ZG_IS_RECORD_PAGE (self));

  ZG_RECORD_PAGE_GET_IFACE (self)->open (self, id);
}

/**
 * zg_record_page_get_id:
 *
 * Returns: the record that is shown, or 0
 */
gint64
zg_record_page_get_id (ZgRecordPage *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_PAGE (self), 0);

  return ZG_RECORD_PAGE_GET_IFACE (self)->get_id (self);
}

/**
 * zg_record_page_focus:
 *
 * Puts the focus where work on the page begins, or into the form.
 */
void
zg_record_page_focus (ZgRecordPage *self)
{
  g_return_if_fail (ZG_IS_RECORD_PAGE (self));

  ZG_RECORD_PAGE_GET_IFACE (self)->focus (self);
}

/**
 * zg_record_page_edit:
 *
 * Opens the form.
 */
void
zg_record_page_edit (ZgRecordPage *self)
{
  g_return_if_fail (ZG_IS_RECORD_PAGE (self));

  ZG_RECORD_PAGE_GET_IFACE (self)->edit (self);
}

/**
 * zg_record_page_is_editing:
 *
 * Returns: whether the form is open
 */
gboolean
zg_record_page_is_editing (ZgRecordPage *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_PAGE (self), FALSE);

  return ZG_RECORD_PAGE_GET_IFACE (self)->is_editing (self);
}

/**
 * zg_record_page_has_changes:
 *
 * Returns: whether the form is open and something in it would be lost
 */
gboolean
zg_record_page_has_changes (ZgRecordPage *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_PAGE (self), FALSE);

  return ZG_RECORD_PAGE_GET_IFACE (self)->has_changes (self);
}

/**
 * zg_record_page_has_drafts:
 *
 * Returns: whether something beside the form was begun, about this record or another, and not kept
 */
gboolean
zg_record_page_has_drafts (ZgRecordPage *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_PAGE (self), FALSE);

  return ZG_RECORD_PAGE_GET_IFACE (self)->has_drafts != NULL && ZG_RECORD_PAGE_GET_IFACE (self)->has_drafts (self);
}

/**
 * zg_record_page_cancel:
 *
 * Closes the form, or else what was begun beside it. What was typed can be had back.
 *
 * Returns: whether there was anything to close
 */
gboolean
zg_record_page_cancel (ZgRecordPage *self)
{
  g_return_val_if_fail (ZG_IS_RECORD_PAGE (self), FALSE);

  return ZG_RECORD_PAGE_GET_IFACE (self)->cancel (self);
}

/**
 * zg_record_page_set_column_mode:
 * @mode: how much room the window has
 */
void
zg_record_page_set_column_mode (ZgRecordPage *self,
                                ZgColumnMode  mode)
{
  g_return_if_fail (ZG_IS_RECORD_PAGE (self));

  ZG_RECORD_PAGE_GET_IFACE (self)->set_column_mode (self, mode);
}

/**
 * zg_record_page_mode_changed:
 *
 * For pages: the form was opened or closed, so other keys are true than before.
 */
void
zg_record_page_mode_changed (ZgRecordPage *self)
{
  g_return_if_fail (ZG_IS_RECORD_PAGE (self));

  g_signal_emit (self, signals[MODE_CHANGED], 0);
}
