/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window"

#include "config.h"

#include <glib/gi18n.h>

#include "customers/zg-customers-screen.h"
#include "import/zg-import-window.h"
#include "orders/zg-orders-screen.h"
#include "replies/zg-replies-screen.h"
#include "zg-customer-chip.h"
#include "zg-erase-banner.h"
#include "zg-error-text.h"
#include "zg-first-start.h"
#include "zg-key-cap.h"
#include "zg-message.h"
#include "zg-open-counts.h"
#include "zg-recent-strip.h"
#include "zg-sidebar.h"
#include "zg-window-drop.h"
#include "zg-window-size.h"
#include "zg-window.h"

struct _ZgWindow
{
  AdwApplicationWindow parent_instance;

  ZgSession *session;
  ZgOpenCounts *counts;

  /* template */
  ZgAdaptiveBin *bin;
  ZgCustomerChip *chip;
  AdwFlap *flap;
  ZgHintBar *hint_bar;
  GtkRevealer *hint_revealer;
  GtkMenuButton *menu_button;
  GtkStack *pages;
  ZgRecentStrip *recent_strip;
  GtkWidget *search_button;
  GtkWidget *search_label;
  GtkWidget *search_keys;
  ZgSidebar *sidebar;
  GtkWindowControls *end_controls;
  GtkWindowControls *start_controls;
  AdwViewStack *stack;
  AdwViewSwitcherBar *switcher_bar;
};

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgWindow, zg_window, ADW_TYPE_APPLICATION_WINDOW)

/* The screens, in the order of the sidebar and of Ctrl+1, Ctrl+2, … */
static const struct {
  const char *name;
  const char *title;
  const char *icon_name;
  const char *count;            /* properties of ZgOpenCounts for the badge */
  const char *late;
  GType (*get_type) (void);
} screens[] = {
  { "replies", N_("Replies"), "user-available-symbolic", NULL, NULL, zg_replies_screen_get_type },
  { "customers", N_("Customers"), "system-users-symbolic", "customers", "customers-late",
    zg_customers_screen_get_type },
  { "orders", N_("Orders"), "package-x-generic-symbolic", "orders", "orders-late", zg_orders_screen_get_type },
};

static void
update_hints (ZgWindow *self)
{
  ZgScreen *screen = zg_window_get_visible_screen (self);
  const ZgHint *hints = NULL;
  gsize n_hints = 0;

  if (screen != NULL)
    hints = zg_screen_get_hints (screen, &n_hints);
  zg_hint_bar_set_hints (self->hint_bar, hints, n_hints);
}

static void
hints_changed_cb (ZgWindow *self,
                  ZgScreen *screen)
{
  if (screen == zg_window_get_visible_screen (self))
    update_hints (self);
}

static void
update_layout (ZgWindow *self)
{
  ZgShopProfile *profile = zg_session_get_profile (self->session);
  ZgColumnMode mode = zg_adaptive_bin_get_column_mode (self->bin);
  gboolean has_sidebar = mode >= ZG_COLUMN_MODE_MEDIUM;

  adw_flap_set_fold_policy (self->flap, has_sidebar ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (self->flap, has_sidebar);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, !has_sidebar);
  /* The sidebar's header has them when it is shown. */
  gtk_widget_set_visible (GTK_WIDGET (self->start_controls),
                          !has_sidebar && !gtk_window_controls_get_empty (self->start_controls));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !has_sidebar);
  gtk_menu_button_set_primary (self->menu_button, !has_sidebar);
  gtk_menu_button_set_primary (zg_sidebar_get_menu_button (self->sidebar), has_sidebar);
  gtk_widget_set_visible (self->search_label, has_sidebar);
  gtk_widget_set_visible (self->search_keys, has_sidebar);
  if (has_sidebar)
    gtk_widget_add_css_class (self->search_button, "field");
  else
    gtk_widget_remove_css_class (self->search_button, "field");
  /* A revealer without a transition keeps the room of what it hides. */
  gtk_widget_set_visible (GTK_WIDGET (self->hint_revealer),
                          mode > ZG_COLUMN_MODE_SLIM && zg_shop_profile_get_show_hints (profile));
  /* Three window buttons and the chip do not fit beside each other in 360 px; the chip must not shrink. */
  gtk_window_controls_set_decoration_layout (self->end_controls, mode > ZG_COLUMN_MODE_SLIM ? NULL : ":close");
  gtk_widget_set_visible (GTK_WIDGET (self->recent_strip), mode > ZG_COLUMN_MODE_SLIM);
  /* In the place of the strip, so that search and menu stay at the end. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->chip), mode == ZG_COLUMN_MODE_SLIM);
  zg_customer_chip_set_slim (self->chip, mode == ZG_COLUMN_MODE_SLIM);
}

static void
bind_badge (ZgWindow         *self,
            AdwViewStackPage *page,
            const char       *count,
            const char       *late)
{
  if (count == NULL)
    return;
  g_object_bind_property (self->counts, count, page, "badge-number", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->counts, late, page, "needs-attention", G_BINDING_SYNC_CREATE);
}

static void
add_screens (ZgWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      GtkWidget *screen = g_object_new (screens[i].get_type (), "session", self->session, NULL);
      AdwViewStackPage *page =
        adw_view_stack_add_titled (self->stack, screen, screens[i].name, _(screens[i].title));

      adw_view_stack_page_set_icon_name (page, screens[i].icon_name);
      bind_badge (self, page, screens[i].count, screens[i].late);
      g_object_bind_property (self->bin, "column-mode", screen, "column-mode", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (screen, "hints-changed", G_CALLBACK (hints_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

/* The questions of the first start stand in place of an empty shop, until they are answered. */
static void
update_page (ZgWindow *self)
{
  gboolean set_up = zg_shop_profile_get_set_up (zg_session_get_profile (self->session));
  GtkWidget *first_start = gtk_stack_get_child_by_name (self->pages, "first-start");

  zg_window_enable_actions (self, set_up);
  if (set_up && first_start != NULL)
    {
      gboolean import_next = zg_first_start_get_import_next (ZG_FIRST_START (first_start));

      gtk_stack_set_visible_child_name (self->pages, "shop");
      gtk_stack_remove (self->pages, first_start);
      zg_screen_focus (zg_window_get_visible_screen (self));
      if (import_next)
        zg_window_import (self);
    }
  else if (!set_up && first_start == NULL)
    {
      first_start = g_object_new (ZG_TYPE_FIRST_START, NULL);
      zg_first_start_set_session (ZG_FIRST_START (first_start), self->session);
      gtk_stack_add_named (self->pages, first_start, "first-start");
      gtk_stack_set_visible_child (self->pages, first_start);
      gtk_widget_grab_focus (first_start);
    }
}

static void
failed_cb (ZgWindow     *self,
           const GError *error)
{
  g_autofree char *text = zg_error_text_to_body (error);

  /* During the first start there is no list for a message to rise over. */
  if (gtk_stack_get_child_by_name (self->pages, "first-start") != NULL)
    zg_message_show_error (GTK_WINDOW (self), error);
  else
    zg_window_toast (self, text);
}

static void
zg_window_constructed (GObject *object)
{
  ZgWindow *self = ZG_WINDOW (object);
  ZgShopProfile *profile = zg_session_get_profile (self->session);

  G_OBJECT_CLASS (zg_window_parent_class)->constructed (object);

  self->counts = zg_open_counts_new (self->session);
  zg_window_size_keep (GTK_WINDOW (self));
  zg_window_install_actions (self);
  zg_window_take_files (self);
  add_screens (self);
  gtk_menu_button_set_menu_model (self->menu_button, zg_sidebar_get_menu (self->sidebar));
  zg_sidebar_set_stack (self->sidebar, self->stack);
  zg_sidebar_set_profile (self->sidebar, profile);
  zg_customer_chip_set_session (self->chip, self->session);
  zg_recent_strip_set_session (self->recent_strip, self->session);
  g_signal_connect_object (self->bin, "notify::column-mode", G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_controls, "notify::empty", G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_hints), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::show-hints", G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::set-up", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update_layout (self);
  update_hints (self);
  update_page (self);
}

static void
zg_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ZG_WINDOW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ZG_WINDOW (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Work begins on the screen, not on the first button of the window. */
static void
zg_window_map (GtkWidget *widget)
{
  ZgWindow *self = ZG_WINDOW (widget);
  GtkWidget *first_start = gtk_stack_get_child_by_name (self->pages, "first-start");

  GTK_WIDGET_CLASS (zg_window_parent_class)->map (widget);

  if (first_start != NULL)
    gtk_widget_grab_focus (first_start);
  else
    zg_screen_focus (zg_window_get_visible_screen (self));
}

static gboolean
zg_window_close_request (GtkWindow *window)
{
  return !zg_window_may_close (ZG_WINDOW (window)) || GTK_WINDOW_CLASS (zg_window_parent_class)->close_request (window);
}

static void
zg_window_dispose (GObject *object)
{
  ZgWindow *self = ZG_WINDOW (object);

  g_clear_object (&self->counts);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_WINDOW);

  G_OBJECT_CLASS (zg_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ZG_TYPE_ADAPTIVE_BIN);
  g_type_ensure (ZG_TYPE_CUSTOMER_CHIP);
  g_type_ensure (ZG_TYPE_ERASE_BANNER);
  g_type_ensure (ZG_TYPE_HINT_BAR);
  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_RECENT_STRIP);
  g_type_ensure (ZG_TYPE_SIDEBAR);
}

static void
zg_window_class_init (ZgWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = zg_window_constructed;
  object_class->get_property = zg_window_get_property;
  object_class->set_property = zg_window_set_property;
  object_class->dispose = zg_window_dispose;
  widget_class->map = zg_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = zg_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ZG_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, chip);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, hint_bar);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, recent_strip);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, search_keys);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, search_label);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, end_controls);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, start_controls);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgWindow, switcher_bar);
  zg_window_class_bind_keys (widget_class);
}

static gboolean
touched_cb (GtkEventController *controller,
            GdkEvent           *event,
            ZgWindow           *self)
{
  if (self->session != NULL)
    zg_idle_watch_touch (zg_session_get_idle_watch (self->session));

  return GDK_EVENT_PROPAGATE;
}

static void
zg_window_init (ZgWindow *self)
{
  GtkEventController *touch = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (touch, GTK_PHASE_CAPTURE);
  g_signal_connect (touch, "event", G_CALLBACK (touched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), touch);
}

/**
 * zg_window_new:
 * @session: what all screens share
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgWindow *
zg_window_new (GtkApplication *application,
               ZgSession      *session)
{
  return g_object_new (ZG_TYPE_WINDOW,
                       "application", application,
                       "session", session,
                       NULL);
}

/**
 * zg_window_get_session:
 *
 * Returns: (transfer none): what all screens share
 */
ZgSession *
zg_window_get_session (ZgWindow *self)
{
  g_return_val_if_fail (ZG_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * zg_window_get_screen:
 * @name: `replies`, `customers`, `orders`
 *
 * Returns: (transfer none) (nullable): the screen of that name
 */
ZgScreen *
zg_window_get_screen (ZgWindow   *self,
                      const char *name)
{
  GtkWidget *child;

  g_return_val_if_fail (ZG_IS_WINDOW (self), NULL);

  child = adw_view_stack_get_child_by_name (self->stack, name);
  return child != NULL ? ZG_SCREEN (child) : NULL;
}

/**
 * zg_window_get_visible_screen:
 *
 * Returns: (transfer none) (nullable): the screen that is shown
 */
ZgScreen *
zg_window_get_visible_screen (ZgWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (ZG_IS_WINDOW (self), NULL);

  child = adw_view_stack_get_visible_child (self->stack);
  return child != NULL ? ZG_SCREEN (child) : NULL;
}

/**
 * zg_window_show_screen:
 * @name: `replies`, `customers`, `orders`
 *
 * Shows a screen and puts the focus where work on it begins.
 *
 * Returns: whether there is such a screen
 */
gboolean
zg_window_show_screen (ZgWindow   *self,
                       const char *name)
{
  ZgScreen *screen = zg_window_get_screen (self, name);

  if (screen == NULL)
    return FALSE;
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (screen));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  zg_screen_focus (screen);

  return TRUE;
}

/**
 * zg_window_toast:
 * @text: plain text
 *
 * Shows a short message over the main list of the visible screen.
 */
void
zg_window_toast (ZgWindow   *self,
                 const char *text)
{
  ZgScreen *screen = zg_window_get_visible_screen (self);

  if (screen != NULL)
    zg_toast_area_show (zg_screen_get_toast_area (screen), text);
}

/**
 * zg_window_import:
 *
 * Asks for an order export and shows what would come in. During the first start the answers given so far are kept
 * first: there has to be a shop for the orders to go to.
 */
void
zg_window_import (ZgWindow *self)
{
  GtkWidget *first_start;

  g_return_if_fail (ZG_IS_WINDOW (self));

  first_start = gtk_stack_get_child_by_name (self->pages, "first-start");
  if (first_start != NULL)
    zg_first_start_import (ZG_FIRST_START (first_start));
  else
    zg_import_window_choose (GTK_WINDOW (self), self->session);
}

/**
 * zg_window_switch_customer:
 *
 * Opens the search for whom to talk to.
 */
void
zg_window_switch_customer (ZgWindow *self)
{
  g_return_if_fail (ZG_IS_WINDOW (self));

  zg_customer_chip_popup (self->chip);
}
