#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`import-undo`, and an import that is stopped half-way: the shop is as it was before."""

import signal
import sqlite3
import subprocess
import sys

from ctl_shop import DONE, FAILED, TIMEOUT, Failure, demo, expect, expect_same, export, main, order

A, B, C = '2609221046500001', '2609221046500002', '2609221046500003'
SENT = {'订单状态': '卖家已发货，等待买家确认', '物流单号 ': 'No:YT0000000000001', '物流公司': '圆通速递', '收货人姓名': '王晓雯雯',
        '订单备注': '新的', '修改后的收货地址': '江苏省 南京市 鼓楼区 示例路88号(210008)'}
MANY = 8000


def test_undo(shop):
    """what an import made goes, what it changed comes back: all tables hold what they held"""
    shop.orders(order(A), order(B), name='ExportOrderList202609201200.csv')
    shop.run('order', 'check', A, 'recipient', 'address', 'colour').ends(DONE)
    content, exports = shop.content(), shop.exports()
    found = shop.orders(order(A, **SENT), order(C), order('2609221046600004', 买家会员名='tb新人'),
                        name='ExportOrderList202609221200.csv')
    expect((found['orders']['new'], found['orders']['updated']), (2, 1), 'new and updated orders')
    expect(shop.call('order', 'show', A)['checklist'][1]['state'], 'dropped', 'the tick on the address')

    undone = shop.call('import-undo', found['import_id'])
    expect(undone, {'removed': {'orders': 2, 'customers': 2, 'replies': 0}, 'kept': []}, 'the document')
    expect_same(exports, shop.exports(), 'what is exported')
    expect_same(content, shop.content())
    shop.run('check').ends(DONE)


def test_undo_demo(shop):
    """in a shop with a year behind it, too"""
    demo(shop)
    content, exports = shop.content(), shop.exports()
    numbers = [number for number, in shop.sql('SELECT number FROM shop_order ORDER BY id DESC LIMIT 20')]
    found = shop.orders(*(order(number, **SENT) for number in numbers), order(A), order(B))
    expect(shop.content() == content, False, 'that nothing was imported')
    shop.run('import-undo', found['import_id']).ends(DONE)
    expect_same(exports, shop.exports(), 'what is exported')
    expect_same(content, shop.content())


def test_kept(shop):
    """what somebody built on since is kept and told"""
    first = shop.orders(order(A), order(B))
    shop.run('order', 'set', A, 'seller-note=写了字').ends(DONE)
    shop.run('import-undo', first['import_id']).ends(DONE, out='Removed: 1 orders, 1 customers. Kept: 2.')
    expect([row['number'] for row in shop.rows('orders')], [A], 'orders that stay')
    expect(len(shop.rows('customers')), 1, 'customers that stay')

    second = shop.orders(order(A, **SENT), name='ExportOrderList202609231000.csv')
    shop.run('order', 'set', A, 'flag=2').ends(DONE)
    expect(shop.call('import-undo', second['import_id'])['kept'], ['order 1'], 'kept')
    expect(shop.call('order', 'show', A)['flag'], 2, 'the flag')


def test_refused(shop):
    """an import is taken back once, and has to be there"""
    shop.orders(order(A))
    shop.run('import-undo', '1').ends(DONE)
    before = shop.content(but=())
    shop.run('import-undo', '1').ends(FAILED, 'This import was taken back already.', '')
    shop.run('import-undo', '7').ends(FAILED, 'There is no import 7.', '')
    shop.run('import-undo', '1', chinese=True).ends(FAILED, '这次导入已经撤销过了。', '')
    expect_same(before, shop.content(but=()))
    shop.orders(order(A), name='again.csv')
    expect(len(shop.rows('orders')), 1, 'orders after it was imported again')


def count_orders(shop):
    try:
        return shop.sql('SELECT count(*) FROM shop_order')[0][0]
    except sqlite3.OperationalError:
        return 0


def wait_for_orders(shop, process, n_orders):
    while process.poll() is None and count_orders(shop) < n_orders:
        try:
            process.wait(0.005)
        except subprocess.TimeoutExpired:
            continue


def stop_at(shop, file, number, n_orders):
    """Starts an import and sends it a signal as soon as so many orders are there."""
    process = shop.start('import', file)
    try:
        wait_for_orders(shop, process, n_orders)
        process.send_signal(number)
        process.send_signal(number)
        out, err = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
    return process.returncode, out, err


def many(shop):
    rows = (order(str(2609221000000000 + number), 买家会员名=f'tb{number // 2}') for number in range(MANY))
    return shop.write('many.csv', export(*rows))


def check_stopped(shop, part, number):
    content, exports = shop.content(), shop.exports()
    status, out, err = stop_at(shop, many(shop), number, 2 + MANY * part // 100)
    if status == DONE:
        raise Failure('it was done before it could be stopped')
    expect((status, out), (FAILED, ''), 'exit status and standard output')
    expect(err, f'{shop.folder}/many.csv: The import was stopped; nothing of it stays.\n', 'standard error')
    expect_same(exports, shop.exports(), f'stopped at {part} %, what is exported')
    expect_same(content, shop.content(), f'stopped at {part} %, the shop')
    shop.run('check').ends(DONE)


def start_shop(shop):
    shop.orders(order(A), order(B, 买家会员名='tb7'), name='ExportOrderList202609201200.csv')
    shop.run('order', 'check', A, 'recipient', 'colour').ends(DONE)


def test_interrupted_early(shop):
    """Ctrl+C (SIGINT, twice) at a tenth of an import leaves all as before"""
    start_shop(shop)
    check_stopped(shop, 10, signal.SIGINT)


def test_terminated_half_way(shop):
    """SIGTERM in the middle of an import leaves all as before"""
    start_shop(shop)
    check_stopped(shop, 50, signal.SIGTERM)


def test_killed(shop):
    """an import that was killed can be taken back, and done again"""
    start_shop(shop)
    content, file, shop_orders = shop.content(), many(shop), count_orders(shop)
    expect(stop_at(shop, file, signal.SIGKILL, MANY // 4)[0], -signal.SIGKILL, 'exit status')
    shop.run('check').ends(DONE)
    newest = shop.call('import-undo')[0]
    expect((newest['import_id'], newest['state'], newest['finished_at']),
           (str(shop.sql('SELECT max(id) FROM import_log')[0][0]), 'interrupted', None), 'what is listed')
    expect(newest['orders']['new'], count_orders(shop) - shop_orders, 'its orders so far')
    shop.run('import-undo', newest['import_id']).ends(DONE)
    expect_same(content, shop.content())
    expect([entry['state'] for entry in shop.call('import-undo')], ['finished'], 'what is listed afterwards')


def test_running_elsewhere(shop):
    """an import that another program is at is no interrupted one, and can't be taken back from here"""
    start_shop(shop)
    process = shop.start('import', many(shop))
    try:
        wait_for_orders(shop, process, MANY // 10)
        process.send_signal(signal.SIGSTOP)
        newest = shop.call('import-undo')[0]
        expect(newest['state'], 'running', 'the state')
        shop.run('import-undo', newest['import_id']).ends(
            FAILED, 'This import is still running. Cancel it where it was started, or wait until it is done.', '')
        process.send_signal(signal.SIGCONT)
        process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
    expect(process.returncode, DONE, 'exit status')
    expect(shop.call('import-undo')[0]['state'], 'finished', 'the state afterwards')


def test_undo_that_was_killed(shop):
    """an undo that was killed half-way can be done again"""
    start_shop(shop)
    content = shop.content()
    shop.run('import', many(shop)).ends(DONE)
    process = shop.start('import-undo', '2')
    while process.poll() is None and count_orders(shop) > MANY // 2:
        try:
            process.wait(0.005)
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    process.communicate()
    if count_orders(shop) == 2:
        raise Failure('it was done before it could be killed')
    shop.run('import-undo', '2').ends(DONE)
    expect_same(content, shop.content())


if __name__ == '__main__':
    sys.exit(main(globals()))
