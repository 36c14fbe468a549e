# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of zhangguictl share: a shop in a folder of its own, the program called on it, and TAP.

A test file has functions test_…(shop); each gets a Shop that is not there yet, its docstring is the test's name. They are
run by main(globals()), which is called with ZHANGGUICTL LOCALE_FOLDER [--copy-reply=COPY_REPLY].
"""

import csv
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

from bad_input_fixtures import export, order

HERE = pathlib.Path(__file__).resolve().parent
TAOBAO = HERE.parent / 'fixtures' / 'taobao'
NOW = '2026-09-23T10:00:00+08:00'
TIMEOUT = 240
COPY_REPLY = next((word.partition('=')[2] for word in sys.argv if word.startswith('--copy-reply=')), None)
TABLES = ('customers', 'orders', 'replies', 'followups')

# What the program ends with.
DONE, FAILED, USAGE, PARTLY, UNRESOLVED = range(5)


class Failure(Exception):
    pass


def expect(found, wanted, what='it'):
    if found != wanted:
        raise Failure(f'{what} is {found!r} instead of {wanted!r}')


def expect_in(part, whole, what='it'):
    if part not in whole:
        raise Failure(f'{what} does not have {part!r}: {whole!r}')


class Result:
    """What a call of the program gave."""

    def __init__(self, process, arguments):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        self.arguments = arguments

    @property
    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as problem:
            raise Failure(f'{self.arguments}: {problem}: {self.out!r}') from problem

    def ends(self, status, error=None, out=None):
        """Checks the exit status, and that standard error (and standard output) say exactly this."""
        said = f'{self.arguments}: {self.err.strip() or self.out.strip()[:200]}'
        if self.status != status:
            raise Failure(f'exit status {self.status} instead of {status}: {said}')
        if error is not None:
            expect(self.err.splitlines(), error.splitlines() if isinstance(error, str) else error, 'standard error')
        elif status == DONE:
            expect(self.err, '', f'standard error of {self.arguments}')
        if out is not None:
            expect(self.out.splitlines(), out if isinstance(out, list) else out.splitlines(), 'standard output')
        return self


class Shop:
    """A folder with a shop file that the first command that writes makes."""

    def __init__(self, program, locale, folder):
        self.program = program
        self.locale = locale
        self.folder = pathlib.Path(folder)
        self.db = self.folder / 'shop.db'

    def environment(self, language):
        kept = {name: value for name, value in os.environ.items() if name not in ('LANGUAGE', 'LC_MESSAGES', 'LC_ALL', 'LANG')}
        return kept | {
            'LC_ALL': language, 'ZG_LOCALEDIR': self.locale, 'HOME': str(self.folder), 'TMPDIR': str(self.folder),
            'XDG_DATA_HOME': str(self.folder / 'data'), 'TZ': 'Asia/Shanghai'}

    def command(self, arguments, now=NOW):
        return [self.program, '--db', str(self.db), *(['--now', now] if now else []), *map(str, arguments)]

    def run(self, *arguments, now=NOW, chinese=False, **more):
        """Calls the program as text, in English unless chinese."""
        language = 'zh_CN.UTF-8' if chinese else 'C.UTF-8'
        process = subprocess.run(self.command(arguments, now), cwd=self.folder, env=self.environment(language),
                                 stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT, check=False, **more)
        return Result(process, ' '.join(map(str, arguments)))

    def start(self, *arguments, now=NOW):
        """Calls the program without waiting for it."""
        return subprocess.Popen(self.command(arguments, now), cwd=self.folder, env=self.environment('C.UTF-8'),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def call(self, *arguments, status=DONE, now=NOW):
        """Calls the program as JSON and gives the document."""
        return self.run('--json', *arguments, now=now).ends(status).json

    def copy_reply(self, shortcode, customer, at):
        """Notes that a reply was copied for a customer then, as the window does it; needs the option --copy-reply."""
        seconds = int(datetime.datetime.fromisoformat(at).timestamp())
        subprocess.run([COPY_REPLY, self.db, shortcode, str(customer), str(seconds)], check=True, timeout=TIMEOUT)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def orders(self, *rows, name='订单.csv'):
        """Imports orders, each from keyword cells, and gives the document."""
        return self.call('import', self.write(name, export(*rows)))

    def sql(self, query, *values):
        connection = sqlite3.connect(f'file:{self.db}?mode=ro', uri=True)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def content(self, but=('import_log',)):
        """All rows of all tables; the search index may look different each time."""
        schema = self.sql("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
        indexes = tuple(name + '_' for name, sql in schema if sql.startswith('CREATE VIRTUAL'))
        tables = [name for name, _ in schema
                  if not name.startswith(('sqlite_', *indexes)) and name + '_' not in indexes and name not in but]
        return {table: sorted(map(repr, self.sql(f'SELECT * FROM "{table}"'))) for table in tables}

    def exports(self, ending='csv'):
        """What `export` writes of all tables, as text."""
        found = {}
        for table in TABLES:
            path = self.folder / f'export-{table}.{ending}'
            self.run('export', table, path).ends(DONE)
            found[table] = path.read_text(encoding='utf-8-sig')
            path.unlink()
        return found

    def rows(self, table):
        """What `export` writes of a table as CSV, as dictionaries."""
        path = self.folder / f'rows-{table}.csv'
        self.run('export', table, path).ends(DONE)
        with path.open(encoding='utf-8-sig', newline='') as stream:
            return list(csv.DictReader(stream))

    def copy(self, name):
        """Another shop with the same content."""
        folder = self.folder / name
        folder.mkdir()
        other = Shop(self.program, self.locale, folder)
        shutil.copy(self.db, other.db)
        return other


def expect_same(before, after, what='the shop'):
    changed = [table for table in before if before[table] != after.get(table)]
    if changed or before.keys() != after.keys():
        raise Failure(f"{what} has changed: {', '.join(changed)}")


def demo(shop):
    """Fills the shop with the demo, which is made once a file."""
    made = pathlib.Path(shop.folder).parent / 'demo' / 'shop.db'
    if not made.exists():
        made.parent.mkdir()
        Shop(shop.program, shop.locale, made.parent).run('demo', chinese=True).ends(DONE)
    shutil.copy(made, shop.db)
    return shop


def run_test(function, shop):
    try:
        function(shop)
    except Failure as failure:
        return [str(failure)]
    except (OSError, ValueError, KeyError, LookupError, TypeError, sqlite3.Error, subprocess.SubprocessError):
        return traceback.format_exc().splitlines()
    return []


def explain(problem):
    """Says why a test failed: beside its result, and on standard error, which is all that a run of CI shows of it."""
    line = '# ' + problem.replace('\n', ' ⏎ ')
    print(line, flush=True)
    print(line, file=sys.stderr, flush=True)


def main(names):
    """Runs the test functions among names and gives the exit status."""
    sys.stdout.reconfigure(encoding='utf-8')
    program, locale = sys.argv[1:3]
    wanted = [argument for argument in sys.argv[3:] if not argument.startswith('--')]
    tests = [function for name, function in names.items()
             if name.startswith('test_') and callable(function) and (not wanted or name in wanted)]
    known = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout.lower().split()
    if not {'zh_cn.utf-8', 'zh_cn.utf8'} & set(known):
        print('Bail out! the locale zh_CN.UTF-8 is missing: build-aux/test makes it')
        return 1

    failed = False
    print(f'1..{len(tests)}')
    with tempfile.TemporaryDirectory(prefix='zg-test-') as root:
        for number, function in enumerate(tests, 1):
            folder = pathlib.Path(root) / str(number)
            folder.mkdir()
            problems = run_test(function, Shop(program, locale, folder))
            for problem in problems:
                explain(problem)
            print('not ok' if problems else 'ok', number, '-', (function.__doc__ or function.__name__).splitlines()[0],
                  flush=True)
            failed = failed or bool(problems)
    return 1 if failed else 0
