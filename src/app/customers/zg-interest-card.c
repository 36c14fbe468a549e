/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-interest-card"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-card.h"
#include "zg-interest-card.h"
#include "zg-interest-editor.h"
#include "zg-interest-job.h"
#include "zg-interest-view.h"
#include "zg-scroll.h"

/**
 * ZgInterestCard:
 *
 * Asked for and not bought: what, why not, and when to ask again, which is amber once that day has passed. What is still open
 * stands first. Everything is changed in its place, and can be taken back.
 */
struct _ZgInterestCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  gint64 customer_id;
  GPtrArray *interests;         /* as the shop file has them now */
  ZgCard *card;
  ZgCardRow *saving;            /* what was typed there is on its way */
  GtkWidget *left;              /* (nullable): fields with what was typed and not saved */
};

enum {
  MODE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgInterestCard, zg_interest_card, GTK_TYPE_WIDGET)

static ZgToastArea *
get_toasts (ZgInterestCard *self)
{
  return ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA));
}

static const ZgInterest *
find (ZgInterestCard *self,
      gint64          id)
{
  for (guint i = 0; self->interests != NULL && i < self->interests->len; i++)
    {
      const ZgInterest *interest = g_ptr_array_index (self->interests, i);

      if (interest->id == id)
        return interest;
    }
  return NULL;
}

/* Rows *****************************************************************************************************************/

static void
show_rows (ZgInterestCard *self)
{
  ZgClock *clock = zg_session_get_clock (self->session);
  int position = 0;

  /* What is open comes first. */
  for (int closed = 0; closed < 2; closed++)
    for (guint i = 0; i < self->interests->len; i++)
      {
        const ZgInterest *interest = g_ptr_array_index (self->interests, i);

        if ((interest->state != ZG_INTEREST_OPEN) == closed)
          zg_card_row_show (zg_card_put (self->card, interest->id, position++), interest->id, zg_interest_view_new (interest, clock),
                            interest->product);
      }
  zg_card_keep (self->card, position);
}

/* Saving ***************************************************************************************************************/

typedef struct {
  ZgInterestCard *self;
  ZgCardRow *row;
  const char *done;
} Save;

static void
end (ZgInterestCard *self,
     ZgCardRow      *row)
{
  gboolean was_editing = zg_card_row_get_fields (row) != NULL;

  zg_card_end (self->card, row);
  if (was_editing)
    g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
saved_cb (GObject      *store,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Save *save = user_data;
  g_autoptr (ZgInterestCard) self = save->self;
  g_autoptr (ZgCardRow) row = save->row;
  g_autoptr (GError) error = NULL;
  ZgInterestJob *job = zg_interest_job_run_finish (result, &error);

  if (self->saving == row)
    g_clear_object (&self->saving);
  if (job == NULL)
    {
      if (zg_card_row_get_fields (row) == NULL || !zg_card_row_tell (row, error))
        zg_session_fail (self->session, error);
      return;
    }

  end (self, row);
  /* The window may have been closed meanwhile. */
  if (get_toasts (self) != NULL)
    zg_interest_job_offer_undo (job, get_toasts (self), save->done);
  else
    zg_interest_job_free (job);
}

/* @job: (transfer full) */
static void
save (ZgInterestCard *self,
      ZgCardRow      *row,
      ZgInterestJob  *job,
      const char     *done)
{
  Save *data = g_new0 (Save, 1);

  data->self = g_object_ref (self);
  data->row = g_object_ref (row);
  data->done = done;
  zg_card_row_tell (row, NULL);
  g_set_object (&self->saving, row);
  zg_interest_job_run_async (job, saved_cb, data);
}

static void
commit (ZgInterestCard *self,
        ZgCardRow      *row,
        gboolean        insist)
{
  ZgInterestEditor *editor = ZG_INTEREST_EDITOR (zg_card_row_get_fields (row));
  const ZgInterest *before = zg_interest_editor_get_before (editor);
  const ZgInterest *present = insist ? find (self, before->id) : NULL;
  g_autoptr (ZgInterest) after = NULL;
  g_autoptr (GError) error = NULL;

  if (!zg_interest_editor_is_changed (editor))
    {
      end (self, row);
      return;
    }
  after = zg_interest_editor_build (editor, &error);
  if (after == NULL)
    {
      zg_card_row_tell (row, error);
      return;
    }
  if (present != NULL)
    {
      after->version = present->version;
      after->follow_up_id = present->follow_up_id;
    }
  save (self, row,
        zg_interest_job_new (before->id != 0 ? ZG_INTEREST_JOB_CHANGE : ZG_INTEREST_JOB_ADD, self->session,
                             present != NULL ? present : before, after),
        _("Saved"));
}

static void
set_state (ZgInterestCard  *self,
           ZgCardRow       *row,
           ZgInterestState  state)
{
  GtkWidget *editor = zg_card_row_get_fields (row);
  const ZgInterest *before = find (self, zg_card_row_get_id (row));
  g_autoptr (ZgInterest) after = NULL;
  g_autoptr (GError) error = NULL;

  if (before == NULL)
    return;
  after = editor != NULL ? zg_interest_editor_build (ZG_INTEREST_EDITOR (editor), &error) : zg_interest_copy (before);
  if (after == NULL)
    {
      zg_card_row_tell (row, error);
      return;
    }
  after->state = state;
  save (self, row, zg_interest_job_new (ZG_INTEREST_JOB_CHANGE, self->session, before, after),
        zg_interest_state_to_label (state));
}

static void
remove_row (ZgInterestCard *self,
            ZgCardRow      *row)
{
  const ZgInterest *before = find (self, zg_card_row_get_id (row));

  if (before != NULL)
    save (self, row, zg_interest_job_new (ZG_INTEREST_JOB_REMOVE, self->session, before, NULL), _("Removed"));
}

/* Changing *************************************************************************************************************/

/* @left: (nullable): fields with what was typed and not saved */
static void
begin (ZgInterestCard *self,
       ZgCardRow      *row,
       GtkWidget      *left)
{
  ZgCardRow *edited = zg_card_get_edited (self->card);
  const ZgInterest *known = find (self, zg_card_row_get_id (row));
  g_autoptr (ZgInterest) interest = known != NULL ? zg_interest_copy (known) : zg_interest_new ();

  /* What is wrong there has to be put right first, or it would be forgotten. */
  if (edited != NULL && edited != self->saving)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (edited)) == NULL)
        gtk_widget_child_focus (GTK_WIDGET (edited), GTK_DIR_TAB_FORWARD);
      return;
    }

  if (known == NULL)
    {
      interest->customer_id = self->customer_id;
      interest->staff_id = zg_session_get_clerk_id (self->session);
    }
  zg_card_row_begin (row, left != NULL ? left : zg_interest_editor_new (interest, zg_session_get_clock (self->session)));
  zg_scroll_to_widget_later (GTK_WIDGET (row));
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
again_cb (gpointer data)
{
  ZgInterestCard *self = data;
  g_autoptr (GtkWidget) left = g_steal_pointer (&self->left);
  ZgCardRow *row;
  gint64 id;

  if (left == NULL || zg_card_get_edited (self->card) != NULL)
    return;
  id = zg_interest_editor_get_before (ZG_INTEREST_EDITOR (left))->id;
  row = id == 0 || find (self, id) == NULL ? zg_card_put (self->card, 0, 0) : zg_card_get_row (self->card, id);
  begin (self, row, left);
}

/* What was typed can be had again, as long as the customer is looked at. */
static void
cancel (ZgInterestCard *self,
        ZgCardRow      *row)
{
  GtkWidget *fields = zg_card_row_get_fields (row);
  gboolean is_changed = zg_interest_editor_is_changed (ZG_INTEREST_EDITOR (fields));

  if (is_changed)
    g_set_object (&self->left, fields);
  end (self, row);
  if (is_changed)
    zg_toast_area_show_undo (get_toasts (self), _("The changes were not saved"), _("Edit again"), again_cb,
                             g_object_ref (self), g_object_unref);
}

static void
intent_cb (ZgInterestCard *self,
           ZgCardRow      *row,
           int             intent)
{
  if (self->saving == row)
    return;
  if (intent == ZG_CARD_BEGIN)
    begin (self, row, NULL);
  else if (intent == ZG_INTEREST_INTENT_BOUGHT)
    set_state (self, row, ZG_INTEREST_BOUGHT);
  else if (zg_card_row_get_fields (row) == NULL)
    return;
  else if (intent == ZG_CARD_CANCEL)
    cancel (self, row);
  else if (intent == ZG_CARD_REMOVE)
    remove_row (self, row);
  else if (intent == ZG_INTEREST_INTENT_GIVE_UP)
    set_state (self, row, ZG_INTEREST_GIVEN_UP);
  else if (intent == ZG_INTEREST_INTENT_REOPEN)
    set_state (self, row, ZG_INTEREST_OPEN);
  else
    commit (self, row, intent == ZG_CARD_INSIST);
}

/* Class ****************************************************************************************************************/

static void
zg_interest_card_dispose (GObject *object)
{
  ZgInterestCard *self = ZG_INTEREST_CARD (object);

  g_clear_object (&self->saving);
  g_clear_object (&self->left);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->card)));
  g_clear_pointer (&self->interests, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_interest_card_parent_class)->dispose (object);
}

static void
zg_interest_card_class_init (ZgInterestCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_interest_card_dispose;

  signals[MODE_CHANGED] = g_signal_new ("mode-changed", ZG_TYPE_INTEREST_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_interest_card_init (ZgInterestCard *self)
{
  self->card = ZG_CARD (zg_card_new (_("Asked for, not bought"), _("Add what they asked for"), "page.add-interest"));
  g_signal_connect_object (self->card, "intent", G_CALLBACK (intent_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * zg_interest_card_set_session:
 * @session: the shop
 */
void
zg_interest_card_set_session (ZgInterestCard *self,
                              ZgSession      *session)
{
  g_return_if_fail (ZG_IS_INTEREST_CARD (self));

  g_set_object (&self->session, session);
}

/**
 * zg_interest_card_show:
 * @customer_id: a customer
 * @interests: (element-type ZgInterest): what they asked for, newest first
 *
 * Shows what is known now. What is being typed stays.
 */
void
zg_interest_card_show (ZgInterestCard *self,
                       gint64          customer_id,
                       GPtrArray      *interests)
{
  g_return_if_fail (ZG_IS_INTEREST_CARD (self));

  self->customer_id = customer_id;
  g_clear_pointer (&self->interests, g_ptr_array_unref);
  self->interests = g_ptr_array_ref (interests);
  show_rows (self);
}

/**
 * zg_interest_card_clear:
 *
 * Shows nobody.
 */
void
zg_interest_card_clear (ZgInterestCard *self)
{
  g_return_if_fail (ZG_IS_INTEREST_CARD (self));

  g_clear_object (&self->left);
  g_clear_pointer (&self->interests, g_ptr_array_unref);
  zg_card_clear (self->card);
}

/**
 * zg_interest_card_add:
 *
 * Opens the fields for something new.
 */
void
zg_interest_card_add (ZgInterestCard *self)
{
  g_return_if_fail (ZG_IS_INTEREST_CARD (self));

  if (self->interests == NULL)
    return;
  if (zg_card_get_edited (self->card) != NULL)
    begin (self, zg_card_get_edited (self->card), NULL);
  else
    begin (self, zg_card_put (self->card, 0, 0), NULL);
}

/**
 * zg_interest_card_is_editing:
 *
 * Returns: whether anything is being changed
 */
gboolean
zg_interest_card_is_editing (ZgInterestCard *self)
{
  g_return_val_if_fail (ZG_IS_INTEREST_CARD (self), FALSE);

  return zg_card_get_edited (self->card) != NULL;
}

/**
 * zg_interest_card_has_changes:
 *
 * Returns: whether anything was typed that would be lost
 */
gboolean
zg_interest_card_has_changes (ZgInterestCard *self)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_INTEREST_CARD (self), FALSE);

  row = zg_card_get_edited (self->card);
  return row != NULL && zg_interest_editor_is_changed (ZG_INTEREST_EDITOR (zg_card_row_get_fields (row)));
}

/**
 * zg_interest_card_cancel:
 *
 * Stops changing; what was typed can be had again.
 *
 * Returns: whether anything was being changed
 */
gboolean
zg_interest_card_cancel (ZgInterestCard *self)
{
  ZgCardRow *row;

  g_return_val_if_fail (ZG_IS_INTEREST_CARD (self), FALSE);

  row = zg_card_get_edited (self->card);
  if (row != NULL)
    cancel (self, row);
  return row != NULL;
}
