/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-finder"

#include "config.h"

#include "zg-quick-finder.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-composition.h"
#include "zg-quick-list.h"
#include "zg-quick-person.h"
#include "zg-word-list.h"

/**
 * ZgQuickFinder:
 *
 * What the quick panel is for: a search field, for whom the texts are, and the best replies. The focus stays in the
 * field: the arrows choose, Enter and the digits copy.
 */
struct _ZgQuickFinder
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgReplyBook *book;
  gint64 customer_id;           /* for whom the texts are, or 0 */
  gint64 order_id;
  gboolean loaded;              /* for whom the clerk talks to now */
  gint64 pinned_id;             /* the reply that stands first until something is typed, or 0 */

  /* template */
  GtkEditable *entry;
  ZgQuickList *list;
  ZgQuickPerson *person;
  GtkWidget *search_line;
  GtkWidget *separator;
  GtkStack *stack;
};

enum {
  COPY,
  EDITED,
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgQuickFinder, zg_quick_finder, GTK_TYPE_WIDGET)

/* The best hits, and before them the one that was asked for by itself. */
static GPtrArray *
collect (ZgQuickFinder *self)
{
  GListModel *hits = zg_reply_book_get_hits (self->book);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (hits);

  for (guint i = 0; i < n && (self->pinned_id != 0 || items->len < ZG_QUICK_N_ROWS); i++)
    {
      g_autoptr (ZgReplyItem) item = g_list_model_get_item (hits, i);

      if (zg_reply_item_get_reply (item)->id == self->pinned_id)
        g_ptr_array_insert (items, 0, g_steal_pointer (&item));
      else if (items->len < ZG_QUICK_N_ROWS)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  if (items->len > ZG_QUICK_N_ROWS)
    g_ptr_array_set_size (items, ZG_QUICK_N_ROWS);

  return items;
}

static void
refresh (ZgQuickFinder *self)
{
  g_autoptr (GPtrArray) items = collect (self);
  const char *query = zg_reply_book_get_query (self->book);

  zg_quick_list_show (self->list, items, query, zg_session_get_clock (self->session));
  /* While a person's replies are read there are none for a moment: that is not "nothing found". */
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 || query[0] == '\0' ? "hits" : "nothing");
}

static void
refresh_from_top (ZgQuickFinder *self)
{
  refresh (self);
  zg_quick_list_select (self->list, 0);
}

static gint64
get_chosen_id (ZgQuickFinder *self)
{
  ZgReplyItem *item = zg_reply_draft_get_item (zg_quick_list_get_draft (self->list));

  return item != NULL ? zg_reply_item_get_reply (item)->id : 0;
}

static void
refresh_anew (ZgQuickFinder *self)
{
  gint64 chosen_id = get_chosen_id (self);

  refresh (self);
  if (chosen_id != 0 && get_chosen_id (self) != chosen_id)
    zg_reply_draft_note_displaced (zg_quick_list_get_draft (self->list));
}

static void
loaded_cb (ZgQuickFinder *self)
{
  gboolean is_first = !self->loaded;

  self->loaded = TRUE;
  if (is_first)
    refresh_from_top (self);
  else
    refresh_anew (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* Also when the same person is read anew, as after each copy: then what was answered, and which of several messages is
 * next, stands. */
static void
person_changed_cb (ZgQuickFinder *self)
{
  gint64 customer_id = zg_session_get_customer_id (self->session);
  gint64 order_id = zg_session_get_order_id (self->session);
  gboolean is_other = customer_id != self->customer_id || order_id != self->order_id;

  self->customer_id = customer_id;
  self->order_id = order_id;
  if (is_other)
    {
      self->loaded = FALSE;
      zg_quick_list_stop_asking (self->list);
    }
  zg_reply_book_set_person (self->book, customer_id, order_id, zg_session_get_clerk_id (self->session));
  if (is_other)
    {
      refresh (self);
      g_signal_emit (self, signals[EDITED], 0);
    }
}

static void
store_changed_cb (ZgQuickFinder *self,
                  guint          tables)
{
  if ((tables & (ZG_TABLE_REPLY | ZG_TABLE_SETTING | ZG_TABLE_STAFF | ZG_TABLE_CONTACT)) != 0)
    zg_reply_book_reload (self->book);
}

static void
words_changed_cb (ZgQuickFinder *self,
                  ZgWordList    *words)
{
  zg_quick_list_set_words (self->list, zg_word_list_get_words (words));
}

static void
query_changed_cb (ZgQuickFinder *self)
{
  if (self->book == NULL)
    return;

  self->pinned_id = 0;
  zg_reply_book_set_query (self->book, gtk_editable_get_text (self->entry));
  refresh_from_top (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
copy_cb (ZgQuickFinder *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

/* A search field keeps Escape for itself. */
static void
stop_search_cb (ZgQuickFinder *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "quick.escape", NULL);
}

/* In the capture phase, before the field takes a digit as text. While an input method composes, all keys are its own. */
static gboolean
entry_key_cb (ZgQuickFinder   *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (zg_composition_is_under_way (GTK_WIDGET (self->entry))
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      zg_quick_list_move (self->list, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      zg_quick_list_move (self->list, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      zg_quick_list_move (self->list, ZG_QUICK_N_ROWS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      zg_quick_list_move (self->list, -ZG_QUICK_N_ROWS);
      return GDK_EVENT_STOP;
    default:
      break;
    }

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_1 + GDK_KEY_1;
  /* "#100" searches for a number. */
  if (keyval < GDK_KEY_1 || keyval > GDK_KEY_9 || gtk_editable_get_text (self->entry)[0] == '#')
    return GDK_EVENT_PROPAGATE;

  if (zg_quick_list_select (self->list, (int) (keyval - GDK_KEY_1)))
    copy_cb (self);
  return GDK_EVENT_STOP;
}

static void
zg_quick_finder_dispose (GObject *object)
{
  ZgQuickFinder *self = ZG_QUICK_FINDER (object);

  g_clear_object (&self->book);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_QUICK_FINDER);

  G_OBJECT_CLASS (zg_quick_finder_parent_class)->dispose (object);
}

static void
zg_quick_finder_class_init (ZgQuickFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_quick_finder_dispose;

  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOADED] =
    g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_QUICK_LIST);
  g_type_ensure (ZG_TYPE_QUICK_PERSON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/quick/zg-quick-finder.ui");
  /* Only bound children are taken away with the template. */
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, list);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, person);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, search_line);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, separator);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickFinder, stack);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
zg_quick_finder_init (ZgQuickFinder *self)
{
  GtkEditable *text;

  gtk_widget_init_template (GTK_WIDGET (self));

  text = gtk_editable_get_delegate (self->entry);
  /* The entry's own property for this is newer than our floor. */
  gtk_text_set_placeholder_text (GTK_TEXT (text), _("Find a reply: text, pinyin or initials"));
}

/**
 * zg_quick_finder_set_session:
 * @session: what all windows share
 */
void
zg_quick_finder_set_session (ZgQuickFinder *self,
                             ZgSession     *session)
{
  ZgStore *store = zg_session_get_store (session);
  ZgWordList *words = zg_word_list_get (session);

  g_return_if_fail (ZG_IS_QUICK_FINDER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->book = zg_reply_book_new (store, zg_session_get_clock (session));
  zg_quick_person_set_session (self->person, session);
  g_signal_connect_object (self->book, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "failed", G_CALLBACK (zg_session_fail), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (words, "changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  words_changed_cb (self, words);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  /* The tints of a text are attributes, which no style sheet changes. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  person_changed_cb (self);
}

/**
 * zg_quick_finder_search:
 * @query: what to search for, or ""
 *
 * Searches as if it had been typed, and begins at the top. Also what is found again is filled anew: it may tell how long
 * it is until something.
 */
void
zg_quick_finder_search (ZgQuickFinder *self,
                        const char    *query)
{
  g_return_if_fail (ZG_IS_QUICK_FINDER (self));

  self->pinned_id = 0;
  if (g_strcmp0 (query, gtk_editable_get_text (self->entry)) != 0)
    gtk_editable_set_text (self->entry, query);
  else
    refresh_from_top (self);
  gtk_editable_set_position (self->entry, -1);
}

/**
 * zg_quick_finder_pin:
 * @reply_id: which reply
 *
 * Shows a reply before all others until something is typed, and chooses it.
 */
void
zg_quick_finder_pin (ZgQuickFinder *self,
                     gint64         reply_id)
{
  g_return_if_fail (ZG_IS_QUICK_FINDER (self));

  gtk_editable_set_text (self->entry, "");
  self->pinned_id = reply_id;
  refresh_from_top (self);
}

/**
 * zg_quick_finder_is_loaded:
 *
 * Returns: whether the replies are there for whom the clerk talks to
 */
gboolean
zg_quick_finder_is_loaded (ZgQuickFinder *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), FALSE);

  return self->loaded;
}

/**
 * zg_quick_finder_is_composing:
 *
 * Returns: whether an input method composes, so that all keys are its own
 */
gboolean
zg_quick_finder_is_composing (ZgQuickFinder *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), FALSE);

  return zg_composition_is_under_way (GTK_WIDGET (self->entry));
}

/**
 * zg_quick_finder_get_draft:
 *
 * Returns: (transfer none): the chosen reply; the draft of nothing when there is none
 */
ZgReplyDraft *
zg_quick_finder_get_draft (ZgQuickFinder *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), NULL);

  return zg_quick_list_get_draft (self->list);
}

/**
 * zg_quick_finder_ask:
 *
 * Returns: whether something is missing in the chosen reply, and it is asked for
 */
gboolean
zg_quick_finder_ask (ZgQuickFinder *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), FALSE);

  return zg_quick_list_ask (self->list);
}

/**
 * zg_quick_finder_choose:
 * @number: from 1
 *
 * Returns: whether that is one of the answers on show, and is the answer now
 */
gboolean
zg_quick_finder_choose (ZgQuickFinder *self,
                        guint          number)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), FALSE);

  return zg_quick_list_choose (self->list, number);
}

/**
 * zg_quick_finder_stop_asking:
 *
 * Leaves everything as it was before something was asked.
 *
 * Returns: whether something was asked
 */
gboolean
zg_quick_finder_stop_asking (ZgQuickFinder *self)
{
  g_return_val_if_fail (ZG_IS_QUICK_FINDER (self), FALSE);

  /* First: where what has the focus hides, the toolkit looks for another place for it, and a moment later. */
  zg_quick_finder_focus (self);

  return zg_quick_list_stop_asking (self->list);
}

/**
 * zg_quick_finder_next_wording:
 *
 * Shows the next way to say the chosen reply.
 */
void
zg_quick_finder_next_wording (ZgQuickFinder *self)
{
  g_return_if_fail (ZG_IS_QUICK_FINDER (self));

  zg_quick_list_next_wording (self->list);
}

/**
 * zg_quick_finder_focus:
 *
 * Puts the focus into the search field.
 */
void
zg_quick_finder_focus (ZgQuickFinder *self)
{
  g_return_if_fail (ZG_IS_QUICK_FINDER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/**
 * zg_quick_finder_switch_customer:
 *
 * Opens the search for whom to talk to.
 */
void
zg_quick_finder_switch_customer (ZgQuickFinder *self)
{
  g_return_if_fail (ZG_IS_QUICK_FINDER (self));

  zg_quick_person_popup (self->person);
}
