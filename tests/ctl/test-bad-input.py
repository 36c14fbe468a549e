#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-bad-input.py ZHANGGUICTL LOCALE_FOLDER [--sanitized]: every kind of bad input of bad-input.tsv, one test a number.

Each is run twice, as text and with --json. The program has to end with the table's exit status, say the table's Chinese
sentence (on standard error; rows that were refused also in `rejected`), and leave the shop as the table says:

  unchanged   all tables hold exactly what they held; only the import log may say what was tried
  untouched   the shop file is the same byte for byte, whatever it is
  nothing     there is no shop file
  imported N  N more orders, and the orders that were there are as they were
  replies N   N more replies, and all else is as it was
  customers N N more customers, and all else is as it was
  printed T   unchanged, and T is what was printed: this is no bad input, although it looks so

Where it was refused nothing is printed but the sentence.

Where it is a good shop still, its `check` has to find nothing.

In a sentence, {name} is the file's name and {db} the shop file's path; a line number stands behind the name. Braces of its
own are doubled.
"""

import csv
import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import bad_contact_fixtures  # its cases come into FIXTURES
import bad_input_fixtures
import bad_reply_fixtures  # and so do its
from bad_input_fixtures import FIXTURES
from ctl_shop import explain

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ['number', 'input', 'fixture', 'command', 'exit', 'sentence', 'outcome']
# What the project promised to handle; each has to be in the table.
PROMISED = ('damaged id', 'wrong encoding', 'missing columns', 'unclosed quote', 'NUL bytes', 'line of 1 GiB', 'directory',
            'unreadable file', 'foreign SQLite file', 'newer shop file', 'full disk', 'read-only folder',
            'a placeholder that does not close', 'a placeholder that nests', 'an unknown placeholder', 'a reply of 1 MiB',
            'a customer named {订单号}', 'a customer named A&B <b>', 'a body of 1 MiB', 'a picture that is none', 'YAML with vars',
            'YAML with a form', 'replies in the wrong encoding', 'broken folding', 'wrong charset', 'photo of 5 MiB', '31 February',
            'leap month that did not exist', 'a phone of 60 characters', 'names with emoji', 'a name of 10,000 characters',
            'a step out of order')
NOBODY = 65534
TIMEOUT = 300
REFUSED, UNRESOLVED = 1, 4


class Failure(Exception):
    pass


def read_table():
    """The rows of the table, after a look at whether it is complete."""
    with (HERE / 'bad-input.tsv').open(encoding='utf-8', newline='') as stream:
        lines = [line for line in stream if not line.startswith('#')]
    rows = list(csv.DictReader(lines, delimiter='\t', quoting=csv.QUOTE_NONE))
    problems = []
    numbers = [row['number'] for row in rows]
    for number in range(1, max(len(rows), *(int(number) for number in numbers)) + 1):
        if numbers.count(str(number)) != 1:
            problems.append(f'number {number} is there {numbers.count(str(number))} times')
    for row in rows:
        if list(row) != COLUMNS or None in row.values():
            problems.append(f"number {row['number']} has not the columns {' '.join(COLUMNS)}")
        elif row['fixture'] not in FIXTURES:
            problems.append(f"number {row['number']} has no case: {row['fixture']}")
    for name in sorted(set(FIXTURES) - {row['fixture'] for row in rows}):
        problems.append(f'the case {name} is not in the table')
    for words in PROMISED:
        if not any(words in row['input'] for row in rows):
            problems.append(f'“{words}” is not in the table')
    return rows, problems


class Program:
    """zhangguictl with its translations, where a user without any rights can run it, too."""

    def __init__(self, folder, program, locale, sanitized):
        self.folder = folder
        self.path = folder / 'zhangguictl'
        self.sanitized = sanitized
        shutil.copy(program, self.path)
        shutil.copytree(locale, folder / 'locale', ignore=lambda _, names: [name for name in names if name.startswith('meson')])
        for path in [folder, *folder.rglob('*')]:
            path.chmod(0o755 if path.is_dir() or path == self.path else 0o644)
        self.chinese = next((name for name in ('zh_CN.UTF-8', 'zh_CN.utf8') if has_locale(name)), None)

    def run(self, folder, arguments, made=None):
        """The finished process; its peak memory in KiB is `peak`."""
        command = [str(self.path), *arguments]
        environment = {name: value for name, value in os.environ.items() if name not in ('LANGUAGE', 'LC_MESSAGES')}
        environment |= {
            'LANG': self.chinese, 'LC_ALL': self.chinese, 'ZG_LOCALEDIR': str(self.folder / 'locale'),
            'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'data'), 'TMPDIR': str(folder), 'TZ': 'Asia/Shanghai',
        }
        if made is not None:
            environment |= made.environment
            if made.unprivileged and os.geteuid() == 0:
                command = ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups', *command]
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        result = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, timeout=TIMEOUT, check=False)
        # The highest of all children so far: it only tells about this one where it has grown.
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        result.peak = after if after > before else 0
        return result


def has_locale(name):
    known = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout.lower().split()
    return name.lower() in known


def content(path):
    """For each table of a shop file, how many rows it has and what is in them. The index may look different each time."""
    connection = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    schema = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    indexes = tuple(name + '_' for name, sql in schema if sql.startswith('CREATE VIRTUAL'))
    tables = [name for name, sql in schema
              if not name.startswith(('sqlite_', *indexes)) and name + '_' not in indexes and name != 'import_log']
    found = {}
    for table in sorted(tables):
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        found[table] = (len(rows), hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest())
    found['orders'] = dict(connection.execute('SELECT number, total FROM shop_order')) if 'shop_order' in tables else {}
    connection.close()
    return found


def look(db):
    """What is to be compared later: the tables where it is a good shop, the bytes, or that there is none."""
    if not db.exists():
        return None, None
    if db.is_dir():
        return None, sorted(os.listdir(db))
    data = db.read_bytes()
    try:
        return content(db), data
    except sqlite3.DatabaseError:
        return None, data


def check_outcome(outcome, db, before, after):
    kind, _, number = outcome.partition(' ')
    if kind == 'nothing' and db.exists():
        raise Failure(f'{db.name} was made')
    if kind == 'untouched' and before[1] != after[1]:
        raise Failure('the file was changed')
    if kind in ('unchanged', 'printed') and (before[0] is None or before[0] != after[0]):
        changed = [table for table in before[0] or {} if before[0][table] != (after[0] or {}).get(table)]
        raise Failure(f"changed: {', '.join(changed)}")
    if kind == 'imported':
        old, new = before[0]['orders'], after[0]['orders']
        if len(new) != len(old) + int(number):
            raise Failure(f'{len(new) - len(old)} orders were imported')
        if old.items() - new.items():
            raise Failure('an order that was there has changed')
    if kind == 'replies':
        grown = {table: after[0][table][0] - before[0][table][0] for table in before[0] if table not in ('orders',)}
        if grown['reply'] != int(number) or any(grown[table] for table in ('shop_order', 'customer', 'staff')):
            raise Failure(f"{grown['reply']} replies were imported")
    if kind == 'customers':
        grown = {table: after[0][table][0] - before[0][table][0] for table in before[0] if table not in ('orders',)}
        if grown['customer'] != int(number) or any(grown[table] for table in ('shop_order', 'reply', 'staff')):
            raise Failure(f"{grown['customer']} customers were imported")
    if kind not in ('nothing', 'untouched', 'unchanged', 'imported', 'printed', 'replies', 'customers'):
        raise Failure(f'unknown outcome {outcome}')


def check_shop(program, folder, db):
    """A copy, because a shop that cannot be written cannot be opened either."""
    copy = folder / 'copy.db'
    shutil.copy(db, copy)
    copy.chmod(0o600)
    result = program.run(folder, ['--db', str(copy), 'check'])
    if result.returncode != 0:
        raise Failure(f'check: {result.stderr.strip()}')


def check_rejected(sentence, output):
    """The same line and reason have to stand in the JSON document."""
    match = re.match(r'.*?:(\d+): (.*)', sentence)
    rejected = json.loads(output)['rejected']
    if rejected != [{'line': int(match[1]), 'reason': match[2]}]:
        raise Failure(f'rejected is {json.dumps(rejected, ensure_ascii=False)}')


def check_printed(outcome, status, output, as_json):
    kind, _, text = outcome.partition(' ')
    if kind == 'printed':
        printed = json.loads(output)['text'] if as_json else output.removesuffix('\n')
        if printed != text:
            raise Failure(f'printed “{printed}” instead of “{text}”')
    elif status in (REFUSED, UNRESOLVED) and not as_json and output:
        raise Failure(f'printed “{output[:80]}”')


def run_case(program, row, shop, as_json):
    with tempfile.TemporaryDirectory(prefix='bad-input-', dir=program.folder) as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        shutil.copy(shop, folder / 'shop.db')
        made = FIXTURES[row['fixture']](folder)
        if made.unprivileged and os.geteuid() == 0:
            (folder / 'shop.db').exists() and os.chown(folder / 'shop.db', NOBODY, NOBODY)
            folder.chmod(0o777)
        try:
            before = look(made.db)
            file = made.file.name if made.file.parent == folder else str(made.file)
            arguments = [word.format(file=file) for word in row['command'].split()]
            if as_json:
                arguments.insert(0, '--json')
            result = program.run(folder, ['--db', str(made.db), *arguments], made)
            after = look(made.db)

            if result.returncode != int(row['exit']):
                raise Failure(f"exit status {result.returncode} instead of {row['exit']}: {result.stderr.strip()}")
            sentence = row['sentence'].format(name=file, db=made.db)
            said = result.stderr.splitlines()
            if as_json and result.returncode == 3:
                check_rejected(sentence, result.stdout)
            elif said != ([sentence] if sentence else []):
                raise Failure(f'said “{result.stderr.strip()}” instead of “{sentence}”')
            check_printed(row['outcome'], result.returncode, result.stdout, as_json)
            check_outcome(row['outcome'], made.db, before, after)
            if row['outcome'].startswith(('unchanged', 'imported', 'printed', 'replies', 'customers')) and not as_json:
                check_shop(program, folder, made.db)
            if result.peak > made.memory * 1024 and not program.sanitized:
                raise Failure(f'it took {result.peak // 1024} MiB of memory')
        finally:
            for path in [folder, *folder.rglob('*')]:
                if path.is_dir():
                    path.chmod(0o755)


def make_shop(program, folder):
    """A shop with two orders in it, which every case starts from."""
    (folder / 'good.csv').write_bytes(bad_input_fixtures.good_orders())
    result = program.run(folder, ['--db', str(folder / 'good.db'), 'import', 'good.csv'])
    if result.returncode != 0 or len(content(folder / 'good.db')['orders']) != 2:
        raise Failure(f'a good file was not imported: {result.stderr.strip()}')
    return folder / 'good.db'


def run_table(program, rows):
    failed = False
    shop = make_shop(program, program.folder)
    for number, row in enumerate(rows, 2):
        problems = []
        for as_json in (False, True):
            try:
                run_case(program, row, shop, as_json)
            except (Failure, subprocess.TimeoutExpired, ValueError, KeyError) as problem:
                problems.append(f"{'--json: ' if as_json else ''}{problem}")
        for problem in problems:
            explain(str(problem))
        print('not ok' if problems else 'ok', number, '-', row['number'], row['input'], flush=True)
        failed = failed or bool(problems)
    return failed


def main():
    sys.stdout.reconfigure(encoding='utf-8')
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith('--')]
    rows, problems = read_table()
    print(f'1..{len(rows) + 1}')
    for problem in problems:
        explain(problem)
    print('not ok' if problems else 'ok', '1 - the table is complete', flush=True)
    if problems:
        return 1

    with tempfile.TemporaryDirectory(prefix='zg-test-') as name:
        program = Program(pathlib.Path(name), *arguments, '--sanitized' in sys.argv)
        if program.chinese is None:
            print('Bail out! the locale zh_CN.UTF-8 is missing: build-aux/test makes it')
            return 1
        try:
            return 1 if run_table(program, rows) else 0
        except Failure as failure:
            print('Bail out!', failure)
            return 1


if __name__ == '__main__':
    sys.exit(main())
