#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-activation.py ZHANGGUI ZHANGGUICTL SHELL: on Wayland the panel comes to the front from another program's window.

What goes over the Wayland socket is read in the log of the library: the token of who asked comes back to the compositor with
the panel, and the compositor gives the keyboard to the panel. How long that took is said beside the step.
"""
import os
import re
import statistics
import subprocess
import sys
import time

import program
import tap
from background import NOW, BackgroundPath
from desktop import wait_until

ROUNDS = 10
# The log has the lower 32 bits of the time in microseconds.
CLOCK = 1 << 32
MESSAGE = re.compile(r'\[ *([0-9]+)\.([0-9]{3})\] +(?:-> )?([a-z0-9_]+)@[0-9]+\.([a-z_]+)\((.*)\)')


def now():
    return time.time_ns() // 1000 % CLOCK


class ActivationPath(BackgroundPath):
    def __init__(self, zhanggui, zhangguictl):
        self.log = os.path.join(os.environ['TMPDIR'], 'wayland.log')
        self.shell = None
        super().__init__(zhanggui, zhangguictl)

    def start_program(self):
        # The library writes to standard error and to nowhere else.
        return program.Program(self.desktop, 'sh', '-c', 'exec "$@" 2>"$0"', self.log, self.zhanggui, '--background', '--now',
                               NOW, WAYLAND_DEBUG='client')

    def messages(self, interface, name):
        """When each message of that name came or went, and what it said."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            found = [MESSAGE.match(line) for line in log]
        return [(int(match[1]) * 1000 + int(match[2]), match[5]) for match in found
                if match is not None and (match[3], match[4]) == (interface, name)]

    def steps(self):
        return [
            ('another program has the keyboard', self.start),
            ('the token of who asks for the panel comes to the compositor, with the panel’s window', self.pass_token),
            (f'a request with a token brings the panel the keyboard, {ROUNDS} times', self.ask_with_token),
            (f'so does a choice in the search of the desktop, which gives no token, {ROUNDS} times', self.choose),
        ]

    def start(self):
        self.bus.wait_for_program()
        self.shell = subprocess.Popen([sys.argv[3]], stderr=subprocess.PIPE, text=True)
        self.wait_for_shell()
        self.result = self.bus.search('whl')[0]

    def wait_for_shell(self):
        wait_until('the other program to have the keyboard', lambda: self.desktop.active_window_of(self.shell.pid))

    def pass_token(self):
        self.desktop.press('ctrl+Return')
        token = next(line for line in self.shell.stderr if line.startswith('token ')).split()[1]
        wait_until('the token to come to the compositor',
                   lambda: any(f'"{token}"' in said for _, said in self.messages('xdg_activation_v1', 'activate')))
        self.wait_for_panel()
        self.leave()

    def leave(self):
        self.desktop.press('Escape')
        self.wait_until_hidden()
        self.wait_for_shell()

    def measure(self, ask):
        took = []
        for _ in range(ROUNDS):
            seen = len(self.messages('wl_keyboard', 'enter'))
            began = now()
            ask()
            enters = wait_until('the keyboard', lambda: self.messages('wl_keyboard', 'enter')[seen:])
            took.append((enters[0][0] - began) % CLOCK / 1000)
            self.wait_for_panel()
            self.leave()
        tap.explain(f'from the request to the keyboard: {statistics.median(took):.0f} ms, at the most {max(took):.0f} ms')

    def ask_with_token(self):
        self.measure(lambda: self.desktop.press('ctrl+Return'))

    def choose(self):
        # One that is not there any more: the panel has nothing to copy, and stays.
        self.measure(lambda: self.bus.choose('no such reply'))

    def close(self):
        if self.shell is not None:
            self.shell.kill()
            self.shell.wait()
        super().close()


tap.run(ActivationPath)
