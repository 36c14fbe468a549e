#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`import`: what it says and does, again and in another order, with every option. Bad input is test-bad-input.py's."""

import contextlib
import csv
import os
import sqlite3
import sys

from ctl_shop import DONE, FAILED, PARTLY, USAGE, demo, expect, expect_in, expect_same, export, main, order

A, B, C = '2609221046500001', '2609221046500002', '2609221046500003'
SENT = {'订单状态': '卖家已发货，等待买家确认', '物流单号 ': 'No:YT0000000000001', '物流公司': '圆通速递'}


def at(path, time):
    os.utime(path, (time, time))
    return path


def test_document(shop):
    """the JSON document of an import says what the contract says"""
    found = shop.orders(order(A), order(B), order(C, 买家会员名='tb买家001', 收货人姓名='王晓雯', 联系手机="'13800000001"))
    expect(list(found), ['format', 'encoding', 'rows', 'customers', 'orders', 'items', 'rejected', 'import_id'], 'its keys')
    expect(found, {'format': 'taobao-orders', 'encoding': 'GB18030', 'rows': 3,
                   'customers': {'new': 2, 'updated': 0, 'unchanged': 1}, 'orders': {'new': 3, 'updated': 0, 'unchanged': 0},
                   'items': 3, 'rejected': [], 'import_id': '1'})


def test_text(shop):
    """as text it says how many, and how to take it back; in Chinese too"""
    shop.write('a.csv', export(order(A), order(B)))
    shop.run('import', 'a.csv').ends(DONE, out=['a.csv: 2 rows; orders: 2 new, 0 updated, 0 unchanged; refused: 0',
                                                'To take it back: import-undo 1'])
    shop.run('import', 'a.csv', chinese=True).ends(DONE, out=['a.csv：2 行；订单：新 0，更新 0，没变 2；进不来 0',
                                                              '要撤销：import-undo 2'])


def test_again(shop):
    """a second import of the same file changes nothing in any table"""
    rows = order(A), order(B, **SENT), order(C, 修改后的收货地址='江苏省 南京市 鼓楼区 示例路88号(210008)')
    file = at(shop.write('a.csv', export(*rows)), 1789900000)
    shop.run('import', file).ends(DONE)
    content, exports = shop.content(), shop.exports()
    for now in ('2026-09-23T10:00:00+08:00', '2026-09-30T10:00:00+08:00'):
        found = shop.call('import', file, now=now)
        expect(found['orders'], {'new': 0, 'updated': 0, 'unchanged': 3}, 'orders')
        expect(found['customers']['new'], 0, 'new customers')
    expect_same(exports, shop.exports(), 'what is exported')
    expect_same(content, shop.content())


def test_older_evidence(shop):
    """older evidence never replaces newer, whichever way its age is told"""
    newer = order(A, **SENT, 订单备注='新的')
    older = order(A, 收货人姓名='王小明', 订单备注='旧的')
    new = shop.write('ExportOrderList202609221200.csv', export(newer))
    shop.run('import', new).ends(DONE)
    before = shop.content()
    shop.run('import', shop.write('ExportOrderList202609211200.csv', export(older))).ends(DONE)
    expect_same(before, shop.content(), 'by the time in the name:')
    shop.run('import', at(shop.write('订单.csv', export(older)), 1789900000)).ends(DONE)
    expect_same(before, shop.content(), 'by the time of the file:')

    found = shop.call('order', 'show', A)
    expect((found['status'], found['tracking'], found['recipient']['name'], found['seller_note']),
           ('shipped', 'YT0000000000001', '王晓雯', '新的'))


def test_newer_evidence(shop):
    """newer evidence moves an order by the platform, and fills in what is new"""
    shop.run('import', shop.write('ExportOrderList202609211200.csv', export(order(A)))).ends(DONE)
    found = shop.call('import', shop.write('ExportOrderList202609221200.csv', export(order(A, **SENT))))
    expect(found['orders'], {'new': 0, 'updated': 1, 'unchanged': 0}, 'orders')
    found = shop.call('order', 'show', A)
    expect((found['status'], found['platform_status'], found['evidence_at']),
           ('shipped', 'shipped', '2026-09-22T12:00:00+08:00'))
    expect([(move['from'], move['to'], move['actor'], move['reason']) for move in found['history']],
           [('paid', 'shipped', 'platform', None)], 'the history')


def test_refused_rows(shop):
    """a refused row stops no other; it is told, counted, kept, and imported when it is mended"""
    shop.write('a.csv', export(order(A), order(B, 订单编号='3.51531E+16'), order(C)))
    reason = 'order number “3.51531E+16” has lost its digits in a spreadsheet; export the file again'
    shop.run('import', 'a.csv', '--rejects', 'again.csv', '--dry-run').ends(
        PARTLY, f'a.csv:3: {reason}', 'a.csv: 3 rows; orders: 2 new, 0 updated, 0 unchanged; refused: 1')
    result = shop.run('--json', 'import', 'a.csv', '--rejects', 'again.csv').ends(PARTLY)
    expect(result.json['rejected'], [{'line': 3, 'reason': reason}], 'rejected')
    expect(result.json['orders']['new'], 2, 'new orders')

    kept = shop.folder / 'again.csv'
    expect(oct(kept.stat().st_mode & 0o777), '0o600', 'the mode of the kept rows')
    text = kept.read_text(encoding='utf-8-sig')
    expect(len(text.splitlines()), 2, 'its lines')
    header, row = csv.reader(text.splitlines())
    expect((header[:3], row[:2]), (['Line in the file', 'Why it was refused', '订单编号'], ['3', reason]), 'its first columns')
    kept.write_text(text.replace('3.51531E+16', B), encoding='utf-8')
    expect(shop.call('import', 'again.csv')['orders']['new'], 1, 'new orders of the mended row')


def test_rows_that_are_refused_again(shop):
    """what is refused a second time is kept under the columns that it came with, with the new line and reason alone"""
    shop.write('a.csv', export(order(A, 订单编号='3.51531E+16', 买家留言='says "hi", twice'), order(C, 总金额='一百')))
    shop.run('import', 'a.csv', '--rejects', 'again.csv').ends(PARTLY)
    kept = list(csv.reader((shop.folder / 'again.csv').read_text(encoding='utf-8-sig').splitlines()))
    shop.run('import', 'again.csv', '--rejects', 'third.csv').ends(PARTLY)
    third = list(csv.reader((shop.folder / 'third.csv').read_text(encoding='utf-8-sig').splitlines()))
    expect(third, kept, 'the rows that were refused twice')

    for names in ('文件里的行号,进不来的原因', '"檔案裡的列號","無法匯入的原因"'):
        text = (shop.folder / 'again.csv').read_text(encoding='utf-8-sig')
        shop.write('other.csv', text.replace('Line in the file,Why it was refused', names))
        shop.run('import', 'other.csv', '--rejects', 'third.csv').ends(PARTLY)
        third = list(csv.reader((shop.folder / 'third.csv').read_text(encoding='utf-8-sig').splitlines()))
        expect(third, kept, f'the rows that were refused twice, {names}')

    shop.write('own.csv', b'Line in the file,' + export(order(C, 总金额='一百')).replace(b'\r\n', b'\r\n7,', 1))
    shop.run('import', 'own.csv', '--rejects', 'third.csv').ends(PARTLY)
    third = list(csv.reader((shop.folder / 'third.csv').read_text(encoding='utf-8-sig').splitlines()))
    expect((third[0][2], third[1][2]), ('Line in the file', '7'), 'a column of the shop’s own with such a name')


def refuse_orders(shop, *numbers):
    """has the shop file itself refuse these orders, as it would for a rule that the reader does not know"""
    with contextlib.closing(sqlite3.connect(shop.db)) as db:
        for number in numbers:
            db.execute(f"CREATE TRIGGER refuse_{number} BEFORE INSERT ON shop_order WHEN NEW.number = '{number}' "
                       "BEGIN SELECT RAISE(ABORT, 'no'); END")
        db.commit()


def test_rows_that_the_shop_file_refuses(shop):
    """what only the shop file refuses is kept, too: each with line and reason, in the order of the file"""
    shop.run('import', shop.write('first.csv', export(order(C)))).ends(DONE)
    refuse_orders(shop, A, B)
    shop.write('a.csv', export(order(A), order(C, 订单编号='3.51531E+16'), order(B), order(C, 收货人姓名='李四')))
    result = shop.run('--json', 'import', 'a.csv', '--rejects', 'again.csv').ends(PARTLY)
    expect([entry['line'] for entry in result.json['rejected']], [2, 3, 4], 'lines')

    rows = list(csv.reader((shop.folder / 'again.csv').read_text(encoding='utf-8-sig').splitlines()))
    expect([row[0] for row in rows[1:]], ['2', '3', '4'], 'the lines in the file')
    expect([row[1] for row in rows[1:]], [entry['reason'] for entry in result.json['rejected']], 'the reasons in the file')
    expect([row[2].strip('="') for row in rows[1:]], [A, '3.51531E+16', B], 'the rows in the file')

    goods = '订单编号,标题,价格,购买数量,商品属性,订单状态\n' + ''.join(
        f'{number},{title},5.00,1,颜色分类：黑色,等待买家付款\n' for number, title in ((B, '帽'), (B, '鞋'), (C, '伞')))
    shop.run('import', shop.write('lines.csv', goods), '--rejects', 'lines-again.csv').ends(PARTLY)
    rows = list(csv.reader((shop.folder / 'lines-again.csv').read_text(encoding='utf-8-sig').splitlines()))
    expect([(row[0], row[2], row[3]) for row in rows[1:]], [('2', B, '帽'), ('2', B, '鞋')], 'all lines of the order')

    with contextlib.closing(sqlite3.connect(shop.db)) as db:
        for number in (A, B):
            db.execute(f'DROP TRIGGER refuse_{number}')
        db.commit()
    expect(shop.call('import', 'again.csv', status=PARTLY)['orders']['new'], 2, 'new orders of the kept rows')


def test_rejects_that_cannot_be_kept(shop):
    """where the refused rows can't be kept, it is still told what was imported"""
    shop.write('a.csv', export(order(A), order(B, 订单编号='')))
    result = shop.run('import', 'a.csv', '--rejects', 'nowhere/again.csv')
    expect(result.status, PARTLY, 'exit status')
    expect(result.err.splitlines()[0].startswith('nowhere/again.csv: '), True, 'that the place is told')
    expect_in('1 new', result.out, 'standard output')


def test_dry_run(shop):
    """--dry-run says what would be done, and does nothing; where there is no shop none is made"""
    file = shop.write('a.csv', export(order(A), order(B)))
    there = sorted(os.listdir(shop.folder))
    found = shop.call('import', file, '--dry-run')
    expect((found['orders']['new'], found['import_id']), (2, None))
    expect(sorted(os.listdir(shop.folder)), there, 'what is there')

    shop.run('import', shop.write('b.csv', export(order(A)))).ends(DONE)
    before = shop.content(but=())
    found = shop.call('import', file, '--dry-run')
    expect(found['orders'], {'new': 1, 'updated': 0, 'unchanged': 1}, 'orders')
    expect_same(before, shop.content(but=()))


def test_several_files(shop):
    """several files are one call: a list of documents; 3 when some failed, 1 when all did"""
    shop.write('a.csv', export(order(A)))
    shop.write('b.csv', export(order(B)))
    shop.write('no.csv', '姓名,电话\n王,1\n')
    found = shop.call('import', 'a.csv', 'b.csv')
    expect([document['import_id'] for document in found], ['1', '2'], 'imports')

    result = shop.run('--json', 'import', 'no.csv', 'a.csv').ends(PARTLY)
    expect([document['orders']['unchanged'] for document in result.json], [1], 'documents')
    expect(result.err.startswith('no.csv: This is not an order export.'), True, 'that the file is named')
    before = shop.content()
    shop.run('import', 'no.csv', 'gone.csv').ends(FAILED, out='')
    expect_same(before, shop.content())
    shop.run('import', 'a.csv', 'b.csv', '--rejects', 'c.csv').ends(
        USAGE, 'The refused rows of one file go into one file: import them one by one with --rejects.')


def test_options(shop):
    """--platform, --shop, --format and --as are heard"""
    shop.write('a.csv', export(order(A), order(B, 店铺名称='')))
    shop.run('import', 'a.csv', '--format', 'taobao-lines').ends(
        FAILED, 'a.csv: The file is of the format taobao-orders, not taobao-lines.', '')
    expect(shop.sql('SELECT count(*) FROM shop_order'), [(0,)], 'orders')
    shop.run('import', 'a.csv', '--format', 'taobao-orders', '--platform', 'tmall', '--shop', '青禾二店').ends(DONE)
    expect([(row['platform'], row['shop']) for row in shop.rows('orders')], [('tmall', '青禾小铺'), ('tmall', '青禾二店')])

    other = demo(shop)
    clerk, name = other.sql('SELECT id, name FROM staff ORDER BY id DESC LIMIT 1')[0]
    found = other.call('--as', name, 'import', 'a.csv')
    expect(other.sql('SELECT staff_id FROM import_log WHERE id = ?', int(found['import_id'])), [(clerk,)], 'who imported')


def test_backup_before(shop):
    """before an import there is a backup of at most an hour"""
    shop.orders(order(A))
    made = shop.folder / 'backups'
    expect(made.exists(), False, 'that a new shop was backed up')
    shop.orders(order(B))
    expect([path.name for path in made.iterdir()], ['shop-20260923-100000.db'], 'backups')
    shop.orders(order(C))
    expect(len(list(made.iterdir())), 1, 'backups in the same hour')


if __name__ == '__main__':
    sys.exit(main(globals()))
