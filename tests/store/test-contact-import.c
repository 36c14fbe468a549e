/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-contact-importer.h"
#include "zg-customer-desk.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-importer.h"

/* What people answer about somebody of a file who may be there already. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define PHONE "13800002468"
#define FAMILY "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王爸爸\r\nTEL:" PHONE "\r\nNOTE:家里人\r\nEND:VCARD\r\n"
#define KNOWN "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王晓雯\r\nTEL:" PHONE "\r\nNOTE:老同学\r\nEND:VCARD\r\n"

typedef struct {
  char *folder;
  char *path;
  char *cards;
  ZgStore *store;
  ZgClock *clock;
  gint64 id;
} Fixture;

static gboolean
add_known (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Fixture *self = data;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  zg_personal_set (&customer->name, "王晓雯");
  zg_customer_add_phone (customer, PHONE, NULL);
  if (!zg_customer_desk_create (db, customer, self->clock, error))
    return FALSE;
  self->id = customer->id;
  return TRUE;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->path);
  self->cards = g_build_filename (self->folder, "cards.vcf", NULL);
  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  self->clock = zg_clock_new_fixed (NOW, zone);
  zg_store_write (self->store, add_known, self, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
  g_free (self->cards);
}

/* (transfer full): what became of the one person of the file. */
static ZgContactImportResult *
import (Fixture           *self,
        const char        *text,
        ZgDuplicatePolicy  answer,
        gboolean           dry_run)
{
  g_autoptr(GHashTable) answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ZgContactImportOptions options = { .clock = self->clock, .answers = answers, .dry_run = dry_run };
  g_autoptr(GError) error = NULL;
  ZgContactImportResult *result;

  g_assert_true (g_file_set_contents (self->cards, text, -1, NULL));
  zg_contact_answer (answers, 1, answer);
  result = zg_contact_importer_run (self->store, self->cards, &options, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_note (Fixture    *self,
             const char *note)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, self->id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (customer->note != NULL ? customer->note : "", ==, note);
  g_assert_cmpstr (customer->name.text, ==, "王晓雯");
}

static void
assert_n_found (Fixture    *self,
                const char *name,
                guint       n)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GArray) ids = zg_find_table_customers (db, name, 10, NULL);

  g_assert_cmpuint (ids->len, ==, n);
}

static const struct {
  const char *text;
  ZgDuplicatePolicy answer;
  ZgContactOutcome outcome;
  const char *note;
  guint n_family;
} answers[] = {
  { FAMILY, ZG_DUPLICATES_ASK, ZG_CONTACT_ASKED, "", 0 },
  { FAMILY, ZG_DUPLICATES_SKIP, ZG_CONTACT_SKIPPED, "", 0 },
  /* The phone alone does not say that it is they. */
  { FAMILY, ZG_DUPLICATES_UPDATE, ZG_CONTACT_ASKED, "", 0 },
  { FAMILY, ZG_DUPLICATES_SAME, ZG_CONTACT_UPDATED, "家里人", 0 },
  { FAMILY, ZG_DUPLICATES_NEW, ZG_CONTACT_NEW, "", 1 },
  { KNOWN, ZG_DUPLICATES_ASK, ZG_CONTACT_ASKED, "", 0 },
  { KNOWN, ZG_DUPLICATES_SKIP, ZG_CONTACT_SKIPPED, "", 0 },
  { KNOWN, ZG_DUPLICATES_UPDATE, ZG_CONTACT_UPDATED, "老同学", 0 },
  { KNOWN, ZG_DUPLICATES_SAME, ZG_CONTACT_UPDATED, "老同学", 0 },
};

/* A look at the file says what the import then does, which leaves nothing behind when it is taken back. */
static void
test_answers (Fixture       *self,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(ZgContactImportResult) seen = import (self, answers[i].text, answers[i].answer, TRUE);
      g_autoptr(ZgContactImportResult) done = NULL;
      g_autoptr(ZgImportUndo) undo = NULL;

      g_test_message ("%u", (guint) i);
      g_assert_cmpint (seen->counts[answers[i].outcome], ==, 1);
      assert_note (self, "");
      done = import (self, answers[i].text, answers[i].answer, FALSE);
      g_assert_cmpint (done->counts[answers[i].outcome], ==, 1);
      assert_note (self, answers[i].note);
      assert_n_found (self, "王爸爸", answers[i].n_family);

      if (done->import_id != 0)
        undo = zg_importer_undo (self->store, done->import_id, self->clock, NULL);
      assert_note (self, "");
      assert_n_found (self, "王爸爸", 0);
    }
}

/* Before anything is written it is told what else the file says of somebody. */
static void
test_summary (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ZgContactImportResult) result =
    import (self, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:李新\r\nTEL:13900008888\r\nADR:;;文三路 1 号;杭州市;浙江省;;\r\nEND:VCARD\r\n",
            ZG_DUPLICATES_ASK, TRUE);
  const ZgContactChange *change = result->changes->pdata[0];

  g_assert_nonnull (strstr (change->summary, "139 0000 8888 · "));
  g_assert_nonnull (strstr (change->summary, "文三路 1 号"));
  g_assert_cmpstr (zg_contact_importer_get_label (result), ==, "Contacts (vCard)");
  g_assert_true (zg_contact_importer_recognise (self->cards));
  g_assert_false (zg_contact_importer_recognise (self->path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/contact-import/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/contact-import/summary", Fixture, NULL, set_up, test_summary, tear_down);
  return g_test_run ();
}
