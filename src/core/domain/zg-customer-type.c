/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-type"

#include "config.h"

#include "zg-customer-type.h"

#include <glib/gi18n.h>
#include <string.h>

#define STAGE(stage) (1u << ZG_STAGE_##stage)

#define MAX_STARTERS 6

/* How much a reply fits by what. A stage alone says little: half of all replies stand at one of them. */
#define STARTER_RATE 4
#define WORD_RATE 2
#define STAGE_RATE 1

/*
 * The one table of customer types. @advice says how to talk with them and @example is a sentence that does. @terms are
 * looked for in the keywords and titles of the shop's replies, separated by commas, in the words of the language; the
 * names of starter replies are those of data/replies.
 */
static const struct {
  const char *word;
  const char *label;
  const char *advice;
  const char *example;
  const char *terms;
  guint32 stages;
  const char *starters[MAX_STARTERS];
} types[] = {
  { "price", NC_("customer type", "Price-minded"),
    N_("Say first what it is worth, then name the offer that is open now. Show two price levels to choose from, and do "
       "not go down before you are asked."),
    N_("This one is in the current offer, and two of them share the postage, so each comes out cheaper."),
    N_("price,cheap,discount,coupon,offer,budget"), STAGE (OBJECTION) | STAGE (PROMOTION),
    { "objection-price", "recommend-cheaper", "closing-coupon", "need-budget", "recommend-add-on", "objection-compare" } },
  { "bargain", NC_("customer type", "Bargains"),
    N_("Stay friendly and firm: the price is the same for everybody. Give something else, a coupon, a small gift or "
       "shared postage, and say until when."),
    N_("I cannot change the price, but there is a coupon that fits this order. Shall I send it to you?"),
    N_("bargain,discount,lower,coupon,gift"), STAGE (OBJECTION) | STAGE (CLOSING),
    { "objection-bargain", "objection-bulk", "closing-coupon", "closing-price-changed", "recommend-add-on" } },
  { "hesitant", NC_("customer type", "Hesitant"),
    N_("Narrow it down to two, say which one you would take and why, and mention the return. Ask what is still open "
       "instead of pressing."),
    N_("Of these two I would take the first for you, it goes with more. What is still open?"),
    N_("think,which,not sure,decide,return"), STAGE (RECOMMEND) | STAGE (CLOSING),
    { "recommend-two", "objection-think", "payment-hesitating", "closing-hold", "objection-return" } },
  { "doubtful", NC_("customer type", "Doubtful"),
    N_("Show instead of promising: pictures of the thing itself, reviews, how a return works. Say openly what the goods "
       "cannot do."),
    N_("Here is a picture taken at our counter, without a filter. If it is not what you expected, you can send it back."),
    N_("real,genuine,photo,reviews,return"), STAGE (OBJECTION),
    { "objection-doubt", "objection-genuine", "objection-quality", "objection-colour", "objection-return" } },
  { "fashion", NC_("customer type", "Fashion-led"),
    N_("Begin with what is new and what goes with it. Send pictures rather than figures, and tell them first when "
       "something new comes in."),
    N_("This came in this week. Shall I show you what goes with it?"),
    N_("new,outfit,style,look,goes with"), STAGE (RECOMMEND) | STAGE (PROMOTION),
    { "recommend-new", "recommend-match", "promotion-new", "recommend-notify", "need-scene" } },
  { "quality", NC_("customer type", "Quality-minded"),
    N_("Speak of material, work and care, and of how it wears over the years. The price comes last; something cheaper is "
       "not what they ask for."),
    N_("Let me tell you what it is made of and how it is sewn, and how to wash it so that it keeps its shape."),
    N_("quality,material,fabric,wash,care"), STAGE (OBJECTION) | STAGE (RECOMMEND),
    { "objection-quality", "objection-fabric", "recommend-reason", "after-care" } },
  { "expert", NC_("customer type", "Knows the goods"),
    N_("Answer with figures and facts, and say so when you have to look something up. Do not explain what they know."),
    N_("You know this well. I will look up the exact figure and come back to you."),
    N_("material,size chart,measurements,details"), STAGE (RECOMMEND),
    { "objection-fabric", "recommend-reason", "recommend-size", "objection-genuine", "busy-checking" } },
  { "decided", NC_("customer type", "Decided"),
    N_("They know what they want: check stock, size and address and let them pay. No further offers before the order is "
       "placed."),
    N_("It is in stock. The same size and address as last time?"),
    N_("order,in stock,address,confirm"), STAGE (CLOSING) | STAGE (CONFIRMATION),
    { "closing-ready", "greeting-in-stock", "confirm-order", "confirm-address-short", "closing-cut-off" } },
  { "hurried", NC_("customer type", "In a hurry"),
    N_("Give the day first: when it ships and when it should arrive. Short sentences, and tell them before they ask when "
       "something changes."),
    N_("Ordered before today's cut-off it leaves today; the courier usually takes two to three days."),
    N_("ship,arrive,today,courier,cut-off"), STAGE (SHIPPING) | STAGE (CLOSING),
    { "need-when", "closing-cut-off", "objection-delivery-time", "shipping-hurry", "shipping-time", "shipping-where" } },
  { "talkative", NC_("customer type", "Talkative"),
    N_("Answer what they tell with one friendly sentence, then lead back to the goods with a question that is easy to "
       "answer."),
    N_("That sounds like a lovely trip! Will you wear it there?"),
    N_("hello,thank,regular,occasion"), STAGE (GREETING) | STAGE (NEED),
    { "greeting-regular", "need-scene", "need-what", "farewell-after", "festival-greeting" } },
  { "quiet", NC_("customer type", "Says little"),
    N_("Ask what one word can answer, show two or three to choose from, and leave them time. Not five messages in a row."),
    N_("Shall I show you the light one or the dark one?"),
    N_("which,choose,help me choose"), STAGE (NEED),
    { "need-what", "recommend-two", "need-summary", "payment-first" } },
  { "demanding", NC_("customer type", "Hard to please"),
    N_("Let them finish, repeat what they want, and agree on each point in writing: colour, size, packing, day. Look the "
       "parcel over once more and tell them so."),
    N_("I have noted: black, size M, extra wrapping. Is that all of it?"),
    N_("note,colour,check,complaint,flaw"), STAGE (CONFIRMATION) | STAGE (AFTER_SALE),
    { "need-summary", "confirm-order", "confirm-note", "confirm-before-shipping", "objection-colour", "after-remedy" } },
};

static int
find_type (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].word, word) == 0)
      return (int) i;

  return -1;
}

/**
 * zg_customer_type_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all words, in the order in which people should see them
 */
const char * const *
zg_customer_type_list (void)
{
  static const char *words[G_N_ELEMENTS (types) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
        words[i] = types[i].word;
      g_once_init_leave (&filled, 1);
    }

  return words;
}

/**
 * zg_customer_type_is_known:
 * @word: (nullable): a word
 *
 * Returns: whether @word is in the table
 */
gboolean
zg_customer_type_is_known (const char *word)
{
  return find_type (word) >= 0;
}

/**
 * zg_customer_type_to_label:
 * @word: (nullable): a type's word, `price`
 *
 * Returns: its name in the user's language; a word that is not in the table is its own label, nothing is ""
 */
const char *
zg_customer_type_to_label (const char *word)
{
  int index = find_type (word);

  if (index >= 0)
    return g_dpgettext2 (NULL, "customer type", types[index].label);

  return word != NULL ? word : "";
}

/**
 * zg_customer_type_get_advice:
 * @word: (nullable): a type's word
 *
 * Returns: (nullable): how to talk with such a customer, in the user's language
 */
const char *
zg_customer_type_get_advice (const char *word)
{
  int index = find_type (word);

  return index >= 0 ? _(types[index].advice) : NULL;
}

/**
 * zg_customer_type_get_example:
 * @word: (nullable): a type's word
 *
 * Returns: (nullable): a sentence that shows how to talk with such a customer, in the user's language
 */
const char *
zg_customer_type_get_example (const char *word)
{
  int index = find_type (word);

  return index >= 0 ? _(types[index].example) : NULL;
}

static gboolean
has_term (const char         *text,
          const char * const *terms)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  for (int i = 0; folded != NULL && terms[i] != NULL; i++)
    if (strstr (folded, terms[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
says_term (const ZgReply      *reply,
           const char * const *terms)
{
  if (has_term (reply->title, terms))
    return TRUE;
  for (guint i = 0; i < reply->keywords->len; i++)
    if (has_term (reply->keywords->pdata[i], terms))
      return TRUE;

  return FALSE;
}

static gboolean
is_starter_of (const ZgReply *reply,
               int            type)
{
  /* zh_CN/objection-price: the same reply in any language */
  const char *name = reply->starter != NULL ? strrchr (reply->starter, '/') : NULL;

  for (int i = 0; name != NULL && i < MAX_STARTERS && types[type].starters[i] != NULL; i++)
    if (strcmp (name + 1, types[type].starters[i]) == 0)
      return TRUE;

  return FALSE;
}

static int
rate (int                 type,
      const char * const *terms,
      const ZgReply      *reply)
{
  return (is_starter_of (reply, type) ? STARTER_RATE : 0) + (says_term (reply, terms) ? WORD_RATE : 0)
         + ((reply->stages & types[type].stages) != 0 ? STAGE_RATE : 0);
}

static char **
get_terms (int type)
{
  g_autofree char *folded = g_utf8_casefold (_(types[type].terms), -1);

  return g_strsplit (folded, ",", -1);
}

/**
 * zg_customer_type_rate:
 * @word: (nullable): a type's word
 * @reply: a reply
 *
 * How much a reply fits such a customer: by being one of the starter replies chosen for the type, by a keyword or its
 * title, and by the stage at which it is used.
 *
 * Returns: 0 for not at all, up to 7
 */
int
zg_customer_type_rate (const char    *word,
                       const ZgReply *reply)
{
  int type = find_type (word);
  g_auto (GStrv) terms = type >= 0 ? get_terms (type) : NULL;

  return type >= 0 ? rate (type, (const char * const *) terms, reply) : 0;
}

typedef struct {
  ZgReply *reply;
  int rate;
} Rated;

static int
compare_rated (gconstpointer a,
               gconstpointer b)
{
  const Rated *first = a;
  const Rated *second = b;

  if (first->rate != second->rate)
    return second->rate - first->rate;
  if (!first->reply->favourite != !second->reply->favourite)
    return first->reply->favourite ? -1 : 1;
  if (first->reply->use_count != second->reply->use_count)
    return first->reply->use_count > second->reply->use_count ? -1 : 1;

  return first->reply->id < second->reply->id ? -1 : first->reply->id > second->reply->id;
}

/**
 * zg_customer_type_pick_replies:
 * @word: (nullable): a type's word
 * @replies: (element-type ZgReply): all that may be said
 * @most: how many at the most
 *
 * The replies to suggest for such a customer, those that fit most first, then favourites and what is used most. A stage
 * alone is no reason.
 *
 * Returns: (transfer container) (element-type ZgReply): replies of @replies, which keeps them; none for an unknown type
 */
GPtrArray *
zg_customer_type_pick_replies (const char *word,
                               GPtrArray  *replies,
                               guint       most)
{
  int type = find_type (word);
  g_auto (GStrv) terms = type >= 0 ? get_terms (type) : NULL;
  g_autoptr (GArray) rated = g_array_new (FALSE, FALSE, sizeof (Rated));
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; type >= 0 && i < replies->len; i++)
    {
      Rated one = { replies->pdata[i], rate (type, (const char * const *) terms, replies->pdata[i]) };

      if (one.rate > STAGE_RATE)
        g_array_append_val (rated, one);
    }

  g_array_sort (rated, compare_rated);
  for (guint i = 0; i < rated->len && i < most; i++)
    g_ptr_array_add (picked, g_array_index (rated, Rated, i).reply);

  return picked;
}
