/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interim: goes when zg-fold.h, zg-tokenizer.h and zg-pinyin.h are there; include those then and delete this pair. */
#pragma once
#include <glib.h>
char *zg_fold (const char *text);
GPtrArray *zg_name_keys (const char *name);
typedef int (*ZgTokenFunc) (const char *token, int length, int start, int end, gpointer data);
int zg_tokenize (const char *text, int length, gboolean query, ZgTokenFunc func, gpointer data);
char *zg_match_query (const char *text);
gboolean zg_query_is_short (const char *text);
