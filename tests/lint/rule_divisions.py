# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of China's divisions is whole, and the pastes that the address parser is measured with name only what is in it."""

import re
import unicodedata
from collections import Counter

DIVISIONS = 'data/divisions/divisions.tsv'
FORMER = 'data/divisions/former.tsv'
ZONES = 'data/divisions/zones.tsv'
PASTES = 'tests/fixtures/paste/pastes.tsv'
HELD_OUT = 'tests/fixtures/paste/held-out.tsv'

# By the first two digits of the code: cities, and districts in them. 00 stands for the mainland's 31 provinces.
COUNTS = {'00': (342, 2847), '71': (22, 368), '81': (3, 18), '82': (2, 8)}
PROVINCES = 34
OWN_CHARACTERS = ('71', '81', '82')

COLUMNS = ('quirk', 'paste', 'name', 'phone', 'postcode', 'province', 'city', 'district', 'detail', 'note', 'ask')
QUIRKS = ('shape order separators labels phone glued municipality repeated no-district county-province zone former short '
          'no-province county-city same-name street-place note name hkmotw hidden chat clean nothing').split()
LEAST_OF_A_QUIRK = {'clean': 20}
CAN_BE_ASKED = ('name', 'phone', 'province', 'city', 'district')
# Nobody has one of these: the four digits after the network's are 0000; a land line begins with them.
NOBODYS_PHONE = re.compile(r'1\d\d0000\d{4}(-\d{1,6})?|0\d{2,3}-0000\d{4}(-\d{1,6})?|09000000\d\d|\+85[23][56]0000\d{3}'
                           r'|\+886900000\d{3}|[-\d]*\*+\d*')


def rows(file):
    """Number and columns of each line that is no comment."""
    return [(number, line.split('\t')) for number, line in enumerate(file.lines, 1) if not line.startswith('#')]


def level(code):
    return 0 if code.endswith('0000') else 1 if code.endswith('00') else 2


def parent(code):
    return code[:2] + '0000' if level(code) == 1 else code[:4] + '00'


def read_table(tree):
    file = tree.file(DIVISIONS)
    return {columns[0]: columns[1:] for _, columns in rows(file) if len(columns) > 1} if file else {}


def is_below(code, above):
    """Whether a division stands directly under another one. The counties of Chongqing stand in a second city of that name."""
    return code != above and (parent(code) == above if level(code) else False) or \
        above == '500100' and code.startswith('5002') and level(code) == 2


def names_below(table, above):
    return {name for code, names in table.items() if is_below(code, above) for name in names}


def check_order(file):
    """Sorted by columns and nothing twice; a tab sorts before every letter."""
    last = []
    for number, columns in rows(file):
        if columns[:2] <= last:
            yield file, number, f'{columns[0]} {columns[1]} stands twice or not in its place'
        last = columns[:2]


def check_line(file, number, columns, table, seen):
    code = columns[0]
    if not re.fullmatch(r'[1-9]\d{5}', code):
        yield file, number, f'{code} is no code'
        return
    if len(columns) != (3 if code.startswith(OWN_CHARACTERS) else 2) or '' in columns:
        yield file, number, 'a line has a code and a name, and in Taiwan, Hong Kong and Macau the traditional name'
    if not all('\u4e00' <= letter <= '\u9fff' for name in columns[1:] for letter in name):
        yield file, number, f'{" ".join(columns[1:])} has something else than Chinese characters'
    if code in seen:
        yield file, number, f'{code} stands twice'
    if level(code) > 0 and parent(code) not in table:
        yield file, number, f'nothing has the code {parent(code)}, in which it should be'
    seen.add(code)


def check_counts(file, table):
    if sum(level(code) == 0 for code in table) != PROVINCES:
        yield file, 1, f'there are {PROVINCES} provinces'
    for start, counts in COUNTS.items():
        codes = [code for code in table if (code[:2] if code[:2] in OWN_CHARACTERS else '00') == start]
        found = tuple(sum(level(code) == depth for code in codes) for depth in (1, 2))
        if found != counts:
            yield file, 1, f'{found[0]} cities with {found[1]} districts under {start}, not {counts[0]} with {counts[1]}'


def check_same_names(file, table):
    places = Counter((parent(code), names[0]) for code, names in table.items() if level(code))
    for number, (code, *names) in rows(file):
        if level(code) and names[0] != '重庆市' and places[parent(code), names[0]] > 1:
            yield file, number, f'{names[0]} stands twice in {parent(code)}'


def check_former(file, table):
    for number, columns in rows(file):
        if len(columns) != 5:
            yield file, number, 'a line has a code, the old name, new codes, a year, and new names'
            continue
        above, old, codes, year, names = columns
        if above not in table or not all(code in table for code in codes.split()):
            yield file, number, 'the table has no such code'
        elif [table[code][0] for code in codes.split()] != names.split():
            yield file, number, f'{codes} is not {names}'
        elif not re.fullmatch(r'(19|20)\d\d|', year):
            yield file, number, f'{year} is no year'
        elif old in names_below(table, above):
            yield file, number, f'{old} still exists'


def check_zones(file, table):
    for number, columns in rows(file):
        above, name, district = (columns + ['', ''])[:3]
        if len(columns) > 3 or not name or above and above not in table:
            yield file, number, 'a line has the code of a city or none, a name, and perhaps the code of a district in it'
        elif district and not is_below(district, above):
            yield file, number, f'{district} is no district of {above}'
        elif name in names_below(table, above):
            yield file, number, f'{name} is a division'


def check_divisions(tree):
    table = read_table(tree)
    file = tree.file(DIVISIONS)
    seen = set()
    for number, columns in rows(file):
        yield from check_line(file, number, columns, table, seen)
    yield from check_counts(file, table)
    yield from check_same_names(file, table)
    yield from check_former(tree.file(FORMER), table)
    yield from check_zones(tree.file(ZONES), table)
    for path in (DIVISIONS, FORMER, ZONES):
        yield from check_order(tree.file(path))


class Places:
    """Which provinces, cities and districts go together, in one kind of characters or the other."""

    def __init__(self, table):
        self.known = set()
        self.with_districts = set()
        for code, names in table.items():
            for script in range(len(names)):
                self._add(table, code, script)

    def _add(self, table, code, script):
        def name_of(other):
            return table[other][script] if other in table and script < len(table[other]) else None

        name = name_of(code)
        province = name_of(code[:2] + '0000')
        city = name_of(code[:4] + '00')
        if level(code) == 0:
            self.known.add((name, '', ''))
            return
        if level(code) == 1:
            place = (province, name, '')
        elif city == '直辖':
            place = (province, name, '')
        else:
            place = (province, city, name)
            self.with_districts |= {(province, city), ('', city)}
        # Taiwan's addresses name no province, and what is asked is left out.
        self.known |= {place, ('', *place[1:]), (province, '', place[2]), ('', '', place[2])}


def plain(text):
    """Letters, digits and stars, in narrow width."""
    return ''.join(letter for letter in unicodedata.normalize('NFKC', text)
                   if unicodedata.category(letter)[0] in 'LN' or letter == '*')


def check_place(row, places):
    place = (row['province'], row['city'], row['district'])
    asked = row['ask'].split(',')
    if any(place) and place not in places.known:
        yield f'{"/".join(place)} is no place of the table'
    elif row['district'] and not row['city'] and 'city' not in asked:
        yield 'a district without its city: which one has to be asked'
    elif place[:2] in places.with_districts and not row['district'] and 'district' not in asked:
        yield f'{row["city"]} has districts: which one has to be asked'
    if row['city'] and not row['province'] and not re.search('[縣區臺灣東鄉鎮]', ''.join(place)):
        yield 'a city without its province'


def check_words(row):
    paste = plain(row['paste'].replace('\\n', ' ').replace('\\r', ' ').replace('\\t', ' '))
    numbers = re.sub(r'[^\d*]', '', paste)
    for column in ('name', 'detail', 'note'):
        for part in filter(None, map(plain, re.split('[，；]', row[column]))):
            if part not in paste:
                yield f'{column}: {part} is not in the paste'
    for number in row['phone'].split() + [row['postcode']]:
        if re.sub(r'[^\d*]', '', number) not in numbers:
            yield f'{number} is not in the paste'
    for phone in row['phone'].split():
        if not NOBODYS_PHONE.fullmatch(phone):
            yield f'{phone} could be somebody\'s'


def check_row(row, places):
    if row['quirk'] not in QUIRKS:
        yield f'{row["quirk"]} is no quirk'
    for column in filter(None, row['ask'].split(',')):
        if column not in CAN_BE_ASKED:
            yield f'{column} is nothing to ask for'
        elif row[column]:
            yield f'{column} is asked for and known'
    if row['quirk'] == 'nothing' and any(row[column] for column in COLUMNS[2:] if column != 'phone'):
        yield 'where there is no address nothing may be invented'
    yield from check_place(row, places)
    yield from check_words(row)


def check_paste_file(file, places, seen, quirks):
    for number, columns in rows(file):
        if len(columns) > len(COLUMNS) or len(columns) > 1 and not columns[-1]:
            yield file, number, f'a line has at most {len(COLUMNS)} columns, and no tab at its end'
            continue
        row = dict(zip(COLUMNS, columns + [''] * len(COLUMNS)))
        if row['paste'] in seen:
            yield file, number, 'the same paste once more'
        seen.add(row['paste'])
        quirks[row['quirk']] += 1
        for message in check_row(row, places):
            yield file, number, message


def check_pastes(tree):
    places = Places(read_table(tree))
    quirks = Counter()
    seen = set()
    file = tree.file(PASTES)
    yield from check_paste_file(file, places, seen, quirks)
    held_out = tree.file(HELD_OUT)
    if held_out:
        yield from check_paste_file(held_out, places, seen, Counter())
    for quirk in QUIRKS:
        if quirks[quirk] < LEAST_OF_A_QUIRK.get(quirk, 10):
            yield file, 1, f'there are {quirks[quirk]} lines for {quirk}, too few'
