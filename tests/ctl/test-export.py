#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`export`: every table as CSV and JSON, exact, guarded against formulas, as a whole or not at all."""

import csv
import io
import json
import sys

from ctl_shop import DONE, FAILED, TABLES, demo, expect, main, order

A, B = '2609221046500001', '2609221046500002'
COLUMNS = {
    'customers': ['uid', 'name', 'call_name', 'level', 'note', 'caution', 'source', 'phones', 'accounts', 'addresses', 'tags',
                  'orders', 'spent', 'currency', 'last_order_at', 'last_contact_at', 'version', 'type', 'birthday', 'height_mm',
                  'weight_g', 'shoe_size', 'usual_size', 'consent', 'consent_at'],
    'replies': ['group', 'title', 'shortcode', 'body', 'variants', 'keywords', 'stages', 'favourite', 'valid_from', 'valid_until',
                'starts_wait', 'owner', 'starter', 'uses', 'last_used_at', 'uid'],
    'followups': ['uid', 'customer', 'order', 'due_at', 'done', 'done_at', 'text', 'outcome'],
}
EVIL = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '"quoted"', 'a,b', 'a\r\nb', 'a\nb', ' edge ', '=HYPERLINK("http://x","y")',
        '𠮷田', '<b>&amp;', '%s%n', '\\', "'; DROP TABLE customer; --"]


def read_csv(path):
    """As Python's own reader and a spreadsheet have it."""
    data = path.read_bytes()
    expect(data[:3], b'\xef\xbb\xbf', 'the mark of UTF-8')
    text = data[3:].decode('utf-8')
    return list(csv.reader(io.StringIO(text, newline=''), strict=True))


def test_csv(shop):
    """every table as CSV: its columns, as many rows as are said, each as long as the header, nothing a spreadsheet runs"""
    demo(shop)
    for table in TABLES:
        path = shop.folder / f'{table}.csv'
        n_rows = shop.call('export', table, path)['rows']
        rows = read_csv(path)
        expect(len(rows), n_rows + 1, f'rows of {table}')
        if table in COLUMNS:
            expect(rows[0], COLUMNS[table], f'columns of {table}')
        expect({len(row) for row in rows}, {len(rows[0])}, f'lengths of the rows of {table}')
        expect([cell for row in rows for cell in row if cell[:1] and cell[0] in '=+@\t\r'], [], f'formulas in {table}')
        expect(oct(path.stat().st_mode & 0o777), '0o600', f'the mode of {table}')
        expect(b'\r\n' in path.read_bytes(), True, 'that lines end as in a spreadsheet')


def test_json(shop):
    """every table as JSON says the same as its CSV; absent is null. Replies have more in JSON: test-import-replies.py"""
    demo(shop)
    for table in set(TABLES) - {'replies'}:
        shop.run('export', table, f'{table}.json').ends(DONE)
        shop.run('export', table, f'{table}.csv').ends(DONE)
        found = json.loads((shop.folder / f'{table}.json').read_text(encoding='utf-8'))
        rows = read_csv(shop.folder / f'{table}.csv')
        expect([list(row) for row in found], [rows[0]] * len(found), f'keys of {table}')
        for row, cells in zip(found, rows[1:], strict=True):
            expect(['' if value is None else value for value in row.values()],
                   [cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in cells], f'a row of {table}')


def test_formulas(shop):
    """what looks like a formula is guarded in CSV, exact in JSON, and comes back from both"""
    for text in EVIL:
        other = type(shop)(shop.program, shop.locale, shop.folder / f'{EVIL.index(text)}')
        other.folder.mkdir()
        other.orders(order(A))
        other.run('order', 'set', A, f'seller-note={text}').ends(DONE)
        other.run('export', 'orders', 'orders.csv').ends(DONE)
        other.run('export', 'orders', 'orders.json').ends(DONE)
        rows = read_csv(other.folder / 'orders.csv')
        cell = rows[1][rows[0].index('seller_note')]
        kept = json.loads((other.folder / 'orders.json').read_text(encoding='utf-8'))[0]['seller_note']
        expect(kept, text, 'the note as JSON')
        expect(cell.removeprefix("'") if text[0] != "'" else cell.removeprefix("''").rjust(len(text), "'"), text, 'the note as CSV')
        expect(cell[0] in '=+-@\t\r', False, f'that {cell!r} is run')


def test_numbers(shop):
    """order numbers keep all their digits, money its decimals, times their zone"""
    shop.orders(order('35153131470000579'))
    row = shop.rows('orders')[0]
    expect((row['number'], row['total'], row['currency'], row['status'], row['ordered_at']),
           ('35153131470000579', '219.00', 'CNY', 'paid', '2026-09-20T10:11:12+08:00'))


def test_formats(shop):
    """the file's ending says the format, --format wins, and without both it is CSV"""
    demo(shop)
    for name, more, form in [('a.csv', [], 'csv'), ('a.CSV', [], 'csv'), ('a.json', [], 'json'), ('a', [], 'csv'), ('d.ir/a', [], 'csv'),
                             ('a.csv', ['--format', 'json'], 'json'), ('a.txt', ['--format', 'csv'], 'csv')]:
        (shop.folder / 'd.ir').mkdir(exist_ok=True)
        expect(shop.run('export', 'replies', name, *more).ends(DONE).out, f'{len(shop.call("reply", "list"))} rows\n', 'what is said')
        data = (shop.folder / name).read_bytes()
        expect(data[:3] == b'\xef\xbb\xbf', form == 'csv', f'that {name} is {form}')
        expect(data[:2] == b'[\n', form == 'json', f'that {name} is {form}')


def test_empty(shop):
    """a shop without rows gives a header alone, and an empty list"""
    shop.orders(order(A))
    shop.run('import-undo', '1').ends(DONE)
    expect(shop.call('export', 'customers', 'a.csv'), {'rows': 0})
    expect(read_csv(shop.folder / 'a.csv'), [COLUMNS['customers']], 'the CSV')
    shop.run('export', 'customers', 'a.json').ends(DONE, out='0 rows')
    expect(json.loads((shop.folder / 'a.json').read_text(encoding='utf-8')), [], 'the JSON')


def test_as_a_whole(shop):
    """an export that fails half-way leaves the older file as it was"""
    demo(shop)
    for number in range(3):
        shop.orders(*(order(f'2609{number}{i:012d}', 订单备注='备注' * 300) for i in range(400)))
    data = bytearray(shop.db.read_bytes())
    pages = [number for number, in shop.sql("SELECT pageno FROM dbstat WHERE name = 'shop_order' AND pagetype = 'leaf' ORDER BY path")]
    page = pages[-2] - 1
    data[page * 4096:page * 4096 + 4096] = b'\x55' * 4096
    shop.db.write_bytes(data)
    shop.write('orders.csv', 'the older file')
    shop.run('export', 'orders', 'orders.csv').ends(FAILED, 'orders.csv: The shop file is damaged. Restore the newest backup.', '')
    expect((shop.folder / 'orders.csv').read_text(encoding='utf-8'), 'the older file')
    expect([path.name for path in shop.folder.iterdir() if path.name.startswith(('orders.csv', '.')) and path.name != 'orders.csv'], [],
           'what is left over')


def test_places(shop):
    """a place that cannot be written is told"""
    demo(shop)
    (shop.folder / 'folder.csv').mkdir()
    for place in ('nowhere/a.csv', 'folder.csv'):
        result = shop.run('export', 'replies', place)
        expect((result.status, result.out), (FAILED, ''), 'exit status and output')
        expect(result.err.startswith(f'{place}: '), True, f'that “{result.err.strip()}” names the place')


if __name__ == '__main__':
    sys.exit(main(globals()))
