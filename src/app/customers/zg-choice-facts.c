/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-choice-facts"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-choice-facts.h"
#include "zg-customer-type.h"
#include "zg-fact-label.h"

/* What is chosen of a list: how a customer buys, and whether they want to hear of the shop. */

static GtkWidget *
create_choice (const ZgFactKind *kind,
               GtkStringList    *labels,
               guint             chosen)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _(kind->add_label), -1);
  return choice;
}

/* How they buy *********************************************************************************************************/

static GtkWidget *
create_type_view (const ZgFactKind *kind,
                  const ZgCustomer *customer,
                  guint             index,
                  ZgClock          *clock)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *advice = zg_customer_type_get_advice (customer->type);

  gtk_box_append (GTK_BOX (view), zg_fact_label_new (zg_customer_type_to_label (customer->type)));
  if (advice != NULL && *advice != '\0')
    gtk_box_append (GTK_BOX (view), zg_fact_label_new_dim (advice));
  return view;
}

/* The first is none; one that came from elsewhere and is not known stands last. */
static GtkWidget *
create_type_editor (const ZgFactKind *kind,
                    const ZgCustomer *customer,
                    guint             index,
                    ZgClock          *clock)
{
  const char * const *types = zg_customer_type_list ();
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint chosen = 0;
  guint n;

  gtk_string_list_append (labels, C_("kind of buyer", "Not known"));
  for (n = 0; types[n] != NULL; n++)
    {
      gtk_string_list_append (labels, zg_customer_type_to_label (types[n]));
      if (g_strcmp0 (types[n], customer->type) == 0)
        chosen = n + 1;
    }
  if (chosen == 0 && customer->type != NULL && *customer->type != '\0')
    {
      gtk_string_list_append (labels, customer->type);
      chosen = n + 1;
    }
  return create_choice (kind, labels, chosen);
}

static gboolean
store_type (const ZgFactKind  *kind,
            GtkWidget         *editor,
            ZgCustomer        *customer,
            guint              index,
            GError           **error)
{
  const char * const *types = zg_customer_type_list ();
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (editor));

  if (chosen == 0)
    return zg_customer_field_set_text (customer, kind->field, "", error);
  if (chosen <= g_strv_length ((char **) types))
    return zg_customer_field_set_text (customer, kind->field, types[chosen - 1], error);
  return TRUE;
}

const ZgFactKind zg_type_fact = {
  .field = ZG_CUSTOMER_FIELD_TYPE,
  .caption = N_("Buys"),
  .add_label = N_("How they buy"),
  .create_view = create_type_view,
  .create_editor = create_type_editor,
  .store = store_type,
};

/* Consent **************************************************************************************************************/

static GtkWidget *
create_consent_view (const ZgFactKind *kind,
                     const ZgCustomer *customer,
                     guint             index,
                     ZgClock          *clock)
{
  g_autofree char *text = zg_consent_format (customer->consent, customer->consent_at, zg_clock_now (clock),
                                             zg_clock_get_zone (clock));

  return zg_fact_label_new (text);
}

static GtkWidget *
create_consent_editor (const ZgFactKind *kind,
                       const ZgCustomer *customer,
                       guint             index,
                       ZgClock          *clock)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (int i = 0; i < ZG_N_CONSENTS; i++)
    gtk_string_list_append (labels, zg_consent_to_label (i));
  return create_choice (kind, labels, customer->consent);
}

static gboolean
store_consent (const ZgFactKind  *kind,
               GtkWidget         *editor,
               ZgCustomer        *customer,
               guint              index,
               GError           **error)
{
  customer->consent = gtk_drop_down_get_selected (GTK_DROP_DOWN (editor));
  return TRUE;
}

const ZgFactKind zg_consent_fact = {
  .field = ZG_CUSTOMER_FIELD_CONSENT,
  .caption = N_("News"),
  .add_label = N_("Whether they want news"),
  .create_view = create_consent_view,
  .create_editor = create_consent_editor,
  .store = store_consent,
};
