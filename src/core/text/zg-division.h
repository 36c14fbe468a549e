/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for no division. */
#define ZG_DIVISION_NONE G_MAXUINT16

typedef enum {
  ZG_DIVISION_PROVINCE,
  ZG_DIVISION_CITY,
  ZG_DIVISION_DISTRICT,
} ZgDivisionLevel;

/**
 * ZgDivision:
 * @name: simplified, in full: 浙江省, 杭州市, 西湖区
 * @traditional: (nullable): the name in traditional characters, in Taiwan, Hong Kong and Macau
 * @code: GB/T 2260
 * @parent: the number of what it stands in, %ZG_DIVISION_NONE for a province
 * @first_child: the number of the first of those that stand in it
 * @n_children: how many stand directly in it, one after the other; not those of Chongqing's second city
 * @level: what it is in an address
 *
 * A province, a city or a district. What stands directly under a province (济源市) is a city without districts. A
 * municipality is a province and its own city.
 */
typedef struct {
  const char *name;
  const char *traditional;
  guint32 code;
  guint16 parent;
  guint16 first_child;
  guint16 n_children;
  guint8 level;
} ZgDivision;

guint zg_division_count (void);
const ZgDivision *zg_division_get (guint number);
guint zg_division_find_code (guint32 code);
gboolean zg_division_is_within (guint number,
                                guint above);
guint zg_division_get_above (guint           number,
                             ZgDivisionLevel level);
const char *zg_division_get_name (guint    number,
                                  gboolean traditional);
char *zg_division_data_load (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
