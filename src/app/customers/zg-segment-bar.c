/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-segment-bar"

#include "config.h"

#include "zg-segment-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-duplicates-pill.h"
#include "zg-segment-editor.h"
#include "zg-segment-pill.h"

/* Counting waits so long after a change or a key press, in ms: whoever types waits for nothing. */
#define COUNT_DELAY 400
#define COUNT_TABLES \
  (ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_CONTACT | ZG_TABLE_SEGMENT | ZG_TABLE_LEVEL | ZG_TABLE_SETTING)
/* Of a filter without a name. */
#define MAX_NAME_CHARS 16

/**
 * ZgSegmentBar:
 *
 * Behind the filters of the customers: those segments that come with the program and have somebody in them, those that the
 * shop saved, and what is filtered for without a name. All that can be asked opens from a button of the bar.
 *
 * CSS node: `segmentbar`
 */
struct _ZgSegmentBar
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgListBar *bar;               /* the parent, not owned */
  GCancellable *cancellable;
  guint count_timeout;

  GtkWidget *pills;
  ZgDuplicatesPill *duplicates;
  GtkWidget *unnamed;           /* removes a filter without a name */
  GtkWidget *button;            /* in the bar: opens the editor; not owned */
  ZgSegmentEditor *editor;
  ZgSegment *edited;            /* (nullable): the saved one that the editor is about */
  GtkWidget *menu;              /* of the pill that was asked for it */
  GtkWidget *menu_pill;         /* a weak pointer */
};

G_DEFINE_FINAL_TYPE (ZgSegmentBar, zg_segment_bar, GTK_TYPE_WIDGET)

static void count_later (ZgSegmentBar *self);

/* What is in force *************************************************************************************************/

static void
show_chosen (ZgSegmentBar *self)
{
  const char *segment = zg_list_bar_get_own_segment (self->bar);
  gboolean has_pill = FALSE;

  for (GtkWidget *pill = gtk_widget_get_first_child (self->pills); pill != NULL; pill = gtk_widget_get_next_sibling (pill))
    {
      gboolean chosen = *segment != '\0' && g_str_equal (zg_segment_pill_get_segment (pill)->filter, segment);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), chosen);
      has_pill |= chosen;
    }

  gtk_widget_set_visible (self->unnamed, *segment != '\0' && !has_pill);
  if (*segment != '\0' && !has_pill)
    {
      g_autoptr (ZgSegment) unnamed = zg_segment_new ("", segment);
      g_autofree char *words = zg_segment_describe (unnamed);
      GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (self->unnamed)));

      gtk_label_set_text (GTK_LABEL (label), words);
      gtk_widget_set_tooltip_text (self->unnamed, words);
    }
}

static void
clicked_cb (ZgSegmentBar *self,
            GtkWidget    *pill)
{
  const char *filter = zg_segment_pill_get_segment (pill)->filter;
  gboolean chosen = g_str_equal (zg_list_bar_get_own_segment (self->bar), filter);

  zg_list_bar_set_segment (self->bar, chosen ? "" : filter);
  show_chosen (self);
}

static void
unnamed_clicked_cb (ZgSegmentBar *self)
{
  zg_list_bar_set_segment (self->bar, "");
  gtk_widget_grab_focus (self->button);
}

/* Writing **********************************************************************************************************/

static void
offer_undo (ZgSegmentBar *self,
            ZgSegmentJob *job)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA);

  if (toasts != NULL)
    zg_segment_job_offer_undo (job, ZG_TOAST_AREA (toasts));
  else
    zg_segment_job_free (job);
}

static void
written_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgSegmentBar) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgSegmentJob *job = zg_segment_job_run_finish (result, &error);

  if (job == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }
  if (job->kind == ZG_SEGMENT_JOB_DELETE && g_str_equal (zg_list_bar_get_own_segment (self->bar), job->segment->filter))
    zg_list_bar_set_segment (self->bar, "");
  offer_undo (self, job);
}

static void
write_segment (ZgSegmentBar     *self,
               ZgSegmentJobKind  kind,
               const ZgSegment  *segment,
               guint             place)
{
  ZgSegmentJob *job = zg_segment_job_new (kind, self->session, segment);

  job->place = place;
  zg_segment_job_run_async (job, written_cb, g_object_ref (self));
}

static void
editor_shown_cb (ZgSegmentBar *self)
{
  zg_segment_editor_show (self->editor, zg_list_bar_get_segment (self->bar), self->edited);
  zg_segment_editor_show_count (self->editor, zg_list_bar_get_n_rows (self->bar));
}

static void
editor_closed_cb (ZgSegmentBar *self)
{
  g_clear_pointer (&self->edited, zg_segment_free);
}

static void
edited_cb (ZgSegmentBar *self,
           const char   *text)
{
  zg_list_bar_set_segment (self->bar, text);
}

static void
saved_cb (ZgSegmentBar *self,
          ZgSegmentJob *job)
{
  zg_list_bar_set_segment (self->bar, job->segment->filter);
  offer_undo (self, job);
}

/* The menu of a saved one ******************************************************************************************/

static guint
get_place (GtkWidget *pill)
{
  guint place = 0;

  while ((pill = gtk_widget_get_prev_sibling (pill)) != NULL)
    place += zg_segment_pill_get_segment (pill)->id != 0;
  return place;
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ZgSegmentBar *self = ZG_SEGMENT_BAR (widget);
  const ZgSegment *segment = self->menu_pill != NULL ? zg_segment_pill_get_segment (self->menu_pill) : NULL;
  guint place = self->menu_pill != NULL ? get_place (self->menu_pill) : 0;

  if (segment == NULL)
    return;
  if (g_str_equal (action_name, "segment.change"))
    {
      g_clear_pointer (&self->edited, zg_segment_free);
      self->edited = zg_segment_copy (segment);
      zg_list_bar_set_segment (self->bar, segment->filter);
      gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
    }
  else if (g_str_equal (action_name, "segment.earlier"))
    {
      if (place > 0)
        write_segment (self, ZG_SEGMENT_JOB_MOVE, segment, place - 1);
    }
  else if (g_str_equal (action_name, "segment.later"))
    write_segment (self, ZG_SEGMENT_JOB_MOVE, segment, place + 1);
  else
    write_segment (self, ZG_SEGMENT_JOB_DELETE, segment, 0);
}

static void
popup_menu (ZgSegmentBar *self,
            GtkWidget    *pill)
{
  graphene_rect_t bounds;

  if (zg_segment_pill_get_segment (pill)->id == 0 || !gtk_widget_compute_bounds (pill, GTK_WIDGET (self), &bounds))
    return;
  g_set_weak_pointer (&self->menu_pill, pill);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) {
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A click with the other button. */
static void
gesture_cb (ZgSegmentBar     *self,
            GdkEventSequence *sequence,
            GtkGesture       *gesture)
{
  popup_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
menu_key_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ZgSegmentBar *self = ZG_SEGMENT_BAR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_get_parent (focus) == self->pills)
    popup_menu (self, focus);
}

/* Pills ************************************************************************************************************/

static void
add_pill (ZgSegmentBar         *self,
          const ZgSegmentCount *count)
{
  GtkWidget *pill = zg_segment_pill_new (count);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (pill, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "begin", G_CALLBACK (gesture_cb), self);
  gtk_widget_add_controller (pill, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (self->pills), pill);
}

/* The filters before have the quiet ones; levels are many and stand in the list. */
static gboolean
is_shown (ZgSegmentBar         *self,
          const ZgSegmentCount *count)
{
  const ZgSegment *segment = count->segment;

  if (segment->id != 0 || g_str_equal (segment->filter, zg_list_bar_get_own_segment (self->bar)))
    return TRUE;
  return count->n > 0 && !g_str_equal (segment->key, "quiet") && !g_str_has_prefix (segment->key, "level:")
         && !g_str_equal (segment->key, "never-contacted");
}

/* What is there and is the same stays: it may have the focus. */
static void
show_pills (ZgSegmentBar *self,
            GPtrArray    *counts)
{
  GtkWidget *pill = gtk_widget_get_first_child (self->pills);

  for (guint i = 0; i < counts->len; i++)
    {
      const ZgSegmentCount *count = counts->pdata[i];

      if (!is_shown (self, count))
        continue;
      while (pill != NULL && !zg_segment_pill_is_of (pill, count->segment))
        {
          GtkWidget *gone = pill;

          pill = gtk_widget_get_next_sibling (pill);
          gtk_box_remove (GTK_BOX (self->pills), gone);
        }
      if (pill == NULL)
        {
          add_pill (self, count);
          continue;
        }
      zg_segment_pill_show_count (pill, count->n);
      pill = gtk_widget_get_next_sibling (pill);
    }
  while (pill != NULL)
    {
      GtkWidget *gone = pill;

      pill = gtk_widget_get_next_sibling (pill);
      gtk_box_remove (GTK_BOX (self->pills), gone);
    }
  show_chosen (self);
}

static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgSegmentBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = zg_segment_counts_load_finish (result, &error);

  if (counts != NULL && self->pills != NULL)
    show_pills (self, counts);
  else if (counts == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    zg_session_fail (self->session, error);
}

static gboolean
count_cb (gpointer data)
{
  ZgSegmentBar *self = data;

  self->count_timeout = 0;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_segment_counts_load_async (self->session, self->cancellable, counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
count_later (ZgSegmentBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->count_timeout, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->count_timeout = g_timeout_add (COUNT_DELAY, count_cb, self);
}

static void
store_changed_cb (ZgSegmentBar *self,
                  guint         tables)
{
  if ((tables & COUNT_TABLES) != 0)
    count_later (self);
}

static void
rows_changed_cb (ZgSegmentBar *self,
                 guint         n_rows)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->editor)))
    zg_segment_editor_show_count (self->editor, n_rows);
}

/* GObject **********************************************************************************************************/

static void
zg_segment_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zg_segment_bar_parent_class)->map (widget);

  count_later (ZG_SEGMENT_BAR (widget));
  zg_duplicates_pill_look (ZG_SEGMENT_BAR (widget)->duplicates);
}

static void
zg_segment_bar_dispose (GObject *object)
{
  ZgSegmentBar *self = ZG_SEGMENT_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->count_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->menu_pill);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->pills = NULL;
  g_clear_pointer (&self->edited, zg_segment_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_segment_bar_parent_class)->dispose (object);
}

static void
zg_segment_bar_class_init (ZgSegmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_segment_bar_dispose;
  widget_class->map = zg_segment_bar_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "segmentbar");
  gtk_widget_class_install_action (widget_class, "segment.change", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "segment.earlier", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "segment.later", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "segment.delete", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "segment.menu", NULL, menu_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "segment.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "segment.menu", NULL);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Rename or change…"), "segment.change");
  g_menu_append (menu, _("Move forward"), "segment.earlier");
  g_menu_append (menu, _("Move back"), "segment.later");
  g_menu_append (menu, _("Delete"), "segment.delete");
  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_unnamed (ZgSegmentBar *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_NAME_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "segment");
  gtk_widget_add_css_class (button, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter no longer"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (unnamed_clicked_cb), self);
  gtk_widget_hide (button);
  return button;
}

static void
zg_segment_bar_init (ZgSegmentBar *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pills), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Segments"), -1);
  gtk_widget_set_parent (self->pills, GTK_WIDGET (self));
  self->unnamed = create_unnamed (self);
  gtk_widget_set_parent (self->unnamed, GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * zg_segment_bar_new:
 * @bar: the search field and filters of the customers, which becomes its parent
 * @session: the shop
 *
 * Returns: (transfer floating): what stands behind the filters
 */
GtkWidget *
zg_segment_bar_new (ZgListBar *bar,
                    ZgSession *session)
{
  ZgSegmentBar *self = g_object_new (ZG_TYPE_SEGMENT_BAR, NULL);

  self->bar = bar;
  self->session = g_object_ref (session);
  self->editor = ZG_SEGMENT_EDITOR (zg_segment_editor_new (session));
  self->button = zg_list_bar_set_filter_popover (bar, GTK_WIDGET (self->editor));
  g_signal_connect_object (self->editor, "show", G_CALLBACK (editor_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (editor_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "segment-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zg_list_bar_get_entry (bar), "changed", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->duplicates = ZG_DUPLICATES_PILL (zg_duplicates_pill_new (session));
  gtk_widget_insert_before (GTK_WIDGET (self->duplicates), GTK_WIDGET (self), self->unnamed);
  return GTK_WIDGET (self);
}
