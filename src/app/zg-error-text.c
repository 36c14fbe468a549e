/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-error-text"

#include "config.h"

#include "zg-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-error.h"
#include "zg-store-error.h"

/* The one place that says what an error means to the person at the desk. The error's own message is a whole sentence
 * about this case; here stands what all cases of its kind have in common. */

static const struct {
  ZgStoreError code;
  ZgErrorText text;
} store_texts[] = {
  { ZG_STORE_ERROR_FAILED,
    { N_("That did not work"), N_("Nothing was changed. Try it again."), NULL, NULL } },
  { ZG_STORE_ERROR_BUSY,
    { N_("The shop file is in use"), N_("Another program is writing to it. Wait a moment and try it again."),
      NULL, NULL } },
  { ZG_STORE_ERROR_FULL,
    { N_("No room left"), N_("Free some space on this computer and try it again. What you typed is still there."),
      NULL, NULL } },
  { ZG_STORE_ERROR_READ_ONLY,
    { N_("The shop file can only be read"), N_("Everything can be looked at and copied, but nothing can be changed."),
      NULL, NULL } },
  { ZG_STORE_ERROR_CORRUPT,
    { N_("The shop file is damaged"),
      N_("Nothing was deleted. Restore the newest backup; the damaged file is kept beside it."),
      N_("Restore…"), "win.restore" } },
  { ZG_STORE_ERROR_NEWER_SCHEMA,
    { N_("A newer Zhanggui wrote this shop file"), N_("Update Zhanggui on this computer. The file was not touched."),
      NULL, NULL } },
  { ZG_STORE_ERROR_FOREIGN_FILE,
    { N_("This is not a shop file"), N_("It belongs to another program and was not touched."), NULL, NULL } },
  { ZG_STORE_ERROR_NETWORK_DRIVE,
    { N_("The shop file lies on a network drive"),
      N_("Two computers writing to one file would damage it. Move the file to a folder of this computer."),
      NULL, NULL } },
  { ZG_STORE_ERROR_DUPLICATE,
    { N_("There is one already"), NULL, NULL, NULL } },
  { ZG_STORE_ERROR_NOT_FOUND,
    { N_("It is not there any more"), N_("Somebody may have deleted it in the meantime."), NULL, NULL } },
  { ZG_STORE_ERROR_STALE,
    { N_("Somebody else changed it in the meantime"),
      N_("Your change was not saved over theirs. Look at the new state and change it again."), NULL, NULL } },
  { ZG_STORE_ERROR_CONSTRAINT,
    { N_("That value can't be saved"), N_("Nothing was changed."), NULL, NULL } },
  { ZG_STORE_ERROR_CANT_OPEN,
    { N_("The shop file can't be opened"), N_("Check that the folder exists and that you may write to it."),
      NULL, NULL } },
};

static const struct {
  ZgDomainError code;
  ZgErrorText text;
} domain_texts[] = {
  { ZG_DOMAIN_ERROR_INVALID, { N_("Something is not right yet"), NULL, NULL, NULL } },
  { ZG_DOMAIN_ERROR_REFUSED, { N_("Not now"), NULL, NULL, NULL } },
  { ZG_DOMAIN_ERROR_CHANGED, { N_("Somebody else changed it in the meantime"), NULL, NULL, NULL } },
};

static ZgErrorText
translate (const ZgErrorText *text)
{
  return (ZgErrorText) {
    .heading = _(text->heading),
    .advice = text->advice != NULL ? _(text->advice) : NULL,
    .button = text->button != NULL ? _(text->button) : NULL,
    .action = text->action,
  };
}

static ZgErrorText
text_for_io (const GError *error)
{
  ZgErrorText text = { .heading = _("The file can't be used") };

  switch (error->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      text.heading = _("The file is not there");
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
      text.heading = _("You may not use this file");
      break;
    case G_IO_ERROR_NO_SPACE:
      text.heading = _("No room left");
      text.advice = _("Free some space on this computer and try it again.");
      break;
    case G_IO_ERROR_CANCELLED:
      text.heading = _("Cancelled");
      break;
    default:
      break;
    }

  return text;
}

/**
 * zg_error_text:
 * @error: any error
 *
 * What an error means to the person at the desk.
 *
 * Returns: its heading, advice, and the action to offer; all strings live for ever
 */
ZgErrorText
zg_error_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, (ZgErrorText) { 0 });

  if (error->domain == ZG_STORE_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (store_texts); i++)
      if (store_texts[i].code == (ZgStoreError) error->code)
        return translate (&store_texts[i].text);
  if (error->domain == ZG_DOMAIN_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (domain_texts); i++)
      if (domain_texts[i].code == (ZgDomainError) error->code)
        return translate (&domain_texts[i].text);
  if (error->domain == ZG_CLIPBOARD_ERROR)
    return (ZgErrorText) { .heading = _("Nothing was copied") };
  if (error->domain == G_IO_ERROR)
    return text_for_io (error);

  return (ZgErrorText) { .heading = _("That did not work") };
}

/**
 * zg_error_text_to_body:
 * @error: any error
 *
 * Returns: (transfer full): the error's own sentence, followed by the advice for its kind; plain text
 */
char *
zg_error_text_to_body (const GError *error)
{
  ZgErrorText text = zg_error_text (error);

  g_return_val_if_fail (error != NULL, NULL);

  if (text.advice == NULL)
    return g_strdup (error->message);
  return g_strdup_printf ("%s\n%s", error->message, text.advice);
}
