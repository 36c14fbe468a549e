#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-segments-walk.py ZHANGGUI ZHANGGUICTL: filters over the customers, kept under a name and changed with real keys, in the demo's shop.

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
FILTER = 'orders:3..'


class SegmentsWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.n = self.ctl('segment', 'count', FILTER)['count']
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def saved(self):
        return [(segment['name'], segment['filter']) for segment in self.ctl('segment', 'list') if not segment['key']]

    def wait_for_saved(self, *names):
        wait_until(f'the segments {names}', lambda: self.saved() == [(name, FILTER) for name in names])

    def steps(self):
        return [
            ('what is asked is shown at once, with its number', self.ask),
            ('it is kept under a name', self.save),
            ('a name that is taken is told, and nothing is lost', self.refuse),
            ('a search goes on among them', self.search),
            ('it is renamed, and Ctrl+Z takes that back', self.rename),
            ('it is deleted, and Ctrl+Z brings it back', self.delete),
            ('the shop is sound', lambda: self.ctl('check')),
        ]

    def open_editor(self):
        self.program.click('筛选')
        self.program.wait_for('什么样的客户')

    def ask(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.desktop.press('ctrl+2')
        self.program.wait_for('全部')
        self.open_editor()
        assert self.program.nameless() == [], self.program.nameless()
        # From the first field down to the number of orders.
        self.desktop.press(*['Tab'] * 7)
        self.desktop.type_text('3')
        self.program.wait_for(f'{self.n} 位客户：至少 3 个订单')

    def save(self):
        self.desktop.press('ctrl+s')
        self.desktop.type_text('Three')
        self.desktop.press('Return')
        self.wait_for_saved('Three')
        self.program.wait_for('已保存“Three”')
        self.program.wait_for('Three')

    def refuse(self):
        self.open_editor()
        self.desktop.press('ctrl+s')
        self.desktop.type_text('Three')
        self.desktop.press('Return')
        self.program.wait_for('已有名为“Three”的分组。')
        self.desktop.press('Escape')
        self.wait_for_saved('Three')

    def search(self):
        hits = {customer['id'] for customer in self.ctl('search', 'customers', '139', '--limit', '100')}
        members = {customer['id'] for customer in self.ctl('segment', 'show', 'Three', '--limit', '1000')['customers']}
        everybody, among = len(hits), len(hits & members)
        assert 0 < among < everybody
        self.desktop.press('ctrl+f')
        self.desktop.type_text('139')
        wait_until(f'{among} hits', lambda: self.n_rows() == among)
        self.desktop.press('Escape')

    def n_rows(self):
        return len([node for node in self.program.walk(self.program.windows()[0]) if node.get_role_name() == 'list item'
                    and '139' in node.get_name()])

    def open_menu(self):
        # A pill's own menu, by the key for it.
        self.program.click('Three')
        self.desktop.press('shift+F10')
        self.program.wait_for('删除')

    def rename(self):
        self.open_menu()
        self.desktop.press('Return')
        self.program.wait_for('什么样的客户')
        self.desktop.press('ctrl+s', 'ctrl+a')
        self.desktop.type_text('Often')
        self.desktop.press('Return')
        self.wait_for_saved('Often')
        self.program.wait_for('Often')
        self.desktop.press('ctrl+z')
        self.wait_for_saved('Three')
        self.program.wait_for('Three')

    def delete(self):
        self.open_menu()
        self.desktop.press('Up', 'Return')
        self.wait_for_saved()
        self.program.wait_until_gone('Three')
        self.desktop.press('ctrl+z')
        self.wait_for_saved('Three')
        self.program.wait_for('Three')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(SegmentsWalk)
