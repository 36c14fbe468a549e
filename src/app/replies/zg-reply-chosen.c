/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-chosen"

#include "config.h"

#include "zg-reply-chosen.h"

#include <glib/gi18n.h>

#include "zg-reply-job.h"

struct _ZgReplyChosen
{
  ZgSession *session;
  ZgToastArea *toasts;          /* not owned: the screen has both */
  GSimpleActionGroup *actions;
  gint64 id;
  char *title;
  gboolean is_seen;
};

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ZgReplyChosen *self = user_data;

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "open", g_variant_new_int64 (self->id));
}

/* What the copy needs when it is made, whatever became of the screen meanwhile. */
typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  GSimpleActionGroup *actions;
} Duplicating;

static void
duplicated_cb (GObject      *store,
               GAsyncResult *result,
               gpointer      user_data)
{
  Duplicating *duplicating = user_data;
  g_autoptr (GError) error = NULL;
  ZgReplyJob *job = zg_reply_job_run_finish (result, &error);

  if (job != NULL)
    {
      g_action_group_activate_action (G_ACTION_GROUP (duplicating->actions), "open", g_variant_new_int64 (job->id));
      zg_reply_job_offer_undo (job, duplicating->toasts, _("Made a copy"));
    }
  else
    {
      zg_session_fail (duplicating->session, error);
    }
  g_object_unref (duplicating->session);
  g_object_unref (duplicating->toasts);
  g_object_unref (duplicating->actions);
  g_free (duplicating);
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  Duplicating *duplicating = g_new0 (Duplicating, 1);

  duplicating->session = g_object_ref (self->session);
  duplicating->toasts = g_object_ref (self->toasts);
  duplicating->actions = g_object_ref (self->actions);
  zg_reply_job_run_async (zg_reply_job_new (ZG_REPLY_JOB_DUPLICATE, self->session, self->id), duplicated_cb, duplicating);
}

static void
favourite_cb (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  ZgReplyJob *job = zg_reply_job_new (ZG_REPLY_JOB_FAVOURITE, self->session, self->id);
  gboolean favourite = g_variant_get_boolean (state);

  job->step = favourite;
  g_simple_action_set_state (action, state);
  zg_reply_job_run (job, self->toasts, favourite ? _("A favourite now") : _("No favourite any more"));
}

static void
shift_cb (GSimpleAction *action,
          GVariant      *step,
          gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  ZgReplyJob *job = zg_reply_job_new (ZG_REPLY_JOB_SHIFT, self->session, self->id);

  job->step = g_variant_get_int32 (step);
  zg_reply_job_run (job, NULL, NULL);
}

static void
move_cb (GSimpleAction *action,
         GVariant      *group_id,
         gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  ZgReplyJob *job = zg_reply_job_new (ZG_REPLY_JOB_MOVE, self->session, self->id);
  /* Translators: the title of a reply */
  g_autofree char *done = g_strdup_printf (_("Moved “%s”"), self->title);

  job->group_id = g_variant_get_int64 (group_id);
  zg_reply_job_run (job, self->toasts, done);
}

/* Of any reply, chosen or not: one that is dragged is not. */
static void
give_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  gint64 id, group_id;
  ZgReplyJob *job;

  g_variant_get (parameter, "(xx)", &id, &group_id);
  job = zg_reply_job_new (ZG_REPLY_JOB_MOVE, self->session, id);
  job->group_id = group_id;
  zg_reply_job_run (job, self->toasts, _("Moved to another group"));
}

static void
put_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  gint64 id, onto_id;
  ZgReplyJob *job;

  g_variant_get (parameter, "(xx)", &id, &onto_id);
  job = zg_reply_job_new (ZG_REPLY_JOB_PUT, self->session, id);
  job->onto_id = onto_id;
  zg_reply_job_run (job, self->toasts, _("Moved within the group"));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ZgReplyChosen *self = user_data;
  /* Translators: the title of a reply */
  g_autofree char *done = g_strdup_printf (_("“%s” is in the bin"), self->title);

  zg_reply_job_run (zg_reply_job_new (ZG_REPLY_JOB_DELETE, self->session, self->id), self->toasts, done);
}

static const GActionEntry entries[] = {
  { .name = "edit", .activate = edit_cb },
  { .name = "duplicate", .activate = duplicate_cb },
  { .name = "favourite", .state = "false", .change_state = favourite_cb },
  { .name = "shift", .activate = shift_cb, .parameter_type = "i" },
  { .name = "move", .activate = move_cb, .parameter_type = "x" },
  { .name = "delete", .activate = delete_cb },
  { .name = "give", .activate = give_cb, .parameter_type = "(xx)" },
  { .name = "put", .activate = put_cb, .parameter_type = "(xx)" },
};

static GSimpleAction *
get_action (ZgReplyChosen *self,
            const char    *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static void
update (ZgReplyChosen *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (get_action (self, entries[i].name), self->id != 0 && self->is_seen);
}

/**
 * zg_reply_chosen_new:
 * @session: the shop
 * @toasts: where to say what was done
 * @actions: gets the actions; has one `open` that opens the editor of a reply
 *
 * Returns: (transfer full): nothing chosen yet
 */
ZgReplyChosen *
zg_reply_chosen_new (ZgSession          *session,
                     ZgToastArea        *toasts,
                     GSimpleActionGroup *actions)
{
  ZgReplyChosen *self = g_new0 (ZgReplyChosen, 1);

  self->session = g_object_ref (session);
  self->toasts = toasts;
  self->actions = g_object_ref (actions);
  self->title = g_strdup ("");
  self->is_seen = TRUE;
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  update (self);
  return self;
}

/**
 * zg_reply_chosen_free:
 * @self: (transfer full): the actions go, too
 */
void
zg_reply_chosen_free (ZgReplyChosen *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), entries[i].name);
  g_object_unref (self->session);
  g_object_unref (self->actions);
  g_free (self->title);
  g_free (self);
}

/**
 * zg_reply_chosen_set:
 * @reply: (nullable): what is chosen now
 */
void
zg_reply_chosen_set (ZgReplyChosen *self,
                     const ZgReply *reply)
{
  self->id = reply != NULL ? reply->id : 0;
  g_free (self->title);
  self->title = g_strdup (reply != NULL ? reply->title : "");
  g_simple_action_set_state (get_action (self, "favourite"), g_variant_new_boolean (reply != NULL && reply->favourite));
  update (self);
}

/**
 * zg_reply_chosen_set_seen:
 * @is_seen: whether the list is to be seen: what nobody sees is not changed by a key
 */
void
zg_reply_chosen_set_seen (ZgReplyChosen *self,
                          gboolean       is_seen)
{
  self->is_seen = is_seen;
  update (self);
}
