#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`parse-order`, `order new`, `order repeat`, and the sums of orders that the desk wrote."""

import sys

from ctl_shop import DONE, FAILED, USAGE, expect, expect_same, main, order

A = '2609221046500001'
CHAT = ('王晓雯 13800002468 浙江省杭州市西湖区文三路100号幸福小区3幢502\n'
        '云朵针织开衫 黑色 L 1件 168元\n帆布托特包 米白 2个 59元\n包邮 优惠6 一共280')
NUMBER = '20260923-001'


def refuse(shop, arguments, reason):
    before = shop.content(but=())
    shop.run(*arguments).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def items(document):
    return [(i['title'], i['colour'], i['size'], i['quantity'], i['price']) for i in document['items']]


def test_parse(shop):
    """parse-order tells goods, recipient and sums with how sure each is, and knows the shop's own goods"""
    found = shop.call('parse-order', CHAT)
    expect(found['items'][0]['title'], '云朵针织开衫')
    expect(found['items'][0]['confidence'], {'title': 'guess', 'quantity': 'certain', 'price': 'likely'})
    expect((found['name'], found['phone'], found['district']), ('王晓雯', '13800002468', '西湖区'))
    expect((found['total'], found['postage'], found['discount'], found['paid'], found['sum_fits']), ('280.00', '0.00', '6.00', False, True))
    shop.call('order', 'new', 'item.1.title=云朵针织开衫')
    expect(shop.call('parse-order', '开衫 黑 L')['items'][0]['title'], '云朵针织开衫')


def test_new(shop):
    """order new writes what the chat says: number, customer, sums; the customer is found by the phone the next time"""
    found = shop.call('order', 'new', '--text', CHAT)
    expect((found['number'], found['platform'], found['status']), (NUMBER, 'wechat', 'unpaid'))
    expect(items(found), [('云朵针织开衫', '黑色', 'L', 1, '168.00'), ('帆布托特包', '米白', None, 2, '59.00')])
    expect((found['total'], found['customer_name'], found['recipient']['phone']), ('280.00', '王晓雯', '13800002468'))
    again = shop.call('order', 'new', '--text', '羊毛围巾 1条 89\n13800002468', '--platform', 'wechat')
    expect((again['number'], again['customer']), ('20260923-002', found['customer']))
    expect(shop.sql('SELECT count(*) FROM customer'), [(1,)])


def test_paid(shop):
    """a chat that says so makes a paid order, with the payment"""
    found = shop.call('order', 'new', '--text', '羊毛围巾 1条 ¥89 已付')
    expect((found['status'], found['paid'], found['payments'][0]['amount']), ('paid', '89.00', '89.00'))


def test_fields(shop):
    """order new by fields; the sums follow the goods, whatever is changed later; a total that was agreed on is a discount"""
    found = shop.call('order', 'new', 'item.1.title=围巾', 'item.1.price=89', 'item.1.quantity=2', 'postage=8', 'recipient=李梅')
    expect(found['total'], '186.00')
    expect(shop.call('order', 'set', NUMBER, 'item.1.quantity=3')['total'], '275.00')
    expect(shop.call('order', 'set', NUMBER, 'item.2.title=贺卡', 'item.2.price=5')['total'], '280.00')
    expect(shop.call('order', 'set', NUMBER, 'item.2.gift=yes')['total'], '275.00')
    expect(shop.call('order', 'set', NUMBER, 'total=270')['total'], '270.00')
    expect(shop.call('order', 'set', NUMBER, 'discount=0')['total'], '275.00')


def test_platform_sums(shop):
    """what a platform's order comes to stays, whatever the desk corrects in it"""
    shop.orders(order(A, 宝贝总数量='1'))
    before = shop.call('order', 'show', A)['total']
    expect(shop.call('order', 'set', A, 'item.1.quantity=3')['total'], before)
    refuse(shop, ['order', 'set', A, 'total=1'], 'The platform says what this order comes to.')


def test_repeat(shop):
    """order repeat writes the same goods for the same people, unpaid, with a number of its own; fields may differ"""
    shop.call('order', 'new', '--text', CHAT + '\n已付')
    shop.call('order', 'set', NUMBER, 'tracking=SF0000000000001', 'buyer-note=送礼')
    found = shop.call('order', 'repeat', NUMBER, 'item.1.colour=白色')
    expect((found['number'], found['status'], found['tracking'], found['customer']), ('20260923-002', 'unpaid', None, '1'))
    expect(items(found), [('云朵针织开衫', '白色', 'L', 1, '168.00'), ('帆布托特包', '米白', None, 2, '59.00')])
    expect(found['total'], '286.00')
    expect(found['recipient']['address'], shop.call('order', 'show', NUMBER)['recipient']['address'])


def test_refused(shop):
    """what is no order is refused with a sentence, and nothing is written"""
    shop.call('order', 'new', 'item.1.title=围巾', 'item.1.price=89')
    for arguments, reason in [
            (['new', '--text', '在吗'], 'An order needs goods.'),
            (['new'], 'An order needs goods.'),
            (['new', 'item.1.title='], 'Say what the goods are called.'),
            (['new', 'item.1.title=围巾', 'item.1.quantity=-2'], '“-2” is not a number from 1 to 1000000.'),
            (['new', 'item.1.title=围巾', 'item.1.price=-5'], 'An amount is not below zero.'),
            (['new', 'item.1.title=围巾', 'item.1.price=1.234,50 €'], '“1.234,50 €” is not an amount of money. Write it like 219.00.'),
            (['new', 'item.1.title=围巾', 'item.1.price=10', 'discount=11'], 'The discount is more than goods and postage together.'),
            (['new', 'item.1.title=围巾', 'item.1.price=9000000000000', 'item.1.quantity=1000000'],
             'This comes to more than can be counted. Look at prices and quantities.'),
            (['set', NUMBER, 'total=100'], 'Goods and postage come to less than this total. Correct a price, or add what is missing.'),
            (['set', NUMBER, 'gift=maybe'], '“maybe” is neither yes nor no.'),
            (['set', NUMBER, 'kind=strange'], '“strange” does not fit “kind”.'),
            (['repeat', '404'], 'There is no order 404.')]:
        refuse(shop, ['order'] + arguments, reason)
    shop.run('order', 'new', '--platform', 'moon').ends(USAGE)
    shop.run('order', 'new', '围巾').ends(USAGE)


if __name__ == '__main__':
    sys.exit(main(globals()))
