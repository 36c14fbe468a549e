/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-body-facts.h"
#include "zg-contact-facts.h"
#include "zg-customer-facts.h"
#include "zg-customer-job.h"
#include "zg-fact-list.h"
#include "zg-person-facts.h"
#include "zg-scroll.h"

#define N_LISTS 5

/**
 * ZgCustomerFacts:
 *
 * All that is known of a customer, changed in the place where it stands and saved as one goes, each change with its undo. What
 * is no value stays in its row with a sentence below; when somebody else changed the same thing, the row says what it is now.
 * Signals: `again`, when what was typed and not saved is wanted back; `mode-changed`, when an edit begins or ends.
 */
struct _ZgCustomerFacts
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgCustomer *customer;
  ZgFactList *lists[N_LISTS];
  ZgFactRow *editing;           /* (nullable) */
  ZgFactRow *saving;            /* (nullable): waits for the shop file */
  ZgFactEditor *left;           /* (nullable): has what was typed and not saved */
  guint add_source;
  ZgCustomerField to_add;
  gint64 left_part_id;          /* the row of the shop file that it is about, 0 for none of its own, -1 for a new one */
};

enum {
  AGAIN,
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCustomerFacts, zg_customer_facts, GTK_TYPE_WIDGET)

static ZgToastArea *
get_toasts (ZgCustomerFacts *self)
{
  return ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA));
}

static ZgFactList *
get_list (ZgFactRow *row)
{
  return (ZgFactList *) gtk_widget_get_ancestor (GTK_WIDGET (row), ZG_TYPE_FACT_LIST);
}

static void
set_editing (ZgCustomerFacts *self,
             ZgFactRow       *row)
{
  if (g_set_object (&self->editing, row))
    g_signal_emit (self, signals[MODE_CHANGED], 0);
}

/* The row shows again what is known; one for something new goes. */
static void
finish (ZgCustomerFacts *self,
        ZgFactRow       *row)
{
  g_autoptr (ZgFactRow) kept = g_object_ref (row);
  ZgFactList *list = get_list (row);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL;

  if (self->editing == row)
    set_editing (self, NULL);
  zg_fact_row_end (row);
  if (!zg_fact_row_is_new (row) || list == NULL)
    return;
  if (had_focus)
    zg_fact_list_focus_add (list);
  zg_fact_list_remove (list, row);
}

/* Saving ***************************************************************************************************************/

typedef struct {
  ZgCustomerFacts *self;
  ZgFactRow *row;
} Save;

static void
tell (ZgCustomerFacts *self,
      ZgFactRow       *row,
      const GError    *error)
{
  ZgFactEditor *editor = zg_fact_row_get_editor (row);

  if (editor == NULL || !zg_fact_editor_tell (editor, error))
    zg_session_fail (self->session, error);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Save *save = user_data;
  g_autoptr (ZgCustomerFacts) self = save->self;
  g_autoptr (ZgFactRow) row = save->row;
  g_autoptr (GError) error = NULL;
  ZgCustomerJob *job = zg_customer_job_run_finish (result, &error);

  if (self->saving == row)
    g_clear_object (&self->saving);
  if (job == NULL)
    {
      tell (self, row, error);
      return;
    }

  finish (self, row);
  /* The window may have been closed meanwhile. */
  if (get_toasts (self) != NULL)
    zg_customer_job_offer_undo (job, get_toasts (self), _("Saved"));
  else
    zg_customer_job_free (job);
}

static void
save (ZgCustomerFacts *self,
      ZgFactRow       *row,
      ZgFactIntent     intent)
{
  ZgFactEditor *editor = zg_fact_row_get_editor (row);
  const ZgCustomer *before = zg_fact_editor_get_before (editor);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgCustomer) after = zg_fact_editor_build (editor, intent, &error);
  Save *data;

  if (after == NULL)
    {
      tell (self, row, error);
      return;
    }
  if (zg_customer_field_equal (before, after, zg_fact_row_get_kind (row)->field))
    {
      finish (self, row);
      return;
    }

  zg_fact_editor_tell (editor, NULL);
  data = g_new0 (Save, 1);
  data->self = g_object_ref (self);
  data->row = g_object_ref (row);
  g_set_object (&self->saving, row);
  zg_customer_job_run_async (zg_customer_job_new_change (self->session, before, after, intent == ZG_FACT_INSIST), saved_cb,
                             data);
}

/* Changing *************************************************************************************************************/

static void
again_cb (gpointer data)
{
  g_signal_emit (data, signals[AGAIN], 0);
}

/* What was typed can be had again. */
static void
cancel (ZgCustomerFacts *self,
        ZgFactRow       *row)
{
  ZgFactEditor *editor = zg_fact_row_get_editor (row);
  gboolean is_changed = zg_fact_editor_is_changed (editor);

  if (is_changed)
    {
      g_set_object (&self->left, editor);
      self->left_part_id = zg_fact_row_is_new (row) ? -1 : zg_fact_row_get_part_id (row);
    }
  finish (self, row);
  if (is_changed)
    zg_toast_area_show_undo (get_toasts (self), _("The changes were not saved"), _("Edit again"), again_cb,
                             g_object_ref (self), g_object_unref);
}

/* @left: (nullable): fields with what was typed and not saved */
static void
begin (ZgCustomerFacts *self,
       ZgFactRow       *row,
       ZgFactEditor    *left)
{
  if (self->editing == row || self->customer == NULL)
    return;
  /* What is wrong there has to be put right first, or it would be forgotten. */
  if (self->editing != NULL && self->editing != self->saving)
    {
      zg_customer_facts_focus (self);
      return;
    }

  zg_fact_row_begin (row, self->customer, left, zg_session_get_clock (self->session));
  zg_scroll_to_widget_later (GTK_WIDGET (row));
  set_editing (self, row);
}

static void
intent_cb (ZgCustomerFacts *self,
           ZgFactRow       *row,
           int              intent)
{
  if (intent == ZG_FACT_BEGIN)
    begin (self, row, NULL);
  else if (zg_fact_row_get_editor (row) == NULL || self->saving == row)
    return;
  else if (intent == ZG_FACT_CANCEL)
    cancel (self, row);
  else
    save (self, row, intent);
}

static void
add (ZgCustomerFacts *self,
     ZgCustomerField  field)
{
  ZgFactRow *row = NULL;

  for (int i = 0; i < N_LISTS && row == NULL; i++)
    row = zg_fact_list_add (self->lists[i], field);
  if (row != NULL)
    begin (self, row, NULL);
}

static gboolean
add_chosen (gpointer data)
{
  ZgCustomerFacts *self = data;

  self->add_source = 0;
  add (self, self->to_add);
  return G_SOURCE_REMOVE;
}

/* The menu gives the focus back to its button when it closes, and would take it out of the field again. */
static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ZgCustomerFacts *self = ZG_CUSTOMER_FACTS (widget);

  self->to_add = g_variant_get_int32 (parameter);
  if (self->add_source == 0)
    self->add_source = g_idle_add_full (G_PRIORITY_LOW, add_chosen, self, NULL);
}

/* Class ****************************************************************************************************************/

static void
zg_customer_facts_dispose (GObject *object)
{
  ZgCustomerFacts *self = ZG_CUSTOMER_FACTS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->add_source, g_source_remove);
  g_clear_object (&self->editing);
  g_clear_object (&self->saving);
  g_clear_object (&self->left);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->customer, zg_customer_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_facts_parent_class)->dispose (object);
}

static void
zg_customer_facts_class_init (ZgCustomerFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_facts_dispose;

  signals[AGAIN] = g_signal_new ("again", ZG_TYPE_CUSTOMER_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_CUSTOMER_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "customerfacts");
  gtk_widget_class_install_action (widget_class, "fact.add", "i", add_cb);
}

static void
zg_customer_facts_init (ZgCustomerFacts *self)
{
  const struct {
    const char *title;
    const ZgFactKind * const *kinds;
  } lists[N_LISTS] = {
    { _("Contact"), zg_contact_facts_get () },
    { _("Addresses"), zg_address_facts_get () },
    { _("Birthday and size"), zg_body_facts_get () },
    { _("Remember"), zg_memory_facts_get () },
    { _("Person"), zg_person_facts_get () },
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  for (int i = 0; i < N_LISTS; i++)
    {
      GtkWidget *list = zg_fact_list_new (lists[i].title, lists[i].kinds);

      self->lists[i] = ZG_FACT_LIST (list);
      g_signal_connect_object (list, "intent", G_CALLBACK (intent_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (list, GTK_WIDGET (self));
    }
}

/**
 * zg_customer_facts_set_session:
 * @session: the shop
 */
void
zg_customer_facts_set_session (ZgCustomerFacts *self,
                               ZgSession       *session)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  g_set_object (&self->session, session);
}

/**
 * zg_customer_facts_show:
 * @customer: whose facts to show; copied
 *
 * Shows what is known now. What is being typed stays.
 */
void
zg_customer_facts_show (ZgCustomerFacts  *self,
                        const ZgCustomer *customer)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  g_clear_pointer (&self->customer, zg_customer_free);
  self->customer = zg_customer_copy (customer);
  for (int i = 0; i < N_LISTS; i++)
    zg_fact_list_show (self->lists[i], self->customer, zg_session_get_clock (self->session));
}

/**
 * zg_customer_facts_clear:
 *
 * Shows nobody. What was typed and not saved can still be had again.
 */
void
zg_customer_facts_clear (ZgCustomerFacts *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  set_editing (self, NULL);
  g_clear_pointer (&self->customer, zg_customer_free);
  for (int i = 0; i < N_LISTS; i++)
    zg_fact_list_clear (self->lists[i]);
}

/**
 * zg_customer_facts_edit:
 *
 * Begins to change the name.
 */
void
zg_customer_facts_edit (ZgCustomerFacts *self)
{
  ZgFactRow *row = NULL;

  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  for (int i = 0; i < N_LISTS && row == NULL; i++)
    row = zg_fact_list_find (self->lists[i], ZG_CUSTOMER_FIELD_NAME);
  for (int i = 0; i < N_LISTS && row == NULL; i++)
    row = zg_fact_list_add (self->lists[i], ZG_CUSTOMER_FIELD_NAME);
  begin (self, row, NULL);
}

/**
 * zg_customer_facts_get_left_id:
 *
 * Returns: of whom something was typed and not saved, 0 for nobody
 */
gint64
zg_customer_facts_get_left_id (ZgCustomerFacts *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_FACTS (self), 0);

  return self->left != NULL ? zg_fact_editor_get_before (self->left)->id : 0;
}

/* The row that shows what was left. What is not there any more is new. */
static ZgFactRow *
find_left (ZgCustomerFacts *self)
{
  ZgCustomerField field = zg_fact_editor_get_kind (self->left)->field;
  ZgFactRow *row = NULL;

  for (int i = 0; i < N_LISTS && row == NULL && self->left_part_id >= 0; i++)
    row = zg_fact_list_find_part (self->lists[i], field, self->left_part_id);
  for (int i = 0; i < N_LISTS && row == NULL; i++)
    row = zg_fact_list_add (self->lists[i], field);
  return row;
}

/**
 * zg_customer_facts_edit_again:
 *
 * Opens what was typed and not saved, once the facts of that customer are shown.
 *
 * Returns: whether that was possible
 */
gboolean
zg_customer_facts_edit_again (ZgCustomerFacts *self)
{
  g_autoptr (ZgFactEditor) left = NULL;

  g_return_val_if_fail (ZG_IS_CUSTOMER_FACTS (self), FALSE);

  if (self->customer == NULL || zg_customer_facts_get_left_id (self) != self->customer->id || self->editing != NULL)
    return FALSE;

  left = g_object_ref (self->left);
  begin (self, find_left (self), left);
  g_clear_object (&self->left);
  return TRUE;
}

/**
 * zg_customer_facts_is_editing:
 *
 * Returns: whether anything is being changed
 */
gboolean
zg_customer_facts_is_editing (ZgCustomerFacts *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_FACTS (self), FALSE);

  return self->editing != NULL;
}

/**
 * zg_customer_facts_focus:
 *
 * Puts the focus into what is being changed, if it is not there.
 */
void
zg_customer_facts_focus (ZgCustomerFacts *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_FACTS (self));

  if (self->editing != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->editing)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->editing), GTK_DIR_TAB_FORWARD);
}

/**
 * zg_customer_facts_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_customer_facts_has_changes (ZgCustomerFacts *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_FACTS (self), FALSE);

  return self->editing != NULL && zg_fact_editor_is_changed (zg_fact_row_get_editor (self->editing));
}

/**
 * zg_customer_facts_cancel:
 *
 * Stops changing; what was typed can be had again.
 *
 * Returns: whether anything was being changed
 */
gboolean
zg_customer_facts_cancel (ZgCustomerFacts *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_FACTS (self), FALSE);

  if (self->editing == NULL)
    return FALSE;
  cancel (self, self->editing);
  return TRUE;
}
