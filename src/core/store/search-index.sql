-- What only SQLite has: the full text index. All of it can be made anew from the tables, and it is never their source.
-- The views are the documents; the index holds the words alone. C code keeps it right in the same transaction.

CREATE VIEW customer_name_document (id, name) AS
SELECT c.id,
  CASE WHEN c.name_disclosure >= 2 THEN c.name ELSE '' END || char(10) || c.call_name || char(10) || coalesce((
    SELECT group_concat(account, char(10)) FROM (
      SELECT account FROM customer_account WHERE customer_id = c.id AND disclosure >= 2 ORDER BY position)), '')
FROM customer AS c;

CREATE VIEW customer_document (id, name, phone, address, note, tag) AS
SELECT c.id,
  (SELECT n.name FROM customer_name_document AS n WHERE n.id = c.id),
  coalesce((SELECT group_concat(digits, char(10)) FROM (
    SELECT digits FROM customer_phone WHERE customer_id = c.id AND digits IS NOT NULL ORDER BY position)), ''),
  coalesce((SELECT group_concat(line, char(10)) FROM (
    SELECT recipient || char(10) || province || city || district || detail AS line
    FROM customer_address WHERE customer_id = c.id ORDER BY position)), ''),
  c.note || char(10) || coalesce(c.caution, ''),
  coalesce((SELECT group_concat(name, char(10)) FROM (
    SELECT t.name FROM customer_tag AS x JOIN tag AS t ON t.id = x.tag_id
    WHERE x.customer_id = c.id ORDER BY t.name)), '')
FROM customer AS c;

CREATE VIEW order_document (id, item, recipient, tracking, note) AS
SELECT o.id,
  coalesce((SELECT group_concat(line, char(10)) FROM (
    SELECT title || char(10) || colour || char(10) || size || char(10) || sku AS line
    FROM order_item WHERE order_id = o.id ORDER BY position)), ''),
  CASE WHEN o.recipient_disclosure >= 2 THEN o.recipient ELSE '' END,
  o.tracking,
  o.buyer_note || char(10) || o.seller_note
FROM shop_order AS o;

-- The indexes know which tokens a text has, not where (detail = none): a quarter of the size and half the work to write.
-- Whether tokens stand together is read in the texts of the few hits that are shown (zg-match.c).
-- Names have an index of their own, and one that knows the first one and two characters of each token: one character over
-- all texts of a million customers would be slow.
CREATE VIRTUAL TABLE customer_name_index USING fts5 (
  name, content = 'customer_name_document', content_rowid = 'id', tokenize = 'zg', columnsize = 0, detail = none,
  prefix = '1 2');
CREATE VIRTUAL TABLE customer_index USING fts5 (
  name, phone, address, note, tag,
  content = 'customer_document', content_rowid = 'id', tokenize = 'zg', columnsize = 0, detail = none);
CREATE VIRTUAL TABLE order_index USING fts5 (
  item, recipient, tracking, note,
  content = 'order_document', content_rowid = 'id', tokenize = 'zg', columnsize = 0, detail = none);

-- Pinyin and initials of names, all readings: 'wangxiaowen', 'wxw'. In key order a range is already the ranking.
CREATE TABLE customer_key (
  key TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  PRIMARY KEY (key, customer_id DESC)
) STRICT, WITHOUT ROWID;

-- By what the index was made, and up to which rows it is not made yet; see zg-search-rebuild.c. Of one row.
CREATE TABLE search_state (
  version TEXT NOT NULL,
  customers_left INTEGER NOT NULL,
  orders_left INTEGER NOT NULL
) STRICT;

-- Words are written in pieces that are joined later: an import joins sixteen at a time instead of each four. All at once in
-- one COMMIT, for which somebody may wait: so each index does it in a turn of its own.
INSERT INTO customer_name_index (customer_name_index, rank) VALUES ('automerge', 16), ('crisismerge', 16);
INSERT INTO customer_index (customer_index, rank) VALUES ('automerge', 15), ('crisismerge', 15);
INSERT INTO order_index (order_index, rank) VALUES ('automerge', 13), ('crisismerge', 13);
