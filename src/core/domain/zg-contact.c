/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-contact"

#include "config.h"

#include "zg-contact.h"

static const char * const kind_words[] = {
  [ZG_CONTACT_COPY] = "copy",
  [ZG_CONTACT_NOTE] = "note",
  [ZG_CONTACT_CALL] = "call",
  [ZG_CONTACT_CHANGE] = "change",
};

/**
 * zg_contact_new:
 *
 * Returns: (transfer full): an empty line of a timeline
 */
ZgContact *
zg_contact_new (void)
{
  return g_new0 (ZgContact, 1);
}

/**
 * zg_contact_copy:
 * @contact: a line of a timeline
 *
 * Returns: (transfer full): the same line
 */
ZgContact *
zg_contact_copy (const ZgContact *contact)
{
  ZgContact *copy = g_memdup2 (contact, sizeof *contact);

  copy->uid = g_strdup (contact->uid);
  copy->staff_name = g_strdup (contact->staff_name);
  copy->title = g_strdup (contact->title);
  copy->text = g_strdup (contact->text);
  return copy;
}

/**
 * zg_contact_free:
 * @contact: (transfer full) (nullable): a line of a timeline
 */
void
zg_contact_free (ZgContact *contact)
{
  if (contact == NULL)
    return;

  g_free (contact->uid);
  g_free (contact->staff_name);
  g_free (contact->title);
  g_free (contact->text);
  g_free (contact);
}

/**
 * zg_contact_kind_to_word:
 * @kind: a kind
 *
 * Returns: the word of files and of the command line, not translated
 */
const char *
zg_contact_kind_to_word (ZgContactKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_words), "note");

  return kind_words[kind];
}

/**
 * zg_follow_up_new:
 *
 * Returns: (transfer full): an open follow-up that is due at no time yet
 */
ZgFollowUp *
zg_follow_up_new (void)
{
  return g_new0 (ZgFollowUp, 1);
}

/**
 * zg_follow_up_free:
 * @follow_up: (transfer full) (nullable): a follow-up
 */
void
zg_follow_up_free (ZgFollowUp *follow_up)
{
  if (follow_up == NULL)
    return;

  g_free (follow_up->uid);
  g_free (follow_up->text);
  g_free (follow_up->outcome);
  g_free (follow_up);
}
