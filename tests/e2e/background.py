# SPDX-License-Identifier: GPL-3.0-or-later
"""A path that goes through the quick panel: a desktop, its bus, the invented shop, and the program in the background."""
import json
import os
import pathlib
import subprocess

import program
import tap
from bus import Bus
from desktop import open_desktop, wait_until

# What its window is called.
PANEL = '快捷话术'
NOW = '2026-09-22T14:20:00+08:00'


class BackgroundPath:
    def __init__(self, zhanggui, zhangguictl, **environment):
        self.desktop = open_desktop()
        self.bus = Bus()
        self.zhanggui = zhanggui
        self.zhangguictl = zhangguictl
        self.environment = environment
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.prepare()
        self.program = self.start_program()

    def prepare(self):
        """For what has to be there before the program is."""

    def start_program(self):
        return program.Program(self.desktop, self.zhanggui, '--background', '--now', NOW, **self.environment)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def fill(self, shortcode, *more):
        return self.ctl('reply', 'fill', shortcode, *more)['text']

    def put_elsewhere(self):
        text = 'copied in another program'
        self.desktop.put_on_clipboard(text)
        wait_until('the clipboard', lambda: self.desktop.clipboard() == text)
        return text

    def wait_for_panel(self):
        # The window has a search field of this name, too.
        self.program.wait_for('复制并收起')
        wait_until('the panel to have the keyboard', lambda: self.desktop.active_window_of(self.program.process.pid))

    def wait_until_left(self):
        """Until the panel is hidden, whatever else is open. The window manager is asked, because GTK 4.8 dies of a screen
        reader that asks for the second of two windows at the moment when that is hidden: without a word of ours, a program
        of two windows does so, too."""
        wait_until('the panel to hide', lambda: PANEL not in self.desktop.titles_of(self.program.process.pid))

    def wait_until_hidden(self):
        self.wait_until_left()
        wait_until('all windows to go', lambda: self.program.windows() == [])

    def wait_for_text(self, text):
        wait_until(f'“{text}” on the clipboard', lambda: self.desktop.clipboard() == text)

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()
