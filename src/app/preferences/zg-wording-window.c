/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wording-window"

#include "config.h"

#include "zg-wording-window.h"

#include <glib/gi18n.h>

#include "zg-fold.h"
#include "zg-markup.h"
#include "zg-starter-library.h"
#include "zg-wording-change.h"
#include "zg-wording-entry-window.h"
#include "zg-wording-list.h"

/**
 * ZgWordingWindow:
 *
 * The word list: by kind, each word with a switch, its advice and exceptions; the shop's own words; and a field in which a
 * sentence can be tried.
 */
struct _ZgWordingWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  GPtrArray *entries;           /* ZgWordingEntry */
  ZgWording *words;
  char *language;
  GtkWidget *kind_rows[ZG_N_WORDING_KINDS];
  GPtrArray *rows;              /* of words, inside those */
  gboolean is_showing;

  /* template */
  AdwComboRow *language_row;
  AdwPreferencesGroup *list_group;
  GtkEditable *search_row;
  ZgToastArea *toasts;
  GtkLabel *try_result;
  GtkEditable *try_row;
};

G_DEFINE_FINAL_TYPE (ZgWordingWindow, zg_wording_window, ADW_TYPE_WINDOW)

static const ZgWordingEntry *
get_entry (ZgWordingWindow *self,
           GtkWidget       *widget)
{
  return g_ptr_array_index (self->entries, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "zg-index")));
}

static void
show_try (ZgWordingWindow *self)
{
  const char *text = gtk_editable_get_text (self->try_row);
  g_autoptr (GArray) findings = zg_wording_check (self->words, text, NULL, 0, ZG_WORDING_NONE);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingEntry *entry = g_array_index (findings, ZgWordingFinding, i).entry;

      g_string_append (result, i > 0 ? "\n" : "");
      g_string_append_printf (result, _("“%s”: %s"), entry->word, zg_wording_kind_to_label (entry->kind));
      g_string_append_printf (result, " · %s", entry->advice);
    }
  if (findings->len == 0)
    g_string_append (result, _("Nothing to say about it."));
  gtk_label_set_text (self->try_result, result->str);
  if (findings->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->try_result), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->try_result), "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->try_result), *text != '\0');
}

static void
try_cb (ZgWordingWindow *self)
{
  if (self->words != NULL)
    show_try (self);
}

static void
toggled_cb (ZgWordingWindow *self,
            GParamSpec      *pspec,
            GtkWidget       *toggle)
{
  g_autoptr (ZgWordingEntry) entry = NULL;

  if (self->is_showing)
    return;
  entry = zg_wording_entry_copy (get_entry (self, toggle));
  entry->enabled = gtk_switch_get_active (GTK_SWITCH (toggle));
  zg_wording_change_run (self->session, ZG_WORDING_CHANGE_SAVE, entry, NULL, NULL);
}

static void
edit_cb (ZgWordingWindow *self,
         GtkWidget       *row)
{
  gtk_window_present (GTK_WINDOW (zg_wording_entry_window_new (GTK_WINDOW (self), self->session, get_entry (self, row))));
}

static void
show_row (ZgWordingWindow *self,
          GtkWidget       *row)
{
  const ZgWordingEntry *entry = get_entry (self, row);
  GtkSwitch *toggle = g_object_get_data (G_OBJECT (row), "zg-switch");

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), entry->word);
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), entry->advice);
  gtk_switch_set_active (toggle, entry->enabled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->word, -1);
}

static GtkWidget *
create_row (ZgWordingWindow *self,
            guint            index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (row), "zg-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (toggle), "zg-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (row), "zg-switch", toggle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  show_row (self, row);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static gboolean
is_found (const ZgWordingEntry *entry,
          const char           *query)
{
  gsize start, end;

  if (*query == '\0' || zg_find_folded (entry->word, query, &start, &end)
      || zg_find_folded (entry->advice, query, &start, &end))
    return TRUE;
  for (gsize i = 0; entry->exceptions[i] != NULL; i++)
    if (zg_find_folded (entry->exceptions[i], query, &start, &end))
      return TRUE;
  return FALSE;
}

static void
create_kind_row (ZgWordingWindow *self,
                 int              kind)
{
  GtkWidget *row = adw_expander_row_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), zg_wording_kind_to_label (kind));
  adw_preferences_group_add (self->list_group, row);
  self->kind_rows[kind] = row;
}

/* Begins anew: other words, or another query. */
static void
build (ZgWordingWindow *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (self->search_row)));
  guint n[ZG_N_WORDING_KINDS] = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *kind_row = g_object_get_data (G_OBJECT (row), "zg-kind-row");

      adw_expander_row_remove (ADW_EXPANDER_ROW (kind_row), row);
    }
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const ZgWordingEntry *entry = self->entries->pdata[i];
      GtkWidget *row;

      if (!is_found (entry, query))
        continue;
      row = create_row (self, i);
      g_object_set_data (G_OBJECT (row), "zg-kind-row", self->kind_rows[entry->kind]);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->kind_rows[entry->kind]), row);
      g_ptr_array_add (self->rows, row);
      n[entry->kind]++;
    }

  for (int kind = 0; kind < ZG_N_WORDING_KINDS; kind++)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u word", "%u words", n[kind]), n[kind]);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", count, zg_wording_kind_to_description (kind));

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->kind_rows[kind]), subtitle);
      gtk_widget_set_visible (self->kind_rows[kind], n[kind] > 0);
      if (*query != '\0')
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->kind_rows[kind]), n[kind] > 0);
    }
  adw_preferences_group_set_description (self->list_group, self->rows->len > 0 ? NULL : _("No such word in the list."));
}

/* Whether the rows stand for the same words as before, so that they only need to be shown anew. */
static gboolean
has_same_words (GPtrArray *a,
                GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (((ZgWordingEntry *) a->pdata[i])->word, ((ZgWordingEntry *) b->pdata[i])->word)
        || ((ZgWordingEntry *) a->pdata[i])->kind != ((ZgWordingEntry *) b->pdata[i])->kind)
      return FALSE;
  return TRUE;
}

static void
show_language (ZgWordingWindow *self)
{
  const char * const *languages = zg_starter_library_list_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], self->language))
      adw_combo_row_set_selected (self->language_row, i);
}

static void
reload (ZgWordingWindow *self)
{
  g_autoptr (GError) error = NULL;
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), &error);
  g_autofree char *language = db != NULL ? zg_wording_list_get_language (db, &error) : NULL;
  g_autoptr (GPtrArray) entries = language != NULL ? zg_wording_list_load (db, language, &error) : NULL;
  gboolean same;

  if (entries == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }

  same = has_same_words (self->entries, entries);
  self->is_showing = TRUE;
  g_clear_pointer (&self->words, zg_wording_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  self->words = zg_wording_new (self->entries);
  g_free (self->language);
  self->language = g_steal_pointer (&language);
  show_language (self);
  if (!same)
    build (self);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, self->rows->pdata[i]);
  show_try (self);
  self->is_showing = FALSE;
}

static void
search_cb (ZgWordingWindow *self)
{
  if (self->entries == NULL)
    return;
  self->is_showing = TRUE;
  build (self);
  self->is_showing = FALSE;
}

static ZgWordingEntry *
make_entry (ZgWordingWindow *self,
            const char      *language)
{
  return zg_wording_entry_new (language, ZG_WORDING_PROMISE, "", "", NULL);
}

static void
language_cb (ZgWordingWindow *self)
{
  const char * const *languages = zg_starter_library_list_languages ();
  g_autoptr (ZgWordingEntry) entry = NULL;

  if (self->is_showing || self->language == NULL)
    return;
  entry = make_entry (self, languages[adw_combo_row_get_selected (self->language_row)]);
  zg_wording_change_run (self->session, ZG_WORDING_CHANGE_LANGUAGE, entry, NULL, NULL);
}

static void
add_cb (ZgWordingWindow *self)
{
  g_autoptr (ZgWordingEntry) entry = make_entry (self, self->language);

  gtk_window_present (GTK_WINDOW (zg_wording_entry_window_new (GTK_WINDOW (self), self->session, entry)));
}

static void
restore_all_cb (ZgWordingWindow *self)
{
  g_autoptr (ZgWordingEntry) entry = make_entry (self, self->language);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    if (((ZgWordingEntry *) self->entries->pdata[i])->is_shipped && ((ZgWordingEntry *) self->entries->pdata[i])->id != 0)
      g_ptr_array_add (changed, self->entries->pdata[i]);
  if (changed->len == 0)
    return;
  zg_wording_change_run (self->session, ZG_WORDING_CHANGE_RESTORE_ALL, entry, NULL, NULL);
  zg_wording_change_offer_undo (self->toasts, self->session, changed);
}

static void
store_changed_cb (ZgWordingWindow *self,
                  guint            tables)
{
  if ((tables & (ZG_TABLE_WORDING | ZG_TABLE_SETTING)) != 0)
    reload (self);
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  return zg_toast_area_undo (ZG_WORDING_WINDOW (widget)->toasts);
}

/* Before a field takes the key: the focus is in one when the row that had it is gone. */
static void
add_undo_key (ZgWordingWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (undo_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
zg_wording_window_dispose (GObject *object)
{
  ZgWordingWindow *self = ZG_WORDING_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_WORDING_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, zg_wording_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (zg_wording_window_parent_class)->dispose (object);
}

static void
zg_wording_window_class_init (ZgWordingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_wording_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/preferences/zg-wording-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, list_group);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, search_row);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, try_result);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingWindow, try_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

static void
zg_wording_window_init (ZgWordingWindow *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);

  self->is_showing = TRUE;
  self->rows = g_ptr_array_new ();
  g_type_ensure (ZG_TYPE_TOAST_AREA);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* In the order of zg_starter_library_list_languages(). */
  gtk_string_list_append (languages, _("Simplified Chinese"));
  gtk_string_list_append (languages, _("Traditional Chinese"));
  gtk_string_list_append (languages, _("English"));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (languages));
  for (int kind = 0; kind < ZG_N_WORDING_KINDS; kind++)
    create_kind_row (self, kind);
  add_undo_key (self);
}

/**
 * zg_wording_window_new:
 * @session: whose word list is shown and changed
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgWordingWindow *
zg_wording_window_new (GtkWindow *parent,
                       ZgSession *session)
{
  ZgWordingWindow *self = g_object_new (ZG_TYPE_WORDING_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

/**
 * zg_wording_window_get_toasts:
 *
 * Returns: (transfer none): where the window says what was done
 */
ZgToastArea *
zg_wording_window_get_toasts (ZgWordingWindow *self)
{
  g_return_val_if_fail (ZG_IS_WORDING_WINDOW (self), NULL);

  return self->toasts;
}
