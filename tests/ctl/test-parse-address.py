#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`parse-address`: a name, a phone number and an address out of what a buyer sent."""

import sys

from ctl_shop import DONE, USAGE, expect, main

KEYS = ['name', 'phone', 'province', 'city', 'district', 'detail', 'postcode', 'note']


def test_keys(shop):
    """the keys of the contract, each with its confidence; absent is null"""
    found = shop.call('parse-address', '张三，13800138000，浙江省杭州市西湖区文三路 100 号')
    expect(list(found), KEYS + ['phones', 'rest', 'confidence', 'ask'], 'keys')
    expect([found[key] for key in KEYS],
           ['张三', '13800138000', '浙江省', '杭州市', '西湖区', '文三路 100 号', None, None], 'fields')
    expect(list(found['confidence']), KEYS, 'keys of the confidence')
    expect(found['confidence']['district'], 'certain', 'how sure the district is')
    expect(found['confidence']['note'], 'missing', 'how sure a note is that nobody wrote')
    expect((found['phones'], found['rest'], found['ask']), (['13800138000'], None, {}), 'the rest')


def test_ask(shop):
    """what cannot be known is null and comes with what it may be"""
    found = shop.call('parse-address', '韩雪 13000002601 江苏省鼓楼区示例路1号')
    expect((found['city'], found['ask']), (None, {'city': ['南京市', '徐州市']}), 'the city')
    found = shop.call('parse-address', '邓欣 13000002101 陕西省西安市高新区科技路1号')
    expect(list(found['ask']), ['district'], 'asked')
    expect('雁塔区' in found['ask']['district'], True, 'a district of the city is among them')
    found = shop.call('parse-address', '吴桐 1310000151 江西省抚州市南城县示例路17号')
    expect((found['phone'], found['ask']), (None, {'phone': ['1310000151']}), 'the phone')


def test_words(shop):
    """several arguments are one text; a text may begin with a hyphen after --"""
    expect(shop.call('parse-address', '张三', '13800138000', '杭州市西湖区'),
           shop.call('parse-address', '张三 13800138000 杭州市西湖区'), 'the same')


def test_text(shop):
    """for people: a line a field, with how sure it is, and what has to be asked"""
    lines = shop.run('parse-address', '王女士 13000002606 13000002607 鼓楼区示例路6号（放门口）').ends(DONE).out.splitlines()
    expect(lines[0], 'Name: 王女士 (likely)')
    expect(lines[1], 'Phone: 13000002606 13000002607 (certain)')
    expect(lines[2].startswith('Province: ask: '), True, lines[2])
    expect(lines[-1], 'Note: 放门口 (likely)')


def test_nothing(shop):
    """talk has no address, and makes no shop; no text is a wrong usage"""
    for text in ('', '老板什么时候发货呀', '😀', '\u202e'):
        found = shop.call('parse-address', text)
        expect([found[key] for key in KEYS], [None] * len(KEYS), text)
    expect(shop.run('parse-address', '在吗').ends(DONE).out, 'There is no name, phone number or address in it.\n')
    shop.run('parse-address').ends(USAGE)
    expect(shop.db.exists(), False, 'a shop file')


if __name__ == '__main__':
    sys.exit(main(globals()))
