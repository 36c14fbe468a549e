-- Orders complete: payments in parts, parts shipped, parcels of several orders, cases, promises, the payment chase, the
-- shop's own confirmation list; products with sizes, promotions; couriers and where they do not deliver, days off.

-- What kind of order it is (zg-order-kind.h): a surcharge never ships and belongs to another order, and so does what is
-- sent again. gift: the slip shows no prices. presale: deposit is what was agreed on, the balance may be paid between
-- balance_from and balance_until. closes_at: when the platform closes the order if nobody pays.
ALTER TABLE shop_order ADD COLUMN kind INTEGER NOT NULL DEFAULT 0 CHECK (kind BETWEEN 0 AND 3);
ALTER TABLE shop_order ADD COLUMN belongs_to INTEGER REFERENCES shop_order (id) ON DELETE SET NULL;
ALTER TABLE shop_order ADD COLUMN gift INTEGER NOT NULL DEFAULT 0 CHECK (gift IN (0, 1));
ALTER TABLE shop_order ADD COLUMN discount INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shop_order ADD COLUMN presale INTEGER NOT NULL DEFAULT 0 CHECK (presale IN (0, 1));
ALTER TABLE shop_order ADD COLUMN deposit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shop_order ADD COLUMN balance_from INTEGER;
ALTER TABLE shop_order ADD COLUMN balance_until INTEGER;
ALTER TABLE shop_order ADD COLUMN closes_at INTEGER;
CREATE INDEX shop_order_belonging ON shop_order (belongs_to) WHERE belongs_to IS NOT NULL;

-- Derived in the same transaction: how many cases are open, whether some pieces have left and others have not.
ALTER TABLE shop_order ADD COLUMN n_open_cases INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shop_order ADD COLUMN partly_shipped INTEGER NOT NULL DEFAULT 0 CHECK (partly_shipped IN (0, 1));
CREATE INDEX shop_order_in_case ON shop_order (ordered_at, id) WHERE n_open_cases > 0;

-- What was on the slip when it was printed last: a mark of it, so that a slip that is out of date is known as such.
ALTER TABLE shop_order ADD COLUMN slip_printed_at INTEGER;
ALTER TABLE shop_order ADD COLUMN slip_mark TEXT NOT NULL DEFAULT '';

-- Orders with the same key may go in one parcel (zg-radar-key.h); NULL where the buyer or the address is hidden. The rest
-- of what makes an order fit for the radar stands in the index, which has those that wait for their parcel and no more.
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  saved_postage INTEGER NOT NULL DEFAULT 0,
  shipped_at INTEGER
) STRICT;
ALTER TABLE shop_order ADD COLUMN parcel_id INTEGER REFERENCES parcel (id) ON DELETE SET NULL;
ALTER TABLE shop_order ADD COLUMN radar_key INTEGER;
CREATE INDEX shop_order_by_parcel ON shop_order (parcel_id) WHERE parcel_id IS NOT NULL;
CREATE INDEX shop_order_radar ON shop_order (radar_key, id, parcel_id)
  WHERE radar_key IS NOT NULL AND state IN (1, 2) AND holds = 0 AND kind = 0;

-- Two orders that a person looked at and wants to send apart. a_id is the smaller one.
CREATE TABLE not_one_parcel (
  a_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  b_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_one_parcel_by_b ON not_one_parcel (b_id);

-- Money that came in, or went back (amount below 0). An order without rows has what the platform says in shop_order.paid.
CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),           -- whole, deposit, balance, part
  amount INTEGER NOT NULL CHECK (amount <> 0),
  method TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  history_id INTEGER REFERENCES order_history (id) ON DELETE SET NULL,       -- the step that brought it and takes it back
  undone_at INTEGER
) STRICT;
CREATE INDEX payment_by_order ON payment (order_id, at);
CREATE INDEX payment_by_history ON payment (history_id) WHERE history_id IS NOT NULL;

-- What left in one go: the pieces, the courier, the number.
CREATE TABLE shipment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  courier TEXT NOT NULL DEFAULT '',
  tracking TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  history_id INTEGER REFERENCES order_history (id) ON DELETE SET NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX shipment_by_order ON shipment (order_id, at);

CREATE TABLE shipment_item (
  shipment_id INTEGER NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES order_item (id) ON DELETE CASCADE,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipment_item_by_item ON shipment_item (item_id);

-- Something went wrong with an order, until it is settled. type and step are keys of zg-case-type.h; due_at is when the
-- step has to be done, by the shop's rules when it began or as a person set it.
CREATE TABLE order_case (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  step TEXT NOT NULL,
  step_at INTEGER NOT NULL,
  due_at INTEGER,
  due_set INTEGER NOT NULL DEFAULT 0 CHECK (due_set IN (0, 1)),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  amount INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '',
  satisfaction INTEGER NOT NULL DEFAULT 0 CHECK (satisfaction BETWEEN 0 AND 3),     -- not asked, yes, so-so, no
  courier TEXT NOT NULL DEFAULT '',             -- of the goods on their way back
  tracking TEXT NOT NULL DEFAULT '',
  platform_number TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),       -- who looks after it
  new_order_id INTEGER REFERENCES shop_order (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX order_case_by_order ON order_case (order_id, opened_at);
CREATE INDEX order_case_open ON order_case (due_at, id) WHERE closed_at IS NULL;
CREATE INDEX order_case_by_new_order ON order_case (new_order_id) WHERE new_order_id IS NOT NULL;

CREATE TABLE case_remedy (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES order_case (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  remedy TEXT NOT NULL CHECK (remedy <> ''),    -- a key of zg-case-type.h, or the shop's own words
  amount INTEGER NOT NULL DEFAULT 0,
  offered_at INTEGER NOT NULL,
  chosen_at INTEGER,
  done_at INTEGER
) STRICT;
CREATE INDEX case_remedy_by_case ON case_remedy (case_id, position);

CREATE TABLE case_line (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES order_case (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  type TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_line_by_case ON case_line (case_id, at);

-- How long a step of a case may take, where the shop differs from data/cases.
CREATE TABLE case_rule (
  platform TEXT NOT NULL,
  type TEXT NOT NULL,
  step TEXT NOT NULL,
  hours INTEGER NOT NULL CHECK (hours >= 0),
  PRIMARY KEY (platform, type, step)
) STRICT, WITHOUT ROWID;

ALTER TABLE attachment ADD COLUMN case_id INTEGER REFERENCES order_case (id) ON DELETE SET NULL;
CREATE INDEX attachment_by_case ON attachment (case_id) WHERE case_id IS NOT NULL;

-- Said to a buyer, until kept: "the difference back", "leaves today".
CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  amount INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),       -- open, kept, withdrawn
  done_at INTEGER
) STRICT;
CREATE INDEX promise_by_order ON promise (order_id, due_at);
CREATE INDEX promise_open ON promise (due_at, id) WHERE state = 0;

-- The payment chase: when each step of the ladder is due, where the shop differs from the program. A step has one of the
-- two: minutes after the order, or minutes before the platform closes it.
CREATE TABLE chase_rule (
  platform TEXT NOT NULL,
  position INTEGER NOT NULL,
  after_minutes INTEGER CHECK (after_minutes > 0),
  before_close_minutes INTEGER CHECK (before_close_minutes > 0),
  reply_id INTEGER REFERENCES reply (id) ON DELETE SET NULL,
  PRIMARY KEY (platform, position),
  CHECK ((after_minutes IS NULL) <> (before_close_minutes IS NULL))
) STRICT, WITHOUT ROWID;

-- What was done of it. Steps that were past already when the order became known count as one: the last of them.
CREATE TABLE chase_step (
  order_id INTEGER NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
  staff_id INTEGER REFERENCES staff (id),
  contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  PRIMARY KEY (order_id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX chase_step_at ON chase_step (at);
CREATE INDEX chase_step_by_contact ON chase_step (contact_id) WHERE contact_id IS NOT NULL;

-- Why it was not paid yet (a key of zg-chase.h), and whether the buyer is left alone.
ALTER TABLE shop_order ADD COLUMN chase_cause TEXT NOT NULL DEFAULT '';
ALTER TABLE shop_order ADD COLUMN chase_stopped_at INTEGER;

-- The confirmation list as the shop wants it: rows of its own (keys 'own-N'), and what it changed of the standard ones.
CREATE TABLE check_row (
  key TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',               -- empty: that of the standard list
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  read_back INTEGER NOT NULL DEFAULT 0 CHECK (read_back IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  title TEXT NOT NULL CHECK (title <> ''),
  short_title TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT 'CNY' CHECK (currency BETWEEN 'AAA' AND 'ZZZ'),
  price INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
  points TEXT NOT NULL DEFAULT '',              -- selling points, one a line
  reason TEXT NOT NULL DEFAULT '',              -- why to recommend it
  cautions TEXT NOT NULL DEFAULT '',
  attributes TEXT NOT NULL DEFAULT '',          -- "name: value", one a line
  stock INTEGER CHECK (stock >= 0),             -- NULL: not counted, or counted by variant
  return_policy TEXT NOT NULL DEFAULT ''        -- a key of zg-product.h
) STRICT;
CREATE UNIQUE INDEX product_by_code ON product (code) WHERE code <> '' AND deleted_at IS NULL;
CREATE INDEX product_by_title ON product (title);

CREATE TABLE product_variant (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  colour TEXT NOT NULL DEFAULT '',
  size TEXT NOT NULL DEFAULT '',
  sku TEXT NOT NULL DEFAULT '',
  price INTEGER CHECK (price >= 0),             -- NULL: that of the product
  stock INTEGER CHECK (stock >= 0)
) STRICT;
CREATE INDEX product_variant_by_product ON product_variant (product_id, position);
CREATE INDEX product_variant_by_sku ON product_variant (sku) WHERE sku <> '';

CREATE TABLE product_related (
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  other_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_related_by_other ON product_related (other_id);

-- Who wears which size: millimetres and grams, inclusive; 0 is no bound.
CREATE TABLE product_size (
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  size TEXT NOT NULL CHECK (size <> ''),
  height_from INTEGER NOT NULL DEFAULT 0,
  height_to INTEGER NOT NULL DEFAULT 0,
  weight_from INTEGER NOT NULL DEFAULT 0,
  weight_to INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;

-- A line of an order may know its product, and may be a gift.
ALTER TABLE order_item ADD COLUMN product_id INTEGER REFERENCES product (id) ON DELETE SET NULL;
ALTER TABLE order_item ADD COLUMN gift INTEGER NOT NULL DEFAULT 0 CHECK (gift IN (0, 1));
CREATE INDEX order_item_by_product ON order_item (product_id) WHERE product_id IS NOT NULL;

-- rule is in words, as customers are told. Without rows in promotion_product it is for all goods. until_at is the first
-- moment at which it is over.
CREATE TABLE promotion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL CHECK (title <> ''),
  rule TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  from_at INTEGER,
  until_at INTEGER,
  deleted_at INTEGER
) STRICT;

CREATE TABLE promotion_product (
  promotion_id INTEGER NOT NULL REFERENCES promotion (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  PRIMARY KEY (promotion_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX promotion_product_by_product ON promotion_product (product_id);

-- Couriers of the shop. key is one of data/couriers, or empty for one of the shop's own.
CREATE TABLE courier (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  position INTEGER NOT NULL,
  key TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  phone TEXT NOT NULL DEFAULT '',
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Where a courier does not deliver; an empty city or district means all of it.
CREATE TABLE courier_gap (
  courier_id INTEGER NOT NULL REFERENCES courier (id) ON DELETE CASCADE,
  province TEXT NOT NULL,
  city TEXT NOT NULL DEFAULT '',
  district TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (courier_id, province, city, district)
) STRICT, WITHOUT ROWID;

-- Days that differ from the week and from the official table of data/holidays. day is YYYYMMDD.
CREATE TABLE day_off (
  day INTEGER PRIMARY KEY,
  works INTEGER NOT NULL CHECK (works IN (0, 1)),
  name TEXT NOT NULL DEFAULT ''
) STRICT;
