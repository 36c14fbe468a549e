/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>
#include "zg-text-interim.h"
char *zg_fold (const char *t) { return g_utf8_strdown (t ? t : "", -1); }
static int cls (gunichar c) { if ((c>=0x3400&&c<0xa000)||(c>=0xf900&&c<0xfb00)||c>=0x20000) return 1; return g_unichar_isalnum (c) ? 2 : 0; }
int zg_tokenize (const char *t, int n, gboolean q, ZgTokenFunc f, gpointer d)
{
  int i = 0;
  while (i < n) {
    gunichar c = g_utf8_get_char (t + i); int k = cls (c);
    if (!k) { i += g_utf8_skip[(guchar) t[i]]; continue; }
    int win = k == 1 ? 2 : 3, e = i, start = i;
    while (e < n && cls (g_utf8_get_char (t + e)) == k) e += g_utf8_skip[(guchar) t[e]];
    int total = g_utf8_strlen (t + start, e - start), pos = 0;
    while (i < e) {
      int len = MIN (win, total - pos), b = i;
      for (int j = 0; j < len; j++) b += g_utf8_skip[(guchar) t[b]];
      if (!(q && len < win && pos > 0)) { g_autofree char *s = g_utf8_strdown (t + i, b - i); int r = f (s, strlen (s), i, b, d); if (r) return r; }
      i += g_utf8_skip[(guchar) t[i]]; pos++;
    }
  }
  return 0;
}
char *zg_match_query (const char *t)
{
  g_auto(GStrv) w = g_strsplit (t, " ", -1); GString *s = g_string_new (NULL);
  for (int i = 0; w[i]; i++) { if (!*w[i]) continue; gunichar c = g_utf8_get_char (w[i]); int win = cls (c) == 1 ? 2 : 3; if (!cls(c)) continue;
    g_auto(GStrv) p = g_strsplit (w[i], "\"", -1); g_autofree char *j = g_strjoinv ("\"\"", p);
    g_string_append_printf (s, "%s\"%s\"%s", s->len ? " AND " : "", j, g_utf8_strlen (w[i], -1) < win ? "*" : ""); }
  return g_string_free (s, s->len == 0);
}
gboolean zg_query_is_short (const char *t) { glong n = g_utf8_strlen (t, -1); return n == 1 || (n == 2 && cls (g_utf8_get_char (t)) == 2); }
GPtrArray *zg_name_keys (const char *name) { GPtrArray *a = g_ptr_array_new_with_free_func (g_free); g_ptr_array_add (a, g_utf8_strdown (name, -1)); return a; }
