#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`chase …`: who is reminded when, what stops it, the cap of a customer over all their orders, and what came of it."""

import sys

from ctl_shop import FAILED, USAGE, expect, expect_same, main

ONE, TWO = '20260923-001', '20260923-002'


def at(clock, day=23):
    return f'2026-09-{day:02}T{clock}:00+08:00'


def new(shop, clock, day=23, price='89', phone='13800002468'):
    return shop.call('order', 'new', 'item.1.title=围巾', f'item.1.price={price}', 'recipient=王晓雯', f'phone={phone}',
                     now=at(clock, day))


def steps(document):
    return [(step['step'], step['at'][8:16], step['state']) for step in document['steps']]


def refuse(shop, arguments, reason, now):
    before = shop.content(but=())
    shop.run(*arguments, now=now).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def test_ladder(shop):
    """20 minutes and 3 hours; done ones carry who and when; an order is due when its time has come"""
    new(shop, '10:00')
    found = shop.call('chase', 'show', ONE, now=at('10:05'))
    expect(steps(found), [(1, '23T10:20', 'next'), (2, '23T13:00', 'later')])
    expect(shop.call('chase', 'list', now=at('10:19')), [])
    expect([row['number'] for row in shop.call('chase', 'list', '--all', now=at('10:19'))], [ONE])
    expect([(row['number'], row['step'], row['due']) for row in shop.call('chase', 'list', now=at('10:20'))], [(ONE, 1, True)])
    found = shop.call('chase', 'done', ONE, now=at('10:25'))
    expect(steps(found), [(1, '23T10:25', 'done'), (2, '23T13:00', 'next')])
    due = [row for row in shop.call('due', now=at('13:00')) if row['kind'] == 'payment']
    expect([(row['order'] is None, row['at'][11:16], row['text']) for row in due], [(False, '13:00', 'not paid yet, reminder 2')])
    found = shop.call('order', 'show', ONE, now=at('13:00'))['chase']
    expect((found['next'], found['reason'], found['cause']), (2, None, None))


def test_stops(shop):
    """paid, closed, left alone: no next reminder, and each says why"""
    new(shop, '10:00')
    shop.call('chase', 'stop', ONE, now=at('10:10'))
    refuse(shop, ['chase', 'done', ONE], 'The buyer is left alone.', at('10:30'))
    expect(shop.call('chase', 'list', now=at('11:00')), [])
    shop.call('chase', 'resume', ONE, now=at('11:00'))
    expect(len(shop.call('chase', 'list', now=at('11:00'))), 1)
    shop.call('order', 'status', ONE, 'paid', now=at('11:05'))
    refuse(shop, ['chase', 'done', ONE], 'It is paid.', at('11:06'))
    expect([row for row in shop.call('due', now=at('18:00')) if row['kind'] == 'payment'], [])
    shop.call('order', 'undo', ONE, now=at('11:10'))
    expect(len(shop.call('chase', 'list', now=at('11:10'))), 1, 'due again after the step was undone')
    shop.call('order', 'status', ONE, 'closed', now=at('11:15'))
    refuse(shop, ['chase', 'skip', ONE], 'It closes before anybody else has to be reminded.', at('11:16'))


def test_cap(shop):
    """three reminders in 24 hours to one customer over both of their orders; somebody else has three of their own"""
    new(shop, '09:00')
    new(shop, '09:01')
    new(shop, '09:02', phone='13900001357')
    shop.call('chase', 'done', ONE, now=at('10:00'))
    shop.call('chase', 'done', TWO, now=at('10:05'))
    shop.call('chase', 'done', ONE, now=at('12:30'))
    refuse(shop, ['chase', 'done', TWO], 'This customer was reminded 3 times in 24 hours. Next time: Tomorrow 10:00.', at('12:35'))
    expect(shop.call('chase', 'show', TWO, now=at('12:35'))['capped'], True)
    shop.call('chase', 'done', '20260923-003', now=at('12:36'))
    expect(steps(shop.call('chase', 'done', TWO, now=at('10:00', 24)))[1], (2, '24T10:00', 'done'))


def test_quiet(shop):
    """nobody is due in the night; in the morning one reminder, not two"""
    new(shop, '21:50', day=22)
    number = '20260922-001'
    expect(shop.call('chase', 'list', now=at('23:00', 22)), [])
    found = shop.call('chase', 'list', now=at('08:00'))
    expect([(row['number'], row['step']) for row in found], [(number, 2)])
    expect(steps(shop.call('chase', 'show', number, now=at('08:00'))), [(1, '23T08:00', 'passed'), (2, '23T08:00', 'next')])


def test_skip(shop):
    """a reminder that is left out counts for no cap, and the next one stays"""
    new(shop, '09:00')
    expect(steps(shop.call('chase', 'skip', ONE, now=at('09:20')))[0], (1, '23T09:20', 'skipped'))
    expect(shop.call('chase', 'show', ONE, now=at('09:21'))['next'], 2)
    expect(shop.sql('SELECT skipped FROM chase_step'), [(1,)])


def test_report(shop):
    """what was paid within three days after a reminder, by cause and by the last reminder before the payment"""
    # 89 after the second reminder, hesitating; 100 after the first, no cause; 50 without a reminder; 70 four days after one.
    new(shop, '09:00', price='89')
    shop.call('chase', 'cause', ONE, 'hesitating', now=at('09:30'))
    shop.call('chase', 'done', ONE, now=at('09:30'))
    shop.call('chase', 'done', ONE, now=at('12:00'))
    shop.call('order', 'status', ONE, 'paid', now=at('15:00'))
    new(shop, '09:05', price='100', phone='13900000001')
    shop.call('chase', 'done', TWO, now=at('09:40'))
    shop.call('order', 'status', TWO, 'paid', now=at('09:41', 24))
    new(shop, '09:06', price='50', phone='13900000002')
    shop.call('order', 'status', '20260923-003', 'paid', now=at('12:00'))
    new(shop, '09:07', price='70', phone='13900000003')
    shop.call('chase', 'done', '20260923-004', now=at('09:40'))
    shop.call('order', 'status', '20260923-004', 'paid', now=at('09:41', 27))

    found = shop.call('chase', 'report', '--from', at('00:00', 20), '--to', at('00:00', 30))
    expect([(row['number'], row['amount'], row['step'], row['cause']) for row in found['orders']],
           [(TWO, '100.00', 1, None), (ONE, '89.00', 2, 'hesitating')])
    expect((found['sum'], found['by_cause'], found['by_step']),
           ('189.00', {'none': '100.00', 'hesitating': '89.00'}, {'1': '100.00', '2': '89.00'}))
    found = shop.call('chase', 'report', '--from', at('00:00', 24), '--to', at('00:00', 25))
    expect([row['number'] for row in found['orders']], [TWO], 'what was paid on the 24th')


def test_ladders(shop):
    """a platform's ladder, the shop's, the standard one"""
    new(shop, '09:00')
    expect(shop.call('chase', 'ladder')['ladder'], '20m 3h -2h')
    shop.call('chase', 'ladder', '1h')
    expect(shop.call('chase', 'ladder', '--platform', 'wechat')['ladder'], '1h')
    shop.call('chase', 'ladder', '30m 2h', '--platform', 'wechat')
    expect(steps(shop.call('chase', 'show', ONE, now=at('09:10'))), [(1, '23T09:30', 'next'), (2, '23T11:00', 'later')])
    expect(shop.call('chase', 'ladder', '--platform', 'taobao')['ladder'], '1h')
    shop.call('chase', 'ladder', 'standard', '--platform', 'wechat')
    expect(shop.call('chase', 'ladder', '--platform', 'wechat')['ladder'], '1h')
    shop.call('chase', 'ladder', 'standard')
    expect(shop.call('chase', 'ladder', '--platform', 'wechat')['ladder'], '20m 3h -2h')


def test_refused(shop):
    """what is no cause, no ladder, no order"""
    new(shop, '09:00')
    shop.run('chase', 'cause', ONE, 'bored').ends(USAGE)
    shop.run('chase', 'ladder', '--platform', 'moon').ends(USAGE)
    refuse(shop, ['chase', 'ladder', '3h 20m'],
           '“3h 20m” is no ladder. Write it like 20m 3h -2h: after the order, each later than the one before, and with a minus '
           'before it closes.', at('10:00'))
    refuse(shop, ['chase', 'show', '404'], 'There is no order 404.', at('10:00'))


if __name__ == '__main__':
    sys.exit(main(globals()))
