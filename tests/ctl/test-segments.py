#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`segment …`, `round …` and `level …`: filters by name, walks through them, and member levels."""

import sys

from ctl_shop import DONE, FAILED, demo, expect, expect_in, main

KEYS = ['id', 'key', 'name', 'filter', 'description', 'count']


def test_segments(shop):
    """a filter is saved, changed, listed with its count and deleted; what cannot be is refused"""
    demo(shop)
    found = shop.call('segment', 'list')
    expect([list(segment) for segment in found], [KEYS] * len(found), 'keys')
    expect([segment['key'] for segment in found[:6]],
           ['birthday', 'lost', 'quiet', 'never-contacted', 'unshipped', 'ask-again'], 'ready segments')
    count = shop.sql('SELECT count(*) FROM customer WHERE n_orders >= 2')[0][0]
    saved = shop.call('segment', 'save', '常客', 'orders:2..')
    expect((saved['filter'], saved['count']), ('orders:2..', count), 'what was saved')
    expect(shop.call('segment', 'count', '常客')['count'], count, 'the count by name')
    expect(shop.call('segment', 'count', 'orders:2..')['count'], count, 'the count by filter')
    shown = shop.call('segment', 'show', '常客', '--limit', '3')
    expect(len(shown['customers']), 3, 'customers')
    expect(shop.call('segment', 'save', '常客', 'orders:3..')['id'], saved['id'], 'the id')
    shop.run('segment', 'save', 'lost', 'caution').ends(FAILED, 'There is a segment “lost” already.')
    shop.run('segment', 'save', 'x', 'colour:red').ends(FAILED, 'A filter has no term “colour”.')
    shop.run('segment', 'count', 'colour:red').ends(FAILED, 'There is no segment “colour:red”. A filter has no term “colour”.')
    shop.run('segment', 'delete', '常客').ends(DONE)
    shop.run('segment', 'delete', '常客').ends(FAILED, 'There is no saved segment “常客”.')


def test_round(shop):
    """a round goes on from call to call, keeps to the consent, takes a step back and is summed up"""
    demo(shop)
    shop.run('round', 'next').ends(FAILED, 'No round goes on.')
    started = shop.call('round', 'start', 'orders:3..', '--reply', 'wh')
    expect((started['marketing'], started['position'], started['missing']), (True, 1, []), 'the first step')
    expect(shop.call('round', 'next'), started, 'asked again')
    second = shop.call('round', 'copied')
    expect(second['position'], 2, 'the place')
    expect(shop.sql('SELECT marketing, text FROM contact ORDER BY id DESC LIMIT 1')[0], (1, started['text']), 'the log')
    expect(shop.call('round', 'undo'), started, 'taken back')
    shop.call('round', 'skip', '--reason', '刚买过')
    result = shop.call('round', 'stop')
    expect((result['copied'], result['skipped'], result['reasons'][0]['reason']), (0, 1, '刚买过'), 'the sum')
    expect(shop.call('round', 'show'), result, 'the sum again')
    expect_in('1 skipped', shop.run('round', 'show').ends(DONE).out)
    shop.run('round', 'stop', result['round']).ends(FAILED, 'This round is finished.')
    expect(shop.call('round', 'start', 'unshipped', '--reply', 'wh')['marketing'], False, 'news of a parcel')
    shop.run('round', 'next', 'x').ends(FAILED, '“x” is no round.')
    shop.run('round', 'start', 'spent:99999999..', '--reply', 'wh').ends(FAILED, 'There is nobody in this segment now.')


def test_levels(shop):
    """levels are set all at once, and suggested to whom they fit"""
    demo(shop)
    levels = shop.call('level', 'set', '银卡=300/2', '金卡=1000')
    expect([(level['name'], level['min_orders']) for level in levels], [('银卡', 2), ('金卡', 0)], 'levels')
    expect(shop.call('level', 'list'), levels, 'the list')
    wanted = shop.sql("SELECT count(*) FROM customer WHERE spent >= 100000")[0][0]
    found = shop.call('level', 'suggest')
    expect(sum(one['suggested'] == '金卡' for one in found), wanted, 'whom gold fits')
    expect(shop.call('level', 'suggest', found[0]['customer']), found[:1], 'one of them')
    shop.run('level', 'set', 'a=100', 'b=50').ends(FAILED, 'The level “b” has to ask for more than those before it.')


if __name__ == '__main__':
    sys.exit(main(globals()))
