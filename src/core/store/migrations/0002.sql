-- Replies complete: when they may be said, whose they are, pictures, what starts a customer's wait; the word list of the
-- wording check; who is waiting.

-- A PNG or JPEG that replies are copied with, as it was chosen.
CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes BLOB NOT NULL
) STRICT;

-- valid_until is the first moment at which the reply may not be said any more; owner_id is NULL for what all clerks share.
ALTER TABLE reply ADD COLUMN valid_from INTEGER;
ALTER TABLE reply ADD COLUMN valid_until INTEGER;
ALTER TABLE reply ADD COLUMN owner_id INTEGER REFERENCES staff (id);
ALTER TABLE reply ADD COLUMN starts_wait INTEGER NOT NULL DEFAULT 0 CHECK (starts_wait IN (0, 1));
ALTER TABLE reply ADD COLUMN picture_id INTEGER REFERENCES picture (id);
CREATE INDEX reply_by_picture ON reply (picture_id) WHERE picture_id IS NOT NULL;
CREATE INDEX reply_in_bin ON reply (deleted_at) WHERE deleted_at IS NOT NULL;

-- The "one moment, please" that came with the program before replies could say that they start the clock.
UPDATE reply SET starts_wait = 1 WHERE starter IN ('zh_CN/busy-wait', 'zh_TW/busy-wait', 'en/busy-wait');

-- What the wording check warns of. exceptions has one a line; origin tells what came with the program from what the shop
-- added, so that a newer list of the program changes only its own words.
CREATE TABLE wording (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word <> ''),
  advice TEXT NOT NULL DEFAULT '',
  exceptions TEXT NOT NULL DEFAULT '',
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  origin TEXT NOT NULL DEFAULT '',
  UNIQUE (language, kind, word)
) STRICT;

-- Who was told to wait a moment, and until when. The next copy for them takes the row away.
CREATE TABLE waiting (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  started_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  reply_id INTEGER REFERENCES reply (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX waiting_due ON waiting (due_at);

-- A whole phone is found by its tail as well: one index over phones is enough, and an import writes it all over.
DROP INDEX customer_phone_by_digits;
