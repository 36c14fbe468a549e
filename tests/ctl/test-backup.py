#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`backup`, `restore`, and the backups that an import makes: verified, private, thinned, and nothing is ever lost."""

import datetime
import os
import sqlite3
import sys

from ctl_shop import DONE, FAILED, demo, expect, expect_in, expect_same, main, order

A, B, C = '2609221046500001', '2609221046500002', '2609221046500003'
BUSY = 'Another program has the shop open. Close it first; nothing was restored.'


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_backup(shop):
    """a backup is one sound file of mode 0600 with all that the shop has"""
    demo(shop)
    shop.run('backup', 'copy.db').ends(DONE, out='copy.db')
    copy = shop.folder / 'copy.db'
    expect(oct(copy.stat().st_mode & 0o777), '0o600', 'its mode')
    expect(names(shop.folder), ['copy.db', 'shop.db'], 'what is there')
    content = shop.content(but=())
    shop.db = copy
    expect_same(content, shop.content(but=()), 'the copy')
    shop.run('check').ends(DONE)
    expect(shop.call('backup', 'second.db'), {'backup': 'second.db'})


def test_backup_while_written(shop):
    """a backup has what was committed, also what is still in the journal of a program that has the shop open"""
    demo(shop)
    reader = sqlite3.connect(shop.db)
    reader.execute('BEGIN')
    reader.execute('SELECT count(*) FROM customer').fetchone()
    shop.orders(order(A))
    expect((shop.folder / 'shop.db-wal').stat().st_size > 0, True, 'that there is a journal')
    shop.run('backup', 'copy.db').ends(DONE)
    reader.close()
    copy = sqlite3.connect(shop.folder / 'copy.db')
    expect(copy.execute('SELECT count(*) FROM shop_order WHERE number = ?', (A,)).fetchone(), (1,), 'the order in the copy')
    copy.close()


def test_backup_overwrites(shop):
    """a backup replaces an older file as a whole, and not at all when it fails"""
    demo(shop)
    shop.write('copy.db', 'an older one')
    shop.run('backup', 'copy.db').ends(DONE)
    good = (shop.folder / 'copy.db').read_bytes()
    data = bytearray(shop.db.read_bytes())
    data[4096 * 40:4096 * 60] = b'\x55' * 4096 * 20
    shop.db.write_bytes(data)
    shop.run('backup', 'copy.db').ends(FAILED, 'The shop file is damaged. Restore the newest backup.', '')
    expect((shop.folder / 'copy.db').read_bytes() == good, True, 'that the older one is there still')
    expect([name for name in names(shop.folder) if 'unfinished' in name], [], 'what is left over')


def test_targets(shop):
    """nothing is ever written over the shop file, whatever name leads there"""
    demo(shop)
    os.symlink(shop.db, shop.folder / 'link.db')
    os.link(shop.db, shop.folder / 'hard.csv')
    before = shop.db.read_bytes()
    for call in (['backup', 'shop.db'], ['backup', './link.db'], ['backup', 'hard.csv'], ['export', 'orders', 'hard.csv'],
                 ['export', 'orders', 'shop.db', '--format', 'csv'], ['export', 'orders', 'link.db', '--format', 'json']):
        result = shop.run(*call)
        expect(result.status, FAILED, f'exit status of {call}')
        expect_in('is the shop file itself. Choose another file.', result.err, 'standard error')
    expect(shop.db.read_bytes() == before, True, 'that the shop file is as it was')
    result = shop.run('backup', 'nowhere/copy.db')
    expect((result.status, result.out), (FAILED, ''), 'in a folder that is not there')


def test_restore(shop):
    """restore gives back everything, and keeps the file that it replaces"""
    demo(shop)
    shop.run('backup', 'copy.db').ends(DONE)
    content, exports = shop.content(but=()), shop.exports()
    shop.orders(order(A), order(B))
    shop.run('order', 'set', A, 'flag=5').ends(DONE)
    changed = shop.content(but=())

    kept = shop.call('restore', 'copy.db')['replaced']
    expect(kept, str(shop.folder / 'replaced-20260923-100000.db'), 'the replaced file')
    expect_same(content, shop.content(but=()), 'what was restored')
    expect_same(exports, shop.exports(), 'what is exported')
    shop.run('check').ends(DONE)
    expect(oct(shop.db.stat().st_mode & 0o777), '0o600', 'the mode of the shop file')

    shop.run('restore', kept).ends(DONE)
    expect_same(changed, shop.content(but=()), 'what was replaced and is restored')


def test_replaced_files(shop):
    """restoring twice in one second keeps both replaced files"""
    demo(shop)
    shop.run('backup', 'copy.db').ends(DONE)
    shop.orders(order(A))
    first = shop.run('restore', 'copy.db').ends(DONE).out.strip()
    shop.orders(order(B))
    second = shop.run('restore', 'copy.db').ends(DONE).out.strip()
    expect(first != second, True, 'that they are two files')
    for path, number in ((first, A), (second, B)):
        shop.db = path
        expect([row['number'] for row in shop.rows('orders') if row['number'] in (A, B)], [number], f'the order in {path}')


def test_restore_without_shop(shop):
    """restore where there is no shop, and where it is damaged"""
    demo(shop)
    content = shop.content(but=())
    shop.run('backup', 'copy.db').ends(DONE)
    shop.db.unlink()
    shop.run('restore', 'copy.db').ends(DONE, out='')
    expect_same(content, shop.content(but=()), 'what was restored')

    shop.db.write_bytes(b'not a shop any more' * 1000)
    kept = shop.call('restore', 'copy.db')['replaced']
    expect_same(content, shop.content(but=()), 'what was restored')
    with open(kept, 'rb') as stream:
        expect(stream.read(10), b'not a shop', 'the replaced file')


def test_restore_refused(shop):
    """what is no good backup is refused before anything is touched"""
    demo(shop)
    before = shop.db.read_bytes()
    shop.write('text.db', 'nothing that was ever a shop. ' * 200)
    shop.write('empty.db', b'')
    data = bytearray(before)
    data[4096 * 40:4096 * 60] = b'\x55' * 4096 * 20
    shop.write('damaged.db', bytes(data))
    for file, reason in [('text.db', 'This file is not a shop file of Zhanggui.'), ('empty.db', 'This file is not a shop file of Zhanggui.'),
                         ('damaged.db', 'The shop file is damaged. Restore the newest backup.'),
                         ('gone.db', 'The shop file can\'t be opened. Check its folder.')]:
        shop.run('restore', file).ends(FAILED, reason, '')
    expect(shop.db.read_bytes() == before, True, 'that the shop file is as it was')
    expect([name for name in names(shop.folder) if 'replaced' in name or 'restored' in name], [], 'what is left over')


def test_restore_while_open(shop):
    """a shop that another program has open is not replaced under it"""
    demo(shop)
    shop.run('backup', 'copy.db').ends(DONE)
    shop.orders(order(A))
    other = sqlite3.connect(shop.db)
    other.execute('SELECT count(*) FROM customer').fetchone()
    before = shop.content(but=())
    shop.run('restore', 'copy.db').ends(FAILED, BUSY, '')
    shop.run('restore', 'copy.db', chinese=True).ends(FAILED, '店铺正被别的程序打开着，请先关掉它。没有还原。', '')
    expect_same(before, shop.content(but=()))
    expect([name for name in names(shop.folder) if 'replaced' in name or 'restored' in name], [], 'what is left over')
    other.close()
    shop.run('restore', 'copy.db').ends(DONE)


def kept_of(days):
    """The newest of each of twelve days, ten weeks and nine months, of two a day and one of now."""
    times = [(datetime.date(2026, 9, 23), '100000')]
    times += [(datetime.date(2026, int(day[:2]), int(day[2:])), '200000') for day in reversed(days)]
    kept = set()
    for number, period in ((12, lambda day: day), (10, lambda day: day.isocalendar()[:2]), (9, lambda day: day.month)):
        newest = {}
        for day, time in times:
            newest.setdefault(period(day), f'shop-{day:%Y%m%d}-{time}.db')
        kept |= set(list(newest.values())[:number])
    return kept


def test_thinned(shop):
    """backups get thinner with age: a day's, a week's and a month's newest stay"""
    shop.orders(order(A))
    folder = shop.folder / 'backups'
    folder.mkdir(mode=0o700)
    days = [f'{month:02d}{day:02d}' for month in range(1, 10) for day in range(1, 29)]
    days = [day for day in days if day < '0923']
    for day in days:
        for time in ('080000', '200000'):
            (folder / f'shop-2026{day}-{time}.db').write_bytes(b'')
    (folder / 'mine.db').write_bytes(b'not a backup by its name')
    shop.orders(order(B))
    left = [name for name in names(folder) if name != 'mine.db']
    expect('mine.db' in names(folder), True, 'that other files stay')
    expect(oct((folder / left[-1]).stat().st_mode & 0o777), '0o600', 'its mode')
    expect(left, sorted(kept_of(days)), 'backups that stay')


def test_clock_set_back(shop):
    """a backup from the future is no backup of today"""
    shop.orders(order(A))
    (shop.folder / 'backups').mkdir()
    (shop.folder / 'backups' / 'shop-20301231-120000.db').write_bytes(b'')
    shop.orders(order(B))
    expect('shop-20260923-100000.db' in names(shop.folder / 'backups'), True, 'that there is one of today')


if __name__ == '__main__':
    sys.exit(main(globals()))
