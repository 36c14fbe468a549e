/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-wording.h"

#include <string.h>

/* The wording check of replies: their braces and what was filled in are not the shop's words. */

static void
add_mask (GArray *masks,
          gsize   start,
          gsize   end)
{
  ZgWordingMask mask = { .start = start, .end = end };

  g_array_append_val (masks, mask);
}

/* The name and the bars of {?name:one|two}: the choices reach the customer. */
static void
mask_ask (const char    *body,
          const ZgPiece *piece,
          GArray        *masks)
{
  gsize start = piece->start;
  gsize colon = piece->start + strcspn (body + piece->start, ":");
  const char *wide = g_strstr_len (body + piece->start, (gssize) (piece->end - piece->start), "：");

  if (wide != NULL && (gsize) (wide - body) < colon)
    colon = wide - body + strlen ("：") - 1;
  add_mask (masks, start, MIN (colon + 1, piece->end));
  for (gsize i = colon + 1; i < piece->end; i++)
    if (body[i] == '|' || body[i] == '}')
      add_mask (masks, i, i + 1);
}

/* Fills @masks (nullable) with what is not text of @body's own; returns whether it names the customer. */
static gboolean
read_body (const char *body,
           GArray     *masks)
{
  g_autoptr(GArray) pieces = zg_template_parse (body);
  gboolean addressed = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);

      if (piece->kind == ZG_PIECE_FIELD && piece->placeholder != NULL)
        addressed |= piece->placeholder->id == ZG_PLACEHOLDER_CUSTOMER_NAME
                     || piece->placeholder->id == ZG_PLACEHOLDER_CUSTOMER_CALL;
      if (masks == NULL)
        continue;
      if (piece->kind == ZG_PIECE_ASK)
        mask_ask (body, piece, masks);
      else if (piece->kind == ZG_PIECE_FIELD || piece->kind == ZG_PIECE_EMOTICON)
        add_mask (masks, piece->start, piece->end);
    }
  return addressed;
}

static ZgWordingFlags
get_flags (guint32  stages,
           gboolean addressed)
{
  const guint32 to_nobody = 1u << ZG_STAGE_HANDOVER | 1u << ZG_STAGE_STATUS_LINE;

  return ((stages & to_nobody) != 0 ? ZG_WORDING_TO_NOBODY : 0) | (addressed ? ZG_WORDING_IS_ADDRESSED : 0);
}

/**
 * zg_wording_check_body:
 * @wording: a compiled word list
 * @body: the body or a variant of a reply, with its placeholders
 * @stages: bit set of the stages at which it is used; notes and status lines address nobody
 *
 * Returns: (transfer full) (element-type ZgWordingFinding): what to say of it, with places in @body
 */
GArray *
zg_wording_check_body (ZgWording  *wording,
                       const char *body,
                       guint32     stages)
{
  g_autoptr(GArray) masks = g_array_new (FALSE, FALSE, sizeof (ZgWordingMask));
  gboolean addressed = read_body (body, masks);

  return zg_wording_check (wording, body, (const ZgWordingMask *) (gpointer) masks->data, masks->len,
                           get_flags (stages, addressed));
}

/**
 * zg_wording_check_fill:
 * @wording: a compiled word list
 * @body: what was filled
 * @fill: the filled text
 * @stages: bit set of the stages at which the reply is used
 *
 * Values are not checked: nobody can choose another word for a street named 绝对.
 *
 * Returns: (transfer full) (element-type ZgWordingFinding): what to say of it, with places in the text of @fill
 */
GArray *
zg_wording_check_fill (ZgWording    *wording,
                       const char   *body,
                       const ZgFill *fill,
                       guint32       stages)
{
  g_autoptr(GArray) masks = g_array_new (FALSE, FALSE, sizeof (ZgWordingMask));

  for (guint i = 0; i < fill->spans->len; i++)
    {
      const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

      add_mask (masks, span->start, span->end);
    }
  return zg_wording_check (wording, fill->text, (const ZgWordingMask *) (gpointer) masks->data, masks->len,
                           get_flags (stages, read_body (body, NULL)));
}

/**
 * zg_wording_replace:
 * @fill: a filled text
 * @finding: what zg_wording_check_fill() found in it
 * @replacement: what to say instead
 *
 * Says @replacement where the word stood. The places of other findings do not hold any more.
 */
void
zg_wording_replace (ZgFill                 *fill,
                    const ZgWordingFinding *finding,
                    const char             *replacement)
{
  g_autoptr(GString) text = g_string_new (fill->text);
  gsize removed = finding->end - finding->start;
  gsize added = strlen (replacement);

  g_string_erase (text, (gssize) finding->start, (gssize) removed);
  g_string_insert (text, (gssize) finding->start, replacement);
  g_free (fill->text);
  fill->text = g_strdup (text->str);
  for (guint i = 0; i < fill->spans->len; i++)
    {
      ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

      if (span->start < finding->end)
        continue;
      span->start = span->start - removed + added;
      span->end = span->end - removed + added;
    }
}

static void
collect (ZgWording  *wording,
         const char *text,
         guint32     stages,
         GPtrArray  *entries)
{
  g_autoptr(GArray) findings = zg_wording_check_body (wording, text, stages);

  for (guint i = 0; i < findings->len; i++)
    {
      gpointer entry = (gpointer) g_array_index (findings, ZgWordingFinding, i).entry;

      if (!g_ptr_array_find (entries, entry, NULL))
        g_ptr_array_add (entries, entry);
    }
}

/**
 * zg_wording_check_reply:
 * @wording: a compiled word list
 * @reply: a reply
 *
 * Returns: (transfer container) (element-type ZgWordingEntry): what to say of its body and variants, each entry once; the
 *   entries live as long as @wording
 */
GPtrArray *
zg_wording_check_reply (ZgWording     *wording,
                        const ZgReply *reply)
{
  GPtrArray *entries = g_ptr_array_new ();

  collect (wording, reply->body, reply->stages, entries);
  for (guint i = 0; i < reply->variants->len; i++)
    collect (wording, reply->variants->pdata[i], reply->stages, entries);
  return entries;
}
