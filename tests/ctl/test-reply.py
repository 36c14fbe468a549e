#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`reply list|show|fill`: the library, and texts filled for one customer and one order, or not at all."""

import contextlib
import sqlite3
import sys

from ctl_shop import DONE, FAILED, UNRESOLVED, demo, expect, expect_in, main, order

A, B = '2609221046500001', '2609221046500002'
KEYS = ['id', 'title', 'group', 'stages', 'shortcode', 'body', 'variants', 'keywords', 'favourite', 'uses', 'last_used_at']
READ_BACK = 'hddz'
TEXT = ('王晓雯，请您核对一下收货信息：\n收件人：王晓雯\n电话：13800000001\n地址：浙江省杭州市西湖区文三路示例小区3幢501\n'
        '您选的云朵针织开衫 黑色 L ×1，发顺丰')


def test_list(shop):
    """reply list has the keys of the contract, a title and a shortcode each, and nothing else is printed as text"""
    demo(shop)
    found = shop.call('reply', 'list')
    expect([key for key in KEYS if any(key not in reply for reply in found)], [], 'keys that are missing')
    expect(len({reply['shortcode'] for reply in found}), len(found), 'different shortcodes')
    lines = shop.run('reply', 'list').ends(DONE).out.splitlines()
    expect(lines, [f"{reply['shortcode']}  {reply['group']}  {reply['title']}" for reply in found], 'the list as text')


def test_show(shop):
    """reply show by shortcode and by id is the same; what is not there is told"""
    demo(shop)
    first = shop.call('reply', 'list')[0]
    for word in (first['shortcode'], first['id']):
        expect(shop.call('reply', 'show', word), first, f'the reply {word}')
    expect(shop.run('reply', 'show', first['id']).ends(DONE).out,
           f"{first['shortcode']}  {first['title']}\n{first['body']}\n", 'as text')
    for word, reason in (('没有的', 'There is no reply “没有的”.'), ('99999', 'There is no such reply.')):
        for command in ('show', 'fill'):
            shop.run('reply', command, word).ends(FAILED, reason, '')
    shop.run('reply', 'show', '没有的', chinese=True).ends(FAILED, '没有话术“没有的”。')


def with_order(shop):
    demo(shop)
    shop.orders(order(A, 修改后的sku='颜色分类:黑色;尺码:L'), order(B, 买家会员名='tb别人', 收货人姓名='李别人', 联系手机="'13900000009"))


def test_fill(shop):
    """a filled reply has this customer's and this order's data, and nothing else goes to standard output"""
    with_order(shop)
    result = shop.run('reply', 'fill', READ_BACK, '--order', A, '--set', '快递=顺丰').ends(DONE)
    expect_in(TEXT, result.out, 'the text')
    document = shop.call('reply', 'fill', READ_BACK, '--order', A, '--set', '快递=顺丰')
    expect(list(document), ['text', 'missing', 'warnings'], 'keys')
    expect((document['text'] + '\n', document['missing']), (result.out, []), 'the document')
    for word in ('{', '}', '⁠'):
        expect(word in document['text'], False, f'that {word} is left')


def test_missing(shop):
    """while anything is missing nothing is printed as text; exit status 4, and the names on standard error"""
    with_order(shop)
    names = ['order.recipient  Recipient', 'order.phone  Phone', 'order.address  Address', 'order.items  Goods', '快递']
    shop.run('reply', 'fill', READ_BACK).ends(UNRESOLVED, names, '')
    result = shop.run('--json', 'reply', 'fill', READ_BACK).ends(UNRESOLVED, names)
    expect(result.json['missing'], [name.split()[0] for name in names], 'missing')
    shop.run('reply', 'fill', READ_BACK, '--order', A).ends(UNRESOLVED, '快递', '')
    result = shop.run('reply', 'fill', READ_BACK, chinese=True).ends(UNRESOLVED, [
        'order.recipient  收件人', 'order.phone  手机', 'order.address  地址', 'order.items  商品', '快递'], '')


def test_answers(shop):
    """--set answers a field by its name and by its Chinese name; a value is never filled in again"""
    with_order(shop)
    answers = ['order.recipient={客户}', '电话=1', '地址=a=b', '商品=围巾', '快递=顺丰']
    found = shop.call('reply', 'fill', READ_BACK, *(word for answer in answers for word in ('--set', answer)))
    expect_in('收件人：{客户}\n电话：1\n地址：a=b\n您选的围巾，发顺丰', found['text'], 'the text')


def test_known_answers(shop):
    """what the order knows answers a question, if it is one of its choices; --set goes before it"""
    with_order(shop)
    shop.run('order', 'set', A, 'courier=中通').ends(DONE)
    expect_in('发中通', shop.call('reply', 'fill', READ_BACK, '--order', A)['text'], 'the text')
    expect_in('发顺丰', shop.call('reply', 'fill', READ_BACK, '--order', A, '--set', 'order.courier=顺丰')['text'], 'the text')
    shop.run('order', 'set', A, 'courier=没有这家').ends(DONE)
    shop.run('reply', 'fill', READ_BACK, '--order', A).ends(UNRESOLVED, '快递', '')


def test_several_messages(shop):
    """a reply of several messages is printed as several, parted as in a CSV file, and one that is left empty is none"""
    with_order(shop)
    with contextlib.closing(sqlite3.connect(shop.db)) as connection, connection:
        connection.execute('UPDATE reply SET body = ? WHERE shortcode = ?', ('{客户}您好\x1e{链接|}\x1e{{订单号}} {订单号}', READ_BACK))
    shop.run('reply', 'fill', READ_BACK, '--order', A).ends(DONE, '', f'王晓雯您好\n---\n{{订单号}} {A}\n')
    expect(shop.call('reply', 'fill', READ_BACK, '--order', A)['text'], f'王晓雯您好\x1e\x1e{{订单号}} {A}', 'the text')


def test_right_customer(shop):
    """one buyer's data never goes to another: the order has to be the customer's, and nobody is guessed"""
    with_order(shop)
    fill = ['reply', 'fill', READ_BACK, '--set', '快递=顺丰']
    mine, = [hit['id'] for hit in shop.call('search', 'customers', '13800000001')]
    other, = [hit['id'] for hit in shop.call('search', 'customers', '李别人')]
    shop.run(*fill, '--order', A, '--customer', mine).ends(DONE)
    shop.run(*fill, '--order', B, '--customer', '李别人').ends(DONE)
    shop.run(*fill, '--order', A, '--customer', other).ends(
        FAILED, f"Order {A} is another customer's: one buyer's data must never go to another.", '')
    shop.run(*fill, '--customer', '138').ends(
        FAILED, '“138” fits more than one customer. Say the id that “search customers” gives.', '')
    shop.run(*fill, '--customer', '没有的').ends(FAILED, 'There is no customer “没有的”.', '')
    shop.run(*fill, '--order', A[:-1]).ends(FAILED, f'There is no order {A[:-1]}.', '')


def test_customer(shop):
    """without an order, a greeting has the customer's name, and the clerk of --as"""
    with_order(shop)
    texts = {}
    for person in ('李别人', '13800000001'):
        for reply in shop.call('reply', 'list'):
            if '{客户' not in reply['body'] and '{称呼' not in reply['body']:
                continue
            result = shop.run('--json', 'reply', 'fill', reply['id'], '--customer', person)
            texts.setdefault(person, []).append(result.json['text'])
    expect([text for text in texts['李别人'] if '王晓雯' in text], [], 'texts with another name')
    expect(any('李' in text for text in texts['李别人']), True, 'that a text has the name')


def test_every_reply(shop):
    """every starter reply fills for an order that is known in full, but for what a clerk is asked"""
    with_order(shop)
    shop.run('order', 'set', A, 'courier=顺丰', 'tracking=SF1').ends(DONE)
    for reply in shop.call('reply', 'list'):
        result = shop.run('--json', 'reply', 'fill', reply['id'], '--order', A)
        asked = [name for name in result.json['missing'] if f'?{name}' not in reply['body']]
        expect([name for name in asked if name not in ('product.link', 'shop.promotion')], [], f"missing in {reply['title']}")
        expect(result.status, UNRESOLVED if result.json['missing'] else DONE, 'exit status')


def test_reading_only(shop):
    """filling a reply here is no copy: nothing is counted"""
    with_order(shop)
    before = shop.content(but=())
    shop.run('reply', 'fill', READ_BACK, '--order', A, '--set', '快递=顺丰').ends(DONE)
    expect(shop.content(but=()), before, 'the shop')


if __name__ == '__main__':
    sys.exit(main(globals()))
