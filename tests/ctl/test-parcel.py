#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`order mergeable|merge|unmerge|apart|ship`: what may go in one parcel, and what leaves the shop when it does."""

import os
import sys

from bad_input_fixtures import export
from ctl_shop import DONE, FAILED, USAGE, expect, expect_in, expect_same, main, order

A, B, C, D = (f'260922104650000{n}' for n in range(1, 5))
SAME = {'买家会员名': 'tb同一人', '联系手机': "'13800000001", '收货人姓名': '王晓雯'}
UNPAID = {'订单状态': '等待买家付款', '订单付款时间 ': '', '买家实际支付金额': '0.00'}
SENT = {'订单状态': '卖家已发货，等待买家确认'}
REASON = ['--reason', '老板说的']


def same(number, **cells):
    return order(number, **(SAME | cells))


def refuse(shop, arguments, reason):
    before = shop.content(but=())
    shop.run('order', *arguments).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def suggested(shop):
    return [group['orders'] for group in shop.call('order', 'mergeable')]


def shown(shop, number):
    found = shop.call('order', 'show', number)
    return found['status'], found['parcel'] and found['parcel']['orders']


def test_mergeable(shop):
    """the radar finds orders of one buyer to one address, shows in what they differ, and nothing else"""
    shop.orders(same(A, 买家应付邮费='8.00', 买家留言='下午送'), same(B, 买家应付邮费='6.00', **{'收货地址 ': '浙江 杭州市 西湖区 文三路示例小区 3幢501(310012)'}),
                same(C, **UNPAID), same(D, 买家会员名='tb别人'))
    found = shop.call('order', 'mergeable')
    expect(len(found), 1, 'groups')
    expect(sorted(found[0]), ['address', 'currency', 'differences', 'orders', 'parcel', 'phone', 'recipient', 'saved_postage'])
    expect((found[0]['orders'], found[0]['recipient'], found[0]['phone']), ([A, B], '王晓雯', '13800000001'))
    expect((found[0]['saved_postage'], found[0]['parcel']), ('6.00', None))
    expect({row['field']: (row['values'], row['warning']) for row in found[0]['differences']},
           {'address': (['浙江省杭州市西湖区文三路示例小区3幢501', '浙江杭州市西湖区文三路示例小区 3幢501'], False),
            'buyer-note': (['下午送', None], False)}, 'the differences')
    lines = shop.run('order', 'mergeable', chinese=True).ends(DONE).out.splitlines()
    expect(lines[:2], ['王晓雯 13800000001 浙江省杭州市西湖区文三路示例小区3幢501', f'  {A}  {B}'])
    expect_in('  买家留言: 下午送 | —', lines)


def test_merge(shop):
    """merged orders are one parcel with the postage saved, until it is taken apart"""
    shop.orders(same(A, 买家应付邮费='8.00'), same(B, 买家应付邮费='6.00'), same(C, 买家应付邮费='5.00'))
    expect(suggested(shop), [[A, B, C]])
    found = shop.call('order', 'merge', A, B)
    expect((found['id'], found['orders'], found['saved_postage'], found['shipped_at'], found['differences']),
           ('1', [A, B], '6.00', None, []))
    expect(suggested(shop), [[A, B, C]], 'what could go together with a parcel')
    expect(shop.call('order', 'mergeable')[0]['parcel'], '1')
    expect(shop.call('order', 'merge', C, B)['saved_postage'], '11.00')
    expect(suggested(shop), [])
    for number in (A, B, C):
        expect(shown(shop, number), ('paid', [A, B, C]))
    refuse(shop, ['merge', A, C], 'These orders are in one parcel already.')
    refuse(shop, ['apart', A, C], 'These orders are in one parcel. Take it apart first.')
    expect(shop.call('order', 'unmerge', '1'), {'parcel': '1', 'orders': [A, B, C]})
    expect(shown(shop, A), ('paid', None))
    expect(suggested(shop), [[A, B, C]])
    refuse(shop, ['unmerge', '1'], 'There is no such parcel.')
    refuse(shop, ['unmerge', 'first'], 'There is no such parcel.')
    expect(shop.run('order', 'merge', A, B).ends(DONE).out.splitlines()[0],
           'Parcel 2, postage saved: ¥6.00. “order unmerge 2” takes it apart.')
    expect(shop.run('order', 'show', A, chinese=True).ends(DONE).out.splitlines()[3], f'  包裹 2：{A} {B}')


def test_by_hand(shop):
    """a person may merge across buyers, but nothing that may not ship"""
    shop.orders(same(A), order(B), same(C, **UNPAID), same(D, **SENT))
    expect(suggested(shop), [])
    refuse(shop, ['merge', A, C], f'Order {C}: The order is not paid. Only paid orders are sent together.')
    refuse(shop, ['merge', A, D], f'Order {D}: The order has left already.')
    refuse(shop, ['merge', A, A], 'Say two different orders.')
    refuse(shop, ['merge', A, '999'], 'There is no order 999.')
    shop.run('order', 'merge', A).ends(USAGE)
    found = shop.call('order', 'merge', A, B)
    expect([row['field'] for row in found['differences']], ['phone', 'account'], 'what the person is shown')
    expect(shop.sql('SELECT DISTINCT text FROM contact'), [("In one parcel with another customer's order",)], 'the timelines')


def test_apart(shop):
    """two orders that a person wants to send apart are not suggested until that is taken back"""
    shop.orders(same(A), same(B), same(C))
    expect(shop.call('order', 'apart', B, A), {'a': B, 'b': A, 'apart': True})
    expect(suggested(shop), [[A, C]])
    shop.run('order', 'apart', A, C).ends(DONE)
    expect(suggested(shop), [[B, C]])
    shop.run('order', 'apart', A, B, '--off').ends(DONE)
    expect(suggested(shop), [[A, B]])
    refuse(shop, ['apart', A, A], 'Say two different orders.')


def test_leaves(shop):
    """an order that may not ship any more leaves its parcel, whichever way it came"""
    shop.orders(same(A), same(B), same(C))
    shop.call('order', 'merge', A, B, C)
    shop.run('order', 'status', C, 'closed').ends(DONE)
    expect((shown(shop, A), shown(shop, C)), (('paid', [A, B]), ('closed', None)))
    shop.run('order', 'undo', C).ends(DONE)
    expect(shown(shop, C), ('paid', None))
    path = shop.write('newer.csv', export(same(B, 订单状态='交易关闭', 订单关闭原因='有一笔退款')))
    os.utime(path, (1790200000, 1790200000))
    shop.run('import', path, now='2026-09-25T10:00:00+08:00').ends(DONE, out=None)
    expect((shown(shop, A), shown(shop, B)[1]), (('paid', None), None))
    expect(shop.sql('SELECT count(*) FROM parcel'), [(0,)])


LINES = ('订单编号,标题,价格,购买数量,商品属性,订单状态,退款状态,退款金额\r\n'
         '{},云朵针织开衫,219.00,1,颜色:黑,"买家已付款，等待卖家发货",{},219.00\r\n')


def test_refund(shop):
    """a refund that a file tells of takes the order out of its parcel, and the timeline says why"""
    shop.orders(same(A), same(B), same(C))
    shop.call('order', 'merge', A, B, C)
    asked = '买家已经申请退款，等待卖家同意'
    found = shop.call('import', shop.write('lines.csv', LINES.format(A, asked)))
    expect((shown(shop, A), shown(shop, B)), (('paid', None), ('paid', [B, C])))
    text, = (text for text, in shop.sql("SELECT text FROM contact WHERE order_id = 1 ORDER BY id DESC LIMIT 1"))
    expect(text, f'No more in one parcel with {B}, {C}   A refund of this order is open. '
                 'Settle it before it goes in a parcel with others.')
    expect(suggested(shop), [])
    # The order is as before the file; that it goes in a parcel again is for a person to say.
    shop.run('import-undo', found['import_id']).ends(DONE)
    expect(suggested(shop), [[A, B, C]])
    refuse(shop, ['merge', B, C], 'These orders are in one parcel already.')


def test_undone_import(shop):
    """an order that is unpaid again, because the file that told of its payment is taken back, leaves as well"""
    shop.orders(same(A, **UNPAID), same(B))
    path = shop.write('newer.csv', export(same(A)))
    os.utime(path, (1790200000, 1790200000))
    found = shop.call('import', path, now='2026-09-25T10:00:00+08:00')
    shop.call('order', 'merge', A, B)
    shop.run('import-undo', found['import_id']).ends(DONE)
    expect((shown(shop, A), shown(shop, B)), (('unpaid', None), ('paid', None)))
    expect(shop.sql('SELECT count(*) FROM parcel'), [(0,)])


def test_ship(shop):
    """a parcel leaves with all of its orders, with one number, and comes back with all of them"""
    shop.orders(same(A), same(B), order(C))
    shop.call('order', 'merge', A, B)
    refuse(shop, ['ship', A], '\n'.join(
        f'Order {number}: The confirmation list is not complete. Say why the order is shipped all the same.' for number in (A, B)))
    found = shop.call('order', 'ship', B, '--courier', '顺丰速运', '--tracking', 'SF100', *REASON)
    expect((found['status'], found['courier'], found['tracking'], found['partly_shipped']), ('shipped', '顺丰速运', 'SF100', False))
    expect(found['parcel']['shipped_at'], '2026-09-23T10:00:00+08:00')
    expect(found['shipments'], [{'at': '2026-09-23T10:00:00+08:00', 'courier': '顺丰速运', 'tracking': 'SF100', 'by': None,
                                 'note': None, 'items': [{'line': 1, 'quantity': 1}]}])
    expect((shown(shop, A)[0], shop.call('order', 'show', A)['tracking']), ('shipped', 'SF100'))
    refuse(shop, ['unmerge', '1'], 'The parcel has left already. Take the shipment back first.')
    shop.run('order', 'undo', A).ends(DONE)
    for number in (A, B):
        expect(shown(shop, number), ('paid', [A, B]))
        expect(shop.call('order', 'show', number)['shipments'], [])
    expect(shop.call('order', 'show', A)['parcel']['shipped_at'], None)
    shop.run('order', 'status', A, 'shipped', *REASON).ends(DONE)
    expect((shown(shop, B)[0], shown(shop, C)[0]), ('shipped', 'paid'), 'that the other one left, and no third')


def test_parts(shop):
    """an order leaves in parts, is shipped with the last one, and undo takes part for part back"""
    shop.orders(order(A, 宝贝总数量='3'), same(B), same(C))
    call = ['order', 'ship', A, *REASON]
    found = shop.call(*call, '--item', '1=1', '--tracking', 'T1')
    expect((found['status'], found['partly_shipped'], found['tracking']), ('paid', True, 'T1'))
    found = shop.call(*call, '--item=1=1', '--tracking', 'T2')
    refuse(shop, [*call[1:], '--item', '1=2'], 'Only 1 piece of this line is still to be sent.')
    refuse(shop, [*call[1:], '--item', '2=1'], 'This order has 1 line.')
    shop.run(*call, '--item', '1').ends(USAGE, '“1” is no part of an order. Write it like 1=2: the line, and how many pieces of it.')
    shop.run(*call, '--item', '1=0').ends(USAGE)
    found = shop.call(*call)
    expect((found['status'], found['partly_shipped'], found['tracking']), ('shipped', False, 'T2'))
    expect([(row['tracking'], row['note'], row['items']) for row in found['shipments']],
           [('T1', '老板说的', [{'line': 1, 'quantity': 1}]), ('T2', '老板说的', [{'line': 1, 'quantity': 1}]),
            (None, None, [{'line': 1, 'quantity': 1}])])
    lines = shop.run('order', 'show', A, chinese=True).ends(DONE).out.splitlines()
    expect([line.split() for line in lines[3:6]], [['已发货', '今天', '10:00', '1', '件', 'T1'], ['已发货', '今天', '10:00', '1', '件', 'T2'],
                                                   ['已发货', '今天', '10:00', '1', '件']], 'what people read of it')
    for status, partly, tracking, n in (('paid', True, 'T2', 2), ('paid', True, 'T1', 1), ('paid', False, 'T1', 0)):
        found = shop.call('order', 'undo', A)
        expect((found['status'], found['partly_shipped'], found['tracking'], len(found['shipments'])), (status, partly, tracking, n))
    shop.call('order', 'merge', B, C)
    refuse(shop, ['ship', B, '--item', '1=1', *REASON],
           'The order is in a parcel with others. Send the whole parcel, or take it apart first.')


def test_lines_after_part(shop):
    """a file that knows the lines better does not make what has left count as not sent"""
    shop.orders(order(A, 宝贝总数量='3'))
    shop.run('order', 'ship', A, '--item', '1=2', *REASON).ends(DONE)
    path = shop.write('lines.csv', LINES.format(A, '没有申请退款').replace('219.00,1,', '73.00,3,'))
    os.utime(path, (1790200000, 1790200000))
    shop.run('import', path, now='2026-09-25T10:00:00+08:00').ends(DONE)
    found = shop.call('order', 'show', A)
    expect((found['partly_shipped'], found['shipments'][0]['items']), (True, [{'line': 1, 'quantity': 2}]))
    refuse(shop, ['ship', A, '--item', '1=2', *REASON], 'Only 1 piece of this line is still to be sent.')


def test_address(shop):
    """an order whose address changed stays in its parcel, is marked, and does not leave without a reason"""
    shop.orders(same(A), same(B))
    shop.call('order', 'merge', A, B)
    shop.run('order', 'set', B, 'address=浙江省杭州市余杭区示例路 9 号').ends(DONE)
    expect(shown(shop, A), ('paid', [A, B]))
    refuse(shop, ['ship', A], f'Orders {A} and {B} of this parcel have different addresses. Say why they go together all the same.')
    expect(suggested(shop), [])
    shop.run('order', 'ship', A, *REASON).ends(DONE)


def test_checklist(shop):
    """the list warns of another order that waits, until the two are merged or are to go apart"""
    shop.orders(same(A), same(B))

    def row():
        return next(row['state'] for row in shop.call('order', 'show', A)['checklist'] if row['key'] == 'duplicate-parcel')

    expect(row(), 'warn', 'the row at first')
    shop.call('order', 'merge', A, B)
    expect(row(), 'ok', 'the row in one parcel')
    shop.call('order', 'unmerge', '1')
    expect(row(), 'warn', 'the row when it was taken apart')
    shop.call('order', 'apart', B, A)
    expect(row(), 'ok', 'the row when they go apart')


def test_erased(shop):
    """an order that is kept without its buyer has nowhere to go, and leaves its parcel; what has left stays as it was"""
    for status, others in (('paid', None), ('shipped', [A, B, C])):
        shop.db.unlink(missing_ok=True)
        shop.orders(order(A, 收货人姓名='张三', 买家应付邮费='8.00'), same(B, 买家应付邮费='8.00'), same(C, 买家应付邮费='8.00'))
        shop.call('order', 'merge', A, B, C)
        if status == 'shipped':
            shop.run('order', 'ship', A, *REASON).ends(DONE)
        shop.run('customer', 'erase', '1', '--yes', '--keep-orders').ends(DONE)
        expect((shown(shop, A), shown(shop, B)), ((status, others), (status, others or [B, C])))
        expect(shop.call('order', 'show', B)['parcel']['saved_postage'], '16.00' if others else '8.00')
        shop.run('check').ends(DONE)


def test_slips(shop):
    """merging and taking apart make printed slips out of date"""
    shop.orders(same(A), same(B), same(C))
    outdated = lambda: [shop.call('order', 'show', number)['slip']['outdated'] for number in (A, B, C)]
    shop.run('order', 'print', A, B, C, str(shop.folder / 'slip.pdf')).ends(DONE)
    shop.call('order', 'merge', A, B)
    expect(outdated(), [True, True, False])
    shop.run('order', 'print', A, str(shop.folder / 'slip.pdf')).ends(DONE)
    expect(outdated(), [False, False, False])
    shop.call('order', 'merge', A, C)
    expect(outdated(), [True, True, True])
    shop.run('order', 'print', A, str(shop.folder / 'slip.pdf')).ends(DONE)
    shop.run('order', 'status', C, 'closed').ends(DONE)
    expect(outdated()[:2], [True, True], 'after one left')


if __name__ == '__main__':
    sys.exit(main(globals()))
