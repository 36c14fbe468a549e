#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs on one shop: one reads while the other writes, both write, both make the shop."""

import sqlite3
import sys

from ctl_shop import DONE, TIMEOUT, demo, expect, expect_same, export, main, order

MANY = 1500


def file_of(shop, name, first, n_orders=MANY):
    rows = (order(str(first + number), 买家会员名=f'tb{first}{number // 2}') for number in range(n_orders))
    return shop.write(name, export(*rows))


def ended(processes):
    """What each gave, when all have ended."""
    found = []
    for process in processes:
        out, err = process.communicate(timeout=TIMEOUT)
        found.append((process.returncode, err, out))
    return found


def test_write_beside_reader(shop):
    """a program that reads sees one state of the shop, and stops nobody from writing"""
    demo(shop)
    before = shop.sql('SELECT count(*) FROM shop_order')[0][0]
    reader = sqlite3.connect(shop.db, isolation_level=None)
    reader.execute('BEGIN')
    expect(reader.execute('SELECT count(*) FROM shop_order').fetchone()[0], before, 'orders at first')
    shop.run('import', file_of(shop, 'a.csv', 2609221000000000, 300)).ends(DONE)
    shop.run('order', 'set', '2609221000000000', 'flag=1').ends(DONE)
    expect(reader.execute('SELECT count(*) FROM shop_order').fetchone()[0], before, 'orders for who reads on')
    reader.execute('COMMIT')
    expect(reader.execute('SELECT count(*) FROM shop_order').fetchone()[0], before + 300, 'orders for who reads anew')
    reader.close()
    shop.run('check').ends(DONE)


def test_read_beside_import(shop):
    """while one program imports, another finds, shows and edits"""
    demo(shop)
    number = shop.sql('SELECT max(number) FROM shop_order WHERE state = 1')[0][0]
    process = shop.start('import', file_of(shop, 'a.csv', 2609221000000000))
    flags = []
    while process.poll() is None:
        flags.append(len(flags) % 6)
        expect(shop.call('order', 'set', number, f'flag={flags[-1]}')['flag'], flags[-1], 'the flag')
        expect(len(shop.call('search', 'customers', '王', '--limit', '3')), 3, 'hits')
    expect(ended([process])[0][:2], (DONE, ''), 'the import')
    expect(len(flags) > 0, True, 'that something was done meanwhile')
    expect(shop.call('order', 'show', number)['flag'], flags[-1], 'the last flag')
    shop.run('check').ends(DONE)


def test_both_write(shop):
    """two imports at the same time give what they give one after the other"""
    demo(shop)
    files = [file_of(shop, 'a.csv', 2609221000000000), file_of(shop, 'b.csv', 2609221000050000)]
    before = shop.content()
    n_orders, n_customers = (shop.sql(f'SELECT count(*) FROM {table}')[0][0] for table in ('shop_order', 'customer'))
    for status, err, _ in ended([shop.start('import', file) for file in files]):
        expect((status, err), (DONE, ''), 'an import')
    expect(shop.sql('SELECT count(*) FROM shop_order')[0][0], n_orders + 2 * MANY, 'orders')
    expect(shop.sql('SELECT count(*) FROM customer')[0][0], n_customers + MANY, 'customers')
    shop.run('check').ends(DONE)
    for file in files:
        expect(shop.call('import', file)['orders'] | {'updated': 0}, {'new': 0, 'updated': 0, 'unchanged': MANY}, 'again')
    for number in range(1, 5):
        shop.run('import-undo', number).ends(DONE)
    expect_same(before, shop.content(), 'when both are taken back, the shop')


def test_same_file_twice(shop):
    """the same file by two programs at once is imported once"""
    demo(shop)
    file = file_of(shop, 'a.csv', 2609221000000000, 600)
    n_orders = shop.sql('SELECT count(*) FROM shop_order')[0][0]
    for status, err, _ in ended([shop.start('import', file), shop.start('import', file)]):
        expect((status, err), (DONE, ''), 'an import')
    expect(shop.sql('SELECT count(*) FROM shop_order')[0][0], n_orders + 600, 'orders')
    shop.run('check').ends(DONE)


def test_both_make(shop):
    """several programs that make the same shop at once make one shop"""
    for turn in range(4):
        other = type(shop)(shop.program, shop.locale, shop.folder / str(turn))
        other.folder.mkdir()
        files = [file_of(other, f'{i}.csv', 2609220000000000 + i * 1000, 20) for i in range(4)]
        for status, err, _ in ended([other.start('import', file) for file in files]):
            expect((status, err), (DONE, ''), 'an import')
        expect(len(other.rows('orders')), 80, 'orders')
        other.run('check').ends(DONE)


def test_edits_are_not_lost(shop):
    """edits of two programs at once are all there"""
    shop.orders(*(order(str(2609221000000000 + number)) for number in range(8)))
    processes = [shop.start('order', 'set', 2609221000000000 + number, f'seller-note=von {number}') for number in range(8)]
    processes += [shop.start('order', 'check', 2609221000000000 + number, 'recipient') for number in range(8)]
    for status, err, _ in ended(processes):
        expect((status, err), (DONE, ''), 'an edit')
    for number in range(8):
        found = shop.call('order', 'show', 2609221000000000 + number)
        expect((found['seller_note'], found['checklist'][0]['state']), (f'von {number}', 'ok'))


if __name__ == '__main__':
    sys.exit(main(globals()))
