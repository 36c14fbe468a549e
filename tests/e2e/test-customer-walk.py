#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-customer-walk.py ZHANGGUI ZHANGGUICTL: what is known of a customer, changed on the page with real keys, in the demo's shop.

What was written is asked of the command line.
"""
import json
import os
import pathlib
import subprocess

import tap
from desktop import open_desktop, wait_until
from program import Program, middle_of

NOW = '2026-09-22T14:20:00+08:00'
NAME = '王晓雯'
INITIALS = 'wxw'
NEW_PHONE = '13900001111'
SAVED = '已保存'


class CustomerWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def customer(self):
        return self.ctl('customer', 'show', self.id)

    def wait_for(self, key, value):
        wait_until(f'{key} to be {value}', lambda: self.customer()[key] == value)

    def steps(self):
        return [
            ('initials and Enter open the page', self.open),
            ('Page Down and Page Up scroll it from its first button', self.scroll),
            ('F2 changes the name in its place, Enter saves, Ctrl+Z takes it back', self.change_name),
            ('letters that are keys elsewhere are letters in a field, and leaving it saves', self.leave_field),
            ('Escape leaves all as it was, and Ctrl+Z brings back what was typed', self.escape),
            ('a number is added in its place', self.add_phone),
            ('a birthday is told in the other calendar while it is typed', self.change_birthday),
            ('what is no birthday stays with the reason below, and Escape goes back', self.refuse_birthday),
            ('a change from elsewhere comes onto the page and takes nothing that is being typed', self.change_beside),
            ('the shop is sound', self.check),
        ]

    def open(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        # High enough for all that is known.
        self.desktop.resize_window_of(self.program.process.pid, 1280, 1360)
        self.id = self.ctl('search', 'customers', INITIALS)[0]['id']
        self.desktop.press('ctrl+2', 'ctrl+f')
        self.desktop.type_text(INITIALS)
        wait_until('one hit', lambda: self.program.find(NAME) or self.program.find('王小姐'))
        self.desktop.press('Down', 'Return')
        self.program.wait_for('与 TA 对话', 'push button')
        self.program.wait_for('农历八月十八 → 9月28日')

    def scroll(self):
        self.desktop.resize_window_of(self.program.process.pid, 1280, 600)
        self.program.wait_for('累计')
        self.desktop.press('Next')
        self.program.wait_until_gone('累计')
        self.desktop.press('Prior')
        self.program.wait_for('累计')
        self.desktop.resize_window_of(self.program.process.pid, 1280, 1360)
        self.program.wait_for('农历八月十八 → 9月28日')

    def change_name(self):
        self.desktop.press('F2')
        self.program.wait_for(NAME, 'text')
        self.desktop.type_text('Wang Nan')
        self.desktop.press('Return')
        self.program.wait_for(SAVED)
        self.wait_for('name', 'Wang Nan')
        self.desktop.press('ctrl+z')
        self.wait_for('name', NAME)

    def leave_field(self):
        self.desktop.press('F2')
        self.program.wait_for(NAME, 'text')
        # T, N and F are keys of the page.
        self.desktop.type_text('tnf')
        self.desktop.press('Tab')
        self.wait_for('name', 'tnf')
        self.program.wait_for(SAVED)
        self.desktop.press('ctrl+z')
        self.wait_for('name', NAME)

    def escape(self):
        self.desktop.press('F2')
        self.program.wait_for(NAME, 'text')
        self.desktop.type_text('half')
        self.desktop.press('Escape')
        self.program.wait_for('修改没有保存')
        assert self.customer()['name'] == NAME
        self.desktop.press('ctrl+z')
        self.program.wait_for('half', 'text')
        self.desktop.press('Escape')
        self.program.wait_until_gone('half')
        assert self.customer()['name'] == NAME

    def add_phone(self):
        n_phones = len(self.customer()['phones'])
        self.open_menu('在“联系”里添加')
        # The first thing in the menu has the focus.
        self.program.wait_for('电话号码')
        self.desktop.press('Return')
        self.program.wait_for('电话号码', 'text')
        self.desktop.type_text(NEW_PHONE)
        self.desktop.press('Return')
        wait_until('one more', lambda: len(self.customer()['phones']) == n_phones + 1)
        assert self.customer()['phones'][-1]['number'] == NEW_PHONE
        self.program.wait_for('139 0000 1111')
        self.desktop.press('ctrl+z')
        wait_until('none more', lambda: len(self.customer()['phones']) == n_phones)

    def open_menu(self, name):
        def find():
            return next((node for window in self.program.windows()[:1] for node in self.program.walk(window)
                         if node.get_role_name() == 'push button' and node.get_name() == name), None)

        # The toolkit's hit test does not know its own menu buttons.
        x, y = middle_of(wait_until('the menu button', find))
        left, top = self.desktop.place_of_window(self.desktop.active_window_of(self.program.process.pid))
        self.desktop.click(left + x, top + y)

    def edit_birthday(self):
        self.program.click('农历八月十八 → 9月28日')
        self.program.wait_for('农历八月十八', 'text')
        self.desktop.press('ctrl+a')

    def change_birthday(self):
        self.edit_birthday()
        self.desktop.type_text('9-9')
        self.program.wait_for('农历九月初九 → 10月18日 · 还有 26 天')
        self.desktop.press('Return')
        self.wait_for('birthday', 'L--09-09')
        self.program.wait_for('农历九月初九 → 10月18日')
        self.desktop.press('ctrl+z')
        self.wait_for('birthday', 'L--08-18')
        self.program.wait_for('农历八月十八 → 9月28日')

    def refuse_birthday(self):
        self.edit_birthday()
        self.desktop.type_text('9-31')
        self.desktop.press('Return')
        self.program.wait_for('写成 8-18 或 1990-8-18')
        self.program.wait_for('9-31', 'text')
        assert self.customer()['birthday'] == 'L--08-18'
        self.desktop.press('Escape')
        self.program.wait_until_gone('9-31')

    def change_beside(self):
        self.desktop.press('F2')
        self.program.wait_for(NAME, 'text')
        self.desktop.type_text('half')
        self.ctl('customer', 'set', self.id, 'level=白金')
        self.program.wait_for('白金')
        self.desktop.type_text(' done')
        self.desktop.press('Return')
        self.wait_for('name', 'half done')
        assert self.customer()['level'] == '白金'

    def check(self):
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(CustomerWalk)
