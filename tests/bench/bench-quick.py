#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a key press or a call over the bus to the pasted text, and to the panel on the screen, all seen from outside.

bench-quick.py ZHANGGUI ZHANGGUICTL   (under tests/run-headless.sh, also with --wayland)

On X11 beside `copyq select N`, which is a call to a running clipboard program as well, measured in turn with ours. A text is
there when another program can paste it: xclip or wl-paste is started again and again until it prints exactly that text.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'e2e'))
import program  # noqa: E402,F401  it takes G_DEBUG away from this process first
from bus import Bus  # noqa: E402
from desktop import open_desktop, wait_until  # noqa: E402

ZHANGGUI, ZHANGGUICTL = sys.argv[1:3]
NOW = '2026-09-22T14:20:00+08:00'
ROUNDS = 40
COPY_LIMIT = 60
PANEL_LIMIT = 50
# How much longer than at best even the pasting of what is there may take, before the machine is too busy to judge.
BUSY_FACTOR = 3
SKIPPED = 77
# Two replies that fit everybody, so that each copy is another text than the one before.
SHORTCODES = ('whl', 'jdl')


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def milliseconds(begin):
    return (time.monotonic() - begin) * 1000


class Bench:
    def __init__(self):
        self.desktop = open_desktop()
        self.on_x11 = 'WAYLAND_DISPLAY' not in os.environ
        self.bus = Bus()
        path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        path.parent.mkdir(parents=True)
        self.ctl = [ZHANGGUICTL, '--db', str(path), '--now', NOW]
        subprocess.run([*self.ctl, 'demo'], check=True, stdout=subprocess.DEVNULL)
        self.texts = [subprocess.run([*self.ctl, 'reply', 'fill', shortcode], check=True, capture_output=True,
                                     text=True).stdout.rstrip('\n') for shortcode in SHORTCODES]
        self.process = subprocess.Popen([ZHANGGUI, '--background', '--now', NOW], stderr=subprocess.DEVNULL)
        self.bus.wait_for_program()
        self.open_panel()
        self.window = self.is_shown()
        self.desktop.press('Escape')
        self.wait_until_hidden()

    def paste(self):
        command = ['xclip', '-selection', 'clipboard', '-o'] if self.on_x11 else ['wl-paste', '--no-newline']
        return subprocess.run(command, capture_output=True, text=True).stdout

    def wait_for_paste(self, text, begin):
        while self.paste() != text:
            if time.monotonic() - begin > 20:
                raise SystemExit(f'never pasted: {text}')
        return milliseconds(begin)

    def is_shown(self):
        return self.desktop.active_window_of(self.process.pid)

    def open_panel(self):
        self.bus.activate_action('quick-reply')
        wait_until('the panel', self.is_shown)

    def wait_until_hidden(self):
        wait_until('the panel to go', lambda: not self.is_shown())

    def is_visible(self):
        if not self.on_x11:
            return self.is_shown()
        return 'IsViewable' in subprocess.run(['xwininfo', '-id', self.window], capture_output=True, text=True).stdout

    def time_panel(self):
        begin = time.monotonic()
        self.bus.activate_action('quick-reply')
        while not self.is_visible():
            pass
        took = milliseconds(begin)
        wait_until('the keyboard', self.is_shown)
        self.desktop.press('Escape')
        self.wait_until_hidden()
        return took

    def time_key(self, number):
        self.open_panel()
        self.desktop.type_text(SHORTCODES[number])
        begin = time.monotonic()
        self.desktop.press('Return')
        took = self.wait_for_paste(self.texts[number], begin)
        self.wait_until_hidden()
        return took

    def time_call(self, number):
        result = self.bus.search(SHORTCODES[number])[0]
        begin = time.monotonic()
        self.bus.choose(result, SHORTCODES[number])
        took = self.wait_for_paste(self.texts[number], begin)
        self.wait_until_hidden()
        return took

    def time_paste(self):
        """What every other figure contains: a program that starts and pastes what is there."""
        begin = time.monotonic()
        self.paste()
        return milliseconds(begin)

    def start_copyq(self):
        self.copyq = subprocess.Popen(['copyq'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until('copyq', lambda: subprocess.run(['copyq', 'size'], capture_output=True).returncode == 0)
        # Nothing but what it is told, so that its list stays as it is.
        subprocess.run(['copyq', 'config', 'check_clipboard', 'false'], check=True, capture_output=True)
        subprocess.run(['copyq', 'add', *self.texts], check=True, capture_output=True)

    def time_copyq(self, number):
        # What was selected last may have moved to the top.
        row = next(row for row in '012' if subprocess.run(['copyq', 'read', row], capture_output=True,
                                                          text=True).stdout == self.texts[number])
        begin = time.monotonic()
        subprocess.run(['copyq', 'select', row], check=True, capture_output=True)
        return self.wait_for_paste(self.texts[number], begin)

    def measure(self):
        has_copyq = self.on_x11 and shutil.which('copyq') is not None
        series = {'paste': [], 'panel': [], 'key': [], 'call': []}
        if has_copyq:
            self.start_copyq()
            series['copyq'] = []
        for turn in range(ROUNDS + 2):
            for name, times in series.items():
                if name == 'paste':
                    took = self.time_paste()
                elif name == 'panel':
                    took = self.time_panel()
                elif name == 'key':
                    took = self.time_key(turn % 2)
                elif name == 'call':
                    # The other one than the key has just copied.
                    took = self.time_call((turn + 1) % 2)
                else:
                    took = self.time_copyq(turn % 2)
                # The first turns warm up.
                if turn >= 2:
                    times.append(took)
        return series

    def close(self):
        self.process.terminate()
        self.process.wait()
        if hasattr(self, 'copyq'):
            subprocess.run(['copyq', 'exit'], capture_output=True, check=False)
            self.copyq.wait()
        self.desktop.close()


def report(series):
    words = {'paste': 'pasting what is there', 'panel': 'call to visible panel', 'key': 'Enter to pasted text',
             'call': 'call to pasted text', 'copyq': 'copyq select to pasted text'}
    limits = {'panel': PANEL_LIMIT, 'key': COPY_LIMIT, 'call': COPY_LIMIT}
    well = True
    for name, times in series.items():
        slow = percentile(times, 0.95)
        limit = limits.get(name)
        well = well and (limit is None or slow <= limit)
        print(f'{words[name]}: median {statistics.median(times):.0f} ms, 95th percentile {slow:.0f} ms'
              + (f' (limit {limit})' if limit is not None else ''))
    for name in ('key', 'call'):
        if name in series and 'copyq' in series:
            print(f'{words[name]} beside copyq: ratio {statistics.median(series[name]) / statistics.median(series["copyq"]):.2f}')
    paste = series['paste']
    if not well and percentile(paste, 0.95) > BUSY_FACTOR * min(paste):
        print('not judged: the machine is busy, even pasting takes '
              f'{percentile(paste, 0.95) / min(paste):.1f} times as long as at best')
        return SKIPPED
    return 0 if well else 1


def main():
    bench = Bench()
    try:
        status = report(bench.measure())
    finally:
        bench.close()
    sys.exit(status)


main()
