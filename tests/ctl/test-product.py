#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`product …` and `promotion …`: what the shop sells, what it advises, what is refused, and what is said of it in replies."""

import sys

from ctl_shop import DONE, FAILED, UNRESOLVED, USAGE, expect, expect_same, main, order

A, B = '2609221046500001', '2609221046500002'
SHORT = ['id', 'title', 'short_title', 'code', 'link', 'price', 'currency', 'stock', 'sold_out']
FULL = SHORT + ['points', 'reason', 'cautions', 'attributes', 'return_policy', 'variants', 'related', 'sizes', 'deleted']
CHART = 'S 150-160cm 40-48kg; M 160-165cm 48-55kg; L 166-170cm 55-62kg'


def refuse(shop, arguments, reason, status=FAILED):
    """The command is refused with exactly this reason, and nothing is changed."""
    before = shop.content(but=())
    shop.run(*arguments).ends(status, reason, '')
    expect_same(before, shop.content(but=()), f'after {arguments} was refused, the shop')


def wardrobe(shop):
    """Two paid orders, a cardigan that is counted, and a shirt that goes with it."""
    shop.orders(order(A), order(B, **{'宝贝标题 ': '白色打底衫', '宝贝总数量': '2'}))
    shop.call('product', 'add', '白色打底衫', 'code=B-1', 'price=59', 'stock=1')
    shop.call('product', 'add', '云朵针织开衫', 'code=A-1', 'short=开衫', 'price=219', 'link=https://shop.example/1',
              'related=B-1: 一起穿', f'sizes={CHART}', 'points=软糯\n不扎', 'stock=5')
    return shop


def stock(shop, code):
    return shop.call('product', 'show', code)['stock']


def check(shop, number):
    return next((row['state'], row['note']) for row in shop.call('order', 'show', number)['checklist'] if row['key'] == 'stock')


def test_edit(shop):
    """a product is added, found, edited, deleted and taken out of the bin"""
    wardrobe(shop)
    found = shop.call('product', 'show', 'A-1')
    expect(list(found), FULL, 'the keys')
    expect((found['points'], found['related'], found['return_policy'], len(found['sizes'])),
           (['软糯', '不扎'], [{'id': '1', 'title': '白色打底衫', 'reason': '一起穿'}], 'seven-days', 3))
    for query, codes in (('', ['A-1', 'B-1']), ('kaishan', ['A-1']), ('dds', ['B-1']), ('b-', ['B-1']), ('围巾', [])):
        rows = shop.call('product', 'list', query)
        expect([row['code'] for row in rows], codes, f'what “{query}” finds')
        expect([list(row) for row in rows], [SHORT] * len(codes))
    expect(shop.call('product', 'set', '开衫', 'price=199.5', 'points=')['price'], '199.50')
    expect(shop.call('product', 'show', '2')['points'], [])
    variants = shop.call('product', 'set', 'A-1', 'stock=', 'variant.1.colour=黑', 'variant.1.stock=2', 'variant.2.colour=白')['variants']
    expect([(row['colour'], row['stock']) for row in variants], [('黑', 2), ('白', None)])
    expect([row['colour'] for row in shop.call('product', 'set', 'A-1', 'variant.1=')['variants']], ['白'])
    expect(shop.call('product', 'delete', 'A-1')['deleted'], True)
    refuse(shop, ['product', 'show', 'A-1'], 'There is no product “A-1”.')
    expect([row['code'] for row in shop.call('product', 'list', '--bin')], ['A-1'])
    expect(shop.call('product', 'restore', 'A-1')['deleted'], False)
    expect(shop.call('product', 'add', '面纸', 'price=100', 'currency=TWD')['price'], '100.00')


def test_refused(shop):
    """what cannot be is refused with a sentence, and nothing is changed"""
    wardrobe(shop)
    fields = ('title, short, code, link, currency, price, points, reason, cautions, attributes, stock, return-policy, sizes, related, '
              'variant.N.colour, variant.N.size, variant.N.sku, variant.N.price, variant.N.stock')
    for words, reason in (
            (['set', 'A-1', 'code=B-1'], '“白色打底衫” has the code “B-1” already.'),
            (['set', 'A-1', 'title= '], 'A product needs a title.'),
            (['set', 'A-1', 'link=shop.example'], 'A link begins with https:// or http:// and has no blanks.'),
            (['set', 'A-1', 'stock=some'], '“some” is no stock; write a whole number, or nothing.'),
            (['set', 'A-1', 'stock=-1'], '“-1” is no stock; write a whole number, or nothing.'),
            (['set', 'A-1', 'colour=red'], f'“colour” is no field; say one of: {fields}.'),
            (['set', 'A-1', 'variant.3.colour=red'], f'“variant.3.colour” is no field; say one of: {fields}.'),
            (['set', 'A-1', 'related=A-1'], 'A product does not go with itself.'),
            (['set', 'A-1', 'related=C-9'], 'There is no product “C-9”.'),
            (['set', 'A-1', 'sizes=M 170-160cm'], 'Size M begins behind its end; write the smaller measure first.'),
            (['set', 'A-1', 'return-policy=never'],
             '“never” is no return policy; say one of: seven-days, made-to-order, fresh, opened, press, none.'),
            (['show', '衣'], 'There is no product “衣”.'),
            (['restore', 'A-1'], 'There is no product “A-1”.')):
        refuse(shop, ['product', *words], reason)
    shop.call('product', 'add', '黑色打底衫')
    refuse(shop, ['product', 'show', '打底衫'], '“打底衫” fits 2 products; say the code of one.')
    refuse(shop, ['product', 'set', 'A-1', 'red'], '“red” is not of the form field=value.', USAGE)


def test_size(shop):
    """the size chart answers for the measures of the call or of the customer, and asks where one is missing"""
    wardrobe(shop)
    for options, result, size, smaller, text in (
            (['--height', '162cm', '--weight', '50kg'], 'fits', 'M', None, 'For 162 cm · 50 kg size M fits.'),
            (['--height', '162', '--weight', '90斤'], 'between', 'M', 'S',
             '162 cm · 45 kg is between S and M; we advise M, which is the roomier one.'),
            (['--height', '190cm', '--weight', '90kg'], 'too-large', None, None,
             'For 190 cm · 90 kg even the largest size would be too small.'),
            (['--height', '162cm'], 'ask', None, None, 'What do you weigh? Then we can tell you the size.')):
        found = shop.call('product', 'size', 'A-1', *options)
        expect((found['result'], found['size'], found['smaller'], found['text']), (result, size, smaller, text))
    expect(shop.call('product', 'size', 'B-1')['result'], 'no-chart')
    shop.call('customer', 'set', '1', 'height=168cm', 'weight=60kg')
    expect(shop.call('product', 'size', 'A-1', '--customer', '1')['size'], 'L')
    expect(shop.call('product', 'size', 'A-1', '--customer', '1', '--height', '162', '--weight', '50kg')['size'], 'M')


def test_recommend(shop):
    """two are recommended with reasons, never what is sold out"""
    wardrobe(shop)
    expect([(row['code'], row['reason']) for row in shop.call('product', 'recommend', '--order', A)], [('B-1', '一起穿')])
    shop.call('product', 'set', 'B-1', 'stock=0')
    expect(shop.call('product', 'recommend', '--order', A), [])
    shop.run('product', 'recommend', '--order', A).ends(DONE, out='There is nothing to recommend.')


def test_stock(shop):
    """the checklist warns of what is short, and what is shipped is off the stock until it is taken back"""
    wardrobe(shop)
    expect((check(shop, A), check(shop, B)), (('ok', None), ('warn', '白色打底衫: needs 2, has 1')))
    shop.call('order', 'ship', A, '--reason', 'now')
    expect(stock(shop, 'A-1'), 4)
    shop.call('order', 'undo', A)
    expect(stock(shop, 'A-1'), 5)
    shop.call('product', 'set', 'B-1', 'stock=')
    expect(check(shop, B), ('ok', 'Not counted'))


def test_promotion(shop):
    """promotions run from and until, for all goods or for some, and fill {活动}"""
    wardrobe(shop)
    shop.write('话术.csv', 'title,body\n活动,现在{活动}，{链接}\n')
    shop.call('import', shop.folder / '话术.csv')
    reply = shop.call('reply', 'list')[0]['id']
    expect(shop.run('reply', 'fill', reply, '--order', A).status, UNRESOLVED)
    added = shop.call('promotion', 'add', '开衫节', 'rule=第二件半价', 'products=A-1', 'from=2026-09-01', 'until=2026-10-01')
    expect((added['state'], added['products'], added['until_at']), ('running', ['2'], '2026-10-01T00:00:00+08:00'))
    shop.run('reply', 'fill', reply, '--order', A).ends(DONE, out='现在第二件半价，https://shop.example/1')
    shop.run('reply', 'fill', reply, '--product', 'A-1').ends(DONE, out='现在第二件半价，https://shop.example/1')
    expect(shop.run('reply', 'fill', reply, '--order', B).status, UNRESOLVED)
    expect(shop.call('promotion', 'set', '1', 'until=2026-09-10')['state'], 'over')
    expect(shop.run('reply', 'fill', reply, '--order', A).status, UNRESOLVED)
    refuse(shop, ['promotion', 'set', '1', 'from=2026-10-01'], 'A promotion ends after it begins.')
    refuse(shop, ['promotion', 'set', '9', 'rule=x'], 'There is no promotion “9”.')
    expect(shop.call('promotion', 'delete', '1')['deleted'], True)
    expect(shop.call('promotion', 'list'), [])


if __name__ == '__main__':
    sys.exit(main(globals()))
