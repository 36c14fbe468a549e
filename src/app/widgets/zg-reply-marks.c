/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-marks"

#include "config.h"

#include "zg-reply-marks.h"

#include "zg-marks.h"

/* The colours of style.css, which Pango's attributes can't name: tints, the red of what is missing, the blue of a hit.
 * Light first, then dark. */
typedef struct {
  guint16 red;
  guint16 green;
  guint16 blue;
} Colour;

#define COLOUR(hex) { (((hex) >> 16) & 0xff) * 0x101, (((hex) >> 8) & 0xff) * 0x101, ((hex) & 0xff) * 0x101 }

static const Colour value_tints[] = { COLOUR (0xe8f0fb), COLOUR (0x263f60) };
static const Colour missing_tints[] = { COLOUR (0xfbe4e6), COLOUR (0x54262a) };
static const Colour missing_colours[] = { COLOUR (0xb3141f), COLOUR (0xff9d93) };
static const Colour finding_tints[] = { COLOUR (0xfbf0d9), COLOUR (0x4a3a10) };
static const Colour hit_colours[] = { COLOUR (0x1a5fb4), COLOUR (0x99c1f1) };

static void
add (PangoAttrList  *attributes,
     PangoAttribute *attribute,
     gsize           start,
     gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * zg_reply_marks_add_spans:
 * @attributes: where to add to
 * @fill: a filled reply
 * @end: how much of its text is shown, in bytes
 * @with_values: whether inserted values are tinted too
 * @dark: whether the window is dark
 *
 * Shows what in a text was filled in, and what is missing.
 */
void
zg_reply_marks_add_spans (PangoAttrList *attributes,
                          const ZgFill  *fill,
                          gsize          end,
                          gboolean       with_values,
                          gboolean       dark)
{
  for (guint i = 0; i < fill->spans->len; i++)
    {
      const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);
      gsize stop = MIN (span->end, end);
      const Colour *tint = span->kind == ZG_SPAN_VALUE ? &value_tints[dark] : &missing_tints[dark];
      const Colour *colour = &missing_colours[dark];

      if (span->start >= end)
        return;
      if (span->kind == ZG_SPAN_MISSING)
        {
          add (attributes, pango_attr_foreground_new (colour->red, colour->green, colour->blue), span->start, stop);
          add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span->start, stop);
        }
      if (with_values)
        add (attributes, pango_attr_background_new (tint->red, tint->green, tint->blue), span->start, stop);
    }
}

/**
 * zg_reply_marks_add_findings:
 * @attributes: where to add to
 * @findings: (nullable) (element-type ZgWordingFinding): what the wording check found
 * @dark: whether the window is dark
 *
 * Shows which words one may regret.
 */
void
zg_reply_marks_add_findings (PangoAttrList *attributes,
                             GArray        *findings,
                             gboolean       dark)
{
  const Colour *tint = &finding_tints[dark];

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);

      if (finding->start == finding->end)
        continue;
      add (attributes, pango_attr_background_new (tint->red, tint->green, tint->blue), finding->start, finding->end);
      add (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), finding->start, finding->end);
    }
}

/**
 * zg_reply_marks_add_hits:
 * @attributes: where to add to
 * @text: a title, a shortcode or a line of text
 * @query: what was typed
 * @with_pinyin: whether @text is found by pinyin
 * @dark: whether the window is dark
 *
 * Shows why something was found.
 */
void
zg_reply_marks_add_hits (PangoAttrList *attributes,
                         const char    *text,
                         const char    *query,
                         gboolean       with_pinyin,
                         gboolean       dark)
{
  g_autoptr(GArray) marks = zg_marks_find (text, query, with_pinyin);
  const Colour *colour = &hit_colours[dark];

  for (guint i = 0; i < marks->len; i++)
    {
      const ZgMark *mark = &g_array_index (marks, ZgMark, i);

      add (attributes, pango_attr_foreground_new (colour->red, colour->green, colour->blue), mark->start, mark->end);
    }
}
