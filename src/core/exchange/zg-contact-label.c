/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* What other programs call the kinds of phones and addresses; a mobile phone is the usual one and needs no label. */
static const struct {
  const char *type;
  const char *label;
} labels[] = {
  { "HOME", N_("home") }, { "WORK", N_("work") }, { "FAX", N_("fax") }, { "PAGER", N_("pager") }, { "CAR", N_("car") },
  { "CELL", NULL }, { "MOBILE", NULL }, { "VOICE", NULL }, { "MAIN", NULL }, { "OTHER", NULL }, { "PREF", NULL },
  { "IPHONE", NULL }, { "手机", NULL }, { "手機", NULL }, { "其他", NULL }, { "住宅", N_("home") }, { "单位", N_("work") },
};

/**
 * zg_contact_label_from_type:
 * @type: (nullable): how another program calls a kind of phone or address
 *
 * Returns: (transfer full): our label for it, empty for the usual kind
 */
char *
zg_contact_label_from_type (const char *type)
{
  g_autofree char *bare = g_strstrip (g_strdup (type != NULL ? type : ""));
  const char *word = bare;

  /* Google marks the preferred one so. */
  if (*word == '*')
    word += strspn (word, "* ");
  /* Apple writes its own labels as _$!<Home>!$_. */
  if (g_str_has_prefix (word, "_$!<") && g_str_has_suffix (word, ">!$_"))
    {
      bare[strlen (bare) - strlen (">!$_")] = '\0';
      word += strlen ("_$!<");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strcasecmp (labels[i].type, word) == 0)
      return g_strdup (labels[i].label != NULL ? _(labels[i].label) : "");
  return g_strdup (word);
}

/**
 * zg_contact_label_to_type:
 * @label: (nullable): a label of ours
 *
 * Returns: (transfer none) (nullable): the type in vCards that stands for it; %NULL for what only we say
 */
const char *
zg_contact_label_to_type (const char *label)
{
  for (gsize i = 0; label != NULL && i < G_N_ELEMENTS (labels); i++)
    if (labels[i].label != NULL && strcmp (_(labels[i].label), label) == 0)
      return labels[i].type;
  return NULL;
}
