/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-body-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-body-facts.h"
#include "zg-fact-label.h"

/* A customer's birthday, in the calendar in which they keep it, and their measures. */

/* Birthday *************************************************************************************************************/

static void
get_today (ZgClock *clock,
           GDate   *today)
{
  g_autoptr (GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zg_clock_get_zone (clock));

  g_date_clear (today, 1);
  g_date_set_dmy (today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
}

/* When it comes next, in both calendars, and how soon. The year of birth has a line of its own above that. */
static void
describe_birthday (const ZgBirthday  *birthday,
                   ZgClock           *clock,
                   char             **first_out,
                   char             **second_out)
{
  g_autofree char *both = NULL;
  g_autofree char *countdown = NULL;
  ZgBirthdayNext next;
  GDate today;

  *second_out = NULL;
  get_today (clock, &today);
  if (!zg_birthday_get_next (birthday, &today, &next))
    {
      *first_out = zg_birthday_format (birthday);
      return;
    }

  both = zg_birthday_format_both (birthday, &today);
  countdown = zg_birthday_format_countdown (&next);
  if (birthday->year == 0)
    {
      *first_out = g_steal_pointer (&both);
      *second_out = g_steal_pointer (&countdown);
    }
  else
    {
      *first_out = zg_birthday_format (birthday);
      *second_out = g_strdup_printf ("%s · %s", both, countdown);
    }
}

static GtkWidget *
create_birthday_view (const ZgFactKind *kind,
                      const ZgCustomer *customer,
                      guint             index,
                      ZgClock          *clock)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  describe_birthday (&customer->birthday, clock, &first, &second);
  gtk_box_append (GTK_BOX (view), zg_fact_label_new (first));
  if (second != NULL)
    gtk_box_append (GTK_BOX (view), zg_fact_label_new_dim (second));
  return view;
}

typedef struct {
  ZgClock *clock;
  GtkWidget *entry;
  GtkWidget *calendar;
  GtkWidget *preview;
} BirthdayFields;

static void
birthday_fields_free (gpointer data)
{
  BirthdayFields *self = data;

  zg_clock_unref (self->clock);
  g_free (self);
}

/* What was typed, in the chosen calendar unless it names one itself. */
static gboolean
parse_birthday (BirthdayFields  *self,
                ZgBirthday      *birthday,
                GError         **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean is_lunar = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->calendar)) == ZG_CALENDAR_LUNAR;
  /* Words that the parser knows, whatever the language of the window. */
  g_autofree char *said = g_strconcat (is_lunar ? "农历" : "公历", text, NULL);

  return zg_birthday_parse (said, birthday, NULL) || zg_birthday_parse (text, birthday, error);
}

static void
birthday_changed_cb (BirthdayFields *self)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *all = NULL;
  ZgBirthday birthday;

  if (parse_birthday (self, &birthday, NULL))
    {
      describe_birthday (&birthday, self->clock, &first, &second);
      all = g_strjoin (" · ", first, second, NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->preview), all != NULL ? all : _("Like 8-18 or 1990-8-18"));
}

static GtkWidget *
create_birthday_editor (const ZgFactKind *kind,
                        const ZgCustomer *customer,
                        guint             index,
                        ZgClock          *clock)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *calendars[] = { C_("calendar", "Solar"), C_("calendar", "Lunar"), NULL };
  BirthdayFields *self = g_new0 (BirthdayFields, 1);
  g_autofree char *text = zg_customer_field_to_text (customer, kind->field);

  self->clock = zg_clock_ref (clock);
  self->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Birthday"), -1);
  self->calendar = gtk_drop_down_new_from_strings (calendars);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->calendar), customer->birthday.calendar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
  self->preview = zg_fact_label_new_dim ("");

  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->calendar);
  gtk_box_append (GTK_BOX (column), row);
  gtk_box_append (GTK_BOX (column), self->preview);
  g_object_set_data_full (G_OBJECT (column), "fields", self, birthday_fields_free);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (birthday_changed_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::selected", G_CALLBACK (birthday_changed_cb), self);
  birthday_changed_cb (self);
  return column;
}

static gboolean
store_birthday (const ZgFactKind  *kind,
                GtkWidget         *editor,
                ZgCustomer        *customer,
                guint              index,
                GError           **error)
{
  BirthdayFields *self = g_object_get_data (G_OBJECT (editor), "fields");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  ZgBirthday birthday = { 0 };

  if (*text != '\0' && !parse_birthday (self, &birthday, error))
    return FALSE;
  customer->birthday = birthday;
  return TRUE;
}

/* Size *****************************************************************************************************************/

typedef struct {
  GtkWidget *height;
  GtkWidget *weight;
  GtkWidget *shoe;
  GtkWidget *usual;
} SizeFields;

static GtkWidget *
create_size_view (const ZgFactKind *kind,
                  const ZgCustomer *customer,
                  guint             index,
                  ZgClock          *clock)
{
  g_autofree char *text = zg_body_size_format (&customer->size);

  return zg_fact_label_new (text);
}

static GtkWidget *
add_field (GtkGrid    *grid,
           const char *name,
           const char *text,
           int         place)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (column), zg_fact_label_new_dim (name));
  gtk_box_append (GTK_BOX (column), entry);
  gtk_grid_attach (grid, column, place % 2, place / 2, 1, 1);
  return entry;
}

static GtkWidget *
create_size_editor (const ZgFactKind *kind,
                    const ZgCustomer *customer,
                    guint             index,
                    ZgClock          *clock)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  SizeFields *self = g_new0 (SizeFields, 1);
  const ZgBodySize *size = &customer->size;
  g_autofree char *height = size->height > 0 ? zg_body_size_format_height (size->height) : NULL;
  g_autofree char *weight = size->weight > 0 ? zg_body_size_format_weight (size->weight) : NULL;

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_set_column_homogeneous (grid, TRUE);
  self->height = add_field (grid, _("Height"), height, 0);
  self->weight = add_field (grid, _("Weight"), weight, 1);
  self->usual = add_field (grid, _("Usual size"), size->usual, 2);
  self->shoe = add_field (grid, _("Shoe size"), size->shoe, 3);
  g_object_set_data_full (G_OBJECT (grid), "fields", self, g_free);
  return GTK_WIDGET (grid);
}

static const char *
get_typed (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
is_blank (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (get_typed (entry)));

  return *text == '\0';
}

static gboolean
store_size (const ZgFactKind  *kind,
            GtkWidget         *editor,
            ZgCustomer        *customer,
            guint              index,
            GError           **error)
{
  SizeFields *self = g_object_get_data (G_OBJECT (editor), "fields");
  g_auto (ZgBodySize) size = { 0 };

  if (!is_blank (self->height) && !zg_body_size_parse_height (get_typed (self->height), &size.height, error))
    return FALSE;
  if (!is_blank (self->weight) && !zg_body_size_parse_weight (get_typed (self->weight), &size.weight, error))
    return FALSE;
  size.shoe = zg_body_size_normalise_shoe (get_typed (self->shoe));
  size.usual = zg_body_size_normalise_usual (get_typed (self->usual));
  if (!zg_body_size_validate (&size, error))
    return FALSE;

  zg_body_size_clear (&customer->size);
  zg_body_size_copy (&size, &customer->size);
  return TRUE;
}

/* The kinds ************************************************************************************************************/

static const ZgFactKind birthday = {
  .field = ZG_CUSTOMER_FIELD_BIRTHDAY,
  .caption = N_("Birthday"),
  .add_label = N_("Birthday"),
  .create_view = create_birthday_view,
  .create_editor = create_birthday_editor,
  .store = store_birthday,
};

static const ZgFactKind size = {
  .field = ZG_CUSTOMER_FIELD_SIZE,
  .caption = N_("Size"),
  .add_label = N_("Height, weight and sizes"),
  .create_view = create_size_view,
  .create_editor = create_size_editor,
  .store = store_size,
};

/**
 * zg_body_facts_get:
 *
 * Returns: (transfer none) (array zero-terminated=1): birthday and measures
 */
const ZgFactKind * const *
zg_body_facts_get (void)
{
  static const ZgFactKind * const kinds[] = { &birthday, &size, NULL };

  return kinds;
}
