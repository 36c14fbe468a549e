/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-models"

#include "config.h"

#include "zg-row-list.h"

#include <string.h>

/*
 * A list over the shop file as long as it likes to be. It knows the ids of all rows in the order of the list, eight
 * bytes each, and makes an object for a row only while somebody looks at it. The values are fetched in blocks around
 * the row that is asked for: a view asks for neighbours next.
 *
 * There is no sorting or filtering model on top of it, which would ask for every row: SQL does that.
 */

/* Rows of one fetch. A view has about 20 in sight and scrolls by a few: small blocks keep each frame short. */
#define BLOCK_SIZE 16
/* Fetched values that are kept, so that scrolling back costs nothing. */
#define MAX_VALUES 1024

/* What a row shows, shared by the cache and the row; GLib counts their references. */
typedef struct {
  gpointer value;               /* NULL when the row is gone */
  GDestroyNotify free_value;
} Value;

struct _ZgRow {
  GObject parent_instance;

  ZgRowList *list;              /* NULL once the list is gone or shows something else */
  gint64 id;
  guint position;
  Value *value;                 /* NULL until somebody asks */
};

struct _ZgRowList {
  GObject parent_instance;

  ZgStore *store;
  ZgRowFetchFunc fetch;
  GDestroyNotify free_value;
  gpointer data;
  GDestroyNotify free_data;
  GArray *ids;
  GHashTable *live;             /* position → ZgRow, not owned: the same object while it is used (GListModel's rule) */
  GHashTable *values;           /* id → Value */
};

enum {
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (ZgRow, zg_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (ZgRowList, zg_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
value_clear (gpointer data)
{
  Value *value = data;

  if (value->value != NULL)
    value->free_value (value->value);
}

static void
value_unref (Value *value)
{
  g_rc_box_release_full (value, value_clear);
}

static void
zg_row_dispose (GObject *object)
{
  ZgRow *self = ZG_ROW (object);

  if (self->list != NULL)
    g_hash_table_remove (self->list->live, GUINT_TO_POINTER (self->position));
  self->list = NULL;
  g_clear_pointer (&self->value, value_unref);

  G_OBJECT_CLASS (zg_row_parent_class)->dispose (object);
}

static void
zg_row_get_property (GObject    *object,
                     guint       property_id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_VALUE:
      g_value_set_pointer (value, (gpointer) zg_row_get_value (ZG_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zg_row_class_init (ZgRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = zg_row_dispose;
  object_class->get_property = zg_row_get_property;

  /**
   * ZgRow:value:
   *
   * What is shown of the row. Notified when the row was changed in the shop file.
   */
  properties[PROP_VALUE] = g_param_spec_pointer ("value", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
zg_row_init (ZgRow *self)
{
}

/* Keeps the cache small: what is shown keeps its value by itself. */
static void
trim_values (ZgRowList *self)
{
  if (g_hash_table_size (self->values) > MAX_VALUES)
    g_hash_table_remove_all (self->values);
}

/* Takes the values out of @fetched into the cache. */
static void
keep_values (ZgRowList    *self,
             const gint64 *ids,
             guint         n_ids,
             GPtrArray    *fetched)
{
  for (guint i = 0; i < n_ids; i++)
    {
      Value *value = g_rc_box_new (Value);

      *value = (Value) { g_ptr_array_index (fetched, i), self->free_value };
      g_hash_table_insert (self->values, g_memdup2 (&ids[i], sizeof ids[i]), value);
    }
  g_ptr_array_set_free_func (fetched, NULL);
}

/* Fetches the block around @position, the part of it that is not known yet. */
static void
fetch_block (ZgRowList *self,
             guint      position)
{
  guint start = position - position % BLOCK_SIZE;
  guint end = MIN (start + BLOCK_SIZE, self->ids->len);
  gint64 missing[BLOCK_SIZE];
  guint n_missing = 0;
  g_autoptr(GPtrArray) fetched = NULL;
  g_autoptr(GError) error = NULL;
  ZgDatabase *db;

  trim_values (self);
  for (guint i = start; i < end; i++)
    {
      gint64 *id = &g_array_index (self->ids, gint64, i);

      if (!g_hash_table_contains (self->values, id))
        missing[n_missing++] = *id;
    }

  db = zg_store_get_list_reader (self->store, &error);
  if (db != NULL)
    fetched = self->fetch (db, missing, n_missing, self->data, &error);
  if (fetched == NULL)
    {
      /* The rows stay empty for now; the next refresh asks again. */
      g_warning ("rows of a list can't be read: %s", error->message);
      return;
    }

  keep_values (self, missing, n_missing, fetched);
}

/**
 * zg_row_get_value:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what is shown of it, valid until #ZgRow:value is notified; %NULL when the row
 *   is gone from the shop file or can't be read
 */
gconstpointer
zg_row_get_value (ZgRow *row)
{
  Value *value;

  if (row->value != NULL)
    return row->value->value;
  if (row->list == NULL)
    return NULL;
  value = g_hash_table_lookup (row->list->values, &row->id);
  if (value == NULL)
    {
      fetch_block (row->list, row->position);
      value = g_hash_table_lookup (row->list->values, &row->id);
    }
  if (value == NULL)
    return NULL;

  row->value = g_rc_box_acquire (value);
  return value->value;
}

static GType
zg_row_list_get_item_type (GListModel *model)
{
  return ZG_TYPE_ROW;
}

static guint
zg_row_list_get_n_items (GListModel *model)
{
  return ZG_ROW_LIST (model)->ids->len;
}

static gpointer
zg_row_list_get_item (GListModel *model,
                      guint       position)
{
  ZgRowList *self = ZG_ROW_LIST (model);
  ZgRow *row;

  if (position >= self->ids->len)
    return NULL;
  row = g_hash_table_lookup (self->live, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (ZG_TYPE_ROW, NULL);
  row->list = self;
  row->id = g_array_index (self->ids, gint64, position);
  row->position = position;
  g_hash_table_insert (self->live, GUINT_TO_POINTER (position), row);
  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = zg_row_list_get_item_type;
  iface->get_n_items = zg_row_list_get_n_items;
  iface->get_item = zg_row_list_get_item;
}

/* Whoever still holds a row of the old list keeps what it shows; it is no row of this list any more. */
static void
let_go_of_rows (ZgRowList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ZG_ROW (row)->list = NULL;
  g_hash_table_remove_all (self->live);
}

static void
zg_row_list_dispose (GObject *object)
{
  ZgRowList *self = ZG_ROW_LIST (object);

  if (self->live != NULL)
    let_go_of_rows (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (zg_row_list_parent_class)->dispose (object);
}

static void
zg_row_list_finalize (GObject *object)
{
  ZgRowList *self = ZG_ROW_LIST (object);

  g_hash_table_unref (self->live);
  g_hash_table_unref (self->values);
  g_array_unref (self->ids);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (zg_row_list_parent_class)->finalize (object);
}

static void
zg_row_list_class_init (ZgRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = zg_row_list_dispose;
  object_class->finalize = zg_row_list_finalize;
}

static void
zg_row_list_init (ZgRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->live = g_hash_table_new (NULL, NULL);
  self->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) value_unref);
}

/**
 * zg_row_list_new:
 * @store: the store
 * @fetch: fetches what is shown of rows
 * @free_value: frees a value that @fetch has made
 * @data: (nullable): for @fetch
 * @free_data: (nullable): frees @data
 *
 * Makes an empty list. It is used in the main thread alone.
 *
 * Returns: (transfer full): the list
 */
ZgRowList *
zg_row_list_new (ZgStore        *store,
                 ZgRowFetchFunc  fetch,
                 GDestroyNotify  free_value,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  ZgRowList *self = g_object_new (ZG_TYPE_ROW_LIST, NULL);

  self->store = g_object_ref (store);
  self->fetch = fetch;
  self->free_value = free_value;
  self->data = data;
  self->free_data = free_data;
  return self;
}

/* An empty array may have no data at all, which memcmp() does not like. */
static gboolean
same_ids (GArray *a,
          GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

/**
 * zg_row_list_set_ids:
 * @list: a list
 * @ids: (element-type gint64): the ids to show, in their order; a reference is kept, so nobody may change it
 *
 * Shows other rows. The same ids again change nothing, so that the view stays where it is.
 */
void
zg_row_list_set_ids (ZgRowList *list,
                     GArray    *ids)
{
  guint n_before = list->ids->len;

  if (same_ids (list->ids, ids))
    return;

  let_go_of_rows (list);
  g_array_unref (list->ids);
  list->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* Two steps: a selection model that sees a replacement asks for every new row, to look for the selected one. */
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, n_before, 0);

  g_array_unref (list->ids);
  list->ids = g_array_ref (ids);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, ids->len);
}

/**
 * zg_row_list_take_values:
 * @list: a list
 * @ids: (element-type gint64): row ids
 * @values: (transfer full): what the first of them show, as many as there are, as @fetch would have made them
 *
 * Takes what another thread has fetched, so that the main thread does not have to. To be called before these ids are
 * shown.
 */
void
zg_row_list_take_values (ZgRowList *list,
                         GArray    *ids,
                         GPtrArray *values)
{
  trim_values (list);
  keep_values (list, (const gint64 *) (void *) ids->data, MIN (ids->len, values->len), values);
  g_ptr_array_unref (values);
}

/**
 * zg_row_list_refresh:
 * @list: a list
 * @ids: (nullable) (element-type gint64): rows that were changed, or %NULL for all
 *
 * Fetches anew what is shown, and notifies #ZgRow:value of the rows that are looked at.
 */
void
zg_row_list_refresh (ZgRowList *list,
                     GArray    *ids)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  if (ids == NULL)
    g_hash_table_remove_all (list->values);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_remove (list->values, &g_array_index (ids, gint64, i));

  g_hash_table_iter_init (&iter, list->live);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (!g_hash_table_contains (list->values, &ZG_ROW (row)->id))
        g_ptr_array_add (rows, g_object_ref (row));
    }

  for (guint i = 0; i < rows->len; i++)
    {
      ZgRow *changed = g_ptr_array_index (rows, i);

      g_clear_pointer (&changed->value, value_unref);
      g_object_notify_by_pspec (G_OBJECT (changed), properties[PROP_VALUE]);
    }
}

/**
 * zg_row_list_find_id:
 * @list: a list
 * @id: a row id
 * @position_out: (out) (optional): where it is
 *
 * Returns: whether the list shows that row
 */
gboolean
zg_row_list_find_id (ZgRowList *list,
                     gint64     id,
                     guint     *position_out)
{
  for (guint i = 0; i < list->ids->len; i++)
    {
      if (g_array_index (list->ids, gint64, i) == id)
        {
          if (position_out != NULL)
            *position_out = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zg_row_list_get_id:
 * @list: a list
 * @position: a position
 *
 * Returns: the id of that row, 0 behind the end; no row object is made for it
 */
gint64
zg_row_list_get_id (ZgRowList *list,
                    guint      position)
{
  return position < list->ids->len ? g_array_index (list->ids, gint64, position) : 0;
}

/**
 * zg_row_list_get_n_live:
 * @list: a list
 *
 * Returns: how many row objects there are now; tests look that a view does not ask for all of them
 */
guint
zg_row_list_get_n_live (ZgRowList *list)
{
  return g_hash_table_size (list->live);
}
