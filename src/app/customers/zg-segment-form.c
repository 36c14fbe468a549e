/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-segment-form"

#include "config.h"

#include "zg-segment-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-consent.h"
#include "zg-customer-type.h"
#include "zg-filter-terms.h"
#include "zg-money.h"

#define MAX_TERMS 24

/**
 * ZgSegmentForm:
 *
 * All that a filter can ask of customers, a row for each term. What is typed is read by the filter's own text form, so there
 * is one place that knows what can be asked and how.
 *
 * CSS node: `segmentform`
 */
struct _ZgSegmentForm
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *fields[MAX_TERMS];         /* by the place of the term: an entry, a drop-down or a check button */
  GtkWidget *ends[MAX_TERMS];           /* the upper end of a range */
  gboolean filling;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgSegmentForm, zg_segment_form, GTK_TYPE_WIDGET)

/* In the order in which they are shown, under headings. */
static const struct {
  const char *key;
  const char *heading;          /* (nullable): begins a group */
  const char *label;
  const char *hint;
} rows[] = {
  { "tag", N_("Who they are"), N_("All of the tags"), N_("tag, tag") },
  { "any-tag", NULL, N_("One of the tags"), N_("tag, tag") },
  { "level", NULL, N_("Level"), "" },
  { "type", NULL, N_("Customer type"), "" },
  { "province", NULL, N_("Province"), "" },
  { "city", NULL, N_("City"), "" },
  { "birthday", NULL, N_("Birthday"), "" },
  { "orders", N_("What they bought"), N_("Orders"), "" },
  { "spent", NULL, N_("Spent"), "" },
  { "last-order", NULL, N_("Last order"), "2026-01-31" },
  { "no-order", NULL, N_("No order for, days"), "90" },
  { "ordered", NULL, N_("Ordered within, days"), "30" },
  { "unshipped", NULL, N_("Waiting for a parcel"), "" },
  { "no-contact", N_("What was said"), N_("No contact for, days"), "30" },
  { "never-contacted", NULL, N_("Never contacted"), "" },
  { "consent", NULL, N_("Consent to be contacted"), "" },
  { "asked", NULL, N_("Asked, not bought"), "" },
  { "follow-up", NULL, N_("A follow-up is due"), "" },
  { "caution", NULL, N_("Take care"), "" },
};

static int
find_term (const char *key)
{
  for (int i = 0; zg_filter_terms[i].key != NULL; i++)
    if (g_str_equal (zg_filter_terms[i].key, key))
      return i;
  g_assert_not_reached ();
}

/* Fields ***********************************************************************************************************/

static void
changed_cb (ZgSegmentForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static char *
choice_to_label (const ZgFilterTerm *term,
                 int                 choice)
{
  const char *word = term->choices[choice];
  ZgConsent consent;

  if (g_str_equal (word, "this-month"))
    return g_strdup (_("this month"));
  if (g_str_equal (word, "next-month"))
    return g_strdup (_("next month"));
  if (g_str_equal (word, "open"))
    return g_strdup (C_("asked, not bought", "anything"));
  if (g_str_equal (word, "due"))
    return g_strdup (_("time to ask again"));
  if (g_str_equal (term->key, "consent") && zg_consent_from_word (word, &consent))
    return g_strdup (zg_consent_to_label (consent));
  /* TRANSLATORS: the number of a month */
  return g_strdup_printf (_("month %s"), word);
}

static GtkWidget *
create_drop_down (const ZgFilterTerm *term)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char * const *types = zg_customer_type_list ();

  gtk_string_list_append (labels, C_("a filter", "any"));
  if (term->kind == ZG_FILTER_TERM_TEXT)
    for (int i = 0; types[i] != NULL; i++)
      gtk_string_list_append (labels, zg_customer_type_to_label (types[i]));
  else
    for (int i = 0; term->choices[i] != NULL; i++)
      {
        g_autofree char *label = choice_to_label (term, i);

        gtk_string_list_append (labels, label);
      }
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
}

static gboolean
is_type (const ZgFilterTerm *term)
{
  return g_str_equal (term->key, "type");
}

static GtkWidget *
create_entry (ZgSegmentForm *self,
              const char    *label,
              const char    *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static GtkWidget *
create_range (ZgSegmentForm *self,
              int            term,
              const char    *label,
              const char    *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *from = g_strdup_printf (_("%s, from"), label);
  g_autofree char *to = g_strdup_printf (_("%s, to"), label);

  self->fields[term] = create_entry (self, from, hint);
  self->ends[term] = create_entry (self, to, hint);
  gtk_box_append (GTK_BOX (box), self->fields[term]);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("–"));
  gtk_box_append (GTK_BOX (box), self->ends[term]);
  return box;
}

static GtkWidget *
create_field (ZgSegmentForm *self,
              int            term,
              const char    *label,
              const char    *hint)
{
  switch (zg_filter_terms[term].kind)
    {
    case ZG_FILTER_TERM_FLAG:
      self->fields[term] = gtk_check_button_new ();
      g_signal_connect_swapped (self->fields[term], "toggled", G_CALLBACK (changed_cb), self);
      break;
    case ZG_FILTER_TERM_RANGE:
    case ZG_FILTER_TERM_MONEY:
    case ZG_FILTER_TERM_DATES:
      return create_range (self, term, label, hint);
    default:
      if (zg_filter_terms[term].kind != ZG_FILTER_TERM_CHOICE && !is_type (&zg_filter_terms[term]))
        return self->fields[term] = create_entry (self, label, hint);
      self->fields[term] = create_drop_down (&zg_filter_terms[term]);
      g_signal_connect_swapped (self->fields[term], "notify::selected", G_CALLBACK (changed_cb), self);
      /* What is pressed is a button within it. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->fields[term])),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields[term]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self->fields[term];
}

/* Reading **********************************************************************************************************/

static void
append_term (GString    *text,
             const char *key,
             const char *value)
{
  if (*value == '\0')
    return;
  g_string_append_printf (text, "%s%s:\"", text->len > 0 ? " " : "", key);
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

static void
append_tags (GString    *text,
             const char *key,
             const char *value)
{
  g_auto (GStrv) tags = g_regex_split_simple ("[,，、;；\n]", value, 0, 0);

  for (int i = 0; tags[i] != NULL; i++)
    append_term (text, key, g_strstrip (tags[i]));
}

static void
append_field (ZgSegmentForm *self,
              GString       *text,
              int            i)
{
  const ZgFilterTerm *term = &zg_filter_terms[i];
  GtkWidget *field = self->fields[i];
  g_autofree char *value = NULL;

  if (GTK_IS_CHECK_BUTTON (field))
    {
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (field)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", term->key);
      return;
    }
  if (GTK_IS_DROP_DOWN (field))
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field));

      if (selected > 0)
        append_term (text, term->key, is_type (term) ? zg_customer_type_list ()[selected - 1] : term->choices[selected - 1]);
      return;
    }

  value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
  if (term->kind == ZG_FILTER_TERM_TAGS)
    append_tags (text, term->key, value);
  else if (self->ends[i] != NULL)
    {
      g_autofree char *end = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->ends[i]))));
      g_autofree char *range = *value != '\0' || *end != '\0' ? g_strconcat (value, "..", end, NULL) : g_strdup ("");

      append_term (text, term->key, range);
    }
  else if (term->kind == ZG_FILTER_TERM_DAYS && *value != '\0')
    {
      g_autofree char *days = g_strconcat (value, "d", NULL);

      append_term (text, term->key, days);
    }
  else
    append_term (text, term->key, value);
}

/**
 * zg_segment_form_get_filter:
 * @self: the form
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is asked; %NULL when something can't be read
 */
ZgCustomerFilter *
zg_segment_form_get_filter (ZgSegmentForm  *self,
                            GError        **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (ZG_IS_SEGMENT_FORM (self), NULL);

  for (int i = 0; zg_filter_terms[i].key != NULL; i++)
    if (self->fields[i] != NULL)
      append_field (self, text, i);
  return zg_customer_filter_parse (text->str, error);
}

/* Filling **********************************************************************************************************/

static char *
end_to_text (const ZgFilterTerm *term,
             gint64              end)
{
  if (end < 0)
    return g_strdup ("");
  if (term->kind == ZG_FILTER_TERM_DATES)
    return g_strdup_printf ("%04d-%02d-%02d", (int) (end / 10000), (int) (end / 100 % 100), (int) (end % 100));
  if (term->kind == ZG_FILTER_TERM_MONEY)
    return zg_money_to_decimal (end, "CNY");
  return g_strdup_printf ("%" G_GINT64_FORMAT, end);
}

static guint
find_type (const char *word)
{
  const char * const *types = zg_customer_type_list ();

  for (guint i = 0; word != NULL && types[i] != NULL; i++)
    if (g_str_equal (types[i], word))
      return i + 1;
  return 0;
}

static void
fill_text (GtkWidget  *entry,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
fill_field (ZgSegmentForm          *self,
            int                     i,
            const ZgCustomerFilter *filter)
{
  const ZgFilterTerm *term = &zg_filter_terms[i];
  gpointer value = zg_filter_term_get (term, filter);
  g_autofree char *text = NULL;
  g_autofree char *end = NULL;

  switch (term->kind)
    {
    case ZG_FILTER_TERM_TAGS:
      for (guint j = 0; j < (*(GPtrArray **) value)->len; j++)
        {
          g_autofree char *before = g_steal_pointer (&text);

          text = g_strconcat (before != NULL ? before : "", before != NULL ? ", " : "",
                              (const char *) g_ptr_array_index (*(GPtrArray **) value, j), NULL);
        }
      fill_text (self->fields[i], text);
      break;
    case ZG_FILTER_TERM_FLAG:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->fields[i]), *(int *) value != 0);
      break;
    case ZG_FILTER_TERM_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fields[i]), (guint) *(int *) value);
      break;
    case ZG_FILTER_TERM_DAYS:
      text = *(int *) value > 0 ? g_strdup_printf ("%d", *(int *) value) : NULL;
      fill_text (self->fields[i], text);
      break;
    case ZG_FILTER_TERM_RANGE:
    case ZG_FILTER_TERM_MONEY:
    case ZG_FILTER_TERM_DATES:
      text = end_to_text (term, ((ZgFilterRange *) value)->from);
      end = end_to_text (term, ((ZgFilterRange *) value)->to);
      fill_text (self->fields[i], text);
      fill_text (self->ends[i], end);
      break;
    default:
      if (is_type (term))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->fields[i]), find_type (*(char **) value));
      else
        fill_text (self->fields[i], *(char **) value);
    }
}

/**
 * zg_segment_form_set_filter:
 * @self: the form
 * @filter: what to show
 *
 * Shows a filter, to be changed. Tells nobody.
 */
void
zg_segment_form_set_filter (ZgSegmentForm          *self,
                            const ZgCustomerFilter *filter)
{
  g_return_if_fail (ZG_IS_SEGMENT_FORM (self));

  self->filling = TRUE;
  for (int i = 0; zg_filter_terms[i].key != NULL; i++)
    if (self->fields[i] != NULL)
      fill_field (self, i, filter);
  self->filling = FALSE;
}

/* GObject **********************************************************************************************************/

static void
zg_segment_form_dispose (GObject *object)
{
  g_clear_pointer (&ZG_SEGMENT_FORM (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_segment_form_parent_class)->dispose (object);
}

static void
zg_segment_form_class_init (ZgSegmentFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_segment_form_dispose;

  /**
   * ZgSegmentForm::changed:
   * @self: the form
   *
   * Something else is asked of the customers.
   */
  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_SEGMENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "segmentform");
}

static void
zg_segment_form_init (ZgSegmentForm *self)
{
  int line = 0;

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *label = gtk_label_new (_(rows[i].label));

      if (rows[i].heading != NULL)
        {
          GtkWidget *heading = gtk_label_new (_(rows[i].heading));

          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_widget_add_css_class (heading, "section");
          gtk_grid_attach (GTK_GRID (self->grid), heading, 0, line++, 2, 1);
        }
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid),
                       create_field (self, find_term (rows[i].key), _(rows[i].label), *rows[i].hint != '\0' ? _(rows[i].hint) : ""),
                       1, line++, 1, 1);
    }
}
