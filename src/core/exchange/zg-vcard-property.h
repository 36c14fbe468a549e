/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgVcardProperty:
 * @line: the line of the file that it begins on
 * @group: what ties properties together, as in `item1.TEL`; empty without
 * @name: its name in capitals
 * @parameters: (element-type utf8): `NAME=VALUE` each, the name in capitals; what stands alone in vCard 2.1 is a TYPE
 * @value: the bytes of its value as they stand in the file, unfolded; no text yet
 * @is_binary: a picture or the like, of which nothing is kept
 * @n_bytes: how many bytes the value has in the file
 * @is_cut: whether there is more of it than is kept
 */
typedef struct {
  guint64 line;
  char *group;
  char *name;
  GPtrArray *parameters;
  GString *value;
  gboolean is_binary;
  gsize n_bytes;
  gboolean is_cut;
} ZgVcardProperty;

gboolean zg_vcard_property_starts (const GString *line);
gsize zg_vcard_property_begin (ZgVcardProperty *property,
                               const GString   *line);
void zg_vcard_property_clear (ZgVcardProperty *property);
gboolean zg_vcard_property_has_type (const ZgVcardProperty *property,
                                     const char            *type);
const char *zg_vcard_property_get_parameter (const ZgVcardProperty *property,
                                             const char            *name);
gboolean zg_vcard_property_is_quoted_printable (const ZgVcardProperty *property);

G_END_DECLS
