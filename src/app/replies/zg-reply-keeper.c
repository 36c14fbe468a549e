/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-keeper"

#include "config.h"

#include "zg-reply-keeper.h"

#include "zg-reply-job.h"

/* So long after the last key. */
#define KEEP_AFTER_SECONDS 2

struct _ZgReplyKeeper
{
  ZgSession *session;
  ZgReplyForm *form;            /* not owned, nor is @load: the editor has all three */
  ZgReplyLoad *load;            /* what is edited, or NULL */
  guint timeout_id;
};

/**
 * zg_reply_keeper_new:
 * @session: the shop
 * @form: what is typed into; has to live as long as the keeper
 *
 * Returns: (transfer full): a keeper of nothing yet
 */
ZgReplyKeeper *
zg_reply_keeper_new (ZgSession   *session,
                     ZgReplyForm *form)
{
  ZgReplyKeeper *keeper = g_new0 (ZgReplyKeeper, 1);

  keeper->session = g_object_ref (session);
  keeper->form = form;
  return keeper;
}

/**
 * zg_reply_keeper_free:
 * @keeper: (transfer full): a keeper; what it has not kept yet is not kept
 */
void
zg_reply_keeper_free (ZgReplyKeeper *keeper)
{
  zg_reply_keeper_rest (keeper);
  g_object_unref (keeper->session);
  g_free (keeper);
}

/**
 * zg_reply_keeper_set_load:
 * @load: (nullable): what the form shows from now on; has to live until another one is set
 */
void
zg_reply_keeper_set_load (ZgReplyKeeper *keeper,
                          ZgReplyLoad   *load)
{
  zg_reply_keeper_rest (keeper);
  keeper->load = load;
}

static gboolean
keep_cb (gpointer data)
{
  ZgReplyKeeper *keeper = data;

  keeper->timeout_id = 0;
  zg_reply_keeper_keep (keeper);
  return G_SOURCE_REMOVE;
}

/**
 * zg_reply_keeper_keep_soon:
 *
 * Something was typed: keeps it once nothing more is.
 */
void
zg_reply_keeper_keep_soon (ZgReplyKeeper *keeper)
{
  zg_reply_keeper_rest (keeper);
  keeper->timeout_id = g_timeout_add_seconds (KEEP_AFTER_SECONDS, keep_cb, keeper);
}

/**
 * zg_reply_keeper_rest:
 *
 * Keeps nothing until something is typed once more.
 */
void
zg_reply_keeper_rest (ZgReplyKeeper *keeper)
{
  g_clear_handle_id (&keeper->timeout_id, g_source_remove);
}

static gboolean
is_changed (ZgReplyKeeper *keeper,
            const ZgReply *typed)
{
  g_autoptr (ZgReply) before = zg_reply_copy (keeper->load->reply);
  g_autoptr (ZgPicture) picture = zg_reply_form_make_picture (keeper->form);

  zg_reply_normalise (before);
  if (before->id == 0)
    before->group_id = typed->group_id;
  return picture != NULL || !zg_reply_equal (before, typed);
}

/**
 * zg_reply_keeper_keep:
 *
 * Keeps what is typed now; what was kept before and is not typed any more is forgotten.
 *
 * Returns: whether there is something to keep
 */
gboolean
zg_reply_keeper_keep (ZgReplyKeeper *keeper)
{
  g_autoptr (ZgReply) typed = NULL;
  gboolean changed;
  ZgReplyJob *job;

  if (keeper->load == NULL)
    return FALSE;

  zg_reply_keeper_rest (keeper);
  typed = zg_reply_form_make_reply (keeper->form, keeper->load->reply);
  changed = is_changed (keeper, typed);
  /* Nothing to keep, and nothing kept before. */
  if (!changed && keeper->load->unsaved == NULL)
    return FALSE;

  job = zg_reply_job_new (ZG_REPLY_JOB_KEEP_DRAFT, keeper->session, keeper->load->id);
  job->draft = changed ? zg_reply_copy (typed) : NULL;
  g_clear_pointer (&keeper->load->unsaved, zg_reply_free);
  keeper->load->unsaved = changed ? g_steal_pointer (&typed) : NULL;
  zg_reply_job_run (job, NULL, NULL);
  return changed;
}
