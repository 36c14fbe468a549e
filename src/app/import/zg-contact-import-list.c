/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-contact-import-list"

#include "config.h"

#include "zg-contact-import-list.h"

#include <glib/gi18n.h>

#include "zg-pill.h"

/* So many people are shown; all are counted. */
#define MAX_ASKED 200
#define MAX_SHOWN 50

/**
 * ZgContactImportList:
 *
 * The people of a file as they were understood. First those who may be there already, each with what can be done with them and a
 * choice for all; then the first of the others. Signals: `answer` (the line of the file as an int64, a
 * #ZgDuplicatePolicy), and `policy` (a #ZgDuplicatePolicy) for all of them.
 */
struct _ZgContactImportList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *asked;
  GtkLabel *asked_title;
  GtkListBox *asked_list;
  GtkToggleButton *all[3];
  GtkLabel *title;
  GtkListBox *list;
  gboolean is_showing;
};

enum {
  ANSWER,
  POLICY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct {
  ZgDuplicatePolicy policy;
  const char *label;
} policies[] = {
  { ZG_DUPLICATES_ASK, N_("One by one") },
  { ZG_DUPLICATES_SKIP, N_("Skip all") },
  { ZG_DUPLICATES_UPDATE, N_("Fill in all") },
};

G_DEFINE_FINAL_TYPE (ZgContactImportList, zg_contact_import_list, GTK_TYPE_WIDGET)

static void
policy_cb (GtkToggleButton     *button,
           ZgContactImportList *self)
{
  if (!self->is_showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[POLICY], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "policy")));
}

static void
answer_cb (GtkToggleButton     *button,
           ZgContactImportList *self)
{
  const gint64 *line = g_object_get_data (G_OBJECT (button), "line");

  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[ANSWER], 0, *line, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "policy")));
}

static void
zg_contact_import_list_dispose (GObject *object)
{
  g_clear_pointer (&ZG_CONTACT_IMPORT_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_contact_import_list_parent_class)->dispose (object);
}

static void
zg_contact_import_list_class_init (ZgContactImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_contact_import_list_dispose;

  signals[ANSWER] = g_signal_new ("answer", ZG_TYPE_CONTACT_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_INT64, G_TYPE_INT);
  signals[POLICY] = g_signal_new ("policy", ZG_TYPE_CONTACT_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_title (GtkWidget *box)
{
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "section");
  gtk_box_append (GTK_BOX (box), title);
  return GTK_LABEL (title);
}

static GtkListBox *
add_list (GtkWidget  *box,
          const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
create_toggle (GtkWidget         *box,
               const char        *label,
               ZgDuplicatePolicy  policy)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkWidget *first = gtk_widget_get_first_child (box);

  g_object_set_data (G_OBJECT (button), "policy", GINT_TO_POINTER (policy));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_choices (const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static void
zg_contact_import_list_init (ZgContactImportList *self)
{
  GtkWidget *choices = create_choices (_("Who is there already"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->asked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->asked);
  self->asked_title = add_title (self->asked);
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      self->all[i] = GTK_TOGGLE_BUTTON (create_toggle (choices, _(policies[i].label), policies[i].policy));
      g_signal_connect (self->all[i], "toggled", G_CALLBACK (policy_cb), self);
    }
  gtk_box_append (GTK_BOX (self->asked), choices);
  self->asked_list = add_list (self->asked, _("Who is there already"));
  self->title = add_title (self->box);
  self->list = add_list (self->box, _("People of the file"));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style,
           int         n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
join (GPtrArray *texts)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? _(", ") : "", (const char *) texts->pdata[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Whom the file means, what it says of them, what is filled in and what stays as it is. */
static GtkWidget *
create_lines (const ZgContactChange *change)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *filled = join (change->filled);

  gtk_widget_set_hexpand (lines, TRUE);
  add_label (lines, change->name, NULL, 1);
  if (*change->summary != '\0')
    add_label (lines, change->summary, "secondary", 2);
  if (change->outcome == ZG_CONTACT_ASKED && change->reason != NULL)
    gtk_widget_add_css_class (add_label (lines, change->reason, "secondary", 3), "warning");
  if (*filled != '\0' && change->outcome != ZG_CONTACT_NEW)
    {
      /* TRANSLATORS: names of fields of a customer that an import fills in */
      g_autofree char *text = g_strdup_printf (_("Fills in: %s"), filled);

      add_label (lines, text, "secondary", 2);
    }
  for (guint i = 0; i < change->differences->len; i++)
    {
      const ZgContactDifference *difference = change->differences->pdata[i];
      /* TRANSLATORS: a field of a customer, what is known, and what a file says instead */
      g_autofree char *text = g_strdup_printf (_("%s stays %s, not %s"), difference->field, difference->known,
                                               difference->said);

      add_label (lines, text, "secondary", 2);
    }
  return lines;
}

/* Who has the phone of somebody of another name may be the same person or not; only a person can tell. */
static void
add_asked (ZgContactImportList   *self,
           const ZgContactChange *change)
{
  const struct {
    ZgDuplicatePolicy policy;
    const char *label;
    gboolean is_possible;
  } choices[] = {
    { ZG_DUPLICATES_SKIP, _("Skip"), TRUE },
    { change->is_certain ? ZG_DUPLICATES_UPDATE : ZG_DUPLICATES_SAME, _("Fill in"), TRUE },
    { ZG_DUPLICATES_NEW, _("Somebody new"), !change->is_certain },
  };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *box = create_choices (change->name);

  gtk_widget_add_css_class (row, "reject-row");
  gtk_box_append (GTK_BOX (row), create_lines (change));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].is_possible)
      {
        GtkWidget *button = create_toggle (box, choices[i].label, choices[i].policy);
        gint64 line = (gint64) change->line;

        g_object_set_data_full (G_OBJECT (button), "line", g_memdup2 (&line, sizeof line), g_free);
        g_signal_connect (button, "toggled", G_CALLBACK (answer_cb), self);
      }
  gtk_box_append (GTK_BOX (row), box);
  gtk_list_box_append (self->asked_list, row);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

static GtkWidget *
create_pill (ZgContactOutcome outcome)
{
  GtkWidget *pill;

  switch (outcome)
    {
    case ZG_CONTACT_NEW:
      pill = zg_pill_new (C_("person", "New"), ZG_TONE_INFO);
      break;
    case ZG_CONTACT_UPDATED:
      pill = zg_pill_new (_("Filled in"), ZG_TONE_SUCCESS);
      break;
    case ZG_CONTACT_SKIPPED:
      pill = zg_pill_new (_("Skipped"), ZG_TONE_NEUTRAL);
      break;
    default:
      pill = zg_pill_new (_("Same"), ZG_TONE_NEUTRAL);
      break;
    }
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_size_request (pill, 52, -1);
  return pill;
}

static void
add_other (ZgContactImportList   *self,
           const ZgContactChange *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (row, "reject-row");
  gtk_box_append (GTK_BOX (row), create_pill (change->outcome));
  gtk_box_append (GTK_BOX (row), create_lines (change));
  gtk_list_box_append (self->list, row);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static guint
add_people (ZgContactImportList         *self,
            const ZgContactImportResult *result,
            gboolean                     asked)
{
  guint n = 0;

  for (guint i = 0; i < result->changes->len && n < (asked ? MAX_ASKED : MAX_SHOWN); i++)
    {
      const ZgContactChange *change = result->changes->pdata[i];

      if (change->outcome == ZG_CONTACT_REFUSED || (change->outcome == ZG_CONTACT_ASKED) != asked)
        continue;
      if (asked)
        add_asked (self, change);
      else
        add_other (self, change);
      n++;
    }
  return n;
}

/**
 * zg_contact_import_list_show:
 * @result: what an import would do
 * @policy: what was chosen for people who are there already
 *
 * Shows it; nobody is answered about yet.
 */
void
zg_contact_import_list_show (ZgContactImportList         *self,
                             const ZgContactImportResult *result,
                             ZgDuplicatePolicy            policy)
{
  gint64 n_asked = result->counts[ZG_CONTACT_ASKED];
  gint64 n_others = result->n_rows - n_asked - result->counts[ZG_CONTACT_REFUSED];
  g_autofree char *asked = g_strdup_printf (ngettext ("%d person may be there already", "%d people may be there already",
                                                      (int) n_asked), (int) n_asked);
  g_autofree char *title = NULL;
  guint n;

  g_return_if_fail (ZG_IS_CONTACT_IMPORT_LIST (self));

  clear (self->asked_list);
  clear (self->list);
  self->is_showing = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
    gtk_toggle_button_set_active (self->all[i], policies[i].policy == policy);
  self->is_showing = FALSE;
  gtk_label_set_text (self->asked_title, n_asked > 0 ? asked : _("Who is there already"));
  gtk_widget_set_visible (self->asked, n_asked > 0 || policy != ZG_DUPLICATES_ASK);
  gtk_widget_set_visible (GTK_WIDGET (self->asked_list), add_people (self, result, TRUE) > 0);
  n = add_people (self, result, FALSE);
  title = g_strdup_printf (_("Preview: %u of %u"), n, (guint) n_others);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
