/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-part.h"

G_BEGIN_DECLS

typedef struct _ZgFactKind ZgFactKind;

/**
 * ZgFactKind:
 * @field: what it is of a customer
 * @caption: (nullable): what stands at the left of it; %NULL where it says itself what it is
 * @get_caption: (nullable): what stands there instead, where it is not always the same
 * @add_label: on the button that adds one
 * @other_label: (nullable): another way to add one, on the same button
 * @other_action: (nullable): the action that begins that
 * @is_shown: (nullable): whether there is something to say of it though it is not known
 * @create_view: how it is shown; @index is its place where a customer has several, else 0; @clock says what day it is
 * @dup_copy_text: (nullable): what its copy button copies; %NULL from it where nobody could use it
 * @copy_label: (nullable): what that button says
 * @create_editor: the fields to change it in; for one that is not there yet @index is behind the last
 * @store: puts what was typed into @customer; %FALSE with a sentence when it is no value of this kind
 *
 * One kind of thing that is known of a customer, as a row shows and edits it.
 */
struct _ZgFactKind
{
  ZgCustomerField field;
  const char *caption;
  const char *(*get_caption) (const ZgCustomer *customer, guint index);
  const char *add_label;
  const char *other_label;
  const char *other_action;
  gboolean (*is_shown) (const ZgCustomer *customer);
  GtkWidget *(*create_view) (const ZgFactKind *kind, const ZgCustomer *customer, guint index, ZgClock *clock);
  char *(*dup_copy_text) (const ZgCustomer *customer, guint index);
  const char *copy_label;
  GtkWidget *(*create_editor) (const ZgFactKind *kind, const ZgCustomer *customer, guint index, ZgClock *clock);
  gboolean (*store) (const ZgFactKind *kind, GtkWidget *editor, ZgCustomer *customer, guint index, GError **error);
};

/**
 * ZgFactIntent:
 * @ZG_FACT_BEGIN: change it
 * @ZG_FACT_COMMIT: save what was typed
 * @ZG_FACT_INSIST: save it also where somebody else changed the same thing
 * @ZG_FACT_CANCEL: stop changing it
 * @ZG_FACT_REMOVE: take it away
 * @ZG_FACT_PREFER: put it before the others
 *
 * What the person at a row wants, told by its signal `intent`.
 */
typedef enum {
  ZG_FACT_BEGIN,
  ZG_FACT_COMMIT,
  ZG_FACT_INSIST,
  ZG_FACT_CANCEL,
  ZG_FACT_REMOVE,
  ZG_FACT_PREFER,
} ZgFactIntent;

/* Tags are one line of text, though a customer can have several. */
static inline gboolean
zg_fact_kind_has_parts (const ZgFactKind *kind)
{
  return zg_customer_field_has_parts (kind->field) && kind->field != ZG_CUSTOMER_FIELD_TAGS;
}

G_END_DECLS
