#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`reply health`: replies that nobody uses, that are expired, broken or there twice, and who uses which."""

import datetime
import sqlite3
import sys

from ctl_shop import DONE, demo, expect, main

KEYS = ['kind', 'id', 'title', 'reason', 'other_id', 'other_title', 'share', 'valid_until', 'uses', 'last_used_at']
KINDS = ['broken', 'expired', 'similar', 'unused', 'never-used']
FAR = '2027-12-01T12:00:00+08:00'
CHINA = datetime.timezone(datetime.timedelta(hours=8))


def iso(microseconds):
    """A time of the shop file as JSON has it."""
    return microseconds and datetime.datetime.fromtimestamp(microseconds // 1000000, CHINA).isoformat()


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
    expect([(row['valid_until'], row['uses'], row['last_used_at']) for row in health['findings']],
           [(iso(valid_until), uses, iso(last)) for valid_until, uses, last in (
               shop.sql('SELECT valid_until, use_count, last_used_at FROM reply WHERE id = ?', row['id'])[0]
               for row in health['findings'])], 'when they are valid and were used')
    lines = shop.run('reply', 'health').ends(DONE).out.splitlines()
    expect(lines[:3], [
        f"Can't be filled  {first['title']}  There is no placeholder {{称乎}}. Ask for it with {{?称乎}} instead.",
        f"Expired  {second['title']}", f"Nearly the same twice  {third['title']}  {second['title']}"], 'the first lines')
    expect(len(lines), len(health['findings']), 'lines of text')
    expect(shop.run('reply', 'health', chinese=True).ends(DONE).out.splitlines()[1], f"已过期  {second['title']}", 'in Chinese')


def test_own(shop):
    """a clerk's own reply is looked at for that clerk and nobody else"""
    demo(shop)
    replies = shop.call('reply', 'list')
    on_duty, = shop.sql("SELECT s.id FROM staff AS s JOIN setting AS t ON t.key = 'clerk.on-duty' AND t.value = s.id")[0]
    other, name = shop.sql('SELECT id, name FROM staff WHERE id <> ?', on_duty)[0]
    edit(shop, f"UPDATE reply SET owner_id = {other}, body = '{{称乎}}' WHERE id IN ({replies[0]['id']}, {replies[-1]['id']})")
    expect((shop.call('reply', 'health')['replies'], shop.call('reply', 'health')['counts']['broken']),
           (len(replies) - 2, 0), 'what the clerk on duty sees')
    mine = shop.call('--as', name, 'reply', 'health')
    expect((mine['replies'], mine['counts']['broken']), (len(replies), 2), 'what its owner sees')


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
    edit(shop, 'UPDATE contact SET staff_id = NULL WHERE id IN (SELECT id FROM contact WHERE kind = 0 AND reply_id IS NOT NULL LIMIT 1)')
    rows = shop.sql('SELECT c.reply_id, s.name, count(*), max(c.at) FROM contact AS c LEFT JOIN staff AS s ON s.id = c.staff_id '
                    'WHERE c.kind = 0 AND c.reply_id IS NOT NULL GROUP BY c.reply_id, c.staff_id '
                    'ORDER BY c.reply_id, count(*) DESC, c.staff_id')
    expect(len({clerk for _, clerk, *_ in rows}) > 2, True, 'that several clerks, and nobody, copied')
    expect([tuple(row.values()) for row in shop.call('reply', 'health')['uses']],
           [(str(reply), clerk, copies, iso(last)) for reply, clerk, copies, last in rows], 'who uses what')


if __name__ == '__main__':
    sys.exit(main(globals()))
