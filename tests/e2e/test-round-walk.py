#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-round-walk.py ZHANGGUI ZHANGGUICTL: a round for three customers with real keys, in the demo's shop: one copied, one
skipped, the program closed and started again, gone on with to its end.

What was written is asked of the command line.
"""
import json
import os
import pathlib
import subprocess

import tap
from desktop import open_desktop, wait_until
from program import Program

NOW = '2026-09-22T14:20:00+08:00'
REPLY_INITIALS = 'whlgk'
REPLY = '问好：老顾客'


class RoundWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhanggui = zhanggui
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *map(str, arguments)],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def steps(self):
        return [
            ('three chosen customers are offered a round', self.choose),
            ('a reply is found as everywhere, and Enter starts', self.start),
            ('Enter copies and goes on when the clipboard holds it', self.copy),
            ('S skips, Backspace takes that back', self.skip),
            ('O shows the page, and back leads to the round', self.look),
            ('after a restart the list offers to go on', self.restart),
            ('at the end stands the sum', self.end),
            ('the shop is sound', self.check),
        ]

    def choose(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        self.desktop.press('ctrl+2')
        self.program.wait_for('轮访', 'push button')
        self.desktop.press('Home', 'space', 'Down', 'space', 'Down', 'space')
        self.program.wait_for('已选 3 位')
        self.program.click('轮访…', 'push button')
        self.program.wait_for_windows(2)
        self.program.wait_for('开始，共 3 位', 'push button')

    def start(self):
        self.program.click('找话术', 'entry')
        self.desktop.type_text(REPLY_INITIALS)
        self.program.wait_for(REPLY)
        self.program.click('开始，共 3 位', 'push button')
        self.program.wait_for_windows(1)
        self.program.wait_for('1/3')

    def name(self):
        """What whose turn it is, is called."""
        return self.ctl('customer', 'show', self.ctl('round', 'next')['customer']['id'])['call_name']

    def wait_for_clipboard(self, name):
        # In one of its wordings, all of which begin with whom it is for.
        wait_until(f'the text for {name}', lambda: name in self.desktop.clipboard())

    def copy(self):
        name = self.name()
        self.program.wait_for(f'复制给 {name}', 'push button')
        self.desktop.press('Return')
        self.wait_for_clipboard(name)
        self.program.wait_for('2/3')

    def skip(self):
        name = self.name()
        self.desktop.press('s')
        self.program.wait_for('3/3')
        self.desktop.press('BackSpace')
        self.program.wait_for('2/3')
        self.program.wait_for(f'复制给 {name}', 'push button')
        self.desktop.press('s')
        self.program.wait_for('3/3')

    def look(self):
        self.program.wait_for('复制给 ' + self.name(), 'push button')
        self.desktop.press('o')
        self.program.wait_for('记一笔', 'push button')
        self.desktop.press('alt+Left')
        self.program.wait_for('3/3')

    def restart(self):
        self.program.close()
        self.program = Program(self.desktop, self.zhanggui, '--now', NOW)
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        self.desktop.press('ctrl+2')
        self.program.click('继续', 'push button')
        self.program.wait_for('3/3')

    def end(self):
        name = self.name()
        self.program.wait_for(f'复制给 {name}', 'push button')
        self.desktop.press('Return')
        self.wait_for_clipboard(name)
        self.program.wait_for('这一轮已经结束')
        rounds = self.ctl('round', 'show')
        assert (rounds['copied'], rounds['skipped'], rounds['to_do']) == (2, 1, 0), rounds
        self.program.click('复制汇总文字', 'push button')
        wait_until('the sum', lambda: '已复制：2\n已跳过：1' in self.desktop.clipboard())
        self.program.click('回到客户列表', 'push button')
        self.program.wait_for('轮访', 'push button')
        assert self.program.find('继续', 'push button') is None

    def check(self):
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(RoundWalk)
