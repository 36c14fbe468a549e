#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-erase-walk.py ZHANGGUI ZHANGGUICTL: a customer of the demo's shop, erased for good from the menu of their page with real keys.

Whether they are gone is asked of the window, of the command line, and of the bytes of the shop file, its journal and its backup.
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
CALL_NAME = '王小姐'
# How somebody may look for her: initials, pinyin, the end of the phone, the account, the street.
QUERIES = ('wxw', 'wangxiaowen', '2468', 'xiaowen-demo', '幸福小区', NAME, CALL_NAME)
# What stands in the file as it is, in hers alone.
BYTES = tuple(text.encode() for text in (NAME, '13800002468', '138 0000 2468', '86420000831', 'wangxiaowen', '晓雯_xw',
                                         'xiaowen-demo', '文三路 100 号', '喜欢先看实物图再定'))
WORK_BEGINS = '找话术'


class EraseWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhanggui = zhanggui
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.id = self.find(NAME)[0]['id']
        self.n_orders = self.ctl('stats')['orders']
        self.backup = self.path.parent / 'backups' / 'shop-20260921-120000.db'
        self.backup.parent.mkdir()
        self.ctl('backup', self.backup)
        self.program = self.start()

    def start(self):
        return Program(self.desktop, self.zhanggui, '--now', NOW)

    def run_ctl(self, *arguments):
        return subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                              capture_output=True, text=True)

    def ctl(self, *arguments):
        result = self.run_ctl(*arguments)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def find(self, words):
        result = self.run_ctl('search', 'customers', words)
        return [hit for hit in json.loads(result.stdout) if hit['name'] == NAME]

    def steps(self):
        return [
            ('the menu of the page leads to the window that erases', self.open),
            ('who does not type the name erases nobody', self.refuse),
            ('the name typed and Enter erase, and the page closes', self.erase),
            ('the backup is made anew without them', self.rewrite),
            ('nothing that was typed finds them', self.search),
            ('nor after a restart', self.restart),
            ('no byte of theirs is in the shop file, its journal or its backup', self.look_at_bytes),
            ('the orders stay for the books, and the shop is sound', self.check),
        ]

    def open(self):
        assert all(self.find(words) for words in QUERIES)
        # What is looked for at the end is there to be found.
        assert len(self.texts_in(self.backup)) == len(BYTES)
        self.desktop.park_pointer()
        self.program.wait_for(WORK_BEGINS, 'entry')
        self.program.wait_for_windows(1)
        self.desktop.press('ctrl+2', 'ctrl+f')
        self.desktop.type_text('wxw')
        wait_until('one hit', lambda: self.program.find(NAME) or self.program.find(CALL_NAME))
        self.desktop.press('Down', 'Return')
        self.program.wait_for('与 TA 对话', 'push button')
        self.open_menu('更多')
        self.program.wait_for('彻底抹除…', 'menu item')
        # It is the last one.
        self.desktop.press('Up', 'Return')
        self.program.wait_for_windows(2)
        self.program.wait_for(f'输入“{CALL_NAME}”才能抹除：')
        assert not self.program.nameless()

    def open_menu(self, name):
        def find():
            return [node for window in self.program.windows()[:1] for node in self.program.walk(window)
                    if node.get_role_name() == 'push button' and node.get_name() == name]

        # The toolkit's hit test does not know its own menu buttons.
        x, y = max(map(middle_of, wait_until('the menu button', find)))
        left, top = self.desktop.place_of_window(self.desktop.active_window_of(self.program.process.pid))
        self.desktop.click(left + x, top + y)

    def refuse(self):
        self.desktop.type_text('wang')
        self.desktop.press('Return')
        self.desktop.press('Escape')
        self.program.wait_for_windows(1)
        assert self.find(NAME)

    def erase(self):
        self.open_menu('更多')
        self.program.wait_for('彻底抹除…', 'menu item')
        self.desktop.press('Up', 'Return')
        self.program.wait_for_windows(2)
        self.desktop.put_on_clipboard(CALL_NAME)
        self.desktop.press('ctrl+v')
        self.program.wait_for(CALL_NAME, 'text')
        self.desktop.press('Return')
        self.program.wait_for('把 TA 从这些副本里去掉', 'push button')
        assert not self.program.nameless()

    def rewrite(self):
        # It has the focus.
        self.desktop.press('Return')
        wait_until('the backup to forget', lambda: not self.texts_in(self.backup))
        self.program.wait_until_gone('把 TA 从这些副本里去掉')
        self.desktop.press('Escape')
        self.program.wait_for_windows(1)
        wait_until('the page to close', lambda: not self.program.find('与 TA 对话', 'push button'))

    def search(self):
        assert not any(self.find(words) for words in QUERIES)
        self.desktop.press('ctrl+2', 'ctrl+f', 'ctrl+a')
        self.desktop.type_text('2468')
        self.program.wait_for('没找到“2468”')

    def restart(self):
        assert self.program.close() == 0
        self.program = self.start()
        self.program.wait_for(WORK_BEGINS, 'entry')
        self.program.wait_for_windows(1)
        assert CALL_NAME not in self.program.describe()
        self.search()

    def look_at_bytes(self):
        for path in self.path, self.path.with_name('shop.db-wal'), self.backup:
            assert not self.texts_in(path), path
        assert self.program.close() == 0
        for path in self.path.parent.rglob('*'):
            assert not path.is_file() or not self.texts_in(path), path

    def texts_in(self, path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return []
        return [text for text in BYTES if text in content]

    def check(self):
        assert self.ctl('stats')['orders'] == self.n_orders
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(EraseWalk)
