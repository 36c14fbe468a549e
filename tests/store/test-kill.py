#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a writing program sixty times, half of them while it imports: what was acknowledged has to be there.

test-kill.py ACKNOWLEDGE ZHANGGUICTL MAKE_EXPORT
"""
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 60
# In an import: they make a journal several times as long as the longest that is waited for.
ORDERS = 4000
LONGEST = 640000
ACKNOWLEDGE, CTL, MAKE_EXPORT = sys.argv[1:4]


def write_and_kill(shop, mode, enough):
    """Lets the writer acknowledge some rows, kills it in the middle of its work, returns the acknowledged ids."""
    writer = subprocess.Popen([ACKNOWLEDGE, mode, shop], stdout=subprocess.PIPE)
    said = b''
    while said.count(b'\n') < enough:
        chunk = writer.stdout.read1(65536)
        if not chunk:
            raise SystemExit('Bail out! the writer stopped by itself')
        said += chunk
    writer.send_signal(signal.SIGKILL)
    said += writer.stdout.read()
    writer.wait()
    return [line.decode() for line in said.split(b'\n')[:-1]]


def size_of(path):
    """Its size now; others may delete the file at any time."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def import_and_kill(shop, export, first, journal_grows_to):
    """Kills an import once it has written so much. Its orders are new: there is much to write, whatever was before."""
    subprocess.run([sys.executable, MAKE_EXPORT, str(ORDERS), export, '--first', str(first)], check=True)
    importer = subprocess.Popen([CTL, '--db', shop, 'import', export], stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    journal = Path(shop + '-wal')
    while importer.poll() is None and time.monotonic() < deadline:
        if size_of(journal) > journal_grows_to:
            break
        select.select([], [], [], 0.002)
    importer.send_signal(signal.SIGKILL)
    return importer.wait() == -signal.SIGKILL


def is_sound(shop, ids, loud=True):
    for command in [ACKNOWLEDGE, 'check', shop, *ids], [CTL, '--db', shop, 'check']:
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            if loud:
                print('#', *command[:3], 'ends with', result.returncode, result.stderr.strip())
                print('#', *command[:3], 'ends with', result.returncode, result.stderr.strip(), file=sys.stderr)
            return False
    return True


def main():
    random.seed(1)
    print('1..3')
    with tempfile.TemporaryDirectory() as folder:
        export = f'{folder}/ExportOrderList202609221420.csv'
        shop = f'{folder}/shop.db'
        ids, killed, good = [], 0, True
        for number in range(ROUNDS):
            if number % 2 == 0:
                ids += write_and_kill(shop, 'write', random.randint(1, 40))
            else:
                killed += import_and_kill(shop, export, number * ORDERS, random.randint(LONGEST // 40, LONGEST))
            good = good and is_sound(shop, ids)
        print(f'# {ROUNDS} rounds, {len(ids)} acknowledged rows, {killed} imports killed')
        print(('ok' if good else 'not ok') + ' 1 - nothing that was acknowledged is lost, tables and index are sound')
        print(('ok' if killed >= ROUNDS // 4 else 'not ok') + ' 2 - imports were killed while they ran')

        # The same test has to notice a program that speaks too soon.
        noticed = False
        for number in range(ROUNDS):
            early_shop = f'{folder}/early-{number}.db'
            early = write_and_kill(early_shop, 'early', random.randint(1, 3))
            if not is_sound(early_shop, early, loud=False):
                noticed = True
                break
        print(('ok' if noticed else 'not ok') + ' 3 - an acknowledgement before COMMIT is noticed')


main()
