/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-filter.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   changed ()    something else is asked of the customers
 */
#define ZG_TYPE_SEGMENT_FORM (zg_segment_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgSegmentForm, zg_segment_form, ZG, SEGMENT_FORM, GtkWidget)

void zg_segment_form_set_filter (ZgSegmentForm          *self,
                                 const ZgCustomerFilter *filter);
ZgCustomerFilter *zg_segment_form_get_filter (ZgSegmentForm  *self,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
