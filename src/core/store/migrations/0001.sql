-- The first form of the shop file.
-- Times are microseconds since 1970 in UTC; NULL is "not known". Money is in minor units of the row's currency.
-- Rows that a person edits carry a version: a write against an older version is refused, not lost.
-- import_id says which import made the row; undoing the import removes exactly these.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (length(name) > 0),
  number TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE import_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),   -- running, finished, undone
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  evidence_at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  n_rows INTEGER NOT NULL DEFAULT 0,
  n_rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a row held before an import changed it, so that the import can be taken back.
CREATE TABLE import_change (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import_log (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  version_after INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX import_change_by_import ON import_change (import_id, id);
CREATE INDEX import_change_by_row ON import_change (kind, row_id);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  name_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (name_disclosure BETWEEN 0 AND 4),
  name_key TEXT NOT NULL DEFAULT '~',           -- what names are sorted by, made of the name in the same transaction
  call_name TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  caution TEXT,
  source TEXT NOT NULL DEFAULT '',
  -- Derived from the orders and the contact log, in the same transaction.
  n_orders INTEGER NOT NULL DEFAULT 0,
  spent INTEGER NOT NULL DEFAULT 0,
  last_order_at INTEGER,
  last_contact_at INTEGER,
  import_id INTEGER
) STRICT;
-- Every order a list can have, newest or largest first, with the id as the last word.
CREATE INDEX customer_by_last_order ON customer (last_order_at, id);
CREATE INDEX customer_by_spent ON customer (spent, id);
CREATE INDEX customer_by_contact ON customer (last_contact_at, id);
CREATE INDEX customer_by_name ON customer (name_key, id);

CREATE TABLE customer_phone (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  disclosure INTEGER NOT NULL CHECK (disclosure BETWEEN 1 AND 4),
  digits TEXT,          -- NULL while hidden: a hidden phone finds and matches nobody
  reversed TEXT,
  import_id INTEGER
) STRICT;
CREATE INDEX customer_phone_by_customer ON customer_phone (customer_id, position);
CREATE INDEX customer_phone_by_digits ON customer_phone (digits, customer_id) WHERE digits IS NOT NULL;
CREATE INDEX customer_phone_by_tail ON customer_phone (reversed, customer_id) WHERE reversed IS NOT NULL;

CREATE TABLE customer_account (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  platform TEXT NOT NULL,
  account TEXT NOT NULL,
  disclosure INTEGER NOT NULL CHECK (disclosure BETWEEN 1 AND 4),
  import_id INTEGER
) STRICT;
CREATE INDEX customer_account_by_customer ON customer_account (customer_id, position);
CREATE UNIQUE INDEX customer_account_by_name ON customer_account (platform, account) WHERE disclosure = 4;

CREATE TABLE customer_address (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  recipient TEXT NOT NULL DEFAULT '',
  recipient_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (recipient_disclosure BETWEEN 0 AND 4),
  phone TEXT NOT NULL DEFAULT '',
  phone_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (phone_disclosure BETWEEN 0 AND 4),
  province TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  disclosure INTEGER NOT NULL DEFAULT 0 CHECK (disclosure BETWEEN 0 AND 4),
  import_id INTEGER
) STRICT;
CREATE INDEX customer_address_by_customer ON customer_address (customer_id, position);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0)
) STRICT;

CREATE TABLE customer_tag (
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (customer_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tag_by_tag ON customer_tag (tag_id, customer_id);

-- Its CHECKs call no function: SQLite would keep all pages as they were for every INSERT of many rows.
CREATE TABLE shop_order (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  platform TEXT NOT NULL,
  shop TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL CHECK (number <> ''),
  number_reversed TEXT NOT NULL,
  customer_id INTEGER REFERENCES customer (id),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
  holds INTEGER NOT NULL DEFAULT 0,
  cash_on_delivery INTEGER NOT NULL DEFAULT 0 CHECK (cash_on_delivery IN (0, 1)),
  confirmed_at INTEGER,
  ordered_at INTEGER,
  paid_at INTEGER,
  packed_at INTEGER,
  shipped_at INTEGER,
  received_at INTEGER,
  completed_at INTEGER,
  closed_at INTEGER,
  ship_by INTEGER,
  currency TEXT NOT NULL DEFAULT 'CNY' CHECK (currency BETWEEN 'AAA' AND 'ZZZ'),
  goods INTEGER NOT NULL DEFAULT 0,
  postage INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  paid INTEGER NOT NULL DEFAULT 0,
  recipient TEXT NOT NULL DEFAULT '',
  recipient_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (recipient_disclosure BETWEEN 0 AND 4),
  phone TEXT NOT NULL DEFAULT '',
  phone_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (phone_disclosure BETWEEN 0 AND 4),
  province TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  address_disclosure INTEGER NOT NULL DEFAULT 0 CHECK (address_disclosure BETWEEN 0 AND 4),
  courier TEXT NOT NULL DEFAULT '',
  tracking TEXT NOT NULL DEFAULT '',
  buyer_note TEXT NOT NULL DEFAULT '',
  seller_note TEXT NOT NULL DEFAULT '',
  flag INTEGER NOT NULL DEFAULT 0 CHECK (flag BETWEEN 0 AND 5),
  -- What the platform says and since when; evidence_at is NULL for an order of the desk's own.
  evidence_at INTEGER,
  platform_state INTEGER CHECK (platform_state BETWEEN 0 AND 6),
  platform_text TEXT NOT NULL DEFAULT '',
  refund_state TEXT NOT NULL DEFAULT '',
  refund INTEGER NOT NULL DEFAULT 0,
  close_reason TEXT NOT NULL DEFAULT '',
  -- Marks of what the platform last said, field by field: what it repeats unchanged does not undo the desk's edits.
  platform_marks TEXT NOT NULL DEFAULT '',
  -- How many human rows of the checklist are ticked, for the list. Derived, in the same transaction.
  n_ticked INTEGER NOT NULL DEFAULT 0,
  import_id INTEGER,
  -- The number first: people know it without platform and shop.
  UNIQUE (number, platform, shop)
) STRICT;
CREATE INDEX shop_order_by_tail ON shop_order (number_reversed);
CREATE INDEX shop_order_by_customer ON shop_order (customer_id, ordered_at);
CREATE INDEX shop_order_by_ordered ON shop_order (ordered_at, id);
CREATE INDEX shop_order_by_total ON shop_order (total, id);
-- Few orders are open at a time: the filters of the list and the due list read these instead of a million rows.
CREATE INDEX shop_order_open ON shop_order (state, ordered_at, id) WHERE state < 4;

CREATE TABLE order_item (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  line_number TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  properties TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL DEFAULT '',
  size TEXT NOT NULL DEFAULT '',
  sku TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL DEFAULT 1,
  price INTEGER NOT NULL DEFAULT 0,
  import_id INTEGER
) STRICT;
CREATE INDEX order_item_by_order ON order_item (order_id, position);

CREATE TABLE order_history (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  from_state INTEGER NOT NULL CHECK (from_state BETWEEN 0 AND 6),
  to_state INTEGER NOT NULL CHECK (to_state BETWEEN 0 AND 6),
  actor INTEGER NOT NULL CHECK (actor IN (0, 1)),       -- desk, platform
  staff_id INTEGER REFERENCES staff (id),
  reason TEXT NOT NULL DEFAULT '',
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  import_id INTEGER
) STRICT;
CREATE INDEX order_history_by_order ON order_history (order_id, at);

CREATE TABLE order_tick (
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  check_key TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  value TEXT NOT NULL DEFAULT '',
  dropped_at INTEGER,
  dropped_to TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (order_id, check_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_group (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE reply (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  group_id INTEGER NOT NULL REFERENCES reply_group (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (length(title) > 0),
  shortcode TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  stages INTEGER NOT NULL DEFAULT 0,
  starter TEXT NOT NULL DEFAULT '',
  favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
  use_count INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX reply_by_group ON reply (group_id, position);
CREATE UNIQUE INDEX reply_by_shortcode ON reply (shortcode) WHERE shortcode <> '' AND deleted_at IS NULL;

CREATE TABLE reply_keyword (
  reply_id INTEGER NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (reply_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reply_variant (
  reply_id INTEGER NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (reply_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
  order_id INTEGER REFERENCES shop_order (id) ON DELETE CASCADE,
  reply_id INTEGER REFERENCES reply (id) ON DELETE SET NULL,
  staff_id INTEGER REFERENCES staff (id),
  due_at INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1)),
  done_at INTEGER,
  text TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_at, id) WHERE state = 0;
CREATE INDEX follow_up_by_customer ON follow_up (customer_id, due_at);
CREATE INDEX follow_up_by_order ON follow_up (order_id);

-- The contact log: with the orders it makes a customer's timeline.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
  order_id INTEGER REFERENCES shop_order (id) ON DELETE SET NULL,
  reply_id INTEGER REFERENCES reply (id) ON DELETE SET NULL,
  staff_id INTEGER REFERENCES staff (id),
  title TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_by_customer ON contact (customer_id, at);
CREATE INDEX contact_by_order ON contact (order_id);
CREATE INDEX contact_by_reply ON contact (reply_id, customer_id, at);

-- The eight customers beside the chip. The place is fixed until one leaves, so that the hand can learn it.
CREATE TABLE recent_customer (
  place INTEGER PRIMARY KEY CHECK (place BETWEEN 0 AND 7),
  customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
  order_id INTEGER REFERENCES shop_order (id) ON DELETE SET NULL,
  talked_at INTEGER NOT NULL
) STRICT;
