/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

typedef enum {
  ZG_DOSSIER_TEXT,
  ZG_DOSSIER_ID,
  ZG_DOSSIER_TIME,
  ZG_DOSSIER_MONEY,
  ZG_DOSSIER_NUMBER,
  ZG_DOSSIER_BYTES,
  ZG_DOSSIER_JSON,
} ZgDossierKind;

/**
 * ZgDossierCell:
 * @name: the column's name in the shop file
 * @is_null: whether nothing is known
 * @number: of ids, times, sums and numbers
 * @text: (nullable): of everything but bytes
 * @bytes: (nullable): of bytes
 */
typedef struct {
  char *name;
  ZgDossierKind kind;
  gboolean is_null;
  gint64 number;
  char *text;
  GBytes *bytes;
} ZgDossierCell;

/**
 * ZgDossierSection:
 * @key: what the rows are
 * @rows: (element-type GPtrArray): of #ZgDossierCell
 *
 * Rows of one kind that tell something of a customer.
 */
typedef struct {
  const char *key;
  GPtrArray *rows;
} ZgDossierSection;

GPtrArray *zg_dossier_table_load (ZgDatabase  *db,
                                  gint64       customer_id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
