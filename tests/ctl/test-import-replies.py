#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`import` and `export` of replies: what goes out comes in again, what is there is found again, all is taken back."""

import base64
import csv
import io
import json
import sqlite3
import struct
import sys
import zlib

from ctl_shop import DONE, FAILED, PARTLY, USAGE, demo, expect, expect_in, expect_same, main

HEADER = 'group,title,shortcode,body\r\n'
# Texts that a table could spoil: its own marks, formulas, blanks, what elsewhere stands for nothing.
EVIL = ['=1+1', "'=1+1", '+1', '-', '---', '\\---', '===', '无', 'null', 'A&B <b>', '"', 'a,b', 'a\nb', 'a\r\nb', '{{', '{不认识}', '{',
        '𠮷田😊', 'a\n---\nb', 'a\n\\\\===\nb', "'", '@SUM(A1)', '%s%n', '/:^_^', 'a\tb', 'a\n\nb', '# a: b', '- [x]', 'yes', '0']


def png():
    """A picture of one pixel."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(b'\0\0')) + chunk(b'IEND', b''))


def full(number, text, **more):
    """A reply with all that one can have."""
    return {
        'uid': f'{number:032x}', 'group': f'组 {number % 3}', 'title': f'第 {number} 条 {text.split()[0] if text.split() else ""}',
        'shortcode': f'k{number}', 'body': f'{text}\x1e第二句 {text}', 'variants': [f'另一种\n{text}', f'又一种\x1e{text}'],
        'keywords': ['多久发货', 'a/b\\c', '=1'], 'stages': ['greeting', 'bad-review'], 'favourite': number % 2 == 0,
        'valid_from': '2026-05-01T00:00:00+08:00', 'valid_until': '2027-01-01T00:00:00+08:00', 'starts_wait': number % 2 == 1,
        'owner': '小陈' if number % 4 == 0 else None, 'starter': 'zh_CN/x' if number % 5 == 0 else None, 'picture': None,
        'uses': number, 'last_used_at': '2026-09-01T10:00:00+08:00'} | more


def fresh(shop, name):
    folder = shop.folder / name
    folder.mkdir()
    return type(shop)(shop.program, shop.locale, folder)


def counts(document):
    return tuple(document['replies'].values())


def test_round_trip(shop):
    """a file of all fields goes into an empty shop and comes out the same byte for byte, as CSV and as JSON"""
    texts = [full(number, text) for number, text in enumerate(EVIL, 1)]
    texts[0]['picture'] = {'media_type': 'image/png', 'data': base64.b64encode(png()).decode()}
    found = shop.call('import', shop.write('in.json', json.dumps(texts, ensure_ascii=False)))
    expect((found['format'], counts(found), found['rejected']), ('replies-json', (len(EVIL), 0, 0), []), 'the import')
    for form in ('json', 'csv'):
        shop.run('export', 'replies', f'out.{form}').ends(DONE, out=f'{len(EVIL)} rows')
        other = fresh(shop, form)
        expect(counts(other.call('import', shop.folder / f'out.{form}')), (len(EVIL), 0, 0), f'{form} into an empty shop')
        other.run('export', 'replies', f'out.{form}').ends(DONE)
        expect((other.folder / f'out.{form}').read_bytes(), (shop.folder / f'out.{form}').read_bytes(), f'{form} out of it')
        expect(counts(other.call('import', shop.folder / f'out.{form}')), (0, 0, len(EVIL)), f'{form} a second time')
        expect(counts(shop.call('import', shop.folder / f'out.{form}')), (0, 0, len(EVIL)), f'{form} where it came from')
    kept = {reply['uid']: reply for reply in json.loads((shop.folder / 'out.json').read_text(encoding='utf-8'))}
    for reply in texts:
        expect(kept[reply['uid']], reply, 'what came out')


def test_csv_is_safe(shop):
    """no cell of the CSV is a formula, and messages and wordings stand in lines that a person understands"""
    shop.call('import', shop.write('in.json', json.dumps([full(number, text) for number, text in enumerate(EVIL, 1)])))
    shop.run('export', 'replies', 'out.csv').ends(DONE)
    rows = list(csv.DictReader(io.StringIO((shop.folder / 'out.csv').read_text(encoding='utf-8-sig'), newline=''), strict=True))
    expect([cell for row in rows for cell in row.values() if cell[:1] and cell[0] in '=+-@\t\r'], [], 'formulas')
    row = next(row for row in rows if row['shortcode'] == 'k10')
    expect((row['body'], row['variants'], row['keywords'], row['stages']),
           ('A&B <b>\n---\n第二句 A&B <b>', '另一种\nA&B <b>\n===\n又一种\n---\nA&B <b>', '多久发货 / a\\/b\\\\c / =1', 'greeting bad-review'))


def test_demo_through_every_format(shop):
    """the demo's replies are known again in each format, and other programs' formats come back as they went"""
    demo(shop)
    n = shop.sql('SELECT count(*) FROM reply WHERE deleted_at IS NULL')[0][0]
    for name, arguments in (('a.csv', []), ('a.json', []), ('q.csv', ['--format', 'qianniu']), ('e.yml', ['--format', 'espanso'])):
        shop.run('export', 'replies', name, *arguments).ends(DONE, out=f'{n} rows')
        expect(counts(shop.call('import', name)), (0, 0, n), f'{name} where it came from')
        other = fresh(shop, f'from-{name}')
        expect(counts(other.call('import', shop.folder / name)), (n, 0, 0), f'{name} into an empty shop')
        other.run('export', 'replies', name, *arguments).ends(DONE)
        expect((other.folder / name).read_bytes(), (shop.folder / name).read_bytes(), name)


def test_qianniu(shop):
    """Qianniu's quick phrases: GB18030, blank codes, no group, line ends and faces in a phrase"""
    text = '快捷短语编码,快捷短语,快捷短语分组\r\nhy,"您好/:^_^\r\n欢迎光临",问候\r\n,亲，稍等一下哦,问候\r\n,没有分组的一句,\r\n'
    found = shop.call('import', shop.write('短语.csv', text.encode('gb18030')))
    expect((found['format'], found['encoding'], counts(found)), ('qianniu', 'GB18030', (3, 0, 0)))
    expect(shop.sql('SELECT g.name, r.title, r.shortcode, r.body FROM reply AS r JOIN reply_group AS g ON g.id = r.group_id ORDER BY r.id'),
           [('问候', '您好/:^_^', 'hy', '您好/:^_^\n欢迎光临'), ('问候', '亲，稍等一下哦', '', '亲，稍等一下哦'),
            ('Imported', '没有分组的一句', '', '没有分组的一句')])
    expect(counts(shop.call('import', '短语.csv')), (0, 0, 3), 'a second time')


def test_qianniu_without_gbk(shop):
    """an export for Qianniu says of how many replies GBK lacks a character; no other export does"""
    shop.call('import', shop.write('a.csv', 'group,title,shortcode,body\n问候,您好,nh,您好，亲\n问候,脸,lian,您好😀\n'))
    result = shop.run('export', 'replies', 'q.csv', '--format', 'qianniu')
    expect((result.status, result.err),
           (DONE, 'q.csv: 1 reply has characters that GBK does not have; Qianniu may show them wrong.\n'))
    expect(shop.run('export', 'replies', 'a.csv').err, '', 'an export as CSV')


def test_qianniu_without_gb18030(shop):
    """a character that the system's GB18030 lacks costs itself alone, not the file"""
    shop.call('import', shop.write('a.csv', 'group,title,shortcode,body\n问候,您好,nh,您好\ue78d亲\n'))
    shop.run('export', 'replies', 'q.csv', '--format', 'qianniu')
    expect((shop.folder / 'q.csv').read_bytes().decode('gb18030').splitlines(),
           ['快捷短语编码,快捷短语,快捷短语分组', 'nh,您好?亲,问候'])


def test_espanso(shop):
    """espanso: plain triggers, several of them, block texts; a match that computes is refused alone"""
    text = ('matches:\n  - trigger: ":wh"\n    replace: |\n      您好\n      欢迎光临\n  - triggers: [":a", ":b"]\n    replace: 甲乙\n'
            '  - trigger: ":d"\n    replace: "{{date}}"\n    vars: [{name: date, type: date}]\n  - regex: "x"\n    replace: y\n')
    found = shop.call('import', shop.write('base', text), status=PARTLY)
    expect((found['format'], counts(found)), ('espanso', (2, 0, 0)))
    expect([entry['line'] for entry in found['rejected']], [8, 11], 'lines')
    expect(shop.sql('SELECT shortcode, body FROM reply ORDER BY id'), [(':wh', '您好\n欢迎光临'), (':a', '甲乙')])


def test_short_codes_and_phrases(shop):
    """tables of short_code and content; plain text with groups, only when it is asked for"""
    found = shop.call('import', shop.write('a.txt', 'short_code,content\nhi,您好\nbye,慢走\n'))
    expect((found['format'], counts(found)), ('short-codes', (2, 0, 0)))
    shop.write('b.txt', '【问候】\n您好，欢迎光临\n[微笑]在的\n\n发货：\n1、今天发货\n2. 明天发货\n# 其他\n- 再会\n亲，如下：看一下\n')
    expect_in('not an order export', shop.run('import', 'b.txt').err)
    found = shop.call('import', 'b.txt', '--format', 'phrases')
    expect((found['format'], counts(found)), ('phrases', (6, 0, 0)))
    expect(shop.sql("SELECT g.name, r.body FROM reply AS r JOIN reply_group AS g ON g.id = r.group_id WHERE r.shortcode = '' ORDER BY r.id"),
           [('问候', '您好，欢迎光临'), ('问候', '[微笑]在的'), ('发货', '今天发货'), ('发货', '明天发货'), ('其他', '再会'),
            ('其他', '亲，如下：看一下')])


def test_matching(shop):
    """by uid, then by shortcode, then by title and group; what the file does not speak of stays"""
    shop.call('import', shop.write('a.json', json.dumps([full(1, '一', owner=None), full(2, '二'), full(3, '三', shortcode='')])))
    before = shop.sql('SELECT uid, id FROM reply ORDER BY id')
    rows = ('uid,title,body\r\n' + f'{1:032x},新标题,新正文\r\n')
    expect(counts(shop.call('import', shop.write('b.csv', rows))), (0, 1, 0), 'by uid')
    expect(counts(shop.call('import', shop.write('c.csv', HEADER + '别的组,别的标题,k2,新的二\r\n'))), (0, 1, 0), 'by shortcode')
    expect(counts(shop.call('import', shop.write('d.csv', HEADER + '组 0,第 3 条 三,,新的三\r\n'))), (0, 1, 0), 'by title and group')
    expect(counts(shop.call('import', shop.write('e.csv', HEADER + '组 1,第 3 条 三,,另一条\r\n'))), (1, 0, 0), 'the title in another group')
    expect(shop.sql('SELECT uid, id FROM reply ORDER BY id')[:3], before, 'the replies that were there')
    kept = {reply['uid']: reply for reply in exported(shop)}
    expect(kept[f'{1:032x}'], full(1, '一', owner=None) | {'title': '新标题', 'body': '新正文'}, 'the first')
    expect((kept[f'{2:032x}']['group'], kept[f'{2:032x}']['uses']), ('别的组', 2), 'the second')


def exported(shop):
    shop.run('export', 'replies', 'exported.json').ends(DONE)
    return json.loads((shop.folder / 'exported.json').read_text(encoding='utf-8'))


def test_shortcodes_change_hands(shop):
    """two replies change their shortcodes with one another; one that a third reply has is refused"""
    shop.call('import', shop.write('a.json', json.dumps([full(n, str(n)) for n in (1, 2, 3)])))
    swap = json.dumps([full(1, '1', shortcode='k2'), full(2, '2', shortcode='k1')])
    expect(counts(shop.call('import', shop.write('b.json', swap))), (0, 2, 0))
    taken = shop.call('import', shop.write('c.json', json.dumps([full(1, '1', shortcode='k3')])), status=PARTLY)
    expect((counts(taken), taken['rejected']), ((0, 0, 0), [{'line': 1, 'reason': '“第 3 条 3” has the shortcode “k3” already'}]))


def test_dry_run(shop):
    """--dry-run says the same and writes nothing, also where there is no shop"""
    shop.write('a.csv', HEADER + '问候,欢迎,hi,您好\r\n')
    found = shop.call('import', '--dry-run', 'a.csv')
    expect((counts(found), found['import_id'], shop.db.exists()), ((1, 0, 0), None, False))
    demo(shop)
    before = shop.content()
    expect(counts(shop.call('import', '--dry-run', 'a.csv'))[2], 0)
    expect_same(before, shop.content())


def test_undo(shop):
    """an import is taken back in one step: new replies, new groups, and what changed"""
    demo(shop)
    before = exported(shop)
    groups = shop.sql('SELECT * FROM reply_group')
    changed = [reply | {'body': reply['body'] + ' 新', 'keywords': ['新'], 'variants': [], 'group': '搬走了'} for reply in before[:5]]
    found = shop.call('import', shop.write('a.json', json.dumps(changed + [full(n, str(n), owner=None) for n in range(1, 5)])))
    expect(counts(found), (4, 5, 0), 'the import')
    undone = shop.call('import-undo', found['import_id'])
    expect(undone, {'removed': {'orders': 0, 'customers': 0, 'replies': 4}, 'kept': []}, 'the document')
    expect(exported(shop), before, 'the replies')
    expect(shop.sql('SELECT * FROM reply_group'), groups, 'the groups')
    expect(shop.sql('SELECT count(*) FROM import_change'), [(0,)], 'what is left of the journal')
    shop.run('check').ends(DONE)


def test_undo_keeps_later_edits(shop):
    """what somebody changed after an import stays when it is taken back"""
    first = shop.call('import', shop.write('a.json', json.dumps([full(n, str(n)) for n in (1, 2)])))
    shop.call('import', shop.write('b.json', json.dumps([full(1, 'neu')])))
    undone = shop.call('import-undo', first['import_id'])
    expect((undone['removed']['replies'], len(undone['kept'])), (1, 1))
    expect([reply['shortcode'] for reply in exported(shop)], ['k1'])


def test_from_the_bin(shop):
    """a reply in the bin comes out of it, and goes back when the import is taken back"""
    shop.call('import', shop.write('a.json', json.dumps([full(1, '一')])))
    first = shop.sql('SELECT id, uid FROM reply')
    with sqlite3.connect(shop.db) as connection:
        connection.execute('UPDATE reply SET deleted_at = 1')
    found = shop.call('import', 'a.json')
    expect((counts(found), shop.sql('SELECT id, uid FROM reply WHERE deleted_at IS NULL')), ((1, 0, 0), first))
    shop.run('import-undo', found['import_id']).ends(DONE)
    expect(shop.sql('SELECT deleted_at FROM reply'), [(1,)])


def test_foreign_placeholders(shop):
    """placeholders of other programs are told of, and become ours when that is wanted"""
    shop.write('a.csv', 'short_code,content\nhi,"您好 {{contact.name}}，单号 [单号] [微笑]"\n')
    expect(shop.call('import', '--dry-run', 'a.csv')['foreign_placeholders'], 1)
    expect(counts(shop.call('import', '--convert', 'a.csv')), (1, 0, 0))
    body = shop.sql('SELECT body FROM reply')[0][0]
    expect(body, '您好 {customer.name}，单号 {order.number} {表情:微笑}', 'the body')
    expect(counts(shop.call('import', '--convert', 'a.csv')), (0, 0, 1), 'a second time')
    expect(shop.call('import', '--dry-run', shop.write('b.csv', 'title,body\na,{没有这个}\n'))['unfillable'], 1, 'what cannot be filled')


def test_rejects(shop):
    """--rejects gets the refused rows under their header, which can be mended and imported"""
    shop.write('a.csv', HEADER + '问候,欢迎,hi,您好\r\n问候,空的,kd,\r\n')
    shop.call('import', 'a.csv', '--rejects', 'r.csv', status=PARTLY)
    text = (shop.folder / 'r.csv').read_text(encoding='utf-8-sig')
    expect(text.replace('\r\n', '\n'), (HEADER + '问候,空的,kd,\r\n').replace('\r\n', '\n'))
    shop.write('r.csv', text.replace('kd,', 'kd,现在有了'))
    expect(counts(shop.call('import', 'r.csv')), (1, 0, 0))


def test_formats(shop):
    """a format that does not fit is said; only replies can be written for other programs"""
    shop.write('a.csv', HEADER + '问候,欢迎,hi,您好\r\n')
    shop.run('import', 'a.csv', '--format', 'espanso').ends(FAILED, 'a.csv: The file is of the format replies-csv, not espanso.')
    expect(shop.run('import', 'a.csv', '--format', 'word').status, USAGE)
    demo(shop)
    expect(shop.run('export', 'orders', 'a', '--format', 'qianniu').status, USAGE)
    expect(shop.run('export', 'replies', 'a', '--format', 'vcard').status, USAGE)


def test_many(shop):
    """ten thousand replies come in, are known again, and go"""
    rows = ''.join(f'组 {n % 40},标题 {n},z{n},这是第 {n} 条\r\n' for n in range(10000))
    found = shop.call('import', shop.write('a.csv', HEADER + rows))
    expect(counts(found), (10000, 0, 0))
    expect(counts(shop.call('import', 'a.csv')), (0, 0, 10000))
    expect(shop.call('import-undo', found['import_id'])['removed']['replies'], 10000)
    expect(shop.sql('SELECT (SELECT count(*) FROM reply) + (SELECT count(*) FROM reply_group)'), [(0,)])


if __name__ == '__main__':
    sys.exit(main(globals()))
