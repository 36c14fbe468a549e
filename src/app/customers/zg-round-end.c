/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-end"

#include "config.h"

#include "zg-round-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-round-bar.h"

/**
 * ZgRoundEnd:
 *
 * What came of a round that has come to its end, as text that can be copied.
 */
struct _ZgRoundEnd
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *done_button;
  GtkWidget *scroller;
  GtkLabel *sum;
};

enum {
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundEnd, zg_round_end, GTK_TYPE_WIDGET)

static void
copied_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error);

  if (!copied && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (self, "win.toast", "s", copied ? _("Copied") : error->message);
}

static void
copy_cb (ZgRoundEnd *self)
{
  zg_clipboard_copy_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), gtk_label_get_text (self->sum), NULL,
                           copied_cb, g_object_ref (self));
}

static void
take_back_cb (ZgRoundEnd *self)
{
  g_signal_emit (self, signals[STEP], 0, (int) ZG_ROUND_STEP_TAKE_BACK, NULL);
}

static void
done_cb (ZgRoundEnd *self)
{
  g_signal_emit (self, signals[STEP], 0, (int) ZG_ROUND_STEP_LEAVE, NULL);
}

static gboolean
zg_round_end_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ZG_ROUND_END (widget)->done_button);
}

static void
zg_round_end_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_ROUND_END);

  G_OBJECT_CLASS (zg_round_end_parent_class)->dispose (object);
}

static void
zg_round_end_class_init (ZgRoundEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_round_end_dispose;
  widget_class->grab_focus = zg_round_end_grab_focus;

  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-round-end.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRoundEnd, done_button);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundEnd, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgRoundEnd, sum);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
}

static void
zg_round_end_init (ZgRoundEnd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_round_end_show:
 * @sum: what came of a round
 */
void
zg_round_end_show (ZgRoundEnd       *self,
                   const ZgRoundSum *sum)
{
  g_autofree char *text = zg_round_sum_to_text (sum);

  g_return_if_fail (ZG_IS_ROUND_END (self));

  gtk_label_set_text (self->sum, text);
}
