/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-row"

#include "config.h"

#include "zg-reply-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "zg-fold.h"
#include "zg-key-cap.h"
#include "zg-pill.h"
#include "zg-reply-labels.h"
#include "zg-reply-marks.h"

/* A reply in the list: the key that copies it, its title, and the first line as it would be copied. */

struct _ZgReplyRow
{
  GtkWidget parent_instance;

  ZgReplyItem *item;
  GtkWidget *box;
  GtkWidget *copy_button;
  ZgKeyCap *key_cap;
  GtkLabel *line;
  ZgPill *pill;
  GtkLabel *shortcode;
  GtkWidget *star;
  GtkLabel *title;
};

enum {
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyRow, zg_reply_row, GTK_TYPE_WIDGET)

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static void
show_shortcode (ZgReplyRow    *self,
                const ZgReply *reply,
                const char    *query)
{
  const char *shortcode = reply->shortcode != NULL ? reply->shortcode : "";
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *code = zg_fold (shortcode);
  g_autofree char *typed = zg_fold (query);

  /* A shortcode is found by its beginning alone. */
  if (g_str_has_prefix (code, typed))
    zg_reply_marks_add_hits (attributes, shortcode, query, FALSE, is_dark ());
  zg_reply_labels_show (self->shortcode, shortcode, attributes);
}

/* The first line of the text as it would be copied now. */
static void
show_line (ZgReplyRow *self,
           const char *query)
{
  g_autoptr(ZgFill) fill = zg_reply_item_fill (self->item, zg_reply_item_get_wording (self->item), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  gsize end = strcspn (fill->text, "\n" ZG_REPLY_MESSAGE_SEPARATOR);
  g_autofree char *first = g_strndup (fill->text, end);

  zg_reply_marks_add_hits (attributes, first, query, FALSE, is_dark ());
  zg_reply_marks_add_spans (attributes, fill, end, FALSE, is_dark ());
  zg_reply_labels_show (self->line, first, attributes);
}

/* Whether the customer got this text before: one who gets it twice feels that nobody reads. */
static char *
describe_use (ZgReplyRow *self,
              ZgClock    *clock)
{
  ZgTime last = zg_reply_item_get_last_copy (self->item);
  ZgTime now = zg_clock_now (clock);
  g_autoptr(GDateTime) at = NULL;
  g_autoptr(GDateTime) today = NULL;
  g_autofree char *time = NULL;

  if (last == ZG_TIME_NONE || now - last >= ZG_TIME_DAY)
    return NULL;

  /* A time alone says today. */
  at = zg_time_to_date_time (last, zg_clock_get_zone (clock));
  today = zg_time_to_date_time (now, zg_clock_get_zone (clock));
  time = g_date_time_get_day_of_month (at) == g_date_time_get_day_of_month (today)
           ? g_date_time_format (at, "%H:%M")
           : zg_time_to_text (last, now, zg_clock_get_zone (clock));
  /* Translators: the reply was copied for this customer at a time: "13:02" or "Yesterday 13:02" */
  return g_strdup_printf (_("used %s"), time);
}

static void
show_pill (ZgReplyRow    *self,
           const ZgReply *reply,
           ZgClock       *clock)
{
  g_autofree char *use = describe_use (self, clock);
  gboolean is_valid = zg_reply_is_valid_at (reply, zg_clock_now (clock));
  gboolean fits = zg_reply_item_get_fits_now (self->item);

  if (!is_valid)
    {
      zg_pill_set_label (self->pill, _("not valid now"));
      zg_pill_set_tone (self->pill, ZG_TONE_WARNING);
    }
  else if (use != NULL)
    {
      zg_pill_set_label (self->pill, use);
      zg_pill_set_tone (self->pill, ZG_TONE_WARNING);
    }
  else if (fits)
    {
      zg_pill_set_label (self->pill, _("fits now"));
      zg_pill_set_tone (self->pill, ZG_TONE_INFO);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->pill), !is_valid || use != NULL || fits);
}

static void
copy_clicked_cb (ZgReplyRow *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
zg_reply_row_dispose (GObject *object)
{
  ZgReplyRow *self = ZG_REPLY_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_ROW);

  G_OBJECT_CLASS (zg_reply_row_parent_class)->dispose (object);
}

static void
zg_reply_row_class_init (ZgReplyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_row_dispose;

  /**
   * ZgReplyRow::copy:
   * @self: the row
   *
   * Its copy button was pressed.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_PILL);
  gtk_widget_class_set_css_name (widget_class, "replyrow");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, key_cap);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, line);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, pill);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, shortcode);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, star);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyRow, title);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
zg_reply_row_init (ZgReplyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_reply_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
zg_reply_row_new (void)
{
  return g_object_new (ZG_TYPE_REPLY_ROW, NULL);
}

/**
 * zg_reply_row_show:
 * @self: a row
 * @item: what it shows
 * @query: what was searched for, to mark it
 * @clock: what time it is
 */
void
zg_reply_row_show (ZgReplyRow  *self,
                   ZgReplyItem *item,
                   const char  *query,
                   ZgClock     *clock)
{
  const ZgReply *reply = zg_reply_item_get_reply (item);
  guint number = zg_reply_item_get_number (item);
  char digit[] = { number <= 9 ? (char) ('0' + number) : '\0', '\0' };

  g_set_object (&self->item, item);
  zg_key_cap_set_label (self->key_cap, digit);
  gtk_widget_set_opacity (GTK_WIDGET (self->key_cap), number <= 9 ? 1 : 0);
  gtk_widget_set_visible (self->star, reply->favourite);
  show_shortcode (self, reply, query);
  zg_reply_labels_show_title (self->title, reply->title, query);
  show_line (self, query);
  show_pill (self, reply, clock);
}

/**
 * zg_reply_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ZgReplyItem *
zg_reply_row_get_item (ZgReplyRow *self)
{
  return self->item;
}
