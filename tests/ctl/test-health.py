#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`reply health`: replies that nobody uses, that are expired, broken or there twice, and who uses which."""

import sqlite3
import sys

from ctl_shop import DONE, demo, expect, main

KEYS = ['kind', 'id', 'title', 'reason', 'other_id', 'other_title', 'share', 'valid_until', 'uses', 'last_used_at']
KINDS = ['broken', 'expired', 'similar', 'unused', 'never-used']
FAR = '2027-12-01T12:00:00+08:00'


def edit(shop, *statements):
    """What the window would do: until there is a command for it, straight into the file."""
    connection = sqlite3.connect(shop.db)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def titles(health, kind):
    return [row['title'] for row in health['findings'] if row['kind'] == kind]


def test_clean(shop):
    """the starter replies can be filled and are valid; who uses them is told"""
    demo(shop)
    health = shop.call('reply', 'health')
    expect(list(health), ['replies', 'counts', 'findings', 'uses'], 'keys')
    expect(list(health['counts']), KINDS, 'kinds')
    expect(health['replies'], len(shop.call('reply', 'list')), 'replies')
    expect([health['counts'][kind] for kind in KINDS[:2]], [0, 0], 'faults of the starter replies')


def test_faults(shop):
    """each fault is found, with its reason and the other reply; the sums agree with the list"""
    demo(shop)
    first, second, third = shop.call('reply', 'list')[:3]
    edit(shop, f"UPDATE reply SET body = '您好，{{称乎}}' WHERE id = {first['id']}",
         f"UPDATE reply SET valid_until = 1 WHERE id = {second['id']}",
         f"UPDATE reply SET body = (SELECT body FROM reply WHERE id = {second['id']}) WHERE id = {third['id']}")
    health = shop.call('reply', 'health')
    expect([list(row) for row in health['findings']], [KEYS] * len(health['findings']), 'keys')
    expect(titles(health, 'broken'), [first['title']], 'broken')
    expect(titles(health, 'expired'), [second['title']], 'expired')
    expect([(row['title'], row['other_id'], row['share']) for row in health['findings'] if row['kind'] == 'similar'][0],
           (third['title'], second['id'], 1), 'the most similar')
    expect({kind: len(titles(health, kind)) for kind in KINDS}, health['counts'], 'sums')
    expect(any('称乎' in (row['reason'] or '') for row in health['findings']), True, 'that the reason names the placeholder')
    lines = shop.run('reply', 'health').ends(DONE).out.splitlines()
    expect(len(lines), len(health['findings']), 'lines of text')


def test_time(shop):
    """a year later everything is unused or was never used; nothing is both"""
    demo(shop)
    health = shop.call('reply', 'health', now=FAR)
    listed = titles(health, 'unused') + titles(health, 'never-used')
    expect(len(listed), health['replies'], 'unused and never used')
    expect(len(set(listed)), len(listed), 'different ones')


def test_uses(shop):
    """copies are counted by reply and clerk as the contact log has them"""
    demo(shop)
    counted = sum(row['copies'] for row in shop.call('reply', 'health')['uses'])
    expect(counted, shop.sql('SELECT count(*) FROM contact WHERE kind = 0 AND reply_id IS NOT NULL')[0][0], 'copies')


if __name__ == '__main__':
    sys.exit(main(globals()))
