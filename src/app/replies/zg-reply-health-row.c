/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-health-row"

#include "config.h"

#include "zg-reply-health-row.h"

#include <glib/gi18n.h>

/* A line of the health page: a reply, what is the matter with it, and what mends it. */

/* More clerks than a shop has do not fit into a line. */
#define MAX_CLERKS 4

static char *
describe_use (const ZgReply *reply,
              ZgClock       *clock)
{
  int n = (int) MIN (reply->use_count, G_MAXINT);
  g_autofree char *when = NULL;

  if (n == 0 || reply->last_used_at == ZG_TIME_NONE)
    return g_strdup (_("never used"));

  when = zg_time_to_text (reply->last_used_at, zg_clock_now (clock), zg_clock_get_zone (clock));
  /* Translators: of a reply: how often it was copied, and when it was for the last time */
  return g_strdup_printf (ngettext ("used %d time, last %s", "used %d times, last %s", n), n, when);
}

static char *
describe (const ZgReplyFinding *finding,
          ZgClock              *clock)
{
  g_autofree char *use = describe_use (finding->reply, clock);
  g_autofree char *when = NULL;

  switch (finding->fault)
    {
    case ZG_REPLY_FAULT_BROKEN:
      return g_strdup (finding->reason);
    case ZG_REPLY_FAULT_EXPIRED:
      when = zg_time_to_text (finding->reply->valid_until, zg_clock_now (clock), zg_clock_get_zone (clock));
      /* Translators: of a reply: when it expired, and how it is used: "used 3 times, last 1 May" */
      return g_strdup_printf (_("until %s · %s"), when, use);
    case ZG_REPLY_FAULT_SIMILAR:
      /* Translators: the title of a reply, and how much of the text is the same, in per cent */
      return g_strdup_printf (_("like “%s” · %d %% the same"), finding->other->title, (int) (finding->share * 100));
    case ZG_REPLY_FAULT_UNUSED:
    case ZG_REPLY_FAULT_NEVER_USED:
    default:
      return g_strdup_printf ("%s · %s", finding->reply->group_name, use);
    }
}

static GtkWidget *
create_label (const char *text,
              gboolean    is_title)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_title)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "who");
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* A row that opens the editor. */
static GtkWidget *
create_row (const ZgReply *reply,
            const char    *facts,
            GtkWidget    **box_out)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  /* Translators: a row's name for who does not see it: the title of a reply, and what is the matter with it */
  g_autofree char *name = g_strdup_printf (_("Edit “%s”: %s"), reply->title, facts);

  gtk_box_append (GTK_BOX (texts), create_label (reply->title, TRUE));
  gtk_box_append (GTK_BOX (texts), create_label (facts, FALSE));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "manage-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reply.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", reply->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  *box_out = box;
  return row;
}

static GtkWidget *
create_bin_button (const ZgReply *reply)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a button's name for who does not see it; the title of a reply */
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), reply->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Into the bin"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "health.delete");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", reply->id);
  return button;
}

/**
 * zg_reply_health_row_new:
 * @finding: what is the matter with a reply; only looked at
 * @clock: what time it is
 *
 * Returns: (transfer floating): a row that opens the reply in the editor, with a button that puts it into the bin
 */
GtkWidget *
zg_reply_health_row_new (const ZgReplyFinding *finding,
                         ZgClock              *clock)
{
  g_autofree char *facts = describe (finding, clock);
  GtkWidget *box;
  GtkWidget *row = create_row (finding->reply, facts, &box);

  gtk_box_append (GTK_BOX (box), create_bin_button (finding->reply));
  return row;
}

/**
 * zg_reply_health_row_new_use:
 * @reply: a reply
 * @uses: (element-type ZgReplyUse): who copied it, most first; only looked at
 * @clock: what time it is
 *
 * Returns: (transfer floating): a row that opens the reply in the editor
 */
GtkWidget *
zg_reply_health_row_new_use (const ZgReply  *reply,
                             GPtrArray      *uses,
                             ZgClock        *clock)
{
  g_autofree char *use = describe_use (reply, clock);
  g_autoptr (GString) facts = g_string_new (use);
  GtkWidget *box;

  for (guint i = 0; i < uses->len && i < MAX_CLERKS; i++)
    {
      const ZgReplyUse *each = g_ptr_array_index (uses, i);

      g_string_append_printf (facts, " · %s %" G_GINT64_FORMAT, each->staff_id != 0 ? each->staff_name : _("nobody known"),
                              each->n_copies);
    }
  return create_row (reply, facts->str, &box);
}
