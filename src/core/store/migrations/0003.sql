-- Customers complete: birthday, size, type, consent; colours of tags, attachments, what they asked for and did not buy;
-- merged customers, saved filters, rounds, levels, and who was erased.

-- birthday is the text of zg-birthday.h. birthday_day is what it is found by: month * 100 + day of its own calendar, and
-- 10000 more in the lunar one; the days of a leap month stand with those of the ordinary one.
-- Lengths are in millimetres and weights in grams; 0 is "not known". type is a key of zg-customer-type.h.
ALTER TABLE customer ADD COLUMN birthday TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN birthday_day INTEGER;
ALTER TABLE customer ADD COLUMN height INTEGER NOT NULL DEFAULT 0 CHECK (height >= 0);
ALTER TABLE customer ADD COLUMN weight INTEGER NOT NULL DEFAULT 0 CHECK (weight >= 0);
ALTER TABLE customer ADD COLUMN shoe_size TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN usual_size TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN consent INTEGER NOT NULL DEFAULT 0 CHECK (consent BETWEEN 0 AND 2);    -- not asked, yes, no
ALTER TABLE customer ADD COLUMN consent_at INTEGER;
-- Few have one, so an import does not pay for these.
CREATE INDEX customer_by_birthday ON customer (birthday_day, id) WHERE birthday_day IS NOT NULL;
CREATE INDEX customer_by_level ON customer (level, id) WHERE level <> '';
CREATE INDEX customer_by_type ON customer (type, id) WHERE type <> '';
CREATE INDEX customer_by_consent ON customer (consent, id) WHERE consent <> 0;
CREATE INDEX customer_of_caution ON customer (id) WHERE caution IS NOT NULL;
-- Filters of several terms read this index from end to end instead of the table, in a third of the time.
DROP INDEX customer_by_last_order;
CREATE INDEX customer_by_last_order ON customer (last_order_at, id, n_orders, spent, last_contact_at, consent);
-- Half of a filter for a city would be reading all addresses.
CREATE INDEX customer_address_by_region ON customer_address (city, province, customer_id);

ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT '';             -- a key of zg-tag-colour.h

-- A payment screenshot, a picture of damage: as it was given.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  order_id INTEGER REFERENCES shop_order (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX attachment_by_customer ON attachment (customer_id, at);
CREATE INDEX attachment_by_order ON attachment (order_id) WHERE order_id IS NOT NULL;

-- Asked for and not bought: what, why not, and when to ask again.
CREATE TABLE interest (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  product TEXT NOT NULL CHECK (product <> ''),
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),       -- open, bought after all, given up
  ask_again_at INTEGER,
  follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX interest_by_customer ON interest (customer_id, at);
CREATE INDEX interest_due ON interest (ask_again_at, customer_id) WHERE state = 0;
CREATE INDEX interest_by_follow_up ON interest (follow_up_id) WHERE follow_up_id IS NOT NULL;

-- What invites somebody to buy counts against the budget of such messages; order service does not.
ALTER TABLE contact ADD COLUMN marketing INTEGER NOT NULL DEFAULT 0 CHECK (marketing IN (0, 1));
CREATE INDEX contact_of_marketing ON contact (customer_id, at) WHERE marketing = 1;

-- Two customers that a person looked at and found to be two people. a_id is the smaller one.
CREATE TABLE not_same_person (
  a_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  b_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_same_person_by_b ON not_same_person (b_id);

-- The buyer's name on the platform, where it is not hidden: when a merge is taken back, the order goes where the account
-- goes.
ALTER TABLE shop_order ADD COLUMN buyer_account TEXT NOT NULL DEFAULT '';

-- A merge, with all that takes it back as JSON of rows: the other customer as they were, the kept one before and after.
-- Empty once it was taken back. No foreign keys: the other customer is gone while the merge holds, and so is the kept one
-- after one more merge.
CREATE TABLE customer_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  kept_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  other_rows TEXT NOT NULL,
  kept_rows TEXT NOT NULL,
  merged_rows TEXT NOT NULL DEFAULT '',
  undone_at INTEGER
) STRICT;
CREATE INDEX customer_merge_by_kept ON customer_merge (kept_id);
CREATE INDEX customer_merge_by_other ON customer_merge (other_id);

-- What moved from the other customer to the kept one: a table, and the row's uid (of round_member its round and position).
-- The kind 'line' is the line of the timeline that tells of the merge.
CREATE TABLE customer_merge_row (
  merge_id INTEGER NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (merge_id, kind, row)
) STRICT, WITHOUT ROWID;

-- A filter over customers by name. filter is the text of zg-customer-filter.h.
CREATE TABLE segment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  filter TEXT NOT NULL
) STRICT;

-- A walk through a segment, one customer after the other. Who is in it is fixed when it begins. A customer who is erased
-- leaves a place to do without one, so that the sums of the round still hold.
CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  reply_id INTEGER REFERENCES reply (id) ON DELETE SET NULL,
  marketing INTEGER NOT NULL CHECK (marketing IN (0, 1)),
  staff_id INTEGER REFERENCES staff (id),
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

CREATE TABLE round_member (
  round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  customer_id INTEGER REFERENCES customer (id) ON DELETE SET NULL,
  order_id INTEGER REFERENCES shop_order (id) ON DELETE SET NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),       -- to do, copied, skipped, not allowed
  reason TEXT NOT NULL DEFAULT '',
  at INTEGER,
  staff_id INTEGER REFERENCES staff (id),
  contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_member_by_customer ON round_member (customer_id);
CREATE INDEX round_member_by_order ON round_member (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX round_member_by_contact ON round_member (contact_id) WHERE contact_id IS NOT NULL;

-- What somebody has to spend or how often to order to be suggested for a level: one of both is enough, 0 does not count.
-- The last by position that fits is the suggested one; one with neither is given by hand.
CREATE TABLE member_level (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  min_spent INTEGER NOT NULL DEFAULT 0 CHECK (min_spent >= 0),
  min_orders INTEGER NOT NULL DEFAULT 0 CHECK (min_orders >= 0)
) STRICT;

-- Salted marks of the phones and accounts of people who asked to be erased. They tell nothing, and keep an import from
-- bringing them back.
CREATE TABLE erased_mark (
  mark TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
