/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-word-finder.h"

/*
 * Finds hundreds of words in one walk through a text, after Aho and Corasick, "Efficient string matching: an aid to
 * bibliographic search", 1975: a trie of all words whose nodes know where to go on when the next character does not
 * fit.
 */

typedef struct {
  gunichar c;
  guint depth;
  guint child;          /* the first, 0 for none */
  guint sibling;        /* the next, 0 for none */
  guint failure;        /* the longest end of this node's word that also begins a word */
  guint shorter;        /* the nearest of the failures at which a word ends, 0 for none */
  guint output;         /* 1 + place of the first word that ends here, 0 for none */
} Node;

typedef struct {
  guint tag;
  guint next;           /* 1 + place of the next word that ends at the same node */
} Output;

struct _ZgWordFinder {
  GArray *nodes;        /* Node, the root first */
  GArray *outputs;      /* Output */
  GHashTable *first;    /* first character → node; the root has too many children to walk through them */
  gboolean compiled;
};

/**
 * zg_word_finder_new:
 *
 * Returns: (transfer full): a finder without words
 */
ZgWordFinder *
zg_word_finder_new (void)
{
  ZgWordFinder *finder = g_new0 (ZgWordFinder, 1);

  finder->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  finder->outputs = g_array_new (FALSE, TRUE, sizeof (Output));
  finder->first = g_hash_table_new (NULL, NULL);
  g_array_set_size (finder->nodes, 1);
  return finder;
}

/**
 * zg_word_finder_free:
 * @finder: (transfer full) (nullable): a finder
 */
void
zg_word_finder_free (ZgWordFinder *finder)
{
  if (finder == NULL)
    return;

  g_array_unref (finder->nodes);
  g_array_unref (finder->outputs);
  g_hash_table_unref (finder->first);
  g_free (finder);
}

/* The pointer holds until the next node is made. */
static Node *
get_node (ZgWordFinder *finder,
          guint         index)
{
  return &g_array_index (finder->nodes, Node, index);
}

static guint
find_child (ZgWordFinder *finder,
            guint         node,
            gunichar      c)
{
  guint child;

  if (node == 0)
    return GPOINTER_TO_UINT (g_hash_table_lookup (finder->first, GUINT_TO_POINTER (c)));

  for (child = get_node (finder, node)->child; child != 0; child = get_node (finder, child)->sibling)
    if (get_node (finder, child)->c == c)
      break;
  return child;
}

static guint
ensure_child (ZgWordFinder *finder,
              guint         node,
              gunichar      c)
{
  guint child = find_child (finder, node, c);
  Node added = { .c = c };

  if (child != 0)
    return child;

  child = finder->nodes->len;
  added.depth = get_node (finder, node)->depth + 1;
  added.sibling = get_node (finder, node)->child;
  get_node (finder, node)->child = child;
  g_array_append_val (finder->nodes, added);
  if (node == 0)
    g_hash_table_insert (finder->first, GUINT_TO_POINTER (c), GUINT_TO_POINTER (child));
  return child;
}

/**
 * zg_word_finder_add:
 * @finder: a finder that is not compiled yet
 * @word: (array length=n_chars): a word; an empty one is never found
 * @n_chars: how long it is
 * @tag: what to call it
 *
 * The same word can be added more than once, with other tags.
 */
void
zg_word_finder_add (ZgWordFinder   *finder,
                    const gunichar *word,
                    guint           n_chars,
                    guint           tag)
{
  Output output = { .tag = tag };
  guint node = 0;

  g_return_if_fail (!finder->compiled);

  if (n_chars == 0)
    return;
  for (guint i = 0; i < n_chars; i++)
    node = ensure_child (finder, node, word[i]);

  output.next = get_node (finder, node)->output;
  g_array_append_val (finder->outputs, output);
  get_node (finder, node)->output = finder->outputs->len;
}

/* Where to go from @state with @c. */
static guint
go (ZgWordFinder *finder,
    guint         state,
    gunichar      c)
{
  guint child = find_child (finder, state, c);

  while (child == 0 && state != 0)
    {
      state = get_node (finder, state)->failure;
      child = find_child (finder, state, c);
    }
  return child;
}

/**
 * zg_word_finder_compile:
 * @finder: a finder
 *
 * Prepares @finder for reading, after the last word and once. Then any number of threads can feed it.
 */
void
zg_word_finder_compile (ZgWordFinder *finder)
{
  g_autoptr(GArray) queue = g_array_sized_new (FALSE, FALSE, sizeof (guint), finder->nodes->len);
  guint root = 0;

  g_return_if_fail (!finder->compiled);

  /* By depth: the failure of a node is nearer to the root than the node. */
  g_array_append_val (queue, root);
  for (guint i = 0; i < queue->len; i++)
    {
      guint index = g_array_index (queue, guint, i);

      for (guint child = get_node (finder, index)->child; child != 0; child = get_node (finder, child)->sibling)
        {
          Node *node = get_node (finder, child);

          if (index != 0)
            node->failure = go (finder, get_node (finder, index)->failure, node->c);
          node->shorter = get_node (finder, node->failure)->output != 0
                          ? node->failure : get_node (finder, node->failure)->shorter;
          g_array_append_val (queue, child);
        }
    }
  finder->compiled = TRUE;
}

/**
 * zg_word_finder_feed:
 * @finder: a compiled finder
 * @state: what the call for the character before returned, 0 at the beginning
 * @c: the next character of a text
 * @end: how many characters were read with it
 * @func: (scope call): called for each word that ends with @c, the longest first
 * @data: for @func
 *
 * Returns: the state for the next character
 */
guint
zg_word_finder_feed (ZgWordFinder     *finder,
                     guint             state,
                     gunichar          c,
                     guint             end,
                     ZgWordFinderFunc  func,
                     gpointer          data)
{
  g_return_val_if_fail (finder->compiled, 0);

  state = go (finder, state, c);
  for (guint node = state; node != 0; node = get_node (finder, node)->shorter)
    for (guint place = get_node (finder, node)->output; place != 0;)
      {
        const Output *output = &g_array_index (finder->outputs, Output, place - 1);

        func (output->tag, get_node (finder, node)->depth, end, data);
        place = output->next;
      }
  return state;
}
