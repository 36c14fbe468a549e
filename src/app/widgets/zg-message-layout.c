/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-message-layout"

#include "config.h"

#include "zg-message-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-wording.h"

/* How a reply of several messages, or with a picture, is shown before it is copied one part after the other. */

/* The head of one of several messages: "2/3", and bold where the next copy takes that one. */
static void
add_head (GString             *text,
          PangoAttrList       *attributes,
          const ZgMessageTurn *turn,
          guint                part)
{
  gboolean is_next = part == zg_message_turn_get_next (turn);
  PangoAttribute *look[] = { pango_attr_scale_new (PANGO_SCALE_SMALL),
                             pango_attr_weight_new (is_next ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                             pango_attr_foreground_alpha_new (is_next ? G_MAXUINT16 : G_MAXUINT16 / 4 * 3) };
  guint start;

  if (text->len > 0)
    g_string_append (text, "\n\n");
  start = (guint) text->len;
  g_string_append_printf (text, "%u/%u", part + 1, zg_message_turn_get_n_parts (turn));
  if (zg_message_turn_is_picture (turn, part))
    g_string_append_printf (text, " %s", _("Picture"));
  for (gsize i = 0; i < G_N_ELEMENTS (look); i++)
    {
      look[i]->start_index = start;
      look[i]->end_index = (guint) text->len;
      pango_attr_list_insert (attributes, look[i]);
    }
}

/**
 * zg_message_layout_new:
 * @fill: what was filled; only looked at
 * @findings: (nullable) (element-type ZgWordingFinding): words in it that one may regret
 * @turn: the parts of it, and which is copied next
 * @attributes: gets the looks of the heads
 * @marked: (nullable) (element-type ZgWordingFinding): gets @findings at the places they have on show
 *
 * Lays out the messages one below the other under heads such as "2/3", with what was filled in at the places it has
 * there. A single message stays as it is.
 *
 * Returns: (transfer full): what to show
 */
ZgFill *
zg_message_layout_new (const ZgFill        *fill,
                       GArray              *findings,
                       const ZgMessageTurn *turn,
                       PangoAttrList       *attributes,
                       GArray              *marked)
{
  ZgFill *shown = g_new0 (ZgFill, 1);
  GString *text = g_string_new (NULL);
  guint n_parts = zg_message_turn_get_n_parts (turn);

  shown->spans = g_array_new (FALSE, FALSE, sizeof (ZgSpan));
  for (guint part = 0; part < n_parts; part++)
    {
      const char *message = zg_message_turn_get_text (turn, part);
      gsize from, until, at;

      if (n_parts > 1 || message == NULL)
        add_head (text, attributes, turn, part);
      if (message == NULL)
        continue;
      if (n_parts > 1)
        g_string_append_c (text, '\n');

      at = text->len;
      from = zg_message_turn_get_start (turn, part);
      until = from + strlen (message);
      g_string_append (text, message);
      for (guint i = 0; i < fill->spans->len; i++)
        {
          ZgSpan span = g_array_index (fill->spans, ZgSpan, i);

          if (span.start < from || span.end > until)
            continue;
          span.start = span.start - from + at;
          span.end = span.end - from + at;
          g_array_append_val (shown->spans, span);
        }
      for (guint i = 0; findings != NULL && marked != NULL && i < findings->len; i++)
        {
          ZgWordingFinding finding = g_array_index (findings, ZgWordingFinding, i);

          if (finding.start < from || finding.end > until)
            continue;
          finding.start = finding.start - from + at;
          finding.end = finding.end - from + at;
          g_array_append_val (marked, finding);
        }
    }
  shown->text = g_string_free (text, FALSE);
  shown->missing = g_ptr_array_ref (fill->missing);
  return shown;
}
