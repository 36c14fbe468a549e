/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sections that an order's page is made of: a title with buttons beside it, and a card of rows below. */

/* A long text asks for no more, or the side would take the checklist's room. */
#define ZG_ORDER_SECTION_MAX_CHARS 18

GtkWidget *zg_order_section_add (GtkWidget   *parent,
                                 const char  *title,
                                 GtkWidget  **header_out);
void zg_order_section_add_edit (GtkWidget *header);
void zg_order_section_clear (GtkWidget *parent);
GtkWidget *zg_order_section_add_box (GtkWidget *list);
void zg_order_section_add_row (GtkWidget  *list,
                               const char *caption,
                               GtkWidget  *content,
                               GtkWidget  *button);
GtkWidget *zg_order_section_create_text (const char *text,
                                         const char *first_class,
                                         const char *second_class);
GtkWidget *zg_order_section_create_number (const char *text,
                                           const char *css_class);
GtkWidget *zg_order_section_create_button (const char *icon_name,
                                           const char *label);
GtkWidget *zg_order_section_create_copy_button (const char *text,
                                                const char *label);

G_END_DECLS
