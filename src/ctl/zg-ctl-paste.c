/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl.h"
#include "zg-paste.h"

/* `parse-address`: a name, a phone number and an address out of a pasted text. Needs no shop. */

static const char * const field_labels[ZG_N_PASTE_FIELDS] = {
  N_("Name"), N_("Phone"), N_("Province"), N_("City"), N_("District"), N_("Street"), N_("Postcode"), N_("Note"),
};

static const char * const confidence_labels[] = { NULL, N_("guess"), N_("likely"), N_("certain") };

static JsonArray *
strings_to_json (GPtrArray *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  return array;
}

static void
add_string (JsonObject *object,
            const char *key,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
print_json (const ZgPaste *paste)
{
  JsonObject *object = json_object_new ();
  JsonObject *confidence = json_object_new ();
  JsonObject *ask = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    {
      const char *key = zg_paste_field_get_key (i);

      add_string (object, key, paste->fields[i]);
      json_object_set_string_member (confidence, key, zg_paste_confidence_get_key (paste->confidence[i]));
      if (paste->ask[i] != NULL)
        json_object_set_array_member (ask, key, strings_to_json (paste->ask[i]));
    }
  json_object_set_array_member (object, "phones", strings_to_json (paste->phones));
  add_string (object, "rest", paste->rest);
  json_object_set_object_member (object, "confidence", confidence);
  json_object_set_object_member (object, "ask", ask);
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

static char *
join_strings (GPtrArray  *strings,
              const char *separator)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (strings, i));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* A line a field: what was found and how sure that is, or what it may be. */
static void
print_field (const ZgPaste *paste,
             ZgPasteField   field)
{
  const char *label = _(field_labels[field]);
  g_autofree char *phones = field == ZG_PASTE_PHONE ? join_strings (paste->phones, " ") : NULL;

  if (paste->fields[field] != NULL)
    {
      /* Translators: a field of an address, what was found for it, and how sure that is. */
      zg_ctl_print (_("%s: %s (%s)"), label, phones != NULL ? phones : paste->fields[field],
                    _(confidence_labels[paste->confidence[field]]));
    }
  else if (paste->ask[field] != NULL && paste->ask[field]->len > 0)
    {
      g_autofree char *candidates = join_strings (paste->ask[field], " / ");

      /* Translators: a field of an address that has to be asked, and what it may be. */
      zg_ctl_print (_("%s: ask: %s"), label, candidates);
    }
  else if (paste->ask[field] != NULL)
    {
      /* Translators: a field of an address that has to be asked. */
      zg_ctl_print (_("%s: ask"), label);
    }
}

ZgCtlStatus
zg_ctl_parse_address (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autoptr(ZgPaste) paste = zg_paste_parse (text);

  if (ctl->json)
    {
      print_json (paste);
      return ZG_CTL_DONE;
    }

  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    print_field (paste, i);
  if (zg_paste_is_empty (paste))
    zg_ctl_print (_("There is no name, phone number or address in it."));
  else if (paste->rest != NULL)
    zg_ctl_print (_("Not taken: %s"), paste->rest);
  return ZG_CTL_DONE;
}
