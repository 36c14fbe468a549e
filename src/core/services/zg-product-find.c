/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-fold.h"
#include "zg-integer.h"
#include "zg-pinyin.h"
#include "zg-product-table.h"

/*
 * Finding a product by title, short title, code, the numbers of its variants, pinyin and initials. A shop has some thousands
 * at the most, so what can be matched is folded once and each key press looks at all of them in memory.
 */

/* How a product fits what was typed, the best first. */
typedef enum {
  FITS_NUMBER,
  FITS_TITLE,
  FITS_NUMBER_PREFIX,
  FITS_TITLE_PREFIX,
  FITS_INITIALS,
  FITS_TITLE_PART,
  FITS_INITIALS_PART,
  FITS_POINTS,
  FITS_NOT,
} Fit;

typedef struct {
  ZgProduct *product;
  char *titles[2];
  ZgSyllables *syllables[2];
  char *numbers;                /* code and SKUs, each between line ends */
  char *points;
} Entry;

struct _ZgProductFinder {
  GPtrArray *products;
  GArray *entries;
};

static void
entry_clear (Entry *entry)
{
  for (int i = 0; i < 2; i++)
    {
      g_free (entry->titles[i]);
      g_free (entry->syllables[i]);
    }
  g_free (entry->numbers);
  g_free (entry->points);
}

static void
append_number (GString    *numbers,
               const char *number)
{
  g_autofree char *folded = zg_fold (number);

  if (*folded != '\0')
    g_string_append_printf (numbers, "\n%s\n", folded);
}

/**
 * zg_product_finder_new:
 * @products: (element-type ZgProduct): the products, with their variants; a reference is kept
 *
 * Returns: (transfer full): the finder
 */
ZgProductFinder *
zg_product_finder_new (GPtrArray *products)
{
  ZgProductFinder *finder = g_new0 (ZgProductFinder, 1);

  finder->products = g_ptr_array_ref (products);
  finder->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), products->len);
  g_array_set_clear_func (finder->entries, (GDestroyNotify) entry_clear);
  for (guint i = 0; i < products->len; i++)
    {
      ZgProduct *product = g_ptr_array_index (products, i);
      g_autoptr(GString) numbers = g_string_new (NULL);
      Entry entry = { .product = product };

      append_number (numbers, product->code);
      for (guint k = 0; k < product->variants->len; k++)
        append_number (numbers, ((const ZgVariant *) g_ptr_array_index (product->variants, k))->sku);
      entry.titles[0] = zg_fold (product->title);
      entry.titles[1] = zg_fold (product->short_title);
      entry.syllables[0] = zg_syllables_new (product->title);
      entry.syllables[1] = zg_syllables_new (product->short_title);
      entry.numbers = g_string_free (g_steal_pointer (&numbers), FALSE);
      entry.points = zg_fold (product->points);
      g_array_append_val (finder->entries, entry);
    }
  return finder;
}

/**
 * zg_product_finder_free:
 * @finder: (transfer full): a finder
 */
void
zg_product_finder_free (ZgProductFinder *finder)
{
  g_array_unref (finder->entries);
  g_ptr_array_unref (finder->products);
  g_free (finder);
}

static Fit
fit_number (const Entry *entry,
            const char  *word)
{
  g_autofree char *start = g_strconcat ("\n", word, NULL);
  const char *found = strstr (entry->numbers, start);
  Fit fit = FITS_NOT;

  for (; found != NULL; found = strstr (found + 1, start))
    {
      if (found[strlen (start)] == '\n')
        return FITS_NUMBER;
      fit = FITS_NUMBER_PREFIX;
    }
  return fit;
}

/* One letter of pinyin does for the beginning of a title alone: elsewhere it stands for something in nearly every one. */
static Fit
fit_title (const Entry *entry,
           int          i,
           const char  *word)
{
  gsize start, end;

  if (strcmp (entry->titles[i], word) == 0)
    return FITS_TITLE;
  if (g_str_has_prefix (entry->titles[i], word))
    return FITS_TITLE_PREFIX;
  if (zg_syllables_find (entry->syllables[i], word, &start, &end) && start == 0)
    return FITS_INITIALS;
  if (strstr (entry->titles[i], word) != NULL)
    return FITS_TITLE_PART;
  return word[1] != '\0' && zg_syllables_find (entry->syllables[i], word, &start, &end) ? FITS_INITIALS_PART : FITS_NOT;
}

static Fit
fit_word (const Entry *entry,
          const char  *word)
{
  Fit fit = MIN (fit_number (entry, word), MIN (fit_title (entry, 0, word), fit_title (entry, 1, word)));

  return fit == FITS_NOT && strstr (entry->points, word) != NULL ? FITS_POINTS : fit;
}

/* The query as a whole, or all of its words wherever they stand: then it fits as badly as the worst of them. */
static Fit
fit_query (const Entry        *entry,
           const char         *query,
           const char * const *words)
{
  Fit fit = fit_word (entry, query);

  if (fit != FITS_NOT || words[0] == NULL || words[1] == NULL)
    return fit;
  fit = fit_word (entry, words[0]);
  for (gsize i = 1; words[i] != NULL; i++)
    fit = MAX (fit, fit_word (entry, words[i]));
  return fit;
}

/**
 * zg_product_finder_find:
 * @finder: a finder
 * @query: what was typed; empty for all
 *
 * Returns: (transfer container) (element-type ZgProduct): the products that fit, the best first; those that fit equally well
 *   stay in their order
 */
GPtrArray *
zg_product_finder_find (ZgProductFinder *finder,
                        const char      *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = zg_fold (query);
  g_auto(GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  g_autofree Fit *fits = g_new (Fit, finder->entries->len + 1);

  for (guint i = 0; i < finder->entries->len; i++)
    fits[i] = *folded == '\0' ? FITS_NUMBER
              : fit_query (&g_array_index (finder->entries, Entry, i), folded, (const char * const *) words);
  for (int fit = 0; fit < FITS_NOT; fit++)
    for (guint i = 0; i < finder->entries->len; i++)
      if ((int) fits[i] == fit)
        g_ptr_array_add (found, g_array_index (finder->entries, Entry, i).product);
  return found;
}

static ZgProduct *
pick (GPtrArray   *products,
      const char  *word,
      GError     **error)
{
  g_autoptr(ZgProductFinder) finder = zg_product_finder_new (products);
  g_autoptr(GPtrArray) found = NULL;
  gint64 id = 0;

  for (guint i = 0; i < products->len; i++)
    if (strcmp (((const ZgProduct *) g_ptr_array_index (products, i))->code, word) == 0)
      return g_ptr_array_index (products, i);
  if (zg_integer_parse (word, 1, G_MAXINT64, &id))
    for (guint i = 0; i < products->len; i++)
      if (((const ZgProduct *) g_ptr_array_index (products, i))->id == id)
        return g_ptr_array_index (products, i);
  found = zg_product_finder_find (finder, word);
  /* A whole title is meant, even where it is a part of others. */
  if (found->len > 1 && strcmp (((const ZgProduct *) g_ptr_array_index (found, 0))->title, word) == 0
      && strcmp (((const ZgProduct *) g_ptr_array_index (found, 1))->title, word) != 0)
    g_ptr_array_set_size (found, 1);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len == 0)
    g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no product “%s”."), word);
  else
    g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE,
                 ngettext ("“%s” fits %u product; say its code.", "“%s” fits %u products; say the code of one.", found->len), word,
                 found->len);
  return NULL;
}

/**
 * zg_product_find_one:
 * @db: a connection
 * @word: a code, else an id, else words that fit one product alone
 * @binned: whether to look in the bin
 * @error: return location for %ZG_STORE_ERROR_NOT_FOUND, %ZG_STORE_ERROR_DUPLICATE when several fit
 *
 * Returns: (transfer full) (nullable): the whole product
 */
ZgProduct *
zg_product_find_one (ZgDatabase  *db,
                     const char  *word,
                     gboolean     binned,
                     GError     **error)
{
  g_autoptr(GPtrArray) products = zg_product_table_list (db, binned, error);
  const ZgProduct *product = products != NULL ? pick (products, word, error) : NULL;

  return product != NULL ? zg_product_table_load (db, product->id, error) : NULL;
}
