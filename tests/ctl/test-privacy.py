#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a customer: `customer attach`, `interest`, `dossier`, and that `customer erase` leaves nothing."""

import json
import sqlite3
import stat
import sys

from ctl_shop import DONE, FAILED, USAGE, Failure, expect, expect_in, main, order

A, B, C = '2609221046500001', '2609221046500002', '2609221046500003'
NAME, PHONE, ACCOUNT = '尉迟龘鑫', '13912345678', '龘龘的小店'
PEOPLE = [
    order(A, 买家会员名=ACCOUNT, 收货人姓名=NAME, 联系手机=f"'{PHONE}", 买家留言='鱻羴'),
    order(B, 买家会员名='ouyang', 收货人姓名='欧阳娜', 联系手机="'13800002107"),
]
PDF = b'%PDF-1.7\n'


def find(shop, name=NAME):
    return shop.call('search', 'customers', name)[0]['id']


def expect_nowhere(shop, *words):
    for path in shop.folder.rglob('*.db*'):
        data = path.read_bytes()
        found = [word for word in words if word.encode() in data]
        if found:
            raise Failure(f'{found} still in {path.name}')


def test_attach(shop):
    """attach keeps a file with its bytes, known by what is in it"""
    shop.orders(*PEOPLE)
    found = shop.call('customer', 'attach', find(shop), shop.write('发票.png', PDF))
    expect(found, {'id': '1', 'customer': find(shop), 'name': '发票.png', 'media_type': 'application/pdf', 'size': len(PDF)})
    expect(shop.sql('SELECT name, bytes FROM attachment'), [('发票.png', PDF)])
    shop.run('customer', 'attach', NAME, shop.write('b.txt', 'x')).ends(DONE, out='b.txt')


def test_attach_bad(shop):
    """attach refuses what is empty, too large, not there, or for nobody"""
    shop.orders(*PEOPLE)
    before = shop.content()
    empty, large = shop.write('empty', ''), shop.write('large', b'\0' * (10 * 1024 * 1024 + 1))
    shop.run('customer', 'attach', NAME, empty).ends(FAILED, f'{empty}: The file is empty.')
    shop.run('customer', 'attach', NAME, large).ends(FAILED, f'{large}: The file is larger than 10 MB. Choose a smaller one.')
    expect(shop.run('customer', 'attach', NAME, shop.folder / 'none').status, FAILED)
    expect(shop.run('customer', 'attach', NAME, shop.folder).status, FAILED)
    shop.run('customer', 'attach', '没有的', shop.write('a', 'x')).ends(FAILED, 'There is no customer “没有的”.')
    expect(shop.content(), before)


def test_interest(shop):
    """interest notes what somebody asked for, and is due on the day to ask again"""
    shop.orders(*PEOPLE)
    found = shop.call('customer', 'interest', NAME, ' 连衣裙 ', '--reason', 'price', '--again', '2026-10-01')
    expect([found[key] for key in ('customer', 'product', 'reason', 'state', 'follow_up')],
           [find(shop), '连衣裙', 'price', 'open', '1'])
    expect(found['ask_again_at'][:10], '2026-10-01')
    due = [entry for entry in shop.call('due', '--until', '2026-10-02') if entry['kind'] == 'follow-up']
    expect([entry['text'] for entry in due], ['Ask again: 连衣裙'])
    shop.run('customer', 'interest', NAME, '帽子').ends(DONE, out='帽子')


def test_interest_bad(shop):
    """interest refuses nothing at all, unknown reasons, and days that are none or over"""
    shop.orders(*PEOPLE)
    before = shop.content()
    for arguments, status, error in [
            (['  '], USAGE, 'Write down what they asked for.'),
            (['裙', '--reason', 'dear'], USAGE, '“dear” is no reason; say one of: price, size, waiting, compared, other.'),
            (['裙', '--again', '2026-02-31'], USAGE, '“2026-02-31” is no day; write it like 2026-10-01.'),
            (['裙', '--again', '2026-10-01x'], USAGE, '“2026-10-01x” is no day; write it like 2026-10-01.'),
            (['裙', '--again', '2026-09-01'], FAILED, 'Choose today or a later day to get back to them.')]:
        shop.run('customer', 'interest', NAME, *arguments).ends(status, error)
    expect(shop.content(), before)


def test_dossier(shop):
    """dossier says all that is known, to read and as JSON, into a file that others can't read"""
    shop.orders(*PEOPLE)
    shop.call('customer', 'attach', NAME, shop.write('发票.pdf', PDF))
    shop.call('customer', 'interest', NAME, '连衣裙', '--reason', 'price')
    found = shop.call('customer', 'dossier', NAME)
    expect(found['customer'][0]['name'], NAME)
    expect([order['number'] for order in found['orders']], [A])
    expect(found['orders'][0]['state'], 'paid')
    expect(found['attachments'][0]['bytes'], 'JVBERi0xLjcK')
    expect(found['interests'][0]['product'], '连衣裙')
    path = shop.folder / 'dossier.json'
    shop.run('--json', 'customer', 'dossier', NAME, path).ends(DONE, out='')
    expect(json.loads(path.read_text()), found)
    expect(stat.S_IMODE(path.stat().st_mode), 0o600)
    text = shop.run('customer', 'dossier', NAME, chinese=True).ends(DONE).out
    for part in (NAME, PHONE, ACCOUNT, A, '鱻羴', '发票.pdf', '连衣裙', '价格'):
        expect_in(part, text)
    if any(word in text for word in ('欧阳娜', 'uid', 'Orders', 'Customer')):
        raise Failure(text)


def test_erase(shop):
    """erase leaves nothing of a customer in the file, and no import brings them back"""
    shop.orders(*PEOPLE)
    shop.call('customer', 'attach', NAME, shop.write('韡韡.txt', '鱻羴'))
    customer = find(shop)
    shop.run('customer', 'erase', customer).ends(USAGE, 'Nothing was erased. There is no way back from it: add --yes if you mean it.')
    shop.run('customer', 'erase', NAME, '--yes').ends(USAGE, f'“{NAME}” is no id of a customer; “search customers” gives it.')
    shop.run('customer', 'erase', '999', '--yes').ends(FAILED, 'There is no such customer.')
    (shop.folder / '订单.csv').unlink()
    found = shop.call('customer', 'erase', customer, '--yes')
    expect(found, {'erased': customer, 'orders': 1, 'orders_kept': False, 'backups_rewritten': False, 'copies': []})
    expect(shop.call('search', 'customers', NAME), [])
    expect_nowhere(shop, NAME, PHONE, ACCOUNT, '鱻羴', '韡韡', '龘鑫')
    again = shop.orders(*PEOPLE, order(C, 买家会员名=ACCOUNT, 收货人姓名='王小五', 联系手机="'13700000000"))
    expect(again['anonymous'], 2)
    expect(again['customers']['new'], 0)
    expect(shop.sql('SELECT number, recipient, phone, buyer_account FROM shop_order WHERE customer_id IS NULL ORDER BY number'),
           [(A, '', '', ''), (C, '', '', '')])
    expect_nowhere(shop, NAME, PHONE, ACCOUNT)
    shop.run('import', shop.folder / '订单.csv').ends(DONE)
    shop.run('check').ends(DONE)


def test_erase_keeps_orders(shop):
    """erase --keep-orders keeps number, goods and sums for the books, and nothing of the buyer"""
    shop.orders(*PEOPLE)
    before = shop.sql('SELECT paid, total, ordered_at FROM shop_order WHERE number = ?', A)
    out = shop.run('customer', 'erase', find(shop), '--yes', '--keep-orders').ends(DONE).out
    expect(out.splitlines(), ['The customer was erased for good. 1 order stays without recipient, phone, address and notes.'])
    expect(shop.sql('SELECT paid, total, ordered_at FROM shop_order WHERE number = ?', A), before)
    expect_nowhere(shop, NAME, PHONE, ACCOUNT, '鱻羴')


def test_erase_backups(shop):
    """erase tells which backups still hold the customer, and rewrites them when asked"""
    shop.orders(*PEOPLE)
    shop.run('import', shop.write('x.csv', (shop.folder / '订单.csv').read_bytes()), now='2026-09-24T10:00:00+08:00').ends(DONE)
    backup, = (shop.folder / 'backups').iterdir()
    told = shop.run('customer', 'erase', find(shop, '欧阳娜'), '--yes').ends(DONE).out.splitlines()
    expect(told, ['The customer was erased for good. 1 order was deleted. '
                  '1 backup of the shop may still hold them until it is rewritten.', f'  {backup}'])
    expect_in('欧阳娜'.encode(), backup.read_bytes())
    found = shop.call('customer', 'erase', find(shop), '--yes', '--rewrite-backups')
    expect((found['backups_rewritten'], found['copies']), (True, []))
    expect_nowhere(shop, NAME, PHONE, ACCOUNT, '欧阳娜', '13800002107')
    connection = sqlite3.connect(backup)
    expect(connection.execute('SELECT count(*) FROM shop_order').fetchone(), (2,))
    connection.close()
    expect(stat.S_IMODE(backup.stat().st_mode), 0o600)


if __name__ == '__main__':
    sys.exit(main(globals()))
