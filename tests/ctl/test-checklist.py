#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`checklist …`: the shop's own confirmation list, and what becomes of orders when it changes."""

import sys

from ctl_shop import DONE, FAILED, expect, expect_same, main, order

A, B = '2609221046500001', '2609221046500002'
HUMAN = ['recipient', 'address', 'colour', 'size', 'quantity', 'courier', 'ship-time', 'buyer-note']


def keys(document):
    return [row['key'] for row in document['checklist'] if row['kind'] == 'human']


def refuse(shop, arguments, reason):
    before = shop.content(but=())
    shop.run(*arguments).ends(FAILED, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def confirm(shop, number):
    shop.call('order', 'set', number, 'courier=圆通')
    return shop.call('order', 'check', number, *HUMAN)


def test_list(shop):
    """checklist list shows the standard list of a shop that never touched it"""
    shop.orders(order(A))
    found = shop.call('checklist', 'list')
    expect([row['key'] for row in found], HUMAN)
    expect([row['key'] for row in found if row['read_back']], HUMAN[:-1], 'what is read back')
    expect({(row['active'], row['own']) for row in found}, {(True, False)})


def test_add(shop):
    """a row of the shop's own is in every order's list; it holds up an order that was confirmed, and takes ticks"""
    shop.orders(order(A), order(B))
    before = confirm(shop, A)
    expect(before['confirmed'] is None, False, 'confirmed before')
    shop.call('checklist', 'add', '礼品袋放了', 'place=1')
    found = shop.call('order', 'show', A)
    expect(keys(found), ['own-1'] + HUMAN)
    expect((found['checklist'][0]['label'], found['checklist'][0]['state']), ('礼品袋放了', 'open'))
    expect(found['confirmed'], None, 'confirmed while the new row is open')
    refuse(shop, ['order', 'status', A, 'shipped'],
           'The confirmation list is not complete. Say why the order is shipped all the same.')
    expect(shop.call('order', 'check', A, 'own-1')['confirmed'] is None, False, 'confirmed with it')
    shop.call('order', 'status', A, 'shipped')


def test_switch_off(shop):
    """the last open row that is switched off confirms the order; switched on again it holds it up; what was shipped stays"""
    shop.orders(order(A), order(B))
    shop.call('order', 'set', A, 'courier=圆通')
    shop.call('order', 'check', A, *HUMAN[1:])
    confirm(shop, B)
    shop.call('order', 'status', B, 'shipped')
    shipped = shop.call('order', 'show', B)['confirmed']
    shop.call('checklist', 'set', 'recipient', 'active=no')
    found = shop.call('order', 'show', A)
    expect((keys(found), found['confirmed'] is None), (HUMAN[1:], False))
    refuse(shop, ['order', 'check', A, 'recipient'], 'The checklist has no row “recipient”.')
    shop.call('checklist', 'set', 'recipient', 'active=yes')
    expect(shop.call('order', 'show', A)['confirmed'], None)
    expect(shop.call('order', 'show', B)['confirmed'], shipped, 'the confirmation of what was shipped')


def test_words(shop):
    """a row has the shop's words, also in the sentence of a dropped tick in the timeline; empty words give its own back"""
    shop.orders(order(A))
    shop.call('checklist', 'set', 'address', 'label=地址和门牌')
    shop.call('order', 'check', A, 'address')
    found = shop.call('order', 'set', A, 'address=浙江省 杭州市 西湖区 文三路100号幸福小区3幢502')
    row = next(row for row in found['checklist'] if row['key'] == 'address')
    expect((row['label'], row['state']), ('地址和门牌', 'dropped'))
    expect(shop.sql("SELECT title FROM contact WHERE order_id = 1 AND title = '地址和门牌'"), [('地址和门牌',)])
    expect(shop.call('checklist', 'set', 'address', 'label=')[1]['label'], 'Delivery address')


def test_read_back(shop):
    """numbers are never given twice; a removed row is gone from every list, its ticks count for nothing"""
    shop.orders(order(A))
    shop.call('checklist', 'add', '贺卡', 'read-back=yes')
    shop.call('order', 'check', A, 'own-1')
    shop.call('checklist', 'remove', 'own-1')
    expect(keys(shop.call('order', 'show', A)), HUMAN)
    expect(shop.call('checklist', 'add', '称重')[-1]['key'], 'own-2')
    found = shop.call('order', 'show', A)
    expect((found['checklist'][8]['key'], found['checklist'][8]['state']), ('own-2', 'open'))


def test_refusals(shop):
    """what is no list is refused with a sentence, and nothing is changed"""
    shop.orders(order(A))
    shop.call('checklist', 'add', '贺卡')
    for arguments, reason in [
            (['add', ' '], 'A row of the confirmation list needs words.'),
            (['add', '贺卡'], 'The confirmation list has a row “贺卡” already.'),
            (['add', '长' * 41], 'A row of the confirmation list has at most 40 characters.'),
            (['set', 'colour', 'active=maybe'], '“maybe” is neither yes nor no.'),
            (['set', 'colour', 'weight=3'], '“weight=3” says nothing about a row; say label=TEXT, active=yes|no, '
                                            'read-back=yes|no or place=NUMBER.'),
            (['set', 'colour', 'active'], '“active” says nothing about a row; say label=TEXT, active=yes|no, '
                                          'read-back=yes|no or place=NUMBER.'),
            (['set', 'stock', 'active=no'], 'The checklist has no row “stock”.'),
            (['set', 'own-7', 'active=no'], 'The checklist has no row “own-7”.'),
            (['remove', 'colour'], 'A row of the standard list can be switched off, but not removed.')]:
        refuse(shop, ['checklist'] + arguments, reason)
    for key in HUMAN:
        shop.call('checklist', 'set', key, 'active=no')
    refuse(shop, ['checklist', 'remove', 'own-1'], 'The confirmation list needs at least one row that people tick.')


if __name__ == '__main__':
    sys.exit(main(globals()))
