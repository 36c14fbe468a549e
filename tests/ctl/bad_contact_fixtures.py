# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bad files of contacts of bad-input.tsv, beside bad_input_fixtures.py, which knows them once this is imported."""

from bad_input_fixtures import fixture, write

OWN = 'uid,name,phones,addresses,birthday'


def card(*lines):
    return '\r\n'.join(['BEGIN:VCARD', 'VERSION:3.0', *lines, 'END:VCARD', ''])


GOOD = card('FN:王晓雯', 'TEL:13800138000')


def cards(folder, *texts):
    return write(folder, b''.join(text if isinstance(text, bytes) else text.encode() for text in texts), name='名片.vcf')


def own(folder, *rows):
    return write(folder, ('\r\n'.join([OWN, *rows]) + '\r\n').encode(), name='客户.csv')


@fixture
def card_folded_without_blanks(folder):
    return cards(folder, card('FN:王晓雯', 'TEL:13800138000', 'NOTE:' + '很长' * 12, '接着写，没有空格', ' http://example.com/a:b'))


@fixture
def card_in_latin_1(folder):
    return cards(folder, *[card('FN:J\xfcrgen Gr\xf6\xdfer', 'TEL:+49 30 123456').encode('latin-1')] * 3)


@fixture
def card_with_wrong_charset(folder):
    return cards(folder, card('FN;CHARSET=GB2312:王晓雯', 'TEL:13800138000'))


@fixture
def card_with_no_text(folder):
    return cards(folder, GOOD, card('FN:\0李', 'TEL:13800138001'), card('FN:赵', 'TEL:13800138002'))


@fixture
def card_with_large_photo(folder):
    made = cards(folder, card('FN:王晓雯', 'PHOTO;ENCODING=b;TYPE=JPEG:' + 'QUJD' * (5 << 18), 'TEL:13800138000'))
    made.memory = 64
    return made


@fixture
def card_with_photo_of_256_mebibytes(folder):
    made = cards(folder, GOOD, 'BEGIN:VCARD\r\nFN:李\r\nPHOTO;ENCODING=b:')
    with made.file.open('ab') as stream:
        for _ in range(256):
            stream.write(b'QUJD' * (1 << 18))
        stream.write(b'\r\nTEL:13800138001\r\nEND:VCARD\r\n')
    made.memory = 64
    return made


@fixture
def card_cut_off(folder):
    return cards(folder, GOOD, card('FN:李', 'TEL:13800138001')[:40])


@fixture
def card_without_end(folder):
    return cards(folder, card('FN:李', 'TEL:13800138001').replace('END:VCARD\r\n', ''), GOOD)


@fixture
def card_of_nobody(folder):
    return cards(folder, GOOD, card('NOTE:谁也不是'))


@fixture
def card_with_day_that_is_none(folder):
    return cards(folder, card('FN:王晓雯', 'TEL:13800138000', 'BDAY:1990-02-31'))


@fixture
def card_with_long_phone(folder):
    return cards(folder, card('FN:王晓雯', 'TEL:' + '1' * 60))


@fixture
def card_with_long_name(folder):
    return cards(folder, GOOD, card('FN:' + '王' * 10000, 'TEL:13800138001'))


@fixture
def card_with_strange_names(folder):
    return cards(folder, card('FN:👩‍👧‍👦😊', 'TEL:13800138000'), card('FN:\u202eسارة <b>&amp;', 'TEL:13800138001'))


@fixture
def card_of_ten_thousand_properties(folder):
    return cards(folder, GOOD, card('FN:李', *['TEL:13800138001'] * 10000))


@fixture
def card_with_long_value(folder):
    return cards(folder, GOOD, card('FN:李', 'NOTE:' + 'a' * (2 << 20)))


@fixture
def customers_with_day_that_is_none(folder):
    return own(folder, ',王晓雯,13800138000,,', ',李,13800138001,,1990-02-31')


@fixture
def customers_with_leap_month_that_was_none(folder):
    return own(folder, ',王晓雯,13800138000,,L1990+05-17', ',李,13800138001,,农历1991年闰五月十七')


@fixture
def customers_with_more_cells(folder):
    return own(folder, ',王晓雯,13800138000,,', ',李,13800138001,,,还有')


@fixture
def customers_with_unclosed_quote(folder):
    return own(folder, ',王晓雯,13800138000,,', ',"李,13800138001,,')
