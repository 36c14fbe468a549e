/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-find-table.h"
#include "zg-order-table.h"
#include "zg-search-index.h"
#include "zg-statement.h"
#include "zg-store.h"

/*
 * A thousand rounds of edit, merge, edit, unmerge in random order, beside a simple model of what should come of it: what
 * nobody touched returns, later edits stay, orders follow their account, totals are right, search finds everybody.
 */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define N_ROUNDS 1000
#define N_PEOPLE 24
#define N_TEXTS 5

/* The fields of the model: each is a text. */
static const ZgMergeField text_fields[N_TEXTS] = {
  ZG_MERGE_NAME, ZG_MERGE_CALL_NAME, ZG_MERGE_LEVEL, ZG_MERGE_NOTE, ZG_MERGE_CAUTION,
};

typedef struct {
  gint64 id;
  char *texts[N_TEXTS];
  GHashTable *phones;
  GHashTable *accounts;
  GHashTable *tags;
} Person;

typedef struct {
  gint64 id;
  gint64 owner;
  gint64 order;
  char *account;
} Thing;

typedef struct {
  ZgDatabase *db;
  ZgClock *clock;
  GRand *rand;
  Person *people[N_PEOPLE];
  GPtrArray *orders;
  GPtrArray *contacts;
  int next;
  int n_merges;
} Shop;

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  g_free (thing->account);
  g_free (thing);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

static void
add_set (GHashTable *set,
         GHashTable *more)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (set, g_strdup (key));
}

/* What a kept customer has of a set after the merge is taken back. */
static void
leave_set (GHashTable *now,
           GHashTable *own,
           GHashTable *others)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (others, key) && !g_hash_table_contains (own, key))
      g_hash_table_iter_remove (&iter);
}

static Person *
person_copy (const Person *person)
{
  Person *copy = g_new0 (Person, 1);

  copy->id = person->id;
  for (int i = 0; i < N_TEXTS; i++)
    copy->texts[i] = g_strdup (person->texts[i]);
  copy->phones = copy_set (person->phones);
  copy->accounts = copy_set (person->accounts);
  copy->tags = copy_set (person->tags);
  return copy;
}

static void
person_free (Person *person)
{
  if (person == NULL)
    return;
  for (int i = 0; i < N_TEXTS; i++)
    g_free (person->texts[i]);
  g_hash_table_unref (person->phones);
  g_hash_table_unref (person->accounts);
  g_hash_table_unref (person->tags);
  g_free (person);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Person, person_free)

static void
assert_int64 (Shop       *shop,
              const char *sql,
              gint64      expected)
{
  g_autoptr(GError) error = NULL;
  gint64 value;

  zg_database_query_int64 (shop->db, sql, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, expected);
}

/* Characters that are no part of one another's words: a name finds one person. */
static char *
make_name (Shop *shop)
{
  static const char * const surnames[] = { "王", "单", "曾", "尉迟", "林", "吕", "仇", "陈" };
  int n = shop->next++;
  char given[8] = "";

  g_unichar_to_utf8 (0x4e00 + (gunichar) n, given);
  return g_strconcat (surnames[n % (int) G_N_ELEMENTS (surnames)], given, NULL);
}

static char *
make_text (Shop *shop,
           int   field)
{
  if (field == 0)
    return make_name (shop);
  /* Of one length, so that none is a part of another. */
  return g_strdup_printf ("%c%06d", 'a' + field, shop->next++);
}

static ZgPersonal *
phones_of (ZgCustomer *customer,
           guint       i)
{
  return &((ZgCustomerAccount *) g_ptr_array_index (customer->accounts, i))->account;
}

static void
set_customer_text (ZgCustomer *customer,
                   int         field,
                   const char *text)
{
  char **texts[N_TEXTS] = { NULL, &customer->call_name, &customer->level, &customer->note, &customer->caution };

  if (field == 0)
    {
      zg_personal_set (&customer->name, text);
      return;
    }
  g_free (*texts[field]);
  *texts[field] = g_strdup (text);
}

static const char *
get_customer_text (const ZgCustomer *customer,
                   int               field)
{
  const char *texts[N_TEXTS] = {
    customer->name.text, customer->call_name, customer->level, customer->note, customer->caution,
  };

  return texts[field] != NULL ? texts[field] : "";
}

static void
save (Shop       *shop,
      ZgCustomer *customer)
{
  g_autoptr(GError) error = NULL;

  zg_customer_table_update (shop->db, customer, NOW, &error);
  g_assert_no_error (error);
}

static void
remove_phone (ZgCustomer *customer,
              const char *text)
{
  for (guint i = 0; i < customer->phones->len; i++)
    if (strcmp (((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone->text, text) == 0)
      {
        g_ptr_array_remove_index (customer->phones, i);
        return;
      }
  g_assert_not_reached ();
}

/* (transfer full) (nullable): any member. */
static char *
pick (Shop       *shop,
      GHashTable *set)
{
  g_autoptr(GList) keys = g_list_sort (g_hash_table_get_keys (set), (GCompareFunc) strcmp);

  if (keys == NULL)
    return NULL;
  return g_strdup (g_list_nth_data (keys, (guint) g_rand_int_range (shop->rand, 0, (int) g_list_length (keys))));
}

/* One of few numbers: two people often have the same. */
static char *
make_phone (Shop *shop)
{
  return g_strdup_printf ("1380013%04d", g_rand_int_range (shop->rand, 0, 60));
}

static void
edit_fields (Shop   *shop,
             Person *person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (shop->db, person->id, &error);
  g_autofree char *text = NULL;
  int field = g_rand_int_range (shop->rand, 0, N_TEXTS);

  g_assert_no_error (error);
  switch (g_rand_int_range (shop->rand, 0, 5))
    {
    case 0:
      text = make_phone (shop);
      zg_customer_add_phone (customer, text, NULL);
      g_hash_table_add (person->phones, g_steal_pointer (&text));
      break;
    case 1:
      text = pick (shop, person->phones);
      if (text == NULL)
        return;
      remove_phone (customer, text);
      g_hash_table_remove (person->phones, text);
      break;
    case 2:
      text = g_strdup_printf ("标签%d", g_rand_int_range (shop->rand, 0, 12));
      if (g_hash_table_contains (person->tags, text))
        g_hash_table_remove (person->tags, text);
      else
        g_hash_table_add (person->tags, g_strdup (text));
      g_ptr_array_set_size (customer->tags, 0);
      {
        GHashTableIter iter;
        gpointer key;

        g_hash_table_iter_init (&iter, person->tags);
        while (g_hash_table_iter_next (&iter, &key, NULL))
          g_ptr_array_add (customer->tags, g_strdup (key));
      }
      break;
    default:
      text = make_text (shop, field);
      set_customer_text (customer, field, text);
      g_free (person->texts[field]);
      person->texts[field] = g_steal_pointer (&text);
      break;
    }
  save (shop, customer);
}

/* As an import brings it, for one of the accounts, or as the desk writes it, for none. */
static void
add_order (Shop   *shop,
           Person *person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = zg_order_new ();
  Thing *thing = g_new0 (Thing, 1);

  if (g_rand_boolean (shop->rand))
    thing->account = pick (shop, person->accounts);
  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  g_free (order->number);
  order->number = g_strdup_printf ("3515%08d", shop->next++);
  order->customer_id = person->id;
  order->buyer_account = g_strdup (thing->account);
  order->state = g_rand_int_range (shop->rand, ZG_ORDER_UNPAID, ZG_ORDER_CLOSED + 1);
  order->ordered_at = NOW + shop->next * ZG_TIME_SECOND;
  order->paid = g_rand_int_range (shop->rand, 1, 100000);
  zg_order_table_insert (shop->db, order, 0, &error);
  g_assert_no_error (error);
  zg_customer_table_refresh_totals (shop->db, person->id, &error);
  g_assert_no_error (error);

  thing->id = order->id;
  thing->owner = person->id;
  g_ptr_array_add (shop->orders, thing);
}

/* A note, about one of the person's orders or about none. */
static void
add_contact (Shop   *shop,
             Person *person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContact) contact = zg_contact_new ();
  Thing *thing = g_new0 (Thing, 1);

  if (shop->orders->len > 0)
    {
      const Thing *order =
        g_ptr_array_index (shop->orders, (guint) g_rand_int_range (shop->rand, 0, (int) shop->orders->len));

      if (order->owner == person->id)
        thing->order = order->id;
    }
  contact->kind = ZG_CONTACT_NOTE;
  contact->at = NOW + shop->next++ * ZG_TIME_SECOND;
  contact->customer_id = person->id;
  contact->order_id = thing->order;
  contact->text = g_strdup ("note");
  zg_contact_table_insert (shop->db, contact, &error);
  g_assert_no_error (error);

  thing->id = contact->id;
  thing->owner = person->id;
  g_ptr_array_add (shop->contacts, thing);
}

static void
edit (Shop   *shop,
      Person *person)
{
  int n = g_rand_int_range (shop->rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      switch (g_rand_int_range (shop->rand, 0, 4))
        {
        case 0:
          add_order (shop, person);
          break;
        case 1:
          add_contact (shop, person);
          break;
        default:
          edit_fields (shop, person);
          break;
        }
    }
}

static Person *
add_person (Shop *shop)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autofree char *account = g_strdup_printf ("buyer_%04d", shop->next++);
  g_autofree char *phone = make_phone (shop);
  Person *person = g_new0 (Person, 1);

  person->phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  person->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  person->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < N_TEXTS; i++)
    {
      person->texts[i] = i == 0 || g_rand_boolean (shop->rand) ? make_text (shop, i) : g_strdup ("");
      set_customer_text (customer, i, person->texts[i]);
    }
  zg_customer_add_account (customer, "taobao", account);
  zg_customer_add_phone (customer, phone, NULL);
  g_hash_table_add (person->accounts, g_steal_pointer (&account));
  g_hash_table_add (person->phones, g_steal_pointer (&phone));
  zg_customer_table_insert (shop->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (phones_of (customer, 0)->text, !=, NULL);
  person->id = customer->id;
  return person;
}

static void
check_set (GHashTable *set,
           GPtrArray  *texts)
{
  g_assert_cmpuint (g_hash_table_size (set), ==, texts->len);
  for (guint i = 0; i < texts->len; i++)
    g_assert_true (g_hash_table_contains (set, g_ptr_array_index (texts, i)));
}

/* All rows of the table that the model knows are the model's, and there are no more. */
static void
check_things (Shop       *shop,
              const char *sql,
              GPtrArray  *things,
              gint64      owner)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (shop->db, sql, &error);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean has_row = TRUE;
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < things->len; i++)
    {
      Thing *thing = g_ptr_array_index (things, i);

      if (thing->owner == owner)
        g_hash_table_add (ids, &thing->id);
    }
  zg_statement_bind_int64 (statement, 0, owner);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    {
      gint64 id = zg_statement_get_int64 (statement, 0);

      g_assert_true (g_hash_table_contains (ids, &id));
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, g_hash_table_size (ids));
}

static void
check_found (Shop       *shop,
             const char *text,
             gint64      id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_find_table_customers (shop->db, text, 10, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    found = found || g_array_index (ids, gint64, i) == id;
  g_assert_true (found);
}

static void
check_totals (Shop             *shop,
              const ZgCustomer *customer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (shop->db,
    "SELECT (SELECT count(*) FROM shop_order WHERE customer_id = ?1 AND state <> 6), "
    "(SELECT coalesce(sum(paid), 0) FROM shop_order WHERE customer_id = ?1 AND state IN (1, 2, 3, 4, 5)), "
    "(SELECT max(ordered_at) FROM shop_order WHERE customer_id = ?1), "
    "(SELECT max(at) FROM contact WHERE customer_id = ?1 AND kind <> 3)", &error);
  gboolean has_row;

  g_assert_no_error (error);
  zg_statement_bind_int64 (statement, 0, customer->id);
  g_assert_true (zg_statement_step (statement, &has_row, NULL));
  g_assert_cmpint (zg_statement_get_int64 (statement, 0), ==, customer->n_orders);
  g_assert_cmpint (zg_statement_get_int64 (statement, 1), ==, customer->spent);
  g_assert_cmpint (zg_statement_get_time (statement, 2), ==, customer->last_order_at);
  g_assert_cmpint (zg_statement_get_time (statement, 3), ==, customer->last_contact_at);
}

static void
check_person (Shop         *shop,
              const Person *person)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (shop->db, person->id, &error);
  g_autoptr(GPtrArray) phones = g_ptr_array_new ();
  g_autoptr(GPtrArray) accounts = g_ptr_array_new ();

  g_assert_no_error (error);
  for (int i = 0; i < N_TEXTS; i++)
    g_assert_cmpstr (get_customer_text (customer, i), ==, person->texts[i]);
  for (guint i = 0; i < customer->phones->len; i++)
    g_ptr_array_add (phones, ((ZgCustomerPhone *) g_ptr_array_index (customer->phones, i))->phone->text);
  for (guint i = 0; i < customer->accounts->len; i++)
    g_ptr_array_add (accounts, phones_of (customer, i)->text);
  check_set (person->phones, phones);
  check_set (person->accounts, accounts);
  check_set (person->tags, customer->tags);
  check_things (shop, "SELECT id FROM shop_order WHERE customer_id = ?", shop->orders, person->id);
  check_things (shop, "SELECT id FROM contact WHERE customer_id = ? AND kind = 1", shop->contacts, person->id);
  check_totals (shop, customer);
  check_found (shop, person->texts[0], person->id);
}

/* What a field of both becomes by a choice. */
static char *
join (const char    *kept,
      const char    *other,
      ZgMergeField   field,
      ZgMergeChoice  choice)
{
  if (choice == ZG_MERGE_TAKE_BOTH && *kept != '\0' && *other != '\0' && strcmp (kept, other) != 0)
    return g_strconcat (kept, field == ZG_MERGE_NOTE ? "\n" : " · ", other, NULL);
  if (choice == ZG_MERGE_TAKE_BOTH)
    return g_strdup (*kept != '\0' ? kept : other);
  return g_strdup (choice == ZG_MERGE_TAKE_OTHER ? other : kept);
}

/* Merges with random choices. Returns the merge's id; @kept is what comes of it in the model. */
static gint64
merge (Shop         *shop,
       Person       *kept,
       const Person *other)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgMergePlan) plan = zg_customer_merge_plan (shop->db, kept->id, other->id, &error);
  gint64 merge_id;

  g_assert_no_error (error);
  for (int i = 0; i < N_TEXTS; i++)
    {
      ZgMergeField field = text_fields[i];
      int n_choices = zg_merge_field_can_join (field) ? 3 : 2;
      char *text;

      if (g_rand_boolean (shop->rand))
        g_assert_true (zg_merge_plan_choose (plan, field, g_rand_int_range (shop->rand, 0, n_choices), NULL));
      text = join (kept->texts[i], other->texts[i], field, plan->choices[field]);
      g_free (kept->texts[i]);
      kept->texts[i] = text;
    }
  zg_merge_plan_choose (plan, ZG_MERGE_PHONE, g_rand_int_range (shop->rand, 0, 2), NULL);

  merge_id = zg_customer_merge (shop->db, plan, 0, shop->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (merge_id, >, 0);
  add_set (kept->phones, other->phones);
  add_set (kept->accounts, other->accounts);
  add_set (kept->tags, other->tags);
  shop->n_merges++;
  return merge_id;
}

/* Gives the things of one owner to another one; returns which, by their place in the array. */
static GArray *
give (GPtrArray *things,
      gint64     from,
      gint64     to)
{
  GArray *given = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < things->len; i++)
    {
      Thing *thing = g_ptr_array_index (things, i);

      if (thing->owner != from)
        continue;
      thing->owner = to;
      g_array_append_val (given, i);
    }
  return given;
}

static void
give_back (GPtrArray *things,
           GArray    *given,
           gint64     to)
{
  for (guint i = 0; i < given->len; i++)
    ((Thing *) g_ptr_array_index (things, g_array_index (given, guint, i)))->owner = to;
}

static gint64
owner_of_order (Shop   *shop,
                gint64  id)
{
  for (guint i = 0; i < shop->orders->len; i++)
    {
      const Thing *order = g_ptr_array_index (shop->orders, i);

      if (order->id == id)
        return order->owner;
    }
  return 0;
}

/* What came while both were one, from @first_order and @first_contact on. */
static void
follow (Shop         *shop,
        const Person *kept,
        const Person *other,
        guint         first_order,
        guint         first_contact)
{
  for (guint i = first_order; i < shop->orders->len; i++)
    {
      Thing *order = g_ptr_array_index (shop->orders, i);

      if (order->owner == kept->id && order->account != NULL && g_hash_table_contains (other->accounts, order->account))
        order->owner = other->id;
    }
  for (guint i = first_contact; i < shop->contacts->len; i++)
    {
      Thing *contact = g_ptr_array_index (shop->contacts, i);

      if (contact->owner == kept->id && contact->order != 0 && owner_of_order (shop, contact->order) == other->id)
        contact->owner = other->id;
    }
}

/* What the kept one has after the merge is taken back: @now is what they have at last, @merged what the merge made. */
static void
separate (Person       *now,
          const Person *before,
          const Person *merged,
          const Person *other)
{
  for (int i = 0; i < N_TEXTS; i++)
    {
      if (strcmp (now->texts[i], merged->texts[i]) != 0)
        continue;
      g_free (now->texts[i]);
      now->texts[i] = g_strdup (before->texts[i]);
    }
  leave_set (now->phones, before->phones, other->phones);
  leave_set (now->accounts, before->accounts, other->accounts);
  leave_set (now->tags, before->tags, other->tags);
}

static void
check_refused (Shop   *shop,
               gint64  merge_id)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (zg_customer_unmerge (shop->db, merge_id, shop->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

/* A round, and now and then another one inside: of the same customer, or of the merged one with a third. */
static void
run_round (Shop   *shop,
           Person *kept,
           Person *other,
           int     depth,
           gint64  outer_merge_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Person) before = NULL;
  g_autoptr(Person) other_before = NULL;
  g_autoptr(Person) merged = NULL;
  g_autoptr(GArray) orders = NULL;
  g_autoptr(GArray) contacts = NULL;
  g_autoptr(ZgCustomerMerge) undone = NULL;
  guint first_order, first_contact;
  gint64 merge_id;

  edit (shop, kept);
  edit (shop, other);
  before = person_copy (kept);
  other_before = person_copy (other);

  merge_id = merge (shop, kept, other);
  merged = person_copy (kept);
  orders = give (shop->orders, other->id, kept->id);
  contacts = give (shop->contacts, other->id, kept->id);
  first_order = shop->orders->len;
  first_contact = shop->contacts->len;
  check_person (shop, kept);
  if (outer_merge_id != 0)
    check_refused (shop, outer_merge_id);

  edit (shop, kept);
  if (depth < 2 && g_rand_int_range (shop->rand, 0, 4) == 0)
    {
      Person *third = shop->people[g_rand_int_range (shop->rand, 0, N_PEOPLE)];
      gint64 id = third->id;
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM customer WHERE id = %" G_GINT64_FORMAT, id);
      gint64 exists = 0;

      zg_database_query_int64 (shop->db, sql, &exists, NULL);
      if (exists != 0 && third != kept && g_rand_boolean (shop->rand))
        run_round (shop, third, kept, depth + 1, merge_id);
      else if (exists != 0 && third != kept)
        run_round (shop, kept, third, depth + 1, merge_id);
    }

  undone = zg_customer_unmerge (shop->db, merge_id, shop->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->other_id, ==, other->id);
  separate (kept, before, merged, other_before);
  give_back (shop->orders, orders, other->id);
  give_back (shop->contacts, contacts, other->id);
  follow (shop, kept, other_before, first_order, first_contact);
  check_person (shop, kept);
  check_person (shop, other_before);
  check_refused (shop, merge_id);
}

static gboolean
run_rounds (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Shop *shop = data;

  shop->db = db;
  for (int i = 0; i < N_PEOPLE && shop->people[i] == NULL; i++)
    shop->people[i] = add_person (shop);
  for (int i = 0; i < N_ROUNDS / 10; i++)
    {
      int kept = g_rand_int_range (shop->rand, 0, N_PEOPLE);
      int other = (kept + g_rand_int_range (shop->rand, 1, N_PEOPLE)) % N_PEOPLE;

      run_round (shop, shop->people[kept], shop->people[other], 0, 0);
    }

  for (int i = 0; i < N_PEOPLE; i++)
    check_person (shop, shop->people[i]);
  zg_search_index_check (db, error);
  g_assert_no_error (*error);
  assert_int64 (shop, "SELECT count(*) FROM pragma_foreign_key_check", 0);
  assert_int64 (shop, "SELECT count(*) FROM customer_merge_row", 0);
  assert_int64 (shop, "SELECT count(*) FROM customer_merge WHERE other_rows <> '' OR undone_at IS NULL", 0);
  return TRUE;
}

static void
test_rounds (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder = shop_folder_make (&path);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(ZgStore) store = zg_store_open (path, &error);
  Shop shop = { 0 };

  g_assert_no_error (error);
  shop.clock = zg_clock_new_fixed (NOW, zone);
  shop.rand = g_rand_new_with_seed (20260922);
  shop.orders = g_ptr_array_new_with_free_func (thing_free);
  shop.contacts = g_ptr_array_new_with_free_func (thing_free);
  for (int i = 0; i < 10; i++)
    {
      zg_store_write (store, run_rounds, &shop, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (shop.n_merges, >=, N_ROUNDS);
  g_test_message ("%d merges, %u orders", shop.n_merges, shop.orders->len);

  for (int i = 0; i < N_PEOPLE; i++)
    person_free (shop.people[i]);
  g_ptr_array_unref (shop.orders);
  g_ptr_array_unref (shop.contacts);
  g_rand_free (shop.rand);
  zg_clock_unref (shop.clock);
  zg_store_close (store);
  g_clear_object (&store);
  shop_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/rounds", test_rounds);
  return g_test_run ();
}
