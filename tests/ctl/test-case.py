#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`case …` and `promise …`: from the first word of a buyer to the end, what follows for the order, and what is refused."""

import sys

from ctl_shop import DONE, FAILED, USAGE, expect, expect_in, expect_same, main, order

A, B = '2609221046500001', '2609221046500002'
SHIPPED = {'订单状态': '卖家已发货，等待买家确认', '宝贝总数量': '2'}
LINES = '订单编号,标题,价格,购买数量,商品属性,订单状态,退款状态,退款金额\r\n{},云朵针织开衫,219.00,1,颜色:黑,"买家已付款，等待卖家发货",{},219.00\r\n'
SHORT = ['id', 'order', 'type', 'state', 'step', 'due_at', 'opened_at', 'closed_at', 'reason', 'amount', 'currency', 'who', 'customer',
         'customer_name', 'new_order']
FULL = SHORT + ['uid', 'step_at', 'due_set', 'next', 'usual_remedies', 'outcome', 'satisfaction', 'courier', 'tracking', 'platform_number', 'note',
                'warning', 'remedies', 'return_windows', 'attachments', 'lines']


def shop_of_two(shop):
    """A is paid, B is on its way."""
    shop.orders(order(A), order(B, **SHIPPED))
    return shop


def refuse(shop, arguments, reason):
    """The command is refused with exactly this reason, as text and as JSON, and nothing is changed."""
    before = shop.content(but=())
    shop.run(*arguments).ends(FAILED, reason, '')
    shop.run('--json', *arguments).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def test_refund(shop):
    """a refund before shipping holds the order until it is closed, whatever the way to pack it"""
    shop_of_two(shop)
    case = shop.call('case', 'open', A, 'refund-only', '--reason', '买错了', '--amount', '219')
    expect(list(case), FULL, 'the keys')
    expect((case['id'], case['order'], case['step'], case['next'], case['amount'], case['due_at']),
           ('1', A, 'asked', ['approved'], '219.00', '2026-09-25T10:00:00+08:00'))
    expect(case['warning'], 'Nothing is offered to the buyer yet.')
    expect(case['usual_remedies'], ['refund-all', 'part-refund', 'coupon', 'explanation'])
    found = shop.call('order', 'show', A)
    expect((found['hold'], [list(row) for row in found['cases']]), (['case'], [SHORT]))
    for status in ('packed', 'shipped'):
        refuse(shop, ['order', 'status', A, status, '--reason', 'now'],
               'A case of this order is open in which nothing may be sent. Settle it before the order is packed or shipped.')
    refuse(shop, ['case', 'open', A, 'refund-only'], 'A case “Refund without return” of this order is open already.')
    refuse(shop, ['case', 'step', '1', 'refunded'], 'Before “Refunded” comes “Agreed to”. Say why it is passed over.')
    shop.call('case', 'step', '1', 'approved')
    refuse(shop, ['case', 'step', '1', 'asked'], '“Asked for” lies behind this case. Say why it goes back to it.')
    shop.call('case', 'step', '1', 'refunded')
    refuse(shop, ['case', 'close', '1'], 'The money went back, but the order could still be shipped. Close the order first.')
    shop.call('case', 'offer', '1', 'part-refund', '--amount', '20')
    shop.call('case', 'choose', '1', '1')
    shop.call('case', 'done', '1', '1')
    expect(shop.call('case', 'close', '1', '--satisfaction', 'so-so')['satisfaction'], 'so-so')
    expect(shop.call('order', 'show', A)['hold'], [])
    expect(shop.call('order', 'status', A, 'packed')['status'], 'packed')
    expect(shop.call('case', 'list'), [])
    expect([row['state'] for row in shop.call('case', 'list', '--all')], ['closed'])
    expect(shop.call('case', 'reopen', '1')['step'], 'refunded')
    expect(shop.call('order', 'show', A)['hold'], ['case'])


def test_cancel(shop):
    """a cancelled order is closed before its case is; it can't be packed in between or after"""
    shop_of_two(shop)
    shop.call('case', 'open', A, 'cancel')
    shop.call('case', 'step', '1', 'refunded')
    refuse(shop, ['case', 'close', '1'], 'The money went back, but the order could still be shipped. Close the order first.')
    shop.call('order', 'status', A, 'closed')
    expect(shop.call('case', 'close', '1')['state'], 'closed')
    shop.run('order', 'status', A, 'packed').ends(FAILED)


def test_remedies(shop):
    """what is offered, chosen and done; nothing agreed on is forgotten at the end"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'complaint')
    refuse(shop, ['case', 'offer', '1', 'part-refund'], 'Say how much is offered.')
    refuse(shop, ['case', 'offer', '1', 'part-refund', '--amount', '219.01'],
           'Only ¥219.00 was paid of this order; no more can go back.')
    shop.run('case', 'offer', '1', 'part-refund', '--amount', '1.234,50 €').ends(FAILED)
    shop.call('case', 'offer', '1', 'part-refund', '--amount', '5')
    case = shop.call('case', 'offer', '1', '送一双袜子')
    expect([(row['n'], row['remedy'], row['amount'], row['chosen_at']) for row in case['remedies']],
           [(1, 'part-refund', '5.00', None), (2, '送一双袜子', None, None)])
    expect(case['warning'], None)
    refuse(shop, ['case', 'done', '1', '1'], 'The buyer has not chosen this. Choose it first.')
    refuse(shop, ['case', 'choose', '1', '3'], '2 remedies are offered in this case.')
    shop.call('case', 'choose', '1', '1')
    refuse(shop, ['case', 'close', '1', '--outcome', '算了'],
           '“Refund a part” was agreed on and is not done. Do it, or take the choice back.')
    shop.call('case', 'choose', '1', '1', '--off')
    shop.call('case', 'choose', '1', '2')
    case = shop.call('case', 'done', '1', '2')
    expect([bool(row['done_at']) for row in case['remedies']], [False, True])
    refuse(shop, ['case', 'close', '1'], 'The case did not come to its end. Say what came of it.')
    case = shop.call('case', 'close', '1', '--outcome', '袜子已寄', '--satisfaction', 'yes')
    expect((case['state'], case['outcome'], case['satisfaction']), ('closed', '袜子已寄', 'yes'))
    expect([row['type'] for row in case['lines']],
           ['opened', 'offered', 'offered', 'chosen', 'not-chosen', 'chosen', 'done', 'closed'])
    refuse(shop, ['case', 'offer', '1', 'gift'], 'The case is closed. Reopen it to go on with it.')


def test_return(shop):
    """a return: until when goods may come back, the way back, files"""
    shop_of_two(shop)
    case = shop.call('case', 'open', B, 'return')
    expect([(row['state'], row['until']) for row in case['return_windows']], [('not-begun', None)])
    shop.call('order', 'status', B, 'received', '--at', '2026-09-20T23:59:00+08:00')
    case = shop.call('case', 'show', '1')
    expect([(row['title'], row['state'], row['until']) for row in case['return_windows']],
           [('云朵针织开衫', 'open', '2026-09-28T00:00:00+08:00')])
    expect(shop.call('case', 'show', '1', now='2026-09-28T00:00:00+08:00')['return_windows'][0]['state'], 'over')
    case = shop.call('case', 'set', '1', 'courier=圆通', 'tracking=YT123', 'number=R77', 'note=周五到', 'due=2026-09-24T18:00:00+08:00')
    expect((case['courier'], case['tracking'], case['platform_number'], case['note'], case['due_at'], case['due_set']),
           ('圆通', 'YT123', 'R77', '周五到', '2026-09-24T18:00:00+08:00', True))
    case = shop.call('case', 'set', '1', 'due=')
    expect((case['due_at'], case['due_set']), ('2026-09-25T10:00:00+08:00', False))
    refuse(shop, ['case', 'set', '1', 'colour=red'], 'A case has no field “colour”.')
    refuse(shop, ['case', 'set', '1', 'who=nobody'], 'Nobody here is called “nobody”.')
    case = shop.call('case', 'attach', '1', shop.write('hole.txt', 'a hole'))
    expect([row['name'] for row in case['attachments']], ['hole.txt'])
    expect([row['name'] for row in shop.call('customer', 'dossier', case['customer'])['attachments']], ['hole.txt'])


def test_exchange(shop):
    """an exchange sends goods again, as an order of its own that costs nothing and is checked anew"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'exchange')
    refuse(shop, ['case', 'resend', '1', '--item', '1=3'], 'Of “云朵针织开衫” from 0 to 2 can be sent again.')
    refuse(shop, ['case', 'resend', '1', '--item', '2=1'], '“2=1” is no line and quantity; this order has 1 line.')
    refuse(shop, ['case', 'resend', '1', '--item', '1=0'], 'Say what is sent again.')
    case = shop.call('case', 'resend', '1', '--item', '1=1')
    expect(case['new_order'], f'{B}-R1')
    found = shop.call('order', 'show', f'{B}-R1')
    expect((found['status'], found['total'], found['confirmed'], [(row['quantity'], row['price']) for row in found['items']]),
           ('paid', '0.00', None, [(1, '0.00')]))
    expect(found['recipient'], shop.call('order', 'show', B)['recipient'])
    refuse(shop, ['case', 'resend', '1'], f'It is sent again already, as order {B}-R1.')
    shop.call('case', 'open', A, 'cancel')
    refuse(shop, ['case', 'resend', '2'], 'Nothing is sent again in a case “Cancellation”.')


def test_not_there(shop):
    """what is not there, and what does not fit"""
    shop_of_two(shop)
    for arguments in (['show', '9'], ['step', '9', 'approved'], ['offer', '9', 'gift'], ['choose', '9', '1'], ['done', '9', '1'],
                      ['set', '9', 'note=x'], ['close', '9'], ['reopen', '9'], ['resend', '9']):
        refuse(shop, ['case', *arguments], 'There is no such case.')
    refuse(shop, ['case', 'open', A[:-1], 'return'], f'There is no order {A[:-1]}.')
    refuse(shop, ['case', 'open', A, 'tantrum'], 'There is no kind of case “tantrum”.')
    refuse(shop, ['case', 'open', A, 'return'], '“Return” does not fit an order that is “Paid”.')
    refuse(shop, ['case', 'open', A, 'cancel', '--amount', '-1'], 'A case is about no amount below zero.')
    shop.call('case', 'open', A, 'cancel')
    refuse(shop, ['case', 'step', '1', 'sent-back'], '“sent-back” is no step of a case “Cancellation”.')
    refuse(shop, ['case', 'step', '1', 'asked'], 'The case stands there already.')
    refuse(shop, ['case', 'reopen', '1'], 'The case is open.')
    refuse(shop, ['promise', 'keep', '9'], 'There is no such promise.')
    shop.run('case', 'show', 'first').ends(USAGE, '“first” is no case.')


def test_rule(shop):
    """the shop's own deadlines: open cases follow"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'return')
    expect(shop.call('case', 'rule', 'return', 'asked', '6'), [{'type': 'return', 'step': 'asked', 'platform': None, 'hours': 6}])
    expect(shop.call('case', 'show', '1')['due_at'], '2026-09-23T16:00:00+08:00')
    shop.call('case', 'rule', 'return', 'asked', '8', '--platform', 'taobao')
    expect(shop.call('case', 'show', '1')['due_at'], '2026-09-23T18:00:00+08:00')
    shop.call('case', 'rule', 'return', 'asked', '0', '--platform', 'taobao')
    expect(shop.call('case', 'show', '1')['due_at'], None)
    shop.call('case', 'rule', 'return', 'asked', 'default', '--platform', 'taobao')
    expect(shop.call('case', 'rule', 'return', 'asked', 'default'), [])
    expect(shop.call('case', 'show', '1')['due_at'], '2026-09-25T10:00:00+08:00')
    refuse(shop, ['case', 'rule', 'return', 'paid-back', '1'], '“paid-back” is no step of such a case.')
    refuse(shop, ['case', 'rule', 'tantrum', 'asked', '1'], 'There is no kind of case “tantrum”.')


def test_due(shop):
    """what is due: the step of a case, and a promise until it is kept"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'exchange')
    promise = shop.call('promise', 'add', B, '补差价 5 元', '--due', '2026-09-23T12:00:00+08:00', '--amount', '5')
    expect((promise['id'], promise['order'], promise['text'], promise['amount'], promise['state'], promise['due_at']),
           ('1', B, '补差价 5 元', '5.00', 'open', '2026-09-23T12:00:00+08:00'))
    kinds = ('case', 'promise')
    expect([row['kind'] for row in shop.call('due') if row['kind'] in kinds], [])
    due = [row for row in shop.call('due', '--until', '2026-09-25T10:00:00+08:00') if row['kind'] in kinds]
    expect([(row['kind'], row['order'], row['text']) for row in due],
           [('promise', B, '补差价 5 元'), ('case', B, 'Exchange: Asked for')])
    expect([row['text'] for row in shop.call('order', 'show', B)['promises']], ['补差价 5 元'])
    shop.run('promise', 'list', chinese=True).ends(DONE, '', [f'1  今天 12:00  未兑现  {B}  王晓雯  补差价 5 元  ¥5.00'])
    expect(shop.call('promise', 'keep', '1')['state'], 'kept')
    refuse(shop, ['promise', 'withdraw', '1'], 'This promise is kept already.')
    expect(shop.call('promise', 'list'), [])
    shop.call('promise', 'add', A, '今天发货', '--due', '2026-09-23T18:00:00+08:00')
    expect(shop.call('promise', 'withdraw', '2')['state'], 'withdrawn')
    refuse(shop, ['promise', 'keep', '2'], 'This promise was withdrawn.')
    refuse(shop, ['promise', 'add', A, ' ', '--due', '2026-09-23T18:00:00+08:00'], 'Say what was promised.')


def test_refunds(shop):
    """a refund that a file reports opens no case: the list offers to"""
    asked = '买家已经申请退款，等待卖家同意'
    shop.orders(order(A), order(B))
    expect(shop.call('case', 'list', '--refunds'), [])
    shop.run('import', shop.write('lines.csv', LINES.format(A, asked))).ends(DONE)
    expect(shop.call('case', 'list', '--refunds'), [{'order': A, 'status': 'paid', 'refund': asked}])
    expect(shop.call('case', 'list'), [])
    shop.call('case', 'open', A, 'refund-only')
    expect(shop.call('case', 'list', '--refunds'), [])


def test_import_undo(shop):
    """an import whose orders have a case or a promise keeps them"""
    imported = shop.orders(order(A), order(B), order('2609221046500003'))
    shop.call('case', 'open', A, 'complaint')
    shop.call('promise', 'add', B, '今天发货', '--due', '2026-09-23T18:00:00+08:00')
    shop.run('import-undo', imported['import_id']).ends(DONE)
    expect(sorted(row['number'] for row in shop.rows('orders')), [A, B])
    expect((len(shop.call('case', 'list')), len(shop.call('promise', 'list'))), (1, 1))


def test_text(shop):
    """as a person reads it, in Chinese"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'exchange', '--reason', '太大')
    shop.call('case', 'offer', '1', 'exchange')
    lines = shop.run('case', 'choose', '1', '1', chinese=True).ends(DONE).out.splitlines()
    expect(lines, [f'1  {B}  换货  买家已申请  9月25日', '  [+] 1  换货  ', '  今天 10:00    新建售后：换货：太大',
                   '  今天 10:00    提出方案：换货', '  今天 10:00    买家选了：换货'])
    expect_in('换货', shop.run('case', 'list', chinese=True).ends(DONE).out)


def test_dossier(shop):
    """a customer's dossier has their cases, what was offered, the log and the promises"""
    shop_of_two(shop)
    shop.call('case', 'open', B, 'exchange', '--reason', '太大')
    shop.call('case', 'offer', '1', 'gift')
    shop.call('promise', 'add', B, '补差价 5 元', '--due', '2026-09-23T12:00:00+08:00')
    customer = shop.call('order', 'show', B)['customer']
    found = shop.call('customer', 'dossier', customer)
    expect([(row['type'], row['reason']) for row in found['cases']], [('exchange', '太大')])
    expect([row['remedy'] for row in found['case_remedies']], ['gift'])
    expect([row['type'] for row in found['case_lines']], ['opened', 'offered'])
    expect([row['text'] for row in found['promises']], ['补差价 5 元'])
    shop.run('customer', 'erase', customer, '--yes', '--keep-orders').ends(DONE)
    expect(shop.call('case', 'list', '--all'), [])
    expect(shop.call('promise', 'list'), [])


if __name__ == '__main__':
    sys.exit(main(globals()))
