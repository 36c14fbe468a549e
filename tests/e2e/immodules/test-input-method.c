/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-input-method"

#include "config.h"

#include <gtk/gtk.h>
#include <gtk/gtkimmodule.h>
#include <string.h>

/*
 * An input method for tests: letters are composed, a digit or Space takes one of three candidates. It does what makes
 * things hard for programs and what some real ones do: it lets Enter and Escape go on to the program after they ended the
 * composition. GTK loads it from $GTK_PATH/immodules when GTK_IM_MODULE is "zg-test".
 */

#define TEST_TYPE_INPUT_METHOD (test_input_method_get_type ())
G_DECLARE_FINAL_TYPE (TestInputMethod, test_input_method, TEST, INPUT_METHOD, GtkIMContext)

struct _TestInputMethod
{
  GtkIMContext parent_instance;

  GString *preedit;
};

G_DEFINE_DYNAMIC_TYPE (TestInputMethod, test_input_method, GTK_TYPE_IM_CONTEXT)

static const char *candidates[] = { "核对", "地址", "快递" };

static void
set_preedit (TestInputMethod *self,
             const char      *preedit)
{
  gboolean was_composing = self->preedit->len > 0;

  g_string_assign (self->preedit, preedit);
  if (!was_composing)
    g_signal_emit_by_name (self, "preedit-start");
  g_signal_emit_by_name (self, "preedit-changed");
  if (self->preedit->len == 0)
    g_signal_emit_by_name (self, "preedit-end");
}

static void
commit (TestInputMethod *self,
        const char      *text)
{
  g_autofree char *committed = g_strdup (text);

  if (self->preedit->len > 0)
    set_preedit (self, "");
  g_signal_emit_by_name (self, "commit", committed);
}

static gboolean
compose (TestInputMethod *self,
         guint            keyval)
{
  g_autofree char *shorter = NULL;

  switch (keyval)
    {
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
      commit (self, candidates[keyval - GDK_KEY_1]);
      return TRUE;
    case GDK_KEY_space:
      commit (self, candidates[0]);
      return TRUE;
    case GDK_KEY_BackSpace:
      shorter = g_strndup (self->preedit->str, self->preedit->len - 1);
      set_preedit (self, shorter);
      return TRUE;
    case GDK_KEY_Return:
      commit (self, self->preedit->str);
      return FALSE;
    case GDK_KEY_Escape:
      set_preedit (self, "");
      return FALSE;
    default:
      return FALSE;
    }
}

static gboolean
test_input_method_filter_keypress (GtkIMContext *context,
                                   GdkEvent     *event)
{
  TestInputMethod *self = TEST_INPUT_METHOD (context);
  guint keyval = gdk_key_event_get_keyval (event);
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS
      || (gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  if (keyval >= GDK_KEY_a && keyval <= GDK_KEY_z)
    {
      g_autofree char *longer = g_strdup_printf ("%s%c", self->preedit->str, (char) keyval);

      set_preedit (self, longer);
      return TRUE;
    }
  if (self->preedit->len > 0)
    return compose (self, keyval);
  if (character == 0 || g_unichar_iscntrl (character))
    return FALSE;

  g_unichar_to_utf8 (character, text);
  commit (self, text);
  return TRUE;
}

static void
test_input_method_get_preedit_string (GtkIMContext   *context,
                                      char          **preedit_out,
                                      PangoAttrList **attributes_out,
                                      int            *cursor_out)
{
  TestInputMethod *self = TEST_INPUT_METHOD (context);

  if (preedit_out != NULL)
    *preedit_out = g_strdup (self->preedit->str);
  if (attributes_out != NULL)
    *attributes_out = pango_attr_list_new ();
  if (cursor_out != NULL)
    *cursor_out = (int) self->preedit->len;
}

static void
test_input_method_reset (GtkIMContext *context)
{
  TestInputMethod *self = TEST_INPUT_METHOD (context);

  if (self->preedit->len > 0)
    set_preedit (self, "");
}

static void
test_input_method_finalize (GObject *object)
{
  g_string_free (TEST_INPUT_METHOD (object)->preedit, TRUE);

  G_OBJECT_CLASS (test_input_method_parent_class)->finalize (object);
}

static void
test_input_method_class_init (TestInputMethodClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_input_method_finalize;
  context_class->filter_keypress = test_input_method_filter_keypress;
  context_class->get_preedit_string = test_input_method_get_preedit_string;
  context_class->reset = test_input_method_reset;
}

static void
test_input_method_class_finalize (TestInputMethodClass *klass)
{
}

static void
test_input_method_init (TestInputMethod *self)
{
  self->preedit = g_string_new (NULL);
}

/* What GIO calls of a module in that folder. */
G_MODULE_EXPORT void g_io_module_load (GIOModule *module);
G_MODULE_EXPORT void g_io_module_unload (GIOModule *module);
G_MODULE_EXPORT char **g_io_module_query (void);

void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  test_input_method_register_type (G_TYPE_MODULE (module));
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, TEST_TYPE_INPUT_METHOD, "zg-test", 0);
}

void
g_io_module_unload (GIOModule *module)
{
}

char **
g_io_module_query (void)
{
  char *points[] = { (char *) GTK_IM_MODULE_EXTENSION_POINT_NAME, NULL };

  return g_strdupv (points);
}
