#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports an order export and has the sqlite3 shell import the same file, in turn: bench-import.py CTL MAKE_EXPORT [ORDERS]"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CTL, MAKE_EXPORT = sys.argv[1:3]
ORDERS = int(sys.argv[3]) if len(sys.argv) > 3 else 100000
ROUNDS = 3


def run(command):
    """Wall seconds, processor seconds and peak memory in MiB of a command."""
    start = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, '/dev/null', os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(export, folder, number):
    ours = run([CTL, '--db', f'{folder}/shop-{number}.db', 'import', export])
    reference = run(['sqlite3', f'{folder}/reference-{number}.db', 'PRAGMA journal_mode = WAL', '.mode csv',
                     f'.import {export} t'])
    return ours, reference


def main():
    with tempfile.TemporaryDirectory() as folder:
        export = f'{folder}/ExportOrderList202609221420.csv'
        small = f'{folder}/small.csv'
        subprocess.run([sys.executable, MAKE_EXPORT, str(ORDERS), export], check=True)
        subprocess.run([sys.executable, MAKE_EXPORT, str(max(ORDERS // 10, 1)), small], check=True)
        rounds = [measure(export, folder, number) for number in range(ROUNDS)]
        wall = statistics.median(ours[0] / reference[0] for ours, reference in rounds)
        cpu = statistics.median(ours[1] / reference[1] for ours, reference in rounds)
        memory = max(ours[2] for ours, _ in rounds)
        small_memory = run([CTL, '--db', f'{folder}/small.db', 'import', small])[2]
        print(f'{ORDERS} orders, {os.path.getsize(export) / 2**20:.0f} MiB')
        print(f'import: wall {rounds[0][0][0]:.1f} s, processor {rounds[0][0][1]:.1f} s; '
              f'.import: wall {rounds[0][1][0]:.1f} s, processor {rounds[0][1][1]:.1f} s')
        print(f'ratio to .import: wall {wall:.1f}, processor {cpu:.1f} (limit 6)')
        print(f'peak memory {memory:.0f} MiB (limit 150), with a tenth of the orders {small_memory:.0f} MiB')
    sys.exit(0 if wall <= 6 and memory <= 150 else 1)


main()
