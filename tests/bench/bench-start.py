#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From launch to a visible window, and the memory then: ours over a big shop beside an empty window, in turn.

bench-start.py ZHANGGUI EMPTY_WINDOW BENCH_SEARCH FOLDER [CUSTOMERS [ORDERS]]   (under a display and a bus)
"""
import statistics
import subprocess
import sys
import time

ZHANGGUI, EMPTY, SEARCH, FOLDER = sys.argv[1:5]
CUSTOMERS = sys.argv[5] if len(sys.argv) > 5 else '1000000'
ORDERS = sys.argv[6] if len(sys.argv) > 6 else '1000000'
ROUNDS = 7


def find_window(pid):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid)], capture_output=True, text=True)
    return found.returncode == 0 and found.stdout.strip() != ''


def private_memory(pid):
    """Private memory in MiB, from the kernel's own sums."""
    with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as rollup:
        return sum(int(line.split()[1]) for line in rollup if line.startswith('Private_')) / 1024


def start(command):
    begin = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not find_window(program.pid):
        if program.poll() is not None or time.monotonic() - begin > 60:
            raise SystemExit(f'{command[0]} showed no window')
    took = time.monotonic() - begin
    # Settled: the memory does not grow any more.
    before, now = -1, private_memory(program.pid)
    while now - before > 0.5:
        before = now
        subprocess.run(['xdotool', 'search', '--pid', str(program.pid)], capture_output=True, check=False)
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            find_window(program.pid)
        now = private_memory(program.pid)
    program.terminate()
    program.wait()
    return took, now


def main():
    subprocess.run([SEARCH, FOLDER, CUSTOMERS, ORDERS], stdout=subprocess.DEVNULL, check=False)
    shop = f'{FOLDER}/zg-shop-{CUSTOMERS}-{ORDERS}.db'
    ours, empty = [], []
    for number in range(ROUNDS + 1):
        ours.append(start([ZHANGGUI, '--db', shop]))
        empty.append(start([EMPTY]))
        if number == 0:
            ours.clear()
            empty.clear()
    ratio = statistics.median(mine[0] / its[0] for mine, its in zip(ours, empty))
    above = statistics.median(mine[1] - its[1] for mine, its in zip(ours, empty))
    print(f'{CUSTOMERS} customers, {ORDERS} orders')
    print(f'window: {statistics.median(mine[0] for mine in ours) * 1000:.0f} ms, '
          f'empty window {statistics.median(its[0] for its in empty) * 1000:.0f} ms, ratio {ratio:.2f} (limit 2.5)')
    print(f'private memory above the empty window: {above:.0f} MiB (limit 80)')
    sys.exit(0 if ratio <= 2.5 and above <= 80 else 1)


main()
