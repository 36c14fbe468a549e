#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`search` and `customer show`: who and what is found, what is shown of it, and what the platform hides."""

import contextlib
import json
import sqlite3
import sys

from ctl_shop import DONE, FAILED, demo, expect, expect_in, main, order

A, B, C, D = '2609221046500001', '2609221046500002', '2609221046500003', '2609221046500004'
PEOPLE = [
    order(A, 买家会员名='晓雯_xw', 收货人姓名='王晓雯', 联系手机="'13800000101"),
    order(B, 买家会员名='ouyang', 收货人姓名='欧阳娜', 联系手机="'13800002107", **{'宝贝标题 ': '羊毛围巾'}),
    order(C, 买家会员名='zhangsan', 收货人姓名='张三', 联系手机="'13900000102", 修改后的收货地址='江苏省 南京市 鼓楼区 示例路88号(210008)'),
]
CUSTOMER_KEYS = ['id', 'name', 'call_name', 'phones', 'accounts', 'addresses', 'tags', 'totals', 'timeline', 'level', 'note', 'caution']
# What is typed and who is found by it, best first.
QUERIES = [('王晓雯', ['王晓雯']), ('晓雯', ['王晓雯']), ('王', ['王晓雯']), ('wxw', ['王晓雯']), ('wangxiaowen', ['王晓雯']),
           ('oyn', ['欧阳娜']), ('2107', ['欧阳娜']), ('13900000102', ['张三']), ('0102', ['张三']), ('zhangsan', ['张三']),
           ('鼓楼区', ['张三']), ('示例路88', ['张三']), ('没有的', []), ("'; DROP TABLE", []), ('"', []), ('*', []), ('%', [])]


def test_customers(shop):
    """customers are found as in the window: name, pinyin, initials, phone tail, account, address"""
    shop.orders(*PEOPLE)
    for query, names in QUERIES:
        expect([hit['name'] for hit in shop.call('search', 'customers', query)], names, f'found by {query}')
    hit = shop.call('search', 'customers', '王晓雯')[0]
    expect(hit, {'id': '1', 'title': '王晓雯', 'detail': '13800000101 · 浙江 杭州', 'name': '王晓雯', 'phone': '13800000101'})
    shop.run('search', 'customers', '王晓雯').ends(DONE, out=['1  王晓雯  13800000101 · 浙江 杭州'])
    shop.run('search', 'customers', '没有的').ends(DONE, out='')


# Who is set to have what, and what is typed then, by a customer's name.
KNOWN = {'王晓雯': ['call-name=老单', 'note=對羊毛過敏', 'caution=退过三次'], '张三': ['tags=老客，送礼用']}
WAYS = [('+86 138 0000-2107', '欧阳娜'), ('138-0000-2107', '欧阳娜'), ('ou yang', '欧阳娜'), ('歐陽', '欧阳娜'), ('ｏｙｎ', '欧阳娜'),
        ('OUYANG', '欧阳娜'), ('laoshan', '王晓雯'), ('羊毛过敏', '王晓雯'), ('三次', '王晓雯'), ('晓雯_X', '王晓雯'), ('送礼', '张三'),
        ('鼓樓區', '张三'), ('江苏 示例路', '张三'), ('张三 南京', '张三')]


def test_ways_to_type(shop):
    """every field is found as people type it, in text as in JSON, and once it is taken away it is not"""
    shop.orders(*PEOPLE)
    ids = {hit['name']: hit['id'] for hit in shop.call('search', 'customers')}
    for name, changes in KNOWN.items():
        shop.call('customer', 'set', ids[name], *changes)
    for query, name in WAYS:
        expect([hit['id'] for hit in shop.call('search', 'customers', query)], [ids[name]], f'found by {query}')
        lines = shop.run('search', 'customers', query).ends(DONE).out.splitlines()
        expect([line.split()[0] for line in lines], [ids[name]], f'lines for {query}')
        expect(shop.call('customer', 'show', query)['id'], ids[name], f'shown for {query}')
    shop.call('customer', 'set', ids['王晓雯'], 'call-name=', 'note=', 'caution=')
    shop.call('customer', 'set', ids['张三'], 'tags=')
    for query in ('laoshan', '羊毛过敏', '三次', '送礼'):
        expect(shop.call('search', 'customers', query), [], f'found by {query} afterwards')


def test_orders(shop):
    """orders are found by number, its tail, goods and buyer"""
    shop.orders(*PEOPLE)
    for query, numbers in [(B, [B]), (B[-4:], [B]), ('羊毛', [B]), ('欧阳', [B]), ('wxw', [A]), ('没有的', []), ('南京', [C])]:
        expect([hit['number'] for hit in shop.call('search', 'orders', query)], numbers, f'found by {query}')
    expect(shop.call('search', 'orders', B), [{'id': '2', 'title': '欧阳娜', 'detail': '羊毛围巾 · ¥219.00', 'number': B, 'status': 'paid'}])
    shop.run('search', 'orders', B).ends(DONE, out=[f'{B}  欧阳娜  羊毛围巾 · ¥219.00'])


def test_replies(shop):
    """replies are found by shortcode, title, pinyin initials and text"""
    demo(shop)
    hits = shop.call('search', 'replies', 'hddz')
    expect(sorted(hits[0]), ['detail', 'id', 'shortcode', 'title'], 'keys')
    expect(hits[0]['title'], '核对地址', 'the best for initials')
    expect(shop.call('search', 'replies', hits[0]['shortcode'])[0]['id'], hits[0]['id'], 'the best for its shortcode')
    expect(shop.call('search', 'replies', '核对地址')[0]['id'], hits[0]['id'], 'the best for its title')


def test_own_replies(shop):
    """a clerk's own reply is found, listed and written to a file for that clerk, whoever is on duty, and for nobody else"""
    demo(shop)
    reply = shop.call('reply', 'list')[0]
    on_duty, = shop.sql("SELECT s.name FROM staff AS s JOIN setting AS t ON t.key = 'clerk.on-duty' AND t.value = s.id")[0]
    other, name = shop.sql('SELECT id, name FROM staff WHERE name <> ?', on_duty)[0]
    with contextlib.closing(sqlite3.connect(shop.db)) as connection, connection:
        connection.execute('UPDATE reply SET owner_id = ? WHERE id = ?', (other, reply['id']))
    for who, found in ((on_duty, False), (name, True)):
        hits = shop.call('--as', who, 'search', 'replies', reply['shortcode'])
        expect(reply['id'] in [hit['id'] for hit in hits], found, f'that {who} finds it')
        listed = shop.call('--as', who, 'reply', 'list')
        expect(reply['id'] in [each['id'] for each in listed], found, f'that it is listed for {who}')
        file = shop.folder / 'own.json'
        shop.call('--as', who, 'export', 'replies', file)
        exported = json.loads(file.read_text())
        expect(reply['title'] in [each['title'] for each in exported], found, f'that it is in the file of {who}')
        suggested = shop.call('--as', who, 'reply', 'suggest', reply['title'])
        expect(reply['id'] in [each['id'] for each in suggested], found, f'that it is suggested to {who}')
    expect(len(shop.call('reply', 'list')), len(listed) - 1, 'what is listed for who is on duty')


def test_empty_and_limit(shop):
    """an empty search lists the newest, --limit says how many"""
    shop.orders(*PEOPLE)
    for query in ([], [''], [' ']):
        expect([hit['name'] for hit in shop.call('search', 'customers', *query)], ['张三', '欧阳娜', '王晓雯'], 'newest customers')
    expect([hit['number'] for hit in shop.call('search', 'orders', '', '--limit', '2')], [C, B], 'newest orders')
    expect(len(shop.call('search', 'customers', '1', '--limit', '1')), 1, 'hits with a limit')
    expect(len(shop.run('search', 'customers').ends(DONE).out.splitlines()), 3, 'lines')


def test_show(shop):
    """customer show has the keys of the contract, by id and by what finds one customer"""
    shop.orders(*PEOPLE)
    found = shop.call('customer', 'show', '3')
    expect([key for key in CUSTOMER_KEYS if key not in found], [], 'keys that are missing')
    expect((found['id'], found['name'], found['caution']), ('3', '张三', None))
    expect(found['phones'], [{'label': None, 'number': '13900000102', 'extension': None, 'hidden': False}], 'phones')
    expect(found['accounts'], [{'platform': 'taobao', 'account': 'zhangsan'}], 'accounts')
    expect(found['addresses'][0]['text'], '江苏省南京市鼓楼区示例路88号', 'the address')
    expect(found['totals'] | {'last_contact_at': None},
           {'orders': 1, 'spent': '219.00', 'average': '219.00', 'currency': 'CNY', 'last_order_at': '2026-09-20T10:11:12+08:00',
            'last_contact_at': None}, 'totals')
    expect([(entry['kind'], entry['number']) for entry in found['timeline']], [('order', C)], 'the timeline')
    for query in ('张三', 'zhangs', '0102', '鼓楼'):
        expect(shop.call('customer', 'show', query)['id'], '3', f'found by {query}')
    expect(shop.run('customer', 'show', '张三').ends(DONE).out.splitlines(),
           ['3  张三  张三', '  139 0000 0102', '  江苏省南京市鼓楼区示例路88号', '  1 order, ¥219.00',
            f'  Sep 20  {C}  Paid  云朵针织开衫'])


def test_nobody_is_guessed(shop):
    """a query that fits several customers is refused, and one that fits nobody; nothing typed is nobody"""
    shop.orders(*PEOPLE)
    for query, reason in [('138', '“138” fits more than one customer. Say the id that “search customers” gives.'),
                          ('没有的', 'There is no customer “没有的”.'), ('99', 'There is no customer “99”.'),
                          ('', 'There is no customer “”.'), (' ', 'There is no customer “ ”.')]:
        shop.run('customer', 'show', query).ends(FAILED, reason, '')
    shop.run('customer', 'show', '浙江', chinese=True).ends(FAILED, '“浙江”符合的客户不止一位，请用 search customers 列出的编号。')


def test_totals(shop):
    """totals of every customer of a year are those of their orders"""
    demo(shop)
    # Closed orders do not count, and unpaid ones are no money yet.
    rows = shop.sql('SELECT id, n_orders, (SELECT count(*) FROM shop_order WHERE customer_id = c.id AND state <> 6), '
                    'spent, (SELECT total(paid) FROM shop_order WHERE customer_id = c.id AND state NOT IN (0, 6)), '
                    'last_order_at, (SELECT max(ordered_at) FROM shop_order WHERE customer_id = c.id) FROM customer AS c')
    expect([row[0] for row in rows if row[1] != row[2] or row[3] != row[4] or row[5] != row[6]], [], 'customers with wrong totals')
    found = shop.call('customer', 'show', str(rows[-1][0]))
    times = [entry['at'] for entry in found['timeline']]
    expect(times, sorted(times, reverse=True), 'the timeline, newest first')


def test_average(shop):
    """the average is that of what was paid, rounded, as the window has it"""
    amounts = {'买家应付货款': '0.50', '总金额': '0.50', '买家实际支付金额': '0.50'}
    unpaid = {'订单状态': '等待买家付款', '订单付款时间 ': '', '买家实际支付金额': '0.00'}
    buyer = {'买家会员名': 'tb', '联系手机': "'13800000001"}
    shop.orders(order(A, **buyer), order(B, **buyer | amounts), order(C, **buyer | unpaid))
    totals = shop.call('customer', 'show', '1')['totals']
    expect((totals['orders'], totals['spent'], totals['average']), (3, '219.50', '109.75'))


def test_markup(shop):
    """names that look like markup or commands are shown as they are"""
    shop.orders(order(A, 收货人姓名='A&B <b>', 买家会员名='A&B <b>'), order(B, 收货人姓名='%s%n', 买家会员名='%s'))
    expect_in('A&B <b>', shop.run('customer', 'show', '1').ends(DONE).out)
    expect_in('%s%n', shop.run('search', 'customers', '').ends(DONE).out)
    expect(shop.call('customer', 'show', '1')['name'], 'A&B <b>', 'the name')


HIDDEN = [
    order(A, 买家会员名='林**', 收货人姓名='林**', 联系手机="'183****2807", **{'收货地址 ': '浙江省 杭州市 西湖区 文***(310012)'}),
    order(B, 买家会员名='林**', 收货人姓名='林**', 联系手机="'183****2807", **{'收货地址 ': '浙江省 杭州市 西湖区 文***(310012)'}),
    order(C, 买家会员名='##Zk4xQ0dB##', 收货人姓名='##Zk4xQ0dB##', 联系手机="'##a1B2c3D4##", **{'收货地址 ': '##cDlkZXRhaWw##'}),
    order(D, 买家会员名='tb_lin', 收货人姓名='林小姐', 联系手机="'13800000199-1234"),
]


def test_hidden(shop):
    """what the platform hides makes and matches nobody, is marked, and fails no check"""
    shop.orders(*HIDDEN)
    expect([row['accounts'] for row in shop.rows('customers')], ['taobao|tb_lin'], 'customers')
    for number, hidden in [(A, ['name', 'phone', 'address']), (C, ['name', 'phone', 'address']), (D, ['phone'])]:
        found = shop.call('order', 'show', number)
        expect(found['recipient']['hidden'], hidden, f'hidden in {number}')
        states = {row['key']: row['state'] for row in found['checklist']}
        expect(states['phone-valid'], 'hidden', 'the check of the phone')
        expect(states['address-complete'], 'hidden' if 'address' in hidden else 'ok', 'the check of the address')
    expect([shop.call('order', 'show', number)['customer'] for number in (A, B, C)], [None] * 3, 'whose orders')
    phone = shop.call('customer', 'show', '林小姐')['phones'][0]
    expect((phone['number'], phone['extension'], phone['hidden']), ('13800000199-1234', '1234', True), 'the phone')


def test_hidden_is_not_told(shop):
    """a buyer reads stars as the platform shows them, but cipher text is missing"""
    demo(shop)
    shop.orders(*HIDDEN)
    names = ['order.recipient', 'order.phone', 'order.address']
    result = shop.run('--json', 'reply', 'fill', 'hddz', '--order', C, '--set', '快递=顺丰')
    expect((result.status, result.json['missing']), (4, names), 'missing for cipher text')
    expect('##' in result.json['text'], False, 'that cipher text is told')
    result = shop.run('--json', 'reply', 'fill', 'hddz', '--order', A, '--set', '快递=顺丰').ends(DONE)
    expect_in('183****2807', result.json['text'], 'the text for starred data')
    for reply in shop.call('reply', 'list'):
        result = shop.run('--json', 'reply', 'fill', reply['id'], '--order', C)
        expect('##' in result.json['text'], False, f'that {reply["title"]} tells cipher text')


def test_plain_after_hidden(shop):
    """plain data replaces hidden data, and hidden data never plain data"""
    shop.orders(order(A, 收货人姓名='林**', 联系手机="'183****2807"), name='ExportOrderList202609201200.csv')
    shop.orders(order(A, 收货人姓名='林小满', 联系手机="'18300002807"), name='ExportOrderList202609211200.csv')
    expect(shop.call('order', 'show', A)['recipient']['name'], '林小满', 'after the plain one')
    shop.orders(order(A, 收货人姓名='林**', 联系手机="'183****2807"), name='ExportOrderList202609221200.csv')
    found = shop.call('order', 'show', A)['recipient']
    expect((found['name'], found['phone'], found['hidden']), ('林小满', '18300002807', []))


if __name__ == '__main__':
    sys.exit(main(globals()))
