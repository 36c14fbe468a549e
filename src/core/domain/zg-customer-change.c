/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer"

#include "config.h"

#include "zg-customer-change.h"

#include <glib/gi18n.h>

#include "zg-change.h"
#include "zg-customer-part.h"
#include "zg-error.h"

/*
 * What an edit did to a customer: two values, the customer before and after it. It can be told in words, and it can be made
 * again to what the customer is now, so that an edit of the phone and one of the address, or an undo, do not take each other
 * back, whoever comes first.
 */

static gboolean
refuse (const ZgCustomer  *target,
        ZgCustomerField    field,
        GError           **error)
{
  g_autofree char *now = zg_customer_field_to_text (target, field);

  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED,
               /* TRANSLATORS: the first %s is a field such as "phone", the second is what it says now, or a dash */
               _("Somebody else changed the %s in the meantime. It is now: %s"), zg_customer_field_to_label (field),
               *now != '\0' ? now : "—");
  return FALSE;
}

/* Several of a kind ****************************************************************************************************/

/* Every part begins with the id of its row. */
static gint64
get_id (gconstpointer part)
{
  return *(const gint64 *) part;
}

static gboolean
find_by_id (GPtrArray *parts,
            gint64     id,
            guint     *index_out)
{
  for (guint i = 0; i < parts->len && id != 0; i++)
    if (get_id (parts->pdata[i]) == id)
      {
        *index_out = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_equal (GPtrArray       *parts,
            ZgCustomerField  field,
            gconstpointer    part,
            guint           *index_out)
{
  for (guint i = 0; i < parts->len; i++)
    if (zg_customer_part_equal (field, parts->pdata[i], part))
      {
        *index_out = i;
        return TRUE;
      }
  return FALSE;
}

static void
append (GPtrArray       *parts,
        ZgCustomerField  field,
        gconstpointer    part)
{
  gpointer copy = zg_customer_part_copy (field, part);

  /* Its row, if it had one, is gone. */
  *(gint64 *) copy = 0;
  g_ptr_array_add (parts, copy);
}

static void
replace (GPtrArray       *parts,
         guint            index,
         ZgCustomerField  field,
         gconstpointer    part)
{
  gpointer copy = zg_customer_part_copy (field, part);
  gint64 id = get_id (parts->pdata[index]);

  *(gint64 *) copy = id;
  g_ptr_array_remove_index (parts, index);
  g_ptr_array_insert (parts, index, copy);
}

/* What the edit did to one part that was there before; %FALSE when somebody else did something different to it. */
static gboolean
apply_part (GPtrArray       *target,
            GPtrArray       *after,
            ZgCustomerField  field,
            gconstpointer    part,
            gboolean         even_if_changed)
{
  guint in_after = 0, in_target = 0;
  gboolean stays = find_by_id (after, get_id (part), &in_after);
  gboolean is_there = find_by_id (target, get_id (part), &in_target);
  gpointer wanted = stays ? after->pdata[in_after] : NULL;

  if (stays && zg_customer_part_equal (field, part, wanted))
    return TRUE;
  if (!stays && !is_there)
    return TRUE;
  if (is_there && stays && zg_customer_part_equal (field, target->pdata[in_target], wanted))
    return TRUE;
  if ((!is_there || !zg_customer_part_equal (field, target->pdata[in_target], part)) && !even_if_changed)
    return FALSE;

  if (!stays)
    g_ptr_array_remove_index (target, in_target);
  else if (is_there)
    replace (target, in_target, field, wanted);
  else
    append (target, field, wanted);
  return TRUE;
}

static void
put_first (GPtrArray       *target,
           ZgCustomerField  field,
           gconstpointer    part)
{
  guint index;

  if (find_by_id (target, get_id (part), &index) || find_equal (target, field, part, &index))
    g_ptr_array_insert (target, 0, g_ptr_array_steal_index (target, index));
}

static gboolean
apply_parts (ZgCustomer       *customer,
             const ZgCustomer *customer_before,
             const ZgCustomer *customer_after,
             ZgCustomerField   field,
             gboolean          even_if_changed)
{
  GPtrArray *target = zg_customer_get_parts (customer, field);
  GPtrArray *before = zg_customer_get_parts (customer_before, field);
  GPtrArray *after = zg_customer_get_parts (customer_after, field);
  guint index;

  for (guint i = 0; i < before->len; i++)
    if (!apply_part (target, after, field, before->pdata[i], even_if_changed))
      return FALSE;
  for (guint i = 0; i < after->len; i++)
    if (!find_by_id (before, get_id (after->pdata[i]), &index) && !find_equal (target, field, after->pdata[i], &index))
      append (target, field, after->pdata[i]);
  if (after->len > 0 && (before->len == 0 || get_id (after->pdata[0]) == 0
                         || get_id (after->pdata[0]) != get_id (before->pdata[0])))
    put_first (target, field, after->pdata[0]);
  return TRUE;
}

/* Tags have no rows of their own: whoever adds one and whoever takes another away never disagree. */
static void
apply_tags (ZgCustomer       *target,
            const ZgCustomer *before,
            const ZgCustomer *after)
{
  guint index;

  for (guint i = 0; i < before->tags->len; i++)
    if (!g_ptr_array_find_with_equal_func (after->tags, before->tags->pdata[i], g_str_equal, NULL)
        && g_ptr_array_find_with_equal_func (target->tags, before->tags->pdata[i], g_str_equal, &index))
      g_ptr_array_remove_index (target->tags, index);
  for (guint i = 0; i < after->tags->len; i++)
    if (!g_ptr_array_find_with_equal_func (before->tags, after->tags->pdata[i], g_str_equal, NULL)
        && !g_ptr_array_find_with_equal_func (target->tags, after->tags->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (target->tags, g_strdup (after->tags->pdata[i]));
}

/* A change *************************************************************************************************************/

/**
 * zg_customer_change_apply:
 * @target: (inout): the customer as they are now
 * @before: the customer as they were when the edit began
 * @after: the customer as the edit left them
 * @even_if_changed: whether the edit counts also where somebody else changed the same thing since
 * @error: return location for an error
 *
 * Makes an edit again to what the customer is now. What the edit did not touch stays as it is in @target; of phones, accounts
 * and addresses each counts for itself, and what the edit put first is first.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_CHANGED, which says what it is now, when somebody else changed the same thing to
 *   something else; @target is of no use then
 */
gboolean
zg_customer_change_apply (ZgCustomer        *target,
                          const ZgCustomer  *before,
                          const ZgCustomer  *after,
                          gboolean           even_if_changed,
                          GError           **error)
{
  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    {
      if (zg_customer_field_equal (before, after, field))
        continue;

      if (field == ZG_CUSTOMER_FIELD_TAGS)
        apply_tags (target, before, after);
      else if (zg_customer_field_has_parts (field))
        {
          if (!apply_parts (target, before, after, field, even_if_changed))
            return refuse (target, field, error);
        }
      else if (even_if_changed || zg_customer_field_equal (target, before, field)
               || zg_customer_field_equal (target, after, field))
        zg_customer_field_copy (target, after, field);
      else
        return refuse (target, field, error);
    }
  return TRUE;
}

static char *
join (GPtrArray  *texts,
      const char *between)
{
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (between, (char **) texts->pdata);
}

static char *
describe_one (const char *from,
              const char *to)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  zg_change_shorten (from, to, &was, &is);
  return g_strdup_printf ("%s → %s", *was != '\0' ? was : "—", *is != '\0' ? is : "—");
}

/**
 * zg_customer_change_describe:
 * @before: a customer
 * @after: the same customer later
 * @title_out: (out): what was changed, `Changed: address`
 * @text_out: (out): from what to what, shortened to where they differ
 *
 * Returns: whether anything was changed that a person would notice
 */
gboolean
zg_customer_change_describe (const ZgCustomer  *before,
                             const ZgCustomer  *after,
                             char             **title_out,
                             char             **text_out)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all_labels = NULL;

  for (ZgCustomerField field = 0; field < ZG_CUSTOMER_N_FIELDS; field++)
    {
      g_autofree char *from = zg_customer_field_to_text (before, field);
      g_autofree char *to = zg_customer_field_to_text (after, field);

      if (g_str_equal (from, to))
        continue;
      g_ptr_array_add (labels, g_strdup (zg_customer_field_to_label (field)));
      g_ptr_array_add (texts, describe_one (from, to));
    }
  if (labels->len == 0)
    return FALSE;

  all_labels = join (labels, _(", "));
  /* TRANSLATORS: a line of a customer's timeline; %s is a list such as "phone, address" */
  *title_out = g_strdup_printf (_("Changed: %s"), all_labels);
  *text_out = join (texts, " · ");
  return TRUE;
}
