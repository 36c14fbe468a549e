#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`order show|status|undo|check|set`: the gate's reasons, ticks that drop, edits. An order moves and changes by rules only."""

import sys

from ctl_shop import DONE, FAILED, PARTLY, USAGE, demo, expect, expect_same, main, order

A, B = '2609221046500001', '2609221046500002'
KEYS = ['order', 'number', 'platform', 'shop', 'status', 'platform_status', 'confirmed', 'hold', 'customer', 'items', 'recipient',
        'checklist', 'history', 'currency', 'total', 'paid', 'ordered_at', 'paid_at', 'courier', 'tracking', 'flag']
HUMAN = ['recipient', 'address', 'colour', 'size', 'quantity', 'courier', 'ship-time', 'buyer-note']
COMPUTED = ['phone-valid', 'address-complete', 'amount', 'items', 'history', 'duplicate-parcel', 'caution', 'stock', 'refund']
INCOMPLETE = 'The confirmation list is not complete. Say why the order is shipped all the same.'
UNPAID = {'订单状态': '等待买家付款', '订单付款时间 ': '', '买家实际支付金额': '0.00'}


def states(document):
    return {row['key']: row['state'] for row in document['checklist']}


def row_of(document, key):
    return next(row for row in document['checklist'] if row['key'] == key)


def refuse(shop, arguments, reason):
    """The command is refused with exactly this reason, as text and as JSON, and nothing is changed."""
    before = shop.content(but=())
    shop.run(*arguments).ends(FAILED, reason, '')
    shop.run('--json', *arguments).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def test_show(shop):
    """order show has the keys of the contract, ids as text, money with its decimals, times with their zone"""
    shop.orders(order(A, 宝贝总数量='2', 修改后的sku='颜色分类:黑色;尺码:L'))
    found = shop.call('order', 'show', A)
    expect([key for key in KEYS[1:] if key not in found], [], 'keys that are missing')
    expect((found['id'], found['number'], found['customer'], found['customer_name']), ('1', A, '1', '王晓雯'))
    expect((found['total'], found['paid'], found['currency']), ('219.00', '219.00', 'CNY'))
    expect((found['ordered_at'], found['paid_at'], found['shipped_at']),
           ('2026-09-20T10:11:12+08:00', '2026-09-20T10:15:00+08:00', None))
    expect(found['items'], [{'title': '云朵针织开衫', 'colour': '黑色', 'size': 'L', 'sku': None, 'quantity': 2, 'price': '0.00'}])
    expect(found['recipient'], {'name': '王晓雯', 'phone': '13800000001',
                                'address': '浙江省杭州市西湖区文三路示例小区3幢501', 'hidden': []})
    expect([row['key'] for row in found['checklist']], HUMAN + COMPUTED, 'the checklist')
    expect([row['kind'] for row in found['checklist']], ['human'] * len(HUMAN) + ['computed'] * len(COMPUTED), 'kinds')
    expect(set(states(found).values()) <= {'open', 'ok', 'warn', 'hidden', 'dropped'}, True, 'that the states are those of the contract')

    lines = shop.run('order', 'show', A).ends(DONE).out.splitlines()
    expect(lines[:3], [f'{A}  Paid  ¥219.00', '  云朵针织开衫 黑色 L ×2', '  王晓雯 13800000001 浙江省杭州市西湖区文三路示例小区3幢501'])
    expect(len(lines), 3 + len(HUMAN) + len(COMPUTED), 'lines')
    expect(shop.run('order', 'show', A, chinese=True).ends(DONE).out.splitlines()[0], f'{A}  已付款  ¥219.00')


def test_not_there(shop):
    """an order that is not there"""
    shop.orders(order(A))
    for arguments in (['show', B], ['status', B, 'packed'], ['undo', B], ['check', B, 'colour'], ['set', B, 'flag=1']):
        refuse(shop, ['order', *arguments], f'There is no order {B}.')
    shop.run('order', 'show', A[:-1]).ends(FAILED, f'There is no order {A[:-1]}.')


def test_pay(shop):
    """order pay: a deposit, the rest, which makes the order paid; undo takes the rest back; money with a minus goes back"""
    shop.orders(order(A, **UNPAID))
    found = shop.call('order', 'pay', A, '50', '--kind', 'deposit', '--method', '微信')
    expect((found['status'], found['paid']), ('unpaid', '50.00'))
    expect([(row['kind'], row['amount'], row['method']) for row in found['payments']], [('deposit', '50.00', '微信')])
    refuse(shop, ['order', 'pay', A, '169.01'], 'Only ¥169.00 is still to be paid of this order.')
    refuse(shop, ['order', 'pay', A, '-50.01'], 'Only ¥50.00 was paid of this order; no more can go back.')
    refuse(shop, ['order', 'pay', A, '0'], 'Say how much was paid.')
    shop.run('order', 'pay', A, '1.234,50 €').ends(FAILED)
    shop.run('order', 'pay', A, '1', '--kind', 'tip').ends(USAGE, '“tip” is no payment; say whole, deposit, balance or part.')
    found = shop.call('order', 'pay', A, '169')
    expect((found['status'], found['paid'], found['payments'][1]['kind']), ('paid', '219.00', 'balance'))
    found = shop.call('order', 'undo', A)
    expect((found['status'], found['paid'], len(found['payments'])), ('unpaid', '50.00', 1))
    shop.call('order', 'status', A, 'paid')
    expect(shop.call('order', 'pay', A, '-20')['paid'], '199.00')


def test_way(shop):
    """an order goes from unpaid to completed, each step with its time and who did it"""
    demo(shop)
    name, = shop.sql('SELECT name FROM staff ORDER BY id DESC LIMIT 1')[0]
    shop.orders(order(A, **UNPAID))
    steps = [('paid', '10:00'), ('packed', '11:00'), ('shipped', '12:00'), ('received', '13:00'), ('completed', '14:00')]
    for state, time in steps:
        reason = ['--reason', '客人急用'] if state == 'shipped' else []
        found = shop.call('--as', name, 'order', 'status', A, state, '--at', f'2026-09-23T{time}:00', *reason)
        expect((found['status'], found[f'{state}_at']), (state, f'2026-09-23T{time}:00+08:00'))
    expect([(move['to'], move['actor'], move['by'], move['reason']) for move in found['history']],
           [(state, 'desk', name, '客人急用' if state == 'shipped' else None) for state, _ in steps], 'the history')
    expect((found['platform_status'], found['history'][-1]['at']), ('unpaid', '2026-09-23T14:00:00+08:00'))


def test_gate(shop):
    """the gate refuses with its reason, and nothing is changed"""
    shop.orders(order(A, **UNPAID), order(B))
    move = ['order', 'status']
    refuse(shop, [*move, A, 'unpaid'], 'The order already stands at “Unpaid”.')
    refuse(shop, [*move, A, 'shipped', '--reason', 'x'], 'The order is not paid yet. Mark it as paid first.')
    refuse(shop, [*move, B, 'received'], 'An order does not go from “Paid” straight to “Received”.')
    refuse(shop, [*move, B, 'unpaid'], 'An order does not go back from “Paid” to “Unpaid”. Undo the last step instead.')
    refuse(shop, [*move, B, 'shipped'], INCOMPLETE)
    refuse(shop, [*move, B, 'shipped', '--reason', ' '], INCOMPLETE)
    shop.run(*move, B, 'closed').ends(DONE)
    refuse(shop, [*move, B, 'shipped'], 'The order is closed. Undo the closing to go on with it.')
    shop.run(*move, A, 'shipped', chinese=True).ends(FAILED, '订单还没付款，请先标为已付款。')


def test_holds(shop):
    """an open refund, the platform's hold and a balance that is not paid forbid to pack and to ship, whatever the reason"""
    lines = '订单编号,标题,价格,购买数量,商品属性,订单状态,退款状态,退款金额\r\n{},云朵针织开衫,219.00,1,颜色:黑,"买家已付款，等待卖家发货",{},219.00\r\n'
    shop.orders(order(A), order(B, 订单状态='卖家部分发货'))
    shop.run('import', shop.write('lines.csv', lines.format(A, '买家已经申请退款，等待卖家同意'))).ends(DONE)
    expect(shop.call('order', 'show', A)['hold'], ['refund'], 'the hold')
    for state in ('packed', 'shipped'):
        refuse(shop, ['order', 'status', A, state, '--reason', '客人急用'],
               'A refund of this order is open. Settle it before the order is packed or shipped.')
    expect(shop.call('order', 'show', A)['checklist'][-1]['state'], 'warn', 'the row for refunds')


def test_undo(shop):
    """the desk's last step can be undone, the platform's not"""
    shop.orders(order(A))
    content = shop.call('order', 'show', A)
    shop.run('order', 'status', A, 'packed').ends(DONE)
    found = shop.call('order', 'undo', A)
    expect((found['status'], found['packed_at'], found['history'][-1]['undone']), ('paid', None, True))
    expect({key: found[key] for key in found if key != 'history'}, {key: content[key] for key in content if key != 'history'},
           'the order')
    refuse(shop, ['order', 'undo', A], "There is no step of the desk's to take back.")

    shop.run('order', 'status', A, 'shipped', '--reason', '急').ends(DONE)
    expect(shop.call('order', 'undo', A)['shipped_at'], None, 'shipped at')


def test_undo_keeps_what_was_known(shop):
    """undo takes back what the step set, and leaves a deposit and times that the platform had told before"""
    shop.orders(order(A, **UNPAID | {'买家实际支付金额': '50.00', '订单付款时间 ': '2026-09-20 10:15:00'}))
    before = shop.call('order', 'show', A)
    expect((before['status'], before['paid'], before['paid_at']), ('unpaid', '50.00', '2026-09-20T10:15:00+08:00'), 'at first')
    shop.run('order', 'status', A, 'paid').ends(DONE)
    found = shop.call('order', 'undo', A)
    expect([found[key] for key in ('status', 'paid', 'paid_at')], [before[key] for key in ('status', 'paid', 'paid_at')], 'after undo')

    shop.orders(order(B, **UNPAID))
    expect(shop.call('order', 'status', B, 'paid')['paid'], '219.00', 'what is paid')
    found = shop.call('order', 'undo', B)
    expect((found['paid'], found['paid_at']), ('0.00', None), 'after undo')


def test_check(shop):
    """ticks say who and when; a full list confirms the order, and then it ships without a reason"""
    demo(shop)
    name, = shop.sql('SELECT name FROM staff ORDER BY id DESC LIMIT 1')[0]
    shop.orders(order(A, 买家留言='请包好', 修改后的sku='颜色分类:黑色;尺码:L'))
    found = shop.call('--as', name, 'order', 'check', A, 'recipient', 'address')
    expect([row_of(found, 'recipient')[key] for key in ('state', 'by', 'at')], ['ok', name, '2026-09-23T10:00:00+08:00'])
    expect((states(found)['colour'], found['confirmed']), ('open', None))
    found = shop.call('order', 'check', A, *HUMAN)
    expect([states(found)[key] for key in HUMAN], ['ok'] * len(HUMAN), 'the ticks')
    expect(found['confirmed'], '2026-09-23T10:00:00+08:00', 'confirmed')
    expect(shop.call('order', 'status', A, 'shipped')['status'], 'shipped', 'status')


def test_uncheck(shop):
    """--off takes ticks off, and the order is not confirmed any more"""
    shop.orders(order(A, 修改后的sku='颜色分类:黑色;尺码:L'))
    shop.run('order', 'check', A, *HUMAN).ends(DONE)
    found = shop.call('order', 'check', A, 'colour', '--off')
    expect((states(found)['colour'], found['confirmed']), ('open', None))
    refuse(shop, ['order', 'status', A, 'shipped'], INCOMPLETE)


def test_check_refused(shop):
    """what the program checks is nobody's to tick, and all or nothing is ticked"""
    shop.orders(order(A))
    refuse(shop, ['order', 'check', A, 'colour', 'amount'], '“Amount” is checked by the program and can\'t be ticked.')
    shop.run('order', 'check', A, 'colour', 'nothing').ends(USAGE, 'The checklist has no row “nothing”.', '')


def test_set(shop):
    """each field can be set, and is found again"""
    shop.orders(order(A))
    found = shop.call('order', 'set', A, 'recipient=李四', 'phone=139 0000 0007', 'address=上海 上海市 浦东新区 示例路9号', 'courier=顺丰',
                      'tracking=SF1234567890123', 'buyer-note=急', 'seller-note=a=b', 'flag=3', 'item.1.title=围巾',
                      'item.1.colour=灰', 'item.1.size=均码', 'item.1.quantity=4')
    expect(found['recipient'] | {'address': None}, {'name': '李四', 'phone': '139 0000 0007', 'address': None, 'hidden': []})
    expect([found[key] for key in ('courier', 'tracking', 'buyer_note', 'seller_note', 'flag')],
           ['顺丰', 'SF1234567890123', '急', 'a=b', 3])
    expect(found['items'][0] | {'price': None, 'sku': None},
           {'title': '围巾', 'colour': '灰', 'size': '均码', 'quantity': 4, 'price': None, 'sku': None})
    expect([hit['number'] for hit in shop.call('search', 'orders', 'SF1234567890123')], [A], 'found by the tracking number')
    expect([hit['number'] for hit in shop.call('search', 'orders', '李四')], [A], 'found by the recipient')
    shop.run('check').ends(DONE)


def test_set_refused(shop):
    """a field that is not there or does not fit: all or nothing is set"""
    shop.orders(order(A))
    for field, reason in [('colour=1', 'An order has no field “colour”.'), ('item.1.weight=1', 'An order has no field “weight”.'),
                          ('item.2.colour=1', 'This order has 1 line.'), ('item.x.colour=1', 'This order has 1 line.'),
                          ('item.1.quantity=0', '“0” is not a number from 1 to 1000000.'),
                          ('item.1.quantity=two', '“two” is not a number from 1 to 1000000.'),
                          ('flag=9', '“9” is not a number from 0 to 5.')]:
        refuse(shop, ['order', 'set', A, 'courier=顺丰', field], reason)


def test_ticks_drop(shop):
    """a tick drops when what it stood for changes, and says from what to what; others stay"""
    shop.orders(order(A))
    shop.run('order', 'check', A, *HUMAN).ends(DONE)
    found = shop.call('order', 'set', A, 'address=上海 上海市 浦东新区 示例路9号')
    expect(states(found)['address'], 'dropped', 'the tick on the address')
    expect([states(found)[key] for key in ('recipient', 'colour', 'size', 'quantity')], ['ok'] * 4, 'other ticks')
    note = row_of(found, 'address')['note']
    for part in ('文三路示例小区3幢501', '示例路9号'):
        expect(part in note, True, f'that “{note}” tells of {part}')
    expect(found['confirmed'], None, 'confirmed')
    refuse(shop, ['order', 'status', A, 'shipped'], INCOMPLETE)

    found = shop.call('order', 'check', A, 'address')
    expect(states(found)['address'], 'ok', 'the tick on the address when it was ticked again')
    for field, key in [('phone=13900000008', 'recipient'), ('item.1.colour=红', 'colour'), ('item.1.quantity=2', 'quantity')]:
        expect(states(shop.call('order', 'set', A, field))[key], 'dropped', f'the tick after {field}')


def test_ticks_stay(shop):
    """a tick stays when something else changes, or the same is said again"""
    shop.orders(order(A))
    shop.run('order', 'check', A, *HUMAN).ends(DONE)
    found = shop.call('order', 'set', A, 'seller-note=x', 'flag=1', 'tracking=YT1', 'recipient=王晓雯', 'phone=138 0000 0001')
    expect([states(found)[key] for key in HUMAN], ['ok'] * len(HUMAN), 'ticks')
    expect(found['confirmed'], '2026-09-23T10:00:00+08:00', 'confirmed')


def test_totals(shop):
    """moving an order keeps its customer's totals"""
    shop.orders(order(A, **UNPAID))
    expect(shop.call('customer', 'show', '1')['totals']['spent'], '0.00', 'spent before it is paid')
    shop.run('order', 'status', A, 'paid').ends(DONE)
    totals = shop.call('customer', 'show', '1')['totals']
    expect((totals['orders'], totals['spent'], totals['average'], totals['currency']), (1, '219.00', '219.00', 'CNY'))
    shop.run('order', 'undo', A).ends(DONE)
    expect(shop.call('customer', 'show', '1')['totals']['spent'], '0.00', 'spent after the step was undone')


def test_bulk(shop):
    """order bulk moves what may move and says of each other order why not; 0, 3 and 1 tell all, some, none"""
    shop.orders(order(A), order(B, **UNPAID))
    unpaid = 'The order is not paid yet. Mark it as paid first.'
    found = shop.run('--json', 'order', 'bulk', 'packed', A, B).ends(PARTLY).json
    expect(found, [{'number': A, 'done': True, 'reason': None}, {'number': B, 'done': False, 'reason': unpaid}])
    expect([shop.call('order', 'show', number)['status'] for number in (A, B)], ['packed', 'unpaid'])
    shop.run('order', 'bulk', 'packed', B).ends(FAILED, '', f'{B}  {unpaid}\n')
    shop.run('order', 'bulk', 'paid', B).ends(DONE, '', f'{B}  done\n')
    refuse(shop, ['order', 'bulk', 'packed', A, '404'], 'There is no order 404.')


if __name__ == '__main__':
    sys.exit(main(globals()))
