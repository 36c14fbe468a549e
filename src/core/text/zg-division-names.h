/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-division.h"

G_BEGIN_DECLS

/* The longest name of a division has 15 characters (积石山保安族东乡族撒拉族自治县). */
#define ZG_DIVISION_MAX_CHARS 15

/**
 * ZgDivisionNameKind:
 * @ZG_DIVISION_NAME_FULL: 杭州市
 * @ZG_DIVISION_NAME_SHORT: 杭州
 * @ZG_DIVISION_NAME_FORMER: the name of something that is no more
 * @ZG_DIVISION_NAME_ZONE: a development zone, which is no division
 */
typedef enum {
  ZG_DIVISION_NAME_FULL,
  ZG_DIVISION_NAME_SHORT,
  ZG_DIVISION_NAME_FORMER,
  ZG_DIVISION_NAME_ZONE,
} ZgDivisionNameKind;

/**
 * ZgDivisionName:
 * @text: begins with the name
 * @n_bytes: how much of it
 * @hash: of the characters
 * @division: what is called so; of a zone the district, or %ZG_DIVISION_NONE
 * @above: in what the former name or the zone stands, %ZG_DIVISION_NONE for anywhere
 * @kind: what sort of name it is
 */
typedef struct {
  const char *text;
  guint32 hash;
  guint16 division;
  guint16 above;
  guint8 n_bytes;
  guint8 kind;
} ZgDivisionName;

/**
 * ZgDivisionMatch:
 * @names: those with this text
 * @n_names: how many
 * @n_chars: how long the text is
 */
typedef struct {
  const ZgDivisionName *names;
  guint n_names;
  guint n_chars;
} ZgDivisionMatch;

guint zg_division_names_match (const gunichar  *text,
                               guint            n_chars,
                               ZgDivisionMatch  matches[ZG_DIVISION_MAX_CHARS]);

G_END_DECLS
