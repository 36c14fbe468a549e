#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`customer duplicates|merge|unmerge|not-same`: two entries of one person, and two people who look like one."""

import sys

from ctl_shop import FAILED, USAGE, expect, expect_in, expect_same, main, order

DERIVED = ('import_log', 'contact', 'customer_merge', 'sqlite_sequence')


def two(shop):
    """Two entries of one person, with an order each, and somebody else. Gives the ids of the two."""
    shop.orders(order('2609221046500001', 收货人姓名='王晓雯', 联系手机='13800002468', 买家会员名='xiaowen_1'),
                order('2609221046500002', 收货人姓名='王晓雯', 联系手机='13900001357', 买家会员名='xiaowen_2'),
                order('2609221046500003', 收货人姓名='林静', 联系手机='13712345678', 买家会员名='linjing'))
    return [row[0] for row in shop.sql("SELECT id FROM customer WHERE name = '王晓雯' ORDER BY id")]


def test_duplicates(shop):
    """duplicates lists pairs with strength and reasons"""
    a, b = two(shop)
    found = shop.call('customer', 'duplicates')
    expect(list(found), ['pairs', 'crowded'], 'the keys')
    expect(len(found['pairs']), 1, 'the number of pairs')
    pair = found['pairs'][0]
    expect(pair['strength'], 'certain', 'the strength')
    expect(pair['reasons'], ['address'], 'the reasons')
    expect([customer['id'] for customer in pair['customers']], [str(a), str(b)], 'the customers')
    expect(pair['customers'][0], {'id': str(a), 'name': '王晓雯', 'phone': '13800002468', 'orders': 1}, 'a customer')
    expect_in('基本确定', shop.run('customer', 'duplicates', chinese=True).ends(0).out, 'the text')


def test_not_same(shop):
    """not-same is remembered, keeps the two from being merged, and is taken back"""
    a, b = two(shop)
    expect(shop.call('customer', 'not-same', b, a), {'a': str(b), 'b': str(a), 'not_same': True})
    expect(shop.call('customer', 'duplicates')['pairs'], [], 'the pairs')
    shop.run('customer', 'merge', a, b).ends(FAILED, 'Somebody noted that these two are not the same person. '
                                                     'Take that note back first.')
    shop.call('customer', 'not-same', a, b, '--off')
    expect(len(shop.call('customer', 'duplicates')['pairs']), 1, 'the number of pairs')
    shop.run('customer', 'duplicates').ends(0)


def test_merge_and_unmerge(shop):
    """merge moves all, unmerge brings both back as they were"""
    a, b = two(shop)
    before = shop.content(DERIVED)
    merged = shop.call('customer', 'merge', a, b)
    expect([merged['kept'], merged['other']], [str(a), str(b)], 'the customers')
    expect(shop.call('customer', 'duplicates')['pairs'], [], 'the pairs')
    expect(shop.call('customer', 'show', a)['totals']['orders'], 2, 'the number of orders')
    expect(shop.sql('SELECT count(*) FROM customer'), [(2,)], 'the number of customers')
    shop.run('customer', 'show', b).ends(FAILED, f'There is no customer “{b}”.')
    shop.run('check').ends(0)

    merges = shop.call('customer', 'unmerge')['merges']
    expect([(row['merge_id'], row['name']) for row in merges], [(merged['merge_id'], '王晓雯')], 'the merges')
    expect(shop.call('customer', 'unmerge', merged['merge_id'])['other'], str(b), 'who came back')
    expect(shop.call('customer', 'unmerge')['merges'], [], 'the merges')
    shop.run('check').ends(0)
    after = shop.content(DERIVED)
    for table in ('customer', 'shop_order'):
        # An edit has another version, and its time.
        columns = 'id, uid, name, n_orders, spent, last_order_at' if table == 'customer' else 'id, customer_id, number, paid'
        after[table] = before[table] = shop.sql(f'SELECT {columns} FROM {table} ORDER BY id')
    expect_same(before, after)
    expect(shop.sql('SELECT id, n_orders FROM customer WHERE id IN (?, ?) ORDER BY id', a, b), [(a, 1), (b, 1)], 'the totals')
    shop.run('customer', 'unmerge', merged['merge_id']).ends(FAILED, 'This merge was taken back already.')


def test_choices(shop):
    """merge takes a choice a field, and a dry run only tells"""
    a, b = two(shop)
    before = shop.content()
    told = shop.call('customer', 'merge', a, b, 'account=other', '--dry-run')
    expect_same(before, shop.content())
    expect(told['merge_id'], None, 'the merge')
    account = next(row for row in told['fields'] if row['field'] == 'account')
    expect(account, {'field': 'account', 'keep': 'xiaowen_1', 'other': 'xiaowen_2', 'choice': 'other',
                     'result': 'xiaowen_2', 'differs': True}, 'the account')
    shop.call('customer', 'merge', a, b, 'account=other')
    expect(shop.sql('SELECT account FROM customer_account WHERE customer_id = ? ORDER BY position', a),
           [('xiaowen_2',), ('xiaowen_1',)], 'the accounts')


def test_chain(shop):
    """the last merge is taken back first"""
    a, b = two(shop)
    c = shop.sql("SELECT id FROM customer WHERE name = '林静'")[0][0]
    first = shop.call('customer', 'merge', a, b)['merge_id']
    second = shop.call('customer', 'merge', c, a)['merge_id']
    shop.run('customer', 'unmerge', first).ends(FAILED, 'Both were merged into 林静 later. Take that merge back first.')
    shop.call('customer', 'unmerge', second)
    shop.call('customer', 'unmerge', first)
    expect(shop.sql('SELECT count(*), sum(n_orders) FROM customer'), [(3, 3)], 'the customers')


def test_order_follows_account(shop):
    """an order that is imported later goes with its account, and undoing the import leaves what was merged"""
    a, b = two(shop)
    merge = shop.call('customer', 'merge', a, b)['merge_id']
    later = shop.orders(order('2609221046500009', 收货人姓名='王晓雯', 联系手机='13900001357', 买家会员名='xiaowen_2'),
                        name='later.csv')
    expect(shop.sql("SELECT customer_id FROM shop_order WHERE number = '2609221046500009'"), [(a,)], 'the buyer')
    shop.call('customer', 'unmerge', merge)
    expect(shop.sql("SELECT customer_id FROM shop_order WHERE number = '2609221046500009'"), [(b,)], 'the buyer')
    shop.run('import-undo', later['import_id'])
    shop.run('check').ends(0)


def test_wrong_usage(shop):
    """wrong calls say what is wrong, and change nothing"""
    a, b = two(shop)
    before = shop.content()
    shop.run('customer', 'merge', a).ends(USAGE, shop.run('customer', 'merge', a).err)
    for choice in ('name', 'name=me', 'colour=other', '=other'):
        shop.run('customer', 'merge', a, b, choice).ends(
            USAGE, f'“{choice}” is no choice. Write one as name=other: a field, and keep, other or both.')
    shop.run('customer', 'merge', a, b, 'name=both').ends(
        FAILED, '“Name” has room for one value only. Choose one of the two.')
    shop.run('customer', 'merge', a, a).ends(FAILED, 'This is one customer already. Choose two different ones.')
    shop.run('customer', 'merge', a, 99).ends(FAILED, 'There is no customer “99”.')
    shop.run('customer', 'unmerge', 99).ends(FAILED, 'There is no such merge.')
    shop.run('customer', 'unmerge', 'first').ends(FAILED, 'There is no such merge.')
    shop.run('customer', 'not-same', a, a).ends(FAILED, 'This is one customer already. Choose two different ones.')
    expect_same(before, shop.content())


if __name__ == '__main__':
    sys.exit(main(globals()))
