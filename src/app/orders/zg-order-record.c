/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-record"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-record.h"
#include "zg-order-section.h"
#include "zg-order-state-table.h"
#include "zg-platform.h"

/**
 * ZgOrderRecord:
 *
 * The end of the side of an order's page: what the platform says, and the steps that were done.
 *
 * CSS node: `orderrecord`
 */
struct _ZgOrderRecord
{
  GtkWidget parent_instance;
};

static void zg_order_record_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgOrderRecord, zg_order_record, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_order_record_card_init))

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_platform (ZgOrderRecord     *self,
              const ZgOrderFile *file,
              ZgClock           *clock)
{
  const ZgPlatformFacts *facts = file->order->facts;
  g_autofree char *since = NULL;
  GtkWidget *content;
  GtkWidget *list;

  if (facts == NULL || (!has_text (facts->state_text) && !has_text (facts->refund_state)))
    return;

  since = zg_time_to_text (facts->evidence_at, zg_clock_now (clock), zg_clock_get_zone (clock));
  list = zg_order_section_add (GTK_WIDGET (self), _("What the platform says"), NULL);
  if (has_text (facts->state_text))
    {
      content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      gtk_box_append (GTK_BOX (content), zg_order_section_create_text (facts->state_text, "list-text", NULL));
      gtk_box_append (GTK_BOX (content), zg_order_section_create_text (since, "caption", "dim-label"));
      zg_order_section_add_row (list, zg_platform_to_label (file->order->platform), content, NULL);
    }
  if (has_text (facts->refund_state))
    zg_order_section_add_row (list, _("Refund"), zg_order_section_create_text (facts->refund_state, "list-text", NULL),
                              NULL);
  if (has_text (facts->close_reason))
    zg_order_section_add_row (list, _("Closed"), zg_order_section_create_text (facts->close_reason, "list-text", NULL),
                              NULL);
}

static void
add_history (ZgOrderRecord     *self,
             const ZgOrderFile *file,
             ZgClock           *clock)
{
  GtkWidget *list = NULL;

  for (guint i = file->history->len; i > 0; i--)
    {
      const ZgOrderMove *move = g_ptr_array_index (file->history, i - 1);
      g_autofree char *when = zg_time_to_text (move->at, zg_clock_now (clock), zg_clock_get_zone (clock));
      const char *who = move->actor == ZG_ACTOR_PLATFORM ? _("by the platform") : move->staff_name;
      g_autofree char *detail = has_text (who) ? g_strdup_printf ("%s · %s", when, who) : g_strdup (when);
      GtkWidget *content;

      if (move->undone)
        continue;
      if (list == NULL)
        list = zg_order_section_add (GTK_WIDGET (self), _("History"), NULL);
      content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
      gtk_box_append (GTK_BOX (content), zg_order_section_create_text (detail, "secondary", "numeric"));
      if (has_text (move->reason))
        gtk_box_append (GTK_BOX (content), zg_order_section_create_text (move->reason, "caption", "dim-label"));
      zg_order_section_add_row (list, zg_order_state_to_label (move->to), content, NULL);
    }
}

static void
zg_order_record_show (ZgOrderCard       *card,
                      const ZgOrderFile *file,
                      ZgClock           *clock)
{
  ZgOrderRecord *self = ZG_ORDER_RECORD (card);

  zg_order_section_clear (GTK_WIDGET (self));
  add_platform (self, file, clock);
  add_history (self, file, clock);
}

static void
zg_order_record_card_init (ZgOrderCardInterface *iface)
{
  iface->show = zg_order_record_show;
}

static void
zg_order_record_dispose (GObject *object)
{
  zg_order_section_clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (zg_order_record_parent_class)->dispose (object);
}

static void
zg_order_record_class_init (ZgOrderRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_record_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderrecord");
}

static void
zg_order_record_init (ZgOrderRecord *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
