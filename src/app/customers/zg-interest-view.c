/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-interest-view"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-desk.h"
#include "zg-fact-label.h"
#include "zg-interest-editor.h"
#include "zg-interest-view.h"

/* How a row shows what a customer asked for and did not buy. */

static gboolean
is_late (const ZgInterest *interest,
         ZgClock          *clock)
{
  return interest->state == ZG_INTEREST_OPEN && interest->ask_again_at != ZG_TIME_NONE
         && zg_customer_desk_quiet_days (interest->ask_again_at, ZG_TIME_NONE, clock) > 0;
}

/* What became of it, or when to ask again. */
static char *
dup_state (const ZgInterest *interest,
           ZgClock          *clock)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;

  if (interest->state != ZG_INTEREST_OPEN)
    return g_strdup (zg_interest_state_to_label (interest->state));
  day = zg_time_to_date_time (interest->ask_again_at, zg_clock_get_zone (clock));
  if (day == NULL)
    return NULL;
  text = g_date_time_format (day, _("%b %-d"));
  /* TRANSLATORS: when to ask a customer again whether they want something; %s is a day */
  return g_strdup_printf (_("ask again on %s"), text);
}

static GtkWidget *
create_state_label (const char *state,
                    gboolean    late)
{
  GtkWidget *label = zg_fact_label_new_dim (state);

  if (late)
    {
      gtk_widget_remove_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "warning");
    }
  return label;
}

/**
 * zg_interest_view_new:
 * @interest: what they asked for
 * @clock: what day it is
 *
 * Returns: (transfer floating): what, why not, and when to ask again, with a button that says it was bought after all
 */
GtkWidget *
zg_interest_view_new (const ZgInterest *interest,
                      ZgClock          *clock)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *product = zg_fact_label_new (interest->product);
  const char *reason = zg_interest_reason_to_label (interest->reason);
  g_autofree char *state = dup_state (interest, clock);

  gtk_box_append (GTK_BOX (content), product);
  if (*reason != '\0')
    gtk_box_append (GTK_BOX (content), zg_fact_label_new_dim (reason));
  if (state != NULL)
    gtk_box_append (GTK_BOX (content), create_state_label (state, is_late (interest, clock)));
  if (interest->note[0] != '\0')
    gtk_box_append (GTK_BOX (content), zg_fact_label_new_dim (interest->note));
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (view), content);
  if (interest->state == ZG_INTEREST_OPEN)
    gtk_box_append (GTK_BOX (view), zg_card_tool_new ("object-select-symbolic",
                                                      zg_interest_state_to_label (ZG_INTEREST_BOUGHT),
                                                      ZG_INTEREST_INTENT_BOUGHT));
  else
    gtk_widget_add_css_class (product, "dim-label");
  return view;
}
