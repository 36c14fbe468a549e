/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-paper-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <string.h>

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * zg_paper_pdf_write:
 * @flow: pages
 * @size: the paper that they were laid out for
 * @title: what the document is called
 * @path: a file, replaced only when all of it is written; its owner alone may read it
 * @error: return location for an error
 *
 * Returns: whether the file is there
 */
gboolean
zg_paper_pdf_write (ZgPageFlow        *flow,
                    const ZgPaperSize *size,
                    const char        *title,
                    const char        *path,
                    GError           **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, size->width * ZG_POINTS_PER_MM,
                                                                  size->height * ZG_POINTS_PER_MM);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Zhanggui");
  for (guint i = 0; i < zg_page_flow_get_n_pages (flow); i++)
    {
      zg_page_flow_draw (flow, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
