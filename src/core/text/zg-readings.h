/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ZG_MAX_READINGS 4
#define ZG_MAX_READING_LENGTH 8

/**
 * ZgReadings:
 * @pinyin: small letters without tones, the most likely first, up to the first %NULL; none for what is not read
 *
 * How a Chinese character is spelled by people who look for it.
 */
typedef struct {
  const char *pinyin[ZG_MAX_READINGS + 1];
} ZgReadings;

const ZgReadings *zg_readings_of_char (gunichar c);
const ZgReadings *zg_readings_of_surname (gunichar c);
char *zg_readings_make_version (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
