/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-filter-form"

#include "config.h"

#include "zg-order-filter-form.h"

#include <glib/gi18n.h>

#include "zg-filter-syntax.h"
#include "zg-order-flag.h"
#include "zg-platform.h"
#include "zg-wrap-layout.h"

/**
 * ZgOrderFilterForm:
 *
 * All that a filter can ask of orders: where they stand and their flags as buttons that stay down, the rest as choices.
 *
 * CSS node: `orderfilterform`
 */
struct _ZgOrderFilterForm
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  int n_rows;
  gboolean filling;

  GtkWidget *states[ZG_N_ORDER_STATES];
  GtkWidget *flags[ZG_N_ORDER_FLAGS];
  GtkDropDown *courier;
  GtkDropDown *platform;
  GtkDropDown *deadline;
  GtkDropDown *confirmed;
  GtkDropDown *hold;
  GtkEditable *from;
  GtkEditable *to;
  GtkCheckButton *in_case;
  GtkCheckButton *partly;
  GtkCheckButton *in_parcel;
  GtkCheckButton *noted;
  GPtrArray *couriers;          /* (element-type utf8): behind "any" and "not chosen" */
  GPtrArray *platforms;         /* (element-type utf8): words, behind "any" */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderFilterForm, zg_order_filter_form, GTK_TYPE_WIDGET)

static void
changed_cb (ZgOrderFilterForm *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Rows *************************************************************************************************************/

static void
add_row (ZgOrderFilterForm *self,
         const char        *caption,
         GtkWidget         *field)
{
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), field, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

static GtkWidget *
create_wrap (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, zg_wrap_layout_new (6));
  return box;
}

static GtkWidget *
add_toggle (ZgOrderFilterForm *self,
            GtkWidget         *box,
            const char        *label,
            GtkWidget         *child)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "segment");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_widget_set_parent (button, box);
  return button;
}

static GtkDropDown *
add_choice (ZgOrderFilterForm  *self,
            const char         *caption,
            const char * const *labels)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (labels);

  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  /* What is pressed is a button within it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  caption, -1);
  add_row (self, caption, drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static GtkEditable *
add_day (ZgOrderFilterForm *self,
         GtkWidget         *box,
         const char        *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2026-01-31");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static GtkCheckButton *
add_mark (ZgOrderFilterForm *self,
          GtkWidget         *box,
          const char        *label)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_CHECK_BUTTON (button);
}

static void
add_toggles (ZgOrderFilterForm *self)
{
  GtkWidget *box = create_wrap ();

  for (int state = 0; state < ZG_N_ORDER_STATES; state++)
    self->states[state] = add_toggle (self, box, zg_order_state_to_label (state), gtk_label_new (zg_order_state_to_label (state)));
  add_row (self, _("Standing"), box);

  box = create_wrap ();
  for (int flag = 0; flag < ZG_N_ORDER_FLAGS; flag++)
    {
      GtkWidget *child = flag == 0 ? gtk_label_new (C_("flag", "none")) : gtk_image_new ();

      if (flag > 0)
        zg_order_flag_show (GTK_IMAGE (child), flag);
      self->flags[flag] = add_toggle (self, box, zg_order_flag_to_label (flag), child);
      gtk_widget_set_tooltip_text (self->flags[flag], zg_order_flag_to_label (flag));
    }
  add_row (self, _("Flag"), box);
}

static void
add_choices (ZgOrderFilterForm *self)
{
  const char *any = C_("a filter", "any");
  const char * const couriers[] = { any, _("not chosen"), NULL };
  const char * const platforms[] = { any, NULL };
  const char * const deadlines[] = { any, _("should have shipped"), _("ships by today"), _("ships by tomorrow"),
                                     _("ships within a week"), NULL };
  const char * const confirmed[] = { any, _("confirmed"), _("not confirmed"), NULL };
  const char * const holds[] = { any, _("held"), zg_hold_to_label (ZG_HOLD_REFUND), zg_hold_to_label (ZG_HOLD_PLATFORM),
                                 zg_hold_to_label (ZG_HOLD_PRESALE), zg_hold_to_label (ZG_HOLD_CASE), NULL };

  self->deadline = add_choice (self, _("Deadline"), deadlines);
  self->confirmed = add_choice (self, _("Checks"), confirmed);
  self->hold = add_choice (self, _("Held"), holds);
  self->courier = add_choice (self, _("Courier"), couriers);
  self->platform = add_choice (self, _("Platform"), platforms);
}

static void
zg_order_filter_form_dispose (GObject *object)
{
  ZgOrderFilterForm *self = ZG_ORDER_FILTER_FORM (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->couriers, g_ptr_array_unref);
  g_clear_pointer (&self->platforms, g_ptr_array_unref);

  G_OBJECT_CLASS (zg_order_filter_form_parent_class)->dispose (object);
}

static void
zg_order_filter_form_class_init (ZgOrderFilterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_filter_form_dispose;

  /**
   * ZgOrderFilterForm::changed:
   *
   * Something else is asked.
   */
  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_ORDER_FILTER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderfilterform");
}

static void
zg_order_filter_form_init (ZgOrderFilterForm *self)
{
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->couriers = g_ptr_array_new_with_free_func (g_free);
  self->platforms = g_ptr_array_new_with_free_func (g_free);
  add_toggles (self);
  add_choices (self);
  self->from = add_day (self, days, _("Ordered, from"));
  gtk_box_append (GTK_BOX (days), gtk_label_new ("–"));
  self->to = add_day (self, days, _("Ordered, to"));
  add_row (self, _("Ordered"), days);
  self->in_case = add_mark (self, marks, _("A case is open"));
  self->partly = add_mark (self, marks, _("Paid or shipped in part"));
  self->in_parcel = add_mark (self, marks, _("Shares a parcel"));
  self->noted = add_mark (self, marks, _("With a note"));
  add_row (self, _("Besides"), marks);
}

/* Values ***********************************************************************************************************/


static void
fill_choice (GtkDropDown *drop_down,
             const char  *second,
             GPtrArray   *texts,
             const char  *(*to_label) (const char *))
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_("a filter", "any"));
  if (second != NULL)
    gtk_string_list_append (labels, second);
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (labels, to_label != NULL ? to_label (texts->pdata[i]) : texts->pdata[i]);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static void
fill_day (GtkEditable *entry,
          gint64       day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (day >= 0)
    zg_filter_syntax_append_date (text, day);
  gtk_editable_set_text (entry, text->str);
}

static guint
hold_to_choice (guint holds)
{
  if (holds == 0)
    return 0;
  if ((holds & ZG_ORDER_FILTER_ANY_HOLD) != 0)
    return 1;
  return 2 + (guint) g_bit_nth_lsf (holds, -1);
}

/* The place of a text behind those that are always there; one that is asked for and not there yet gets a place. */
static guint
select_text (GtkDropDown *drop_down,
             guint        n_fixed,
             GPtrArray   *texts,
             const char  *text,
             const char  *(*to_label) (const char *))
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &index))
    {
      index = texts->len;
      g_ptr_array_add (texts, g_strdup (text));
      gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (drop_down)), to_label != NULL ? to_label (text) : text);
    }
  return n_fixed + index;
}

static void
show_choices (ZgOrderFilterForm   *self,
              const ZgOrderFilter *filter)
{
  guint courier = 0;
  guint platform = 0;

  if (filter->courier != NULL)
    courier = *filter->courier == '\0' ? 1 : select_text (self->courier, 2, self->couriers, filter->courier, NULL);
  if (filter->platform != NULL)
    platform = select_text (self->platform, 1, self->platforms, filter->platform, zg_platform_to_label);
  gtk_drop_down_set_selected (self->courier, courier);
  gtk_drop_down_set_selected (self->platform, platform);
}

/**
 * zg_order_filter_form_set_filter:
 * @filter: what is asked
 */
void
zg_order_filter_form_set_filter (ZgOrderFilterForm   *self,
                                 const ZgOrderFilter *filter)
{
  g_return_if_fail (ZG_IS_ORDER_FILTER_FORM (self));

  self->filling = TRUE;
  for (int i = 0; i < ZG_N_ORDER_STATES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->states[i]), (filter->states & ZG_ORDER_FILTER_BIT (i)) != 0);
  for (int i = 0; i < ZG_N_ORDER_FLAGS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->flags[i]), (filter->flags & ZG_ORDER_FILTER_BIT (i)) != 0);
  show_choices (self, filter);
  gtk_drop_down_set_selected (self->deadline, filter->deadline);
  gtk_drop_down_set_selected (self->confirmed, filter->confirmed);
  gtk_drop_down_set_selected (self->hold, hold_to_choice (filter->holds));
  fill_day (self->from, filter->ordered.from);
  fill_day (self->to, filter->ordered.to);
  gtk_check_button_set_active (self->in_case, filter->in_case);
  gtk_check_button_set_active (self->partly, filter->partly);
  gtk_check_button_set_active (self->in_parcel, filter->in_parcel);
  gtk_check_button_set_active (self->noted, filter->noted);
  self->filling = FALSE;
}

static guint
read_toggles (GtkWidget **toggles,
              int         n_toggles)
{
  guint bits = 0;

  for (int i = 0; i < n_toggles; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggles[i])))
      bits |= ZG_ORDER_FILTER_BIT (i);
  return bits;
}

static const char *
read_choice (GtkDropDown *drop_down,
             guint        n_fixed,
             GPtrArray   *texts)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected >= n_fixed && selected - n_fixed < texts->len ? texts->pdata[selected - n_fixed] : NULL;
}

/* The filter's own text knows what is a day and which range is none. */
static gboolean
read_days (ZgOrderFilterForm  *self,
           ZgOrderFilter      *filter,
           GError            **error)
{
  g_autofree char *from = g_strstrip (g_strdup (gtk_editable_get_text (self->from)));
  g_autofree char *to = g_strstrip (g_strdup (gtk_editable_get_text (self->to)));
  g_autoptr (GString) text = g_string_new ("ordered:");
  g_autofree char *range = g_strconcat (from, "..", to, NULL);
  g_autoptr (ZgOrderFilter) days = NULL;

  if (*from == '\0' && *to == '\0')
    return TRUE;
  zg_filter_syntax_append_value (text, range);
  days = zg_order_filter_parse (text->str, error);
  if (days == NULL)
    return FALSE;
  filter->ordered = days->ordered;
  return TRUE;
}

static ZgOrderFilter *
read_all_but_days (ZgOrderFilterForm *self)
{
  ZgOrderFilter *filter = zg_order_filter_new ();
  guint hold = gtk_drop_down_get_selected (self->hold);

  filter->states = read_toggles (self->states, ZG_N_ORDER_STATES);
  filter->flags = read_toggles (self->flags, ZG_N_ORDER_FLAGS);
  filter->courier = g_strdup (gtk_drop_down_get_selected (self->courier) == 1 ? "" : read_choice (self->courier, 2, self->couriers));
  filter->platform = g_strdup (read_choice (self->platform, 1, self->platforms));
  filter->deadline = gtk_drop_down_get_selected (self->deadline);
  filter->confirmed = gtk_drop_down_get_selected (self->confirmed);
  filter->holds = hold == 0 ? 0 : hold == 1 ? ZG_ORDER_FILTER_ANY_HOLD : 1u << (hold - 2);
  filter->in_case = gtk_check_button_get_active (self->in_case);
  filter->partly = gtk_check_button_get_active (self->partly);
  filter->in_parcel = gtk_check_button_get_active (self->in_parcel);
  filter->noted = gtk_check_button_get_active (self->noted);
  return filter;
}

/**
 * zg_order_filter_form_get_filter:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is asked; %NULL with %ZG_DOMAIN_ERROR_INVALID when a day can't be read
 */
ZgOrderFilter *
zg_order_filter_form_get_filter (ZgOrderFilterForm  *self,
                                 GError            **error)
{
  g_autoptr (ZgOrderFilter) filter = NULL;

  g_return_val_if_fail (ZG_IS_ORDER_FILTER_FORM (self), NULL);

  filter = read_all_but_days (self);
  return read_days (self, filter, error) ? g_steal_pointer (&filter) : NULL;
}

/* The form has lists of its own, which also have what is asked for. */
static void
set_texts (GPtrArray *texts,
           GPtrArray *others)
{
  g_ptr_array_set_size (texts, 0);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (texts, g_strdup (others->pdata[i]));
}

/**
 * zg_order_filter_form_set_choices:
 * @couriers: (element-type utf8): couriers to choose from
 * @platforms: (element-type utf8): words of platforms to choose from
 *
 * What is asked for already stays.
 */
void
zg_order_filter_form_set_choices (ZgOrderFilterForm *self,
                                  GPtrArray         *couriers,
                                  GPtrArray         *platforms)
{
  g_autoptr (ZgOrderFilter) filter = NULL;

  g_return_if_fail (ZG_IS_ORDER_FILTER_FORM (self));

  filter = read_all_but_days (self);
  self->filling = TRUE;
  set_texts (self->couriers, couriers);
  set_texts (self->platforms, platforms);
  fill_choice (self->courier, _("not chosen"), self->couriers, NULL);
  fill_choice (self->platform, NULL, self->platforms, zg_platform_to_label);
  show_choices (self, filter);
  self->filling = FALSE;
}
