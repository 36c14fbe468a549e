/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment"

#include "config.h"

#include "zg-attachment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-picture.h"

/* Files that belong to a customer. What a file is stands in its bytes; its name may say anything. */

/* Longer names no file system takes. */
#define MAX_NAME_BYTES 255

/* Letters that turn the text around them (Unicode 3.12): "gepj.exe" could look like "exe.jpeg". */
static gboolean
is_harmless (gunichar letter)
{
  return g_unichar_isprint (letter) && g_unichar_type (letter) != G_UNICODE_FORMAT;
}

/**
 * zg_attachment_make_name:
 * @name: (nullable): a name or path, from any system
 *
 * Returns: (transfer full): the name of the file alone, fit to be shown and to be given to a file; "file" when nothing
 *   is left of it
 */
char *
zg_attachment_make_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '/' || letter == '\\')
        g_string_truncate (text, 0);
      else if (is_harmless (letter) && text->len + 6 < MAX_NAME_BYTES)
        g_string_append_unichar (text, letter);
    }

  g_strstrip (text->str);
  if (text->str[0] == '\0' || strspn (text->str, ".") == strlen (text->str))
    return g_strdup ("file");
  return g_strdup (text->str);
}

static const char *
recognise (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(ZgPicture) picture = zg_picture_new (bytes, NULL);

  if (picture != NULL)
    return strcmp (picture->media_type, "image/png") == 0 ? "image/png" : "image/jpeg";
  /* ISO 32000-1, 7.5.2 */
  return size >= 5 && memcmp (data, "%PDF-", 5) == 0 ? "application/pdf" : "application/octet-stream";
}

/**
 * zg_attachment_new:
 * @name: (nullable): what the file is called; folders before it are left out
 * @bytes: what it holds
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an attachment that belongs to nobody yet; %NULL with %ZG_DOMAIN_ERROR_INVALID for
 *   a file that is empty or larger than %ZG_ATTACHMENT_MAX_BYTES
 */
ZgAttachment *
zg_attachment_new (const char  *name,
                   GBytes      *bytes,
                   GError     **error)
{
  gsize size = g_bytes_get_size (bytes);
  ZgAttachment *attachment;

  if (size == 0 || size > ZG_ATTACHMENT_MAX_BYTES)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           size == 0 ? _("The file is empty.")
                                     : _("The file is larger than 10 MB. Choose a smaller one."));
      return NULL;
    }

  attachment = g_new0 (ZgAttachment, 1);
  attachment->name = zg_attachment_make_name (name);
  attachment->media_type = g_strdup (recognise (bytes));
  attachment->size = (gint64) size;
  attachment->bytes = g_bytes_ref (bytes);
  return attachment;
}

/**
 * zg_attachment_copy:
 * @attachment: an attachment
 *
 * Returns: (transfer full): the same; the bytes are shared
 */
ZgAttachment *
zg_attachment_copy (const ZgAttachment *attachment)
{
  ZgAttachment *copy = g_memdup2 (attachment, sizeof *attachment);

  copy->uid = g_strdup (attachment->uid);
  copy->staff_name = g_strdup (attachment->staff_name);
  copy->order_number = g_strdup (attachment->order_number);
  copy->name = g_strdup (attachment->name);
  copy->media_type = g_strdup (attachment->media_type);
  copy->bytes = attachment->bytes != NULL ? g_bytes_ref (attachment->bytes) : NULL;
  return copy;
}

/**
 * zg_attachment_is_picture:
 * @attachment: an attachment
 *
 * Returns: whether it can be shown as a picture
 */
gboolean
zg_attachment_is_picture (const ZgAttachment *attachment)
{
  return g_str_has_prefix (attachment->media_type, "image/");
}

/**
 * zg_attachment_free:
 * @attachment: (transfer full) (nullable): an attachment
 */
void
zg_attachment_free (ZgAttachment *attachment)
{
  if (attachment == NULL)
    return;

  g_free (attachment->uid);
  g_free (attachment->staff_name);
  g_free (attachment->order_number);
  g_free (attachment->name);
  g_free (attachment->media_type);
  g_clear_pointer (&attachment->bytes, g_bytes_unref);
  g_free (attachment);
}
