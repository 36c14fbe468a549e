/* SPDX-License-Identifier: GPL-3.0-or-later */

void
zg_bans (char *words)
{
  goto end; /* goto in a comment is none, nor "goto" in a string */
  sprintf (words, "goto");
  strcpy (words, "");
  g_snprintf (words, 10, "%d", 7);
  g_error ("no");
  system ("rm");
  g_spawn_command_line_async (words, NULL);
  gtk_label_set_markup (label, words);
  g_usleep (7);
  gtk_message_dialog_new (NULL);
  GtkDialog *dialog;
  sqlite3_open (words, NULL);
  g_get_real_time ();
  time (NULL);
  zg_time (NULL);
  g_date_time_new_now_local ();
  atoi (words);
  zg_statement_new (db, words, NULL);
  g_ascii_string_to_signed (words, 10, 0, 9, &number, NULL);

  goto end; /* lint: allow goto because this sample shows an exception */
  /* lint: allow clock because the exception may stand before it */
  g_get_real_time ();
end:
}

/* lint: allow sql because here is none */
