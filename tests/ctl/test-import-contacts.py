#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`import` and `export` of customers: contacts of other programs come in, ours go out and in again, all is taken back."""

import csv
import io
import json
import sys

from ctl_shop import DONE, FAILED, HERE, PARTLY, USAGE, demo, expect, expect_in, main, order

CONTACTS = HERE.parent / 'fixtures' / 'contacts'
CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\n{}\r\nEND:VCARD\r\n'
# Texts that a table or a card could spoil.
EVIL = ['=1+1', "'=1+1", '+1', '@SUM(A1)', 'a|b', 'a\\|b', '\\', 'a\\nb', 'A&B <b>', '"', 'a,b;c:d', '{不认识}', '𠮷田😊',
        '\u202egnirts', 'سارة', '%s%n', "'; DROP TABLE customer; --", '王' * 999]


def card(name, *lines):
    return CARD.format('\r\n'.join([f'FN:{name}', *lines]))


def fresh(shop, name):
    folder = shop.folder / name
    folder.mkdir()
    return type(shop)(shop.program, shop.locale, folder)


def counts(document):
    """New, updated, unchanged, skipped, asked."""
    return tuple(document['customers'].values())


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding='utf-8-sig'), newline=''), strict=True))


def without_derived(path):
    return [{name: cell for name, cell in row.items() if name not in ('orders', 'spent', 'last_order_at', 'last_contact_at', 'version')}
            for row in rows(path)]


def full(number, text):
    """A row of our own table with all that a customer can have."""
    part = text.replace('\\', '\\\\').replace('|', '\\|')
    guarded = f"'{text}" if text.lstrip("'")[:1] in ('=', '+', '-', '@') else text
    return {
        'uid': f'{number:032x}', 'name': guarded, 'call_name': f'叫{text}', 'level': '金卡', 'note': f'第一行\n{text}', 'caution': text and f'当心{text}',
        'source': 'wechat', 'phones': f'138{number:08d}\n020-8333{number:04d}|{part[:50]}', 'accounts': f'taobao|tb{number}{part[:50]}\nwechat|林**',
        'addresses': f'广东省|广州市|越秀区|示例街{number}号{part[:50]}|510180|王*|1380013****|家|4\n浙江省|||||||{part[:50]}|0',
        'tags': f'a,b\n{part[:50].strip()}', 'type': 'bargain', 'birthday': 'L1990+05-17' if number % 2 else '--02-29',
        'height_mm': '1625', 'weight_g': '52500', 'shoe_size': '37', 'usual_size': 'M', 'consent': 'no' if number % 3 else 'yes', 'consent_at': '2026-09-01T10:00:00+08:00'}


def table(records):
    stream = io.StringIO(newline='')
    writer = csv.DictWriter(stream, records[0])
    writer.writeheader()
    writer.writerows(records)
    return stream.getvalue()


def test_formats(shop):
    """every kind of file is known by what stands in it, whatever its name, and says what it was taken for"""
    for name, form, wanted, status in [
            ('android-2.1.vcf', 'vcard', (1, 0, 0, 0, 0), DONE), ('gbk-2.1.vcf', 'vcard', (3, 0, 0, 0, 0), DONE),
            ('apple-3.0.vcf', 'vcard', (1, 0, 0, 0, 0), DONE), ('four-4.0.vcf', 'vcard', (1, 0, 0, 0, 0), DONE),
            ('broken.vcf', 'vcard', (3, 0, 0, 0, 0), PARTLY), ('google-old.csv', 'google-contacts', (2, 0, 0, 0, 0), DONE),
            ('google-new.csv', 'google-contacts', (1, 0, 0, 0, 0), PARTLY), ('outlook-en.csv', 'outlook-contacts', (1, 0, 0, 0, 0), DONE),
            ('outlook-zh.csv', 'outlook-contacts', (1, 0, 0, 0, 0), DONE), ('own.csv', 'customers-csv', (2, 0, 0, 0, 0), PARTLY)]:
        other = fresh(shop, name)
        path = other.write('file', (CONTACTS / name).read_bytes())
        tried = other.call('import', '--dry-run', path, status=status)
        expect((tried['format'], counts(tried), tried['import_id']), (form, wanted, None), f'a dry run of {name}')
        found = other.call('import', path, status=status)
        expect((found['format'], counts(found)), (form, wanted), name)
        other.run('check').ends(DONE)
        again = other.call('import', path, status=status)
        expect((counts(again), again['import_id']), ((0, 0, sum(wanted), 0, 0), None), f'{name} a second time')


def test_round_trip(shop):
    """a table of all fields goes into an empty shop and comes out the same, and so it does from there"""
    records = [full(number, text) for number, text in enumerate(EVIL, 1)]
    found = shop.call('import', shop.write('in.csv', table(records)))
    expect((counts(found), found['rejected'], found['left_out']), ((len(EVIL), 0, 0, 0, 0), [], []), 'the import')
    shop.run('export', 'customers', 'out.csv').ends(DONE)
    for kept, wanted in zip(without_derived(shop.folder / 'out.csv'), records, strict=True):
        for name, cell in wanted.items():
            found_cell, wanted_cell = kept[name], f"'{cell}" if name == 'birthday' and cell[0] == '-' else cell
            if name == 'tags':  # they come by their names, so that any may be the first, which is guarded
                found_cell = found_cell[1:] if found_cell[:2] in ("'=", "'+", "'-", "'@", "''") else found_cell
                found_cell, wanted_cell = sorted(found_cell.split('\n')), sorted(set(wanted_cell.split('\n')))
            expect(found_cell, wanted_cell, f"{name} of {wanted['uid']}")
    other = fresh(shop, 'other')
    other.call('import', shop.folder / 'out.csv')
    other.run('export', 'customers', 'out.csv').ends(DONE)
    expect((other.folder / 'out.csv').read_bytes(), (shop.folder / 'out.csv').read_bytes(), 'what came out of there')
    other.run('check').ends(DONE)
    expect(counts(shop.call('import', shop.folder / 'out.csv')), (0, 0, len(EVIL), 0, 0), 'where it came from')


def test_vcard_round_trip(shop):
    """cards that we write are read by us as the same people, and nothing of what is hidden is in them"""
    shop.call('import', shop.write('in.csv', table([full(number, text) for number, text in enumerate(EVIL, 1)])))
    shop.run('export', 'customers', 'out.vcf').ends(DONE, out=f'{len(EVIL)} rows')
    text = (shop.folder / 'out.vcf').read_bytes()
    expect(max(len(line) for line in text.split(b'\r\n')) <= 75, True, 'that no line is too long')
    expect_in('VERSION:3.0', text.decode(), 'the file')
    expect('林**' in text.decode() or '1380013****' in text.decode(), False, 'that something hidden is in it')
    expect(oct((shop.folder / 'out.vcf').stat().st_mode & 0o777), '0o600', 'its mode')
    expect(counts(shop.call('import', 'out.vcf')), (0, 0, len(EVIL), 0, 0), 'where it came from')
    other = fresh(shop, 'other')
    expect(counts(other.call('import', shop.folder / 'out.vcf')), (len(EVIL), 0, 0, 0, 0), 'into an empty shop')
    other.run('export', 'customers', 'out.csv').ends(DONE)
    shop.run('export', 'customers', 'out.csv').ends(DONE)
    for ours, theirs in zip(without_derived(shop.folder / 'out.csv'), without_derived(other.folder / 'out.csv'), strict=True):
        for name in ('uid', 'name', 'call_name', 'level', 'note', 'caution', 'source', 'type', 'birthday', 'tags'):
            expect(theirs[name].strip(), ours[name].strip(), f"{name} of {ours['uid']}")
    shop.run('export', 'orders', 'a.vcf').ends(USAGE)
    shop.run('export', 'replies', 'a.csv', '--format', 'vcard').ends(USAGE)


def test_duplicates(shop):
    """who is there is skipped, filled in or asked about; what is known is never overwritten, and where it differs is told"""
    shop.call('import', shop.write('a.vcf', card('王小明', 'TEL:13800138000', 'NOTE:老客')))
    more = shop.write('b.vcf', card('王小明', 'TEL:138-0013-8000', 'TEL:13900139000', 'NOTE:新的', 'BDAY:1990-05-17', 'CATEGORIES:会员')
                      + card('新客', 'TEL:13700137000'))
    before = shop.content()
    tried = shop.call('import', '--dry-run', more, status=PARTLY)
    expect((counts(tried), shop.content() == before), ((1, 0, 0, 0, 1), True), 'a dry run')

    asked = shop.run('import', more).ends(PARTLY, error=f'{more}:1: 王小明 is there already')
    expect_in('note stays “老客”; the file says “新的”', asked.out, 'what is told')
    expect(len(shop.sql('SELECT 1 FROM customer')), 2, 'customers: who is new is taken')
    expect(counts(shop.call('import', '--duplicates', 'skip', more)), (0, 0, 1, 1, 0), 'skipped')
    done = shop.call('import', '--duplicates', 'update', more)
    expect(counts(done), (0, 1, 1, 0, 0), 'filled in')
    told = done['duplicates'][0]
    expect((told['certain'], told['fills'], told['differences']),
           (True, ['phone', 'tags', 'birthday'], [{'field': 'note', 'known': '老客', 'said': '新的'}]), 'what is told of it')
    expect(shop.sql("SELECT note, birthday, birthday_day FROM customer WHERE name = '王小明'"), [('老客', '1990-05-17', 517)], 'the customer')
    expect(shop.sql('SELECT text FROM customer_phone ORDER BY id')[::2], [('13800138000',), ('13900139000',)], 'phones')
    expect(counts(shop.call('import', '--duplicates', 'update', more)), (0, 0, 2, 0, 0), 'again')
    shop.call('import-undo', done['import_id'])
    expect(shop.sql("SELECT birthday FROM customer WHERE name = '王小明'"), [('',)], 'the birthday after undo')
    expect(len(shop.sql('SELECT 1 FROM customer_phone')), 2, 'phones after undo')
    shop.run('check').ends(DONE)
    shop.run('import', '--duplicates', 'merge', more).ends(USAGE)


def test_families(shop):
    """a phone with another name is no proof: a person has to say; two of a family in one file are two customers"""
    family = shop.write('a.vcf', card('王妈妈', 'TEL:13800138000') + card('王女儿', 'TEL:13800138000') + card('王妈妈', 'TEL:13800138000', 'BDAY:--05-17'))
    expect(counts(shop.call('import', family)), (2, 1, 0, 0, 0), 'a family')
    expect(counts(shop.call('import', family)), (0, 0, 3, 0, 0), 'a family again')
    third = shop.write('b.vcf', card('王爸爸', 'TEL:13800138000', 'NOTE:x'))
    for policy, wanted, status in [('ask', (0, 0, 0, 0, 1), PARTLY), ('update', (0, 0, 0, 0, 1), PARTLY), ('skip', (0, 0, 0, 1, 0), DONE)]:
        found = shop.call('import', '--duplicates', policy, third, status=status)
        expect((counts(found), found['duplicates'][0]['certain']), (wanted, False), policy)
    expect(shop.sql('SELECT count(*) FROM customer'), [(2,)], 'customers')


def test_hidden(shop):
    """what a platform hides finds nobody"""
    shop.call('import', shop.write('a.vcf', card('王*', 'TEL:138****8000') + card('李*', 'TEL:138****8000')))
    expect(shop.sql('SELECT count(*) FROM customer'), [(2,)], 'customers')


def test_accounts(shop):
    """an account is one person's: who has it is found by it, and two owners of two accounts are not made one"""
    account = 'X-ZHANGGUI-ACCOUNT;PLATFORM=taobao:{}'
    shop.call('import', shop.write('a.vcf', card('甲', account.format('tb1')) + card('乙', account.format('tb2'))))
    both = shop.write('b.vcf', card('甲', account.format('tb1'), account.format('tb2')))
    found = shop.call('import', '--duplicates', 'update', both, status=PARTLY)
    expect(found['rejected'], [{'line': 1, 'reason': 'The account “tb2” belongs to 乙 already. Open them instead.'}], 'what is refused')
    expect(shop.sql('SELECT count(*) FROM customer_account'), [(2,)], 'accounts')


def test_undo(shop):
    """an import is taken back with all that it brought, but for whom somebody built on since"""
    demo(shop)
    before = shop.content()
    found = shop.call('import', CONTACTS / 'google-old.csv')
    undone = shop.call('import-undo', found['import_id'])
    expect((undone['removed']['customers'], undone['kept']), (2, []), 'what was taken back')
    expect({name: rows for name, rows in shop.content().items() if name != 'tag'},
           {name: rows for name, rows in before.items() if name != 'tag'}, 'the shop')
    shop.run('check').ends(DONE)


def test_left_out(shop):
    """what is not kept is told; a picture of 5 MiB is skipped"""
    photo = 'PHOTO;ENCODING=b;TYPE=JPEG:' + 'QUJD' * (5 << 18)
    found = shop.call('import', shop.write('a.vcf', card('王', photo, 'TEL:13800138000', 'X-UNHEARD-OF:1')))
    expect([(entry['line'], entry['field']) for entry in found['left_out']], [(1, 'PHOTO'), (1, 'X-UNHEARD-OF')], 'what is left out')
    expect_in('5.2', found['left_out'][0]['reason'], 'the reason')
    expect(shop.sql('SELECT text FROM customer_phone'), [('13800138000',)], 'what stood behind it')


def test_kinds(shop):
    """a kind of buyer that is not known is left out, and a size that nobody has is refused"""
    odd = full(2, '乙') | {'type': 'haggler'}
    tall = full(3, '丙') | {'height_mm': '99999'}
    found = shop.call('import', shop.write('a.csv', table([full(1, '甲'), odd, tall])), status=PARTLY)
    expect((counts(found), [entry['field'] for entry in found['left_out']], len(found['rejected'])), ((2, 0, 0, 0, 0), ['type'], 1), 'the import')


def test_erased(shop):
    """who was erased on request does not come back with an address book"""
    path = shop.write('a.vcf', card('王小明', 'TEL:13800138000'))
    shop.call('import', path)
    shop.run('customer', 'erase', shop.sql('SELECT id FROM customer')[0][0], '--yes').ends(DONE)
    found = shop.call('import', path, status=PARTLY)
    expect(found['rejected'], [{'line': 1, 'reason': 'this person was erased on request and does not come back'}], 'what is refused')
    expect(shop.sql('SELECT count(*) FROM customer'), [(0,)], 'customers')


def test_rejects(shop):
    """refused rows of a table are saved, can be mended and imported again"""
    path = shop.write('a.csv', table([full(1, '甲'), full(2, '乙') | {'birthday': '2月31日'}]))
    found = shop.call('import', path, '--rejects', 'bad.csv', status=PARTLY)
    expect([entry['line'] for entry in found['rejected']], [8], 'what is refused')
    mended = (shop.folder / 'bad.csv').read_text(encoding='utf-8-sig').replace('2月31日', '2月28日')
    expect(counts(shop.call('import', shop.write('mended.csv', mended))), (1, 0, 0, 0, 0), 'what was mended')


def test_wrong_format(shop):
    """a format that was asked for has to be the file's, and other files are no contacts"""
    shop.run('import', '--format', 'vcard', CONTACTS / 'own.csv').ends(FAILED, error=f"{CONTACTS / 'own.csv'}: The file is of the format "
                                                                                     'customers-csv, not vcard.')
    expect(shop.call('import', '--format', 'vcard', CONTACTS / 'apple-3.0.vcf')['format'], 'vcard', 'what was asked for')
    shop.orders(order('2609221046500001'))


def test_many(shop):
    """a file of 5,000 people is read in bounded pieces and comes in once"""
    path = shop.write('many.vcf', ''.join(card(f'客户{number}', f'TEL:138{number:08d}', f'ADR:;;示例街{number}号;广州市;广东省;510180;中国')
                                          for number in range(5000)))
    expect(counts(shop.call('import', path)), (5000, 0, 0, 0, 0), 'the first time')
    expect(counts(shop.call('import', path)), (0, 0, 5000, 0, 0), 'the second time')
    shop.run('check').ends(DONE)


if __name__ == '__main__':
    sys.exit(main(globals()))
