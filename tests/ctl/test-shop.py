#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What concerns the shop as a whole: `due`, `check`, `stats`, `demo`."""

import sqlite3
import sys

from ctl_shop import DONE, FAILED, demo, expect, expect_same, main, order

A, B = '2609221046500001', '2609221046500002'
UNPAID = {'订单状态': '等待买家付款', '订单付款时间 ': '', '买家实际支付金额': '0.00', '订单创建时间': '2026-09-23 09:00:00'}
SENT = {'订单状态': '卖家已发货，等待买家确认', '物流单号 ': 'No:YT0000000000001', '物流公司': '圆通速递'}
DUE_KEYS = ['kind', 'at', 'customer', 'customer_name', 'order', 'text', 'state']
KINDS = {'payment', 'confirm', 'ship', 'stuck', 'follow-up', 'birthday', 'case', 'promise', 'review', 'conflict', 'waiting'}
COUNTS = {'customers': 'customer', 'orders': 'shop_order', 'items': 'order_item', 'followups': 'follow_up', 'contacts': 'contact',
          'imports': 'import_log'}


def kinds(shop, *more, now='2026-09-23T10:00:00+08:00'):
    return [(due['kind'], due['at'], due['state']) for due in shop.call('due', *more, now=now)]


def test_due(shop):
    """due has the keys and kinds of the contract, the earliest first"""
    demo(shop)
    found = shop.call('due')
    expect({tuple(due) for due in found}, {tuple(DUE_KEYS)}, 'keys')
    expect({due['kind'] for due in found} <= KINDS, True, 'that the kinds are those of the contract')
    expect([due['at'] for due in found], sorted(due['at'] for due in found), 'times')
    expect({due['state'] for due in found}, {'due'}, 'states')
    expect(len(shop.run('due').ends(DONE).out.splitlines()), len(found), 'lines')


def test_due_payment(shop):
    """an unpaid order is due 20 minutes after it came, and no more when it is paid"""
    shop.orders(order(A, **UNPAID))
    expect(kinds(shop, now='2026-09-23T09:19:59+08:00'), [], 'a second before')
    wanted = [('payment', '2026-09-23T09:20:00+08:00', 'due')]
    expect(kinds(shop, now='2026-09-23T09:20:00+08:00'), wanted, 'then')
    later = [('payment', '2026-09-23T09:20:00+08:00', 'later')]
    expect(kinds(shop, '--until', '2026-09-23T12:00', now='2026-09-23T09:00:00+08:00'), later, 'with --until')
    shop.run('order', 'status', A, 'paid').ends(DONE)
    expect([kind for kind, *_ in kinds(shop)], ['confirm'], 'when it is paid')


def test_due_ship_and_stuck(shop):
    """a confirmed order is to ship, a shipped one is stuck after seven days"""
    shop.orders(order(A))
    shop.run('order', 'check', A, 'recipient', 'address', 'colour', 'size', 'quantity', 'courier', 'ship-time', 'buyer-note').ends(DONE)
    expect([kind for kind, *_ in kinds(shop, '--until', '2026-09-30')], ['ship'], 'when it is confirmed')
    shop.run('order', 'status', A, 'shipped', '--at', '2026-09-23T10:00:00').ends(DONE)
    expect([due for due in kinds(shop, now='2026-09-30T09:59:59+08:00') if due[0] == 'stuck'], [], 'a second before')
    expect(kinds(shop, now='2026-09-30T10:00:00+08:00'), [('stuck', '2026-09-30T10:00:00+08:00', 'due')], 'then')


def test_due_conflict(shop):
    """where the platform and the desk disagree is due, unless the platform could not know yet"""
    shop.orders(order(A), name='ExportOrderList202609201200.csv')
    shop.run('order', 'status', A, 'shipped', '--at', '2026-09-21T12:00', '--reason', '急').ends(DONE)
    expect(kinds(shop), [], 'when the platform has said nothing since')
    shop.orders(order(A), name='ExportOrderList202609221200.csv')
    expect(kinds(shop), [('conflict', '2026-09-22T12:00:00+08:00', 'due')], 'when the platform says that it is not sent')
    expect(shop.call('due')[0]['text'], 'here: Shipped, platform: Paid', 'the text')
    shop.orders(order(A, **SENT), name='ExportOrderList202609230900.csv')
    expect(kinds(shop), [], 'when it says so, too')


def test_stats(shop):
    """stats counts what is there, in numbers that SQL gives, too"""
    demo(shop)
    shop.orders(order(A))
    found = shop.call('stats')
    for key, table in COUNTS.items():
        expect(found[key], shop.sql(f'SELECT count(*) FROM {table}')[0][0], key)
    expect(found['file_bytes'] > 100000, True, 'that the file has a size')
    lines = shop.run('stats').ends(DONE).out.splitlines()
    expect(lines[0], f"Customers  {found['customers']}", 'the first line')
    expect(shop.run('stats', chinese=True).ends(DONE).out.splitlines()[0], f"客户  {found['customers']}", 'in Chinese')
    expect(len(lines), 9, 'lines')


def test_check(shop):
    """check finds a sound shop sound"""
    demo(shop)
    shop.run('check').ends(DONE, out='The shop file and its search index are sound.')
    expect(shop.call('check'), {'tables': True, 'index': True})
    shop.run('check', chinese=True).ends(DONE, out='店铺文件和搜索索引都没问题。')


def test_check_damaged(shop):
    """check finds damaged pages"""
    demo(shop)
    data = bytearray(shop.db.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle:middle + 8192] = b'\x55' * 8192
    shop.db.write_bytes(data)
    shop.run('check').ends(FAILED, 'The shop file is damaged. Restore the newest backup.', '')


def test_check_index(shop):
    """check finds a search index that does not fit the tables"""
    demo(shop)
    connection = sqlite3.connect(shop.db)
    connection.execute('UPDATE customer SET note = note || ? WHERE id = 3', ('改了没告诉索引',))
    connection.commit()
    connection.close()
    expect(shop.run('check').status, FAILED, 'exit status')


def test_demo(shop):
    """demo fills an empty shop in the locale's language, the same at the same time, and no other shop"""
    shop.run('demo', chinese=True).ends(DONE)
    found = shop.call('stats')
    expect((found['customers'] > 100, found['orders'] > 200, found['replies'] >= 40), (True, True, True), 'that it is rich')
    before = shop.content(but=())
    shop.run('demo').ends(FAILED, 'This shop has customers or orders of its own. The demo only fills an empty shop; '
                                  'choose another file for it.', '')
    expect_same(before, shop.content(but=()))
    expect(any('一' <= letter <= '鿿' for row in shop.rows('customers') for letter in row['name']), True, 'that it is Chinese')
    shop.run('check').ends(DONE)

    other = type(shop)(shop.program, shop.locale, shop.folder / 'other')
    other.folder.mkdir()
    other.run('demo', chinese=True).ends(DONE)
    for table in ('customers', 'orders', 'replies', 'followups'):
        one, two = ([{key: value for key, value in row.items() if key not in ('uid', 'customer')} for row in each.rows(table)]
                    for each in (shop, other))
        expect(one == two, True, f'that {table} are the same')


def test_demo_english(shop):
    """in English nobody reads Chinese in the demo"""
    shop.run('demo').ends(DONE)
    exports = shop.exports()
    expect(sorted({letter for text in exports.values() for letter in text if '一' <= letter <= '鿿'}), [], 'Chinese letters')


if __name__ == '__main__':
    sys.exit(main(globals()))
