/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wording-hint"

#include "config.h"

#include "zg-wording-hint.h"

#include <glib/gi18n.h>

/**
 * ZgWordingHint:
 *
 * A quiet line under a text that is about to be copied: which word one may regret, and what to say instead, with one
 * click. It is only a reminder; several words come one after the other.
 */
struct _ZgWordingHint
{
  GtkWidget parent_instance;

  const ZgWordingEntry *entry;  /* what is shown; only as long as the findings live */

  /* template */
  GtkWidget *box;
  GtkLabel *note;
  GtkWidget *replace_button;
  GtkLabel *replace_label;
  GtkLabel *text;
};

enum {
  REPLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgWordingHint, zg_wording_hint, GTK_TYPE_WIDGET)

static void
replace_clicked_cb (ZgWordingHint *self)
{
  if (self->entry != NULL)
    g_signal_emit (self, signals[REPLACE], 0, self->entry);
}

static void
zg_wording_hint_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_WORDING_HINT);

  G_OBJECT_CLASS (zg_wording_hint_parent_class)->dispose (object);
}

static void
zg_wording_hint_class_init (ZgWordingHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_wording_hint_dispose;

  /**
   * ZgWordingHint::replace:
   * @self: the hint
   * @entry: (type gpointer): the #ZgWordingEntry whose replacement is wanted
   */
  signals[REPLACE] = g_signal_new ("replace", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "wordinghint");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/widgets/zg-wording-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgWordingHint, box);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingHint, note);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingHint, replace_button);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingHint, replace_label);
  gtk_widget_class_bind_template_child (widget_class, ZgWordingHint, text);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
}

static void
zg_wording_hint_init (ZgWordingHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
describe (const ZgWordingEntry *entry,
          gboolean              has_replacement)
{
  const char *label = zg_wording_kind_to_label (entry->kind);

  if (zg_wording_kind_is_counted (entry->kind))
    return g_strdup (label);
  if (has_replacement || *entry->advice == '\0')
    /* Translators: a word that was found, and what is the matter with it: “best”: superlative */
    return g_strdup_printf (_("“%s”: %s"), entry->word, label);
  return g_strdup_printf (_("“%s”: %s"), entry->word, entry->advice);
}

static void
show_entry (ZgWordingHint        *self,
            const ZgWordingEntry *entry)
{
  g_autofree char *replacement = zg_wording_entry_dup_replacement (entry);
  g_autofree char *text = describe (entry, replacement != NULL);

  gtk_label_set_text (self->text, text);
  gtk_widget_set_tooltip_text (self->box, *entry->advice != '\0' ? entry->advice : NULL);
  gtk_widget_set_visible (self->replace_button, replacement != NULL);
  if (replacement != NULL)
    {
      /* Translators: a button: what is said instead of the word */
      g_autofree char *label = g_strdup_printf (_("Say “%s”"), replacement);

      gtk_label_set_text (self->replace_label, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->replace_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

/* That nothing is forbidden, and how many other words there are. */
static void
show_note (ZgWordingHint *self,
           guint          n_more)
{
  g_autofree char *note = NULL;

  if (n_more > 0)
    note = g_strdup_printf (ngettext ("Only a reminder · %u more", "Only a reminder · %u more", n_more), n_more);
  else
    note = g_strdup (_("Only a reminder, it can be copied all the same"));
  gtk_label_set_text (self->note, note);
}

/**
 * zg_wording_hint_show:
 * @self: the hint
 * @findings: (nullable) (element-type ZgWordingFinding): what was found; has to live until something else is shown
 *
 * Shows the first of @findings that has a replacement, else the first; is not to be seen when there is none.
 */
void
zg_wording_hint_show (ZgWordingHint *self,
                      GArray        *findings)
{
  guint n = findings != NULL ? findings->len : 0;

  self->entry = n > 0 ? g_array_index (findings, ZgWordingFinding, 0).entry : NULL;
  for (guint i = 0; i < n; i++)
    {
      const ZgWordingEntry *entry = g_array_index (findings, ZgWordingFinding, i).entry;
      g_autofree char *replacement = zg_wording_entry_dup_replacement (entry);

      if (replacement == NULL)
        continue;
      self->entry = entry;
      break;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->entry != NULL);
  if (self->entry == NULL)
    return;
  show_entry (self, self->entry);
  show_note (self, n - 1);
}
