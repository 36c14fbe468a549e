#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every form of Taobao's export (tests/fixtures/taobao) as a shop gets it, alone and in any order of arrival."""

import itertools
import re
import sys

from ctl_shop import DONE, TAOBAO, expect, main

# file, format, encoding, rows, orders, customers, items; the sums of their rows are no orders.
FORMS = [
    ('ExportOrderList37.csv', 'taobao-orders', 'GB18030', 30, 30, 10, 31),
    ('ExportOrderList41.csv', 'taobao-orders', 'GB18030', 30, 30, 10, 31),
    ('ExportOrderList45.csv', 'taobao-orders', 'UTF-8', 30, 30, 10, 31),
    ('ExportOrderList46.csv', 'taobao-orders', 'GB18030', 30, 30, 10, 31),
    ('ExportOrderList46-tabs.txt', 'taobao-orders', 'UTF-16LE', 3, 3, 3, 3),
    ('ExportOrderList56.csv', 'taobao-orders', 'UTF-8', 30, 30, 10, 31),
    ('ExportOrderList61.csv', 'taobao-orders', 'GB18030', 30, 30, 10, 31),
    ('ExportOrderDetailList10.csv', 'taobao-lines', 'GB18030', 22, 20, 0, 22),
    ('ExportItemlList18.csv', 'taobao-lines', 'UTF-8', 22, 20, 0, 22),
]
# The first eight orders stand at each of the platform's words.
STATES = ['unpaid', 'paid', 'paid', 'shipped', 'completed', 'closed', 'received', 'closed']
WORDS = ['等待买家付款', '买家已付款,等待卖家发货', '卖家部分发货', '卖家已发货，等待买家确认', '交易成功', '交易关闭', '买家已签收,货到付款专用',
         '付款以后用户退款成功，交易自动关闭']


def number(index):
    return str(35153131470000000 + index * 101)


def test_forms(shop):
    """each form alone: orders, customers, items, refused rows, encoding"""
    for name, form, encoding, rows, orders, customers, items in FORMS:
        other = type(shop)(shop.program, shop.locale, shop.folder / name)
        other.folder.mkdir()
        found = other.call('import', TAOBAO / name)
        expect((found['format'], found['encoding'], found['rows'], found['orders']['new'], found['customers']['new'],
                found['items'], found['rejected']), (form, encoding, rows, orders, customers, items, []), name)
        expect((len(other.rows('orders')), len(other.rows('customers'))), (orders, customers), f'what {name} left')
        expect(other.call('import', TAOBAO / name)['orders'], {'new': 0, 'updated': 0, 'unchanged': orders}, f'{name} again')


def test_states(shop):
    """each form: the platform's words and what they mean"""
    for name, _, _, rows, *_ in FORMS:
        other = type(shop)(shop.program, shop.locale, shop.folder / name)
        other.folder.mkdir()
        other.run('import', TAOBAO / name).ends(DONE)
        found = {row['number']: row for row in other.rows('orders')}
        n_states = min(rows, len(STATES))
        expect([found[number(i)]['status'] for i in range(n_states)], STATES[:n_states], f'states in {name}')
        expect([found[number(i)]['platform_text'].replace('，', ',') for i in range(n_states)],
               [word.replace('，', ',') for word in WORDS[:n_states]], f'words in {name}')


def test_cells(shop):
    """what platforms do to a cell: ids, phones, formulas, four-byte characters, line breaks, changed addresses"""
    for name in ('ExportOrderList46.csv', 'ExportOrderList56.csv', 'ExportOrderList61.csv'):
        other = type(shop)(shop.program, shop.locale, shop.folder / name)
        other.folder.mkdir()
        other.run('import', TAOBAO / name).ends(DONE)
        found = [other.call('order', 'show', number(i)) for i in range(18)]
        expect(found[8]['recipient']['name'], '𠮷田', 'a name of GB18030 alone')
        expect([item['title'] for item in found[8]['items']], ['云朵针织开衫', '羊毛围巾'], 'two titles of one cell')
        expect((found[11]['recipient']['phone'], found[11]['recipient']['hidden']), ('13800000199-1234', ['phone']))
        expect((found[12]['recipient']['address'], found[12]['items'][0]['colour'], found[12]['items'][0]['size']),
               ('江苏省南京市鼓楼区示例路88号', '黑色', 'L'), 'what was changed later')
        expect((found[13]['buyer_note'], found[13]['seller_note']), ('=1+1', '@明天发 "加急"\n第二行'), 'notes')
        expect(found[14]['recipient']['phone'], '0571-88880000', 'the only phone')
        expect((found[15]['total'], found[15]['currency']), ('0.00', 'CNY'), 'nothing to pay')
        expect(found[3]['tracking'], 'YT0000000000003', 'the tracking number')


def without_marks(shop):
    """The exports without what differs each time: uids, versions, the order in which customers and addresses came."""
    customers = {row['uid']: row['accounts'] or row['name'] for row in shop.rows('customers')}
    found = {}
    for table in ('customers', 'orders'):
        rows = []
        for row in shop.rows(table):
            if table == 'orders':
                row['customer'] = customers.get(row['customer'], '')
            else:
                row['addresses'] = sorted(row['addresses'].splitlines())
            rows.append({key: value for key, value in row.items() if key not in ('uid', 'version', 'evidence_at')})
        found[table] = sorted(rows, key=repr)
    return found


def arrive(shop, names, folder):
    other = type(shop)(shop.program, shop.locale, shop.folder / folder)
    other.folder.mkdir()
    other.run('import', *(TAOBAO / name for name in names)).ends(DONE)
    return without_marks(other)


def expect_alike(one, other, what):
    for table in one:
        for a, b in itertools.zip_longest(one[table], other[table], fillvalue={}):
            differ = {key: (a.get(key), b.get(key)) for key in {*a, *b} if a.get(key) != b.get(key)}
            name = a.get('number') or a.get('name')
            expect(differ, {}, f'{what}: {table} {name}')


def test_arrival(shop):
    """orders and their lines in either order of arrival are the same shop"""
    for orders in ('ExportOrderList37.csv', 'ExportOrderList56.csv', 'ExportOrderList61.csv'):
        for lines in ('ExportOrderDetailList10.csv', 'ExportItemlList18.csv'):
            tag = re.sub(r'\D', '', orders + lines)
            expect_alike(arrive(shop, [orders, lines], f'{tag}a'), arrive(shop, [lines, orders], f'{tag}b'), f'{orders} and {lines}')


def test_arrival_of_all(shop):
    """all forms in two orders of arrival are the same shop"""
    names = [name for name, *_ in FORMS]
    expect_alike(arrive(shop, names, 'a'), arrive(shop, names[::-1], 'b'), 'all')


if __name__ == '__main__':
    sys.exit(main(globals()))
