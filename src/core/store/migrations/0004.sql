-- A timeline is read kind by kind, and the last contact is the newest of three kinds.
DROP INDEX contact_by_customer;
CREATE INDEX contact_by_customer ON contact (customer_id, kind, at);
