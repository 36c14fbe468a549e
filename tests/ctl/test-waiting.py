#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`due` of customers who were asked to wait a moment. The copies are made by copy-reply, as the window makes them."""

import sys

from ctl_shop import DONE, demo, expect, main

ASKED = '2026-09-23T10:00:00+08:00'
LATE = '2026-09-23T10:03:00+08:00'
KEYS = ['kind', 'at', 'customer', 'customer_name', 'order', 'text', 'state']
TEXT = 'was asked to wait a moment'


def waiting(shop, *more, now):
    return [tuple(due.values())[1:] for due in shop.call('due', *more, now=now) if due['kind'] == 'waiting']


def row(shop, customer, at=LATE, state='due'):
    name, = shop.sql("SELECT coalesce(nullif(call_name, ''), name) FROM customer WHERE id = ?", customer)[0]
    return at, str(customer), name, None, TEXT, state


def set_up(shop):
    """A shop where nobody waits, the replies that do and do not ask to wait, and two customers."""
    demo(shop)
    for customer, in shop.sql('SELECT customer_id FROM waiting'):
        shop.copy_reply(shop.sql("SELECT shortcode FROM reply WHERE NOT starts_wait AND shortcode <> '' LIMIT 1")[0][0], customer, ASKED)
    words = [shop.sql('SELECT shortcode FROM reply WHERE starts_wait = ? AND shortcode <> ?', flag, '')[0][0] for flag in (1, 0)]
    customers = [number for number, in shop.sql('SELECT id FROM customer ORDER BY id DESC LIMIT 2')]
    return *words, *customers


def test_late(shop):
    """who was asked to wait is due after three minutes, not a second earlier; with --until they are to come"""
    wait, _, customer, other = set_up(shop)
    expect(waiting(shop, now=LATE), [], 'before')
    shop.copy_reply(wait, customer, ASKED)
    expect(waiting(shop, now='2026-09-23T10:02:59+08:00'), [], 'a second before')
    expect(waiting(shop, now=LATE), [row(shop, customer)], 'then')
    expect(waiting(shop, '--until', '2026-09-23T10:02:59', now=ASKED), [], 'with --until, a second too early')
    expect(waiting(shop, '--until', '2026-09-23T10:03', now=ASKED), [row(shop, customer, state='later')], 'with --until')
    expect(waiting(shop, now='2026-09-24T10:00:00+08:00'), [row(shop, customer)], 'a day later')
    shop.copy_reply(wait, other, '2026-09-23T09:59:00+08:00')
    expect(waiting(shop, now=LATE), [row(shop, other, '2026-09-23T10:02:00+08:00'), row(shop, customer)], 'the longest overdue first')


def test_asked_again(shop):
    """who is asked to wait again is due three minutes after that"""
    wait, _, customer, _ = set_up(shop)
    shop.copy_reply(wait, customer, ASKED)
    shop.copy_reply(wait, customer, '2026-09-23T10:02:00+08:00')
    expect(waiting(shop, now='2026-09-23T10:04:59+08:00'), [], 'a second before')
    expect(waiting(shop, now='2026-09-23T10:05:00+08:00'), [row(shop, customer, '2026-09-23T10:05:00+08:00')], 'then')


def test_next_copy(shop):
    """the next copy for a customer ends the waiting, before it is late and after, and nobody else's"""
    wait, answer, customer, other = set_up(shop)
    for asked in (customer, other):
        shop.copy_reply(wait, asked, ASKED)
    shop.copy_reply(answer, customer, '2026-09-23T10:01:00+08:00')
    expect(waiting(shop, now=LATE), [row(shop, other)], 'after one was answered')
    shop.copy_reply(answer, other, '2026-09-23T10:10:00+08:00')
    expect(waiting(shop, now='2026-09-24T10:00:00+08:00'), [], 'after both were answered')


def test_text(shop):
    """as text it is one line: since when it is due, what, who, and why"""
    wait, _, customer, _ = set_up(shop)
    shop.copy_reply(wait, customer, ASKED)
    name = row(shop, customer)[2]
    lines = shop.run('due', now=LATE).ends(DONE).out.splitlines()
    expect(lines[-1], f'Today 10:03  Waiting for an answer  {name}    {TEXT}', 'the last line')
    lines = shop.run('due', now=LATE, chinese=True).ends(DONE).out.splitlines()
    expect(lines[-1], f'今天 10:03  等着回复  {name}    请对方稍等过', 'the last line')


def test_keys(shop):
    """its keys are those of everything due"""
    wait, _, customer, _ = set_up(shop)
    shop.copy_reply(wait, customer, ASKED)
    expect([list(due) for due in shop.call('due', now=LATE) if due['kind'] == 'waiting'], [KEYS], 'keys')


def test_filling(shop):
    """`reply fill` is no copy: it starts no clock and ends none"""
    wait, answer, customer, _ = set_up(shop)
    shop.run('reply', 'fill', wait, '--customer', customer)
    expect(waiting(shop, now=LATE), [], 'after a filling')
    shop.copy_reply(wait, customer, ASKED)
    shop.run('reply', 'fill', answer, '--customer', customer)
    expect(waiting(shop, now=LATE), [row(shop, customer)], 'after another filling')


if __name__ == '__main__':
    sys.exit(main(globals()))
