#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`order print`: what a reader of PDF finds in the file is what the shop knows, on each kind of paper."""

import json
import re
import sqlite3
import stat
import subprocess
import sys

from ctl_shop import DONE, FAILED, USAGE, expect, expect_in, main, order

A, B = '2609221046500001', '2609221046500002'
PAPERS = {'A4': (595.3, 841.9), 'A5': (419.5, 595.3), '100x150': (283.5, 425.2)}
LONG_NOTE = ''.join(f'第{n}条：礼盒要用深色的纸，丝带系紧，卡片写生日快乐。' for n in range(1, 121))


def text_of(path):
    """All text without the blanks, as people read it: lines break anywhere in Chinese."""
    found = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
    return re.sub(r'\s', '', found)


def fonts_of(path):
    lines = subprocess.run(['pdffonts', path], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    # name, type of one or more words, encoding, then embedded, subset, unicode, object and generation
    return [(line.split()[0], line.split()[-5]) for line in lines]


def info_of(path):
    lines = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout.splitlines()
    return {line.partition(':')[0]: line.partition(':')[2].strip() for line in lines}


def print_to(shop, *arguments, form='slip', paper='A4', chinese=True):
    path = shop.folder / f'{form}-{paper}.pdf'
    shop.run('order', 'print', *arguments, str(path), '--form', form, '--paper', paper, chinese=chinese).ends(DONE)
    return path


def change(shop, *statements):
    """What no command does yet, straight in the shop file."""
    connection = sqlite3.connect(shop.db)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_papers(shop):
    """each paper has its size, embedded Chinese fonts, and every word"""
    shop.orders(order(A, 宝贝总数量='2', 修改后的sku='颜色分类:黑色;尺码:L', 买家留言='请发顺丰', 订单备注='送一个小挂件'))
    for paper, (width, height) in PAPERS.items():
        path = print_to(shop, A, paper=paper)
        found = text_of(path)
        for part in (A, '发货单', '王晓雯', '13800000001', '浙江省杭州市西湖区文三路示例小区3幢501', '云朵针织开衫', '黑色·L',
                     '¥219.00', '共2件', '买家留言请发顺丰', '卖家备注送一个小挂件', '2026-09-2010:11'):
            expect_in(part, found, f'the slip on {paper}')
        size = [float(number) for number in re.findall(r'[\d.]+', info_of(path)['Page size'])[:2]]
        expect([round(a - b) for a, b in zip(size, (width, height))], [0, 0], f'how far {paper} is from its size')
        fonts = fonts_of(path)
        expect([name for name, embedded in fonts if embedded != 'yes'], [], 'fonts that are not in the file')
        expect(any('CJK' in name for name, _ in fonts), True, f'that there is a Chinese font among {fonts}')
        expect(stat.S_IMODE(path.stat().st_mode), 0o600, 'who may read the file')


def test_whole_note(shop):
    """a note of several pages is there to its last letter, on the smallest paper too"""
    shop.orders(order(A, 买家留言=LONG_NOTE))
    for paper in PAPERS:
        path = print_to(shop, A, paper=paper)
        pages = int(info_of(path)['Pages'])
        expect(pages > 1, True, f'that the note needs more than one page of {paper}')
        found = re.sub(rf'{A}\d{{4}}-\d\d-\d\d\d\d:\d\d|\d+/{pages}', '', text_of(path))
        expect_in(LONG_NOTE, found, f'the slip on {paper}')


def test_many_items(shop):
    """thirty items go on over pages, each with the table's header"""
    shop.orders(order(A))
    change(shop, 'DELETE FROM order_item',
           *(f"INSERT INTO order_item (order_id, position, title, colour, sku, quantity, price) "
             f"VALUES (1, {number}, '商品第{number}号', '红色', 'SKU-{number:03}', {number}, 100)" for number in range(1, 31)))
    path = print_to(shop, A, paper='A5')
    found = text_of(path)
    for number in range(1, 31):
        expect_in(f'商品第{number}号', found)
        expect_in(f'SKU-{number:03}', found)
    pages = int(info_of(path)['Pages'])
    expect(pages > 1, True, 'that there is more than one page')
    expect(found.count('商品编码数量'), pages, 'headers')
    expect([f'{page}/{pages}' in found for page in range(1, pages + 1)], [True] * pages, 'numbers of the pages')


def test_gift(shop):
    """a gift's slip tells no price; its sheet does"""
    shop.orders(order(A))
    change(shop, 'UPDATE shop_order SET gift = 1')
    slip = text_of(print_to(shop, A))
    expect(('¥' in slip, '219' in slip, '合计' in slip), (False, False, False), 'whether prices are on the slip')
    expect_in('¥219.00', text_of(print_to(shop, A, form='sheet')))


def test_parcel(shop):
    """orders in one parcel get one slip, with each one's number, goods and notes"""
    shop.orders(order(A, 买家留言='不要辣'), order(B, 订单备注='加急', **{'宝贝标题 ': '帆布托特包'}))
    change(shop, "INSERT INTO parcel (id, uid, created_at) VALUES (1, 'p', 1)", 'UPDATE shop_order SET parcel_id = 1')
    path = print_to(shop, B)
    expect(info_of(path)['Pages'], '1', 'pages')
    found = text_of(path)
    for part in (A, B, '云朵针织开衫', '帆布托特包', f'买家留言（订单{A}）不要辣', f'卖家备注（订单{B}）加急', '共2件'):
        expect_in(part, found)
    for number in (A, B):
        expect(shop.call('order', 'show', number)['slip']['printed_at'] is not None, True, f'that {number} counts as printed')


def test_outdated(shop):
    """an edited address makes the slip out of date, a new flag does not; another print brings it up to date"""
    shop.orders(order(A))
    expect(shop.call('order', 'show', A)['slip'], {'printed_at': None, 'outdated': False})
    print_to(shop, A)
    expect(shop.call('order', 'show', A)['slip'], {'printed_at': '2026-09-23T10:00:00+08:00', 'outdated': False})
    shop.run('order', 'set', A, 'flag=2').ends(DONE)
    expect(shop.call('order', 'show', A)['slip']['outdated'], False, 'after the flag')
    for field in ('address=浙江省杭州市余杭区示例路 9 号', 'phone=13900000002', 'item.1.colour=白色', 'seller-note=加急'):
        shop.run('order', 'set', A, field).ends(DONE)
        expect(shop.call('order', 'show', A)['slip']['outdated'], True, f'after {field}')
        print_to(shop, A)
        expect(shop.call('order', 'show', A)['slip']['outdated'], False, 'after the next print')
    shop.run('order', 'set', A, 'phone=13900000003').ends(DONE)
    print_to(shop, A, form='sheet')
    expect(shop.call('order', 'show', A)['slip']['outdated'], True, 'after a sheet, which no packer packs by')


def test_sheet(shop):
    """the sheet has what happened and what is ticked"""
    shop.orders(order(A))
    shop.run('order', 'check', A, 'recipient').ends(DONE)
    shop.run('order', 'status', A, 'packed').ends(DONE)
    found = text_of(print_to(shop, A, form='sheet'))
    for part in ('订单表', A, '王晓雯', '[x]收件人和电话', '[]收货地址', '经过', '已打包'):
        expect_in(part, found)


def test_hostile(shop):
    """markup, arrows of direction and emoji are only text"""
    shop.orders(order(A, 买家留言='\u202eabc\u202c', 订单备注='& <i>', **{'宝贝标题 ': '<b>A&B</b> 开衫 🎁'}))
    found = text_of(print_to(shop, A))
    expect_in('<b>A&B</b>开衫', found)
    expect_in('&<i>', found)


def test_refused(shop):
    """what cannot be printed leaves the file that is there, and no order counts as printed"""
    shop.orders(order(A))
    path = shop.folder / 'slip.pdf'
    path.write_text('mine')
    shop.run('order', 'print', B, str(path)).ends(FAILED, f'There is no order {B}.')
    shop.run('order', 'print', A, B, str(path)).ends(FAILED, f'There is no order {B}.')
    shop.run('order', 'print', A, str(path), '--paper', 'A3').ends(USAGE, '“A3” is no paper; say A4, A5 or 100x150.')
    shop.run('order', 'print', A, str(path), '--form', 'card').ends(USAGE, '“card” cannot be printed; say slip or sheet.')
    shop.run('order', 'print', A, B).ends(USAGE, 'Say at the end which file to write; its name ends in .pdf.')
    expect(path.read_text(), 'mine')
    expect(shop.run('order', 'print', A, str(shop.folder / 'none' / 'slip.pdf')).status, FAILED)
    expect(shop.call('order', 'show', A)['slip']['printed_at'], None)
    expect(json.loads(shop.run('--json', 'order', 'print', A, str(path)).ends(DONE).out), {'pages': 1})


if __name__ == '__main__':
    sys.exit(main(globals()))
