#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports order exports and has the sqlite3 shell import the same files, in turn; then measures what the desk waits for
while an import runs: bench-import.py CTL MAKE_EXPORT DURING_IMPORT [ORDERS…]

ORDERS are the sizes, 10000 and 100000 without any; the first is the one whose memory the others are compared with.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

CTL, MAKE_EXPORT, DURING_IMPORT = sys.argv[1:4]
SIZES = [int(size) for size in sys.argv[4:]] or [10000, 100000]
ROUNDS = 3
RATIO_LIMIT = 6
MEMORY_LIMIT = 150


def run(command):
    """Wall seconds, processor seconds and peak memory in MiB of a command."""
    start = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, '/dev/null', os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def remove(path):
    for suffix in ('', '-wal', '-shm'):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)


def measure(export, folder):
    """One import of ours, then the reference's, each into a file of its own."""
    shop, reference = f'{folder}/shop.db', f'{folder}/reference.db'
    ours = run([CTL, '--db', shop, 'import', export])
    theirs = run(['sqlite3', reference, 'PRAGMA journal_mode = WAL', '.mode csv', f'.import {export} t'])
    remove(shop)
    remove(reference)
    return ours, theirs


def measure_size(orders, export, folder):
    """The ratio of processor times and the peak memory, printed."""
    subprocess.run([sys.executable, '-B', MAKE_EXPORT, str(orders), export], check=True)
    rounds = [measure(export, folder) for _ in range(ROUNDS if orders <= 100000 else 1)]
    wall, cpu = (statistics.median(ours[i] / theirs[i] for ours, theirs in rounds) for i in (0, 1))
    memory = max(ours[2] for ours, _ in rounds)
    print(f'{orders} orders, {os.path.getsize(export) / 2**20:.0f} MiB: '
          f'import wall {rounds[0][0][0]:.1f} s, processor {rounds[0][0][1]:.1f} s; '
          f'.import wall {rounds[0][1][0]:.1f} s, processor {rounds[0][1][1]:.1f} s')
    print(f'  ratio to .import: wall {wall:.1f}, processor {cpu:.1f} (limit {RATIO_LIMIT}); '
          f'peak memory {memory:.0f} MiB (limit {MEMORY_LIMIT})', flush=True)
    return min(wall, cpu), memory


def main():
    ok = True
    with tempfile.TemporaryDirectory() as folder:
        export = f'{folder}/ExportOrderList202609221420.csv'
        for orders in SIZES:
            ratio, memory = measure_size(orders, export, folder)
            ok = ok and memory <= MEMORY_LIMIT and (orders < 100000 or ratio <= RATIO_LIMIT)
        ok = subprocess.run([DURING_IMPORT, export, folder], check=False).returncode == 0 and ok
    sys.exit(0 if ok else 1)


main()
