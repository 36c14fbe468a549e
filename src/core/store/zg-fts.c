/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-database-private.h"
#include "zg-tokenizer.h"

/* SQLite's full text search, told to cut text with the tokenizer of text/. Nothing else knows FTS5's interface. */

typedef struct {
  void *context;
  int (*token) (void *, int, const char *, int, int, int);
} TokenSink;

static int
create_tokenizer (void           *context,
                  const char    **arguments,
                  int             n_arguments,
                  Fts5Tokenizer **tokenizer_out)
{
  /* There is no state: any pointer but NULL will do. */
  static int tokenizer;

  *tokenizer_out = (Fts5Tokenizer *) &tokenizer;
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

static int
take_token (const char *token,
            int         length,
            int         start,
            int         end,
            gpointer    data)
{
  TokenSink *sink = data;

  return sink->token (sink->context, 0, token, length, start, end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          int          (*token) (void *, int, const char *, int, int, int))
{
  TokenSink sink = { context, token };

  return zg_tokenize (text, length, (flags & FTS5_TOKENIZE_QUERY) != 0, take_token, &sink);
}

/*
 * Makes the tokenizer known to @handle under the name "zg". It has to be registered before any statement touches a
 * search table, or that table can't be read.
 */
gboolean
zg_fts_register_tokenizer (sqlite3  *handle,
                           GError  **error)
{
  static fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int code;

  code = sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  if (code == SQLITE_OK)
    sqlite3_step (statement);
  sqlite3_finalize (statement);

  if (api == NULL)
    return zg_store_error_set (error, handle, SQLITE_ERROR);

  code = api->xCreateTokenizer (api, "zg", NULL, &tokenizer, NULL);
  if (code != SQLITE_OK)
    return zg_store_error_set (error, handle, code);
  return TRUE;
}
