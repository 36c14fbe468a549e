#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`customer set`: what is known of a customer, changed from the command line by the rules of the window."""

import sys

from ctl_shop import FAILED, USAGE, expect, expect_in, main, order

# What is set, and where the answer has it.
FIELDS = [
    ('call-name=王小姐', 'call_name', '王小姐'),
    ('level=金牌', 'level', '金牌'),
    ('type=hesitant', 'type', 'hesitant'),
    ('caution=退过三次', 'caution', '退过三次'),
    ('source=朋友介绍', 'source', '朋友介绍'),
    ('note=喜欢黑色', 'note', '喜欢黑色'),
    ('tags=老客，L 码,老客', 'tags', ['L 码', '老客']),
    ('birthday=农历八月十八', 'birthday', 'L--08-18'),
    ('birthday=1990-2-28', 'birthday', '1990-02-28'),
    ('birthday=', 'birthday', None),
    ('consent=no', 'consent', 'no'),
    ('height=1.65m', 'size', {'height': 165.0, 'weight': None, 'usual': None, 'shoe': None}),
    ('weight=105斤', 'size', {'height': 165.0, 'weight': 52.5, 'usual': None, 'shoe': None}),
    ('usual-size=L', 'size', {'height': 165.0, 'weight': 52.5, 'usual': 'L', 'shoe': None}),
]

REFUSED = [
    ('birthday=1990-2-31', 'birthday'),
    ('birthday=1987闰七月初一', 'birthday'),
    ('height=5 m', 'height'),
    ('type=nice', 'type'),
    ('consent=perhaps', 'consent'),
    ('phone.5=13800002468', 'phone'),
    ('phone=13800002468', 'phone'),
    ('account.1.platform=nowhere', 'platform'),
    ('colour=red', 'colour'),
    ('size=L', 'size'),
    ('name.2=x', 'name'),
]


def one(shop):
    shop.orders(order('2609221046500001', 收货人姓名='王晓雯', 联系手机='13800002468', 买家会员名='xiaowen_1'))
    return shop.sql('SELECT id FROM customer')[0][0]


def test_fields(shop):
    """each field is written, told in the timeline, and found again"""
    customer = one(shop)
    for change, key, value in FIELDS:
        found = shop.call('customer', 'set', customer, change)[key]
        expect(sorted(found) if isinstance(found, list) else found, value, change)
        shown = shop.call('customer', 'show', customer)[key]
        expect(sorted(shown) if isinstance(shown, list) else shown, value, f'what is shown after {change}')
    expect(shop.call('customer', 'show', customer)['consent_at'], '2026-09-23T10:00:00+08:00', 'since when')
    titles = [entry['title'] for entry in shop.call('customer', 'show', customer)['timeline'] if entry['kind'] == 'change']
    expect(len(titles), len(FIELDS), 'the lines of the timeline')
    shop.run('check').ends(0)


def test_parts(shop):
    """phones, accounts and addresses are changed, added and taken away by number"""
    customer = one(shop)
    shop.call('customer', 'set', customer, 'phone.2=13900001111', 'phone.2.label=单位',
              'address.2=浙江省 杭州市 西湖区 文三路100号', 'address.2.recipient=王妈妈', 'account.2=xw', 'account.2.platform=wechat')
    found = shop.call('customer', 'show', customer)
    expect([(phone['number'], phone['label']) for phone in found['phones']],
           [('13800002468', None), ('13900001111', '单位')], 'the phones')
    expect((found['addresses'][1]['city'], found['addresses'][1]['recipient']), ('杭州市', '王妈妈'), 'the address')
    expect((found['accounts'][1]['platform'], found['accounts'][1]['account']), ('wechat', 'xw'), 'the account')
    found = shop.call('customer', 'set', customer, 'phone.1=', 'account.2=')
    expect([phone['number'] for phone in found['phones']], ['13900001111'], 'the phones')
    expect(len(found['accounts']), 1, 'the accounts')
    expect([hit['id'] for hit in shop.call('search', 'customers', '1111')], [str(customer)], 'who is found')


def test_refused(shop):
    """what does not fit is refused with a reason, and nothing else of the same call is written"""
    customer = one(shop)
    before = shop.content()
    for change, word in REFUSED:
        result = shop.run('customer', 'set', customer, 'note=changed', change)
        expect(result.status, FAILED, change)
        expect(len(result.err.splitlines()), 1, f'the lines said of {change}')
        expect(shop.content(), before, 'the shop')
    shop.run('customer', 'set', customer, 'note').ends(USAGE)
    shop.run('customer', 'set', customer, 'name=', 'phone.1=', 'account.1=').ends(
        FAILED, 'Give the customer a name, a phone number or a name on a platform.')


def test_somebody_else(shop):
    """an account that is somebody else's is refused"""
    shop.orders(order('2609221046500001', 收货人姓名='王晓雯', 联系手机='13800002468', 买家会员名='xiaowen_1'),
                order('2609221046500002', 收货人姓名='林静', 联系手机='13712345678', 买家会员名='linjing'))
    result = shop.run('customer', 'set', '1', 'account.1=linjing')
    expect(result.status, FAILED, 'the exit status')
    expect_in('linjing', result.err, 'the reason')


sys.exit(main(globals()))
