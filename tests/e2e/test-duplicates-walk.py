#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-duplicates-walk.py ZHANGGUI ZHANGGUICTL: customers who are there twice in the demo's shop, looked at and merged with real keys.

What was written is asked of the command line.
"""
import json
import os
import pathlib
import subprocess

import tap
from desktop import open_desktop, wait_until
from program import Atspi, Program, middle_of

NOW = '2026-09-22T14:20:00+08:00'
PILL = '疑似重复'
TWO = '有 2 对客户可能是同一个人。您看过两边之后才会合并。'
ONE = '有 1 对客户可能是同一个人。您看过两边之后才会合并。'


class DuplicatesWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.first, self.second = self.pairs()
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def pairs(self):
        return [tuple(customer['id'] for customer in pair['customers']) for pair in self.ctl('customer', 'duplicates')['pairs']]

    def name_of(self, customer):
        return self.ctl('customer', 'show', customer)['call_name']

    def steps(self):
        return [
            ('the pill behind the filters counts them and opens the list', self.open),
            ('the value of the other one is chosen, and both become one', self.merge),
            ('Ctrl+Z brings both back as they were', self.take_back),
            ('who is not the same person stays away', self.part),
            ('two that were chosen in the list are laid side by side', self.merge_chosen),
            ('later the menu of the page takes them apart again', self.undo_from_page),
            ('there “merge with” offers who is likely, before a key is typed', self.merge_with_likely),
            ('it finds somebody else by initials', self.merge_with_searched),
            ('of two merges the later one is taken back first', self.undo_later_first),
            ('the shop is sound', lambda: self.ctl('check')),
        ]

    def open(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.desktop.press('ctrl+2')
        self.program.wait_for(PILL, 'push button')
        self.program.click(PILL, 'push button')
        self.program.wait_for(TWO)
        assert not self.program.nameless()

    def merge(self):
        kept, other = self.first
        wanted = self.name_of(other)
        self.desktop.press('Return')
        self.program.wait_for(f'保留 {self.name_of(kept)}')
        assert not self.program.nameless()
        # From the button over “later” to the first field, and there to the other value.
        self.desktop.press('Tab', 'Tab', 'Right')
        wait_until('the other value', lambda: self.is_chosen(f'怎么称呼：{wanted}'))
        self.desktop.press('ctrl+Return')
        self.program.wait_for(ONE)
        wait_until('the merge', lambda: self.name_of(kept) == wanted)
        assert self.pairs() == [self.second]

    def is_chosen(self, words):
        node = self.program.find(words, 'radio button')
        return node is not None and node.get_state_set().contains(Atspi.StateType.CHECKED)

    def take_back(self):
        self.desktop.press('ctrl+z')
        self.program.wait_for(TWO)
        assert self.pairs() == [self.first, self.second]

    def part(self):
        self.desktop.press('Home', 'Return')
        self.program.wait_for(f'保留 {self.name_of(self.first[0])}')
        self.desktop.press('n')
        self.program.wait_for(ONE)
        assert self.pairs() == [self.second]
        self.desktop.press('F5')
        self.program.wait_for(ONE)
        self.desktop.press('Escape')
        self.program.wait_for_windows(1)

    def merge_chosen(self):
        kept, other = self.second
        self.desktop.press('ctrl+f')
        # The end of the number that both have.
        self.desktop.type_text('3321')
        wait_until('two hits', lambda: len(self.rows()) == 2)
        self.desktop.press('Down', 'space', 'Down', 'space')
        self.program.wait_for('合并…', 'push button')
        self.program.click('合并…', 'push button')
        self.program.wait_for(f'并入：{self.name_of(other)}')
        self.desktop.press('ctrl+Return')
        wait_until('the merge', lambda: self.pairs() == [])
        self.program.wait_until_gone(PILL)

    def undo_from_page(self):
        self.program.wait_for_windows(1)
        wait_until('one hit', lambda: len(self.rows()) == 1)
        self.desktop.press('ctrl+f', 'Down', 'Return')
        self.program.wait_for('与 TA 对话', 'push button')
        self.choose('撤销与 ')
        self.program.wait_for(f'撤销与 {self.name_of_merged()} 的合并？')
        self.desktop.press('Return')
        wait_until('both', lambda: self.pairs() == [self.second])

    def merge_with_likely(self):
        self.program.wait_for_windows(1)
        self.choose('合并到别的客户')
        self.program.wait_for('可能是同一个人')
        assert not self.program.nameless()
        self.desktop.press('Return')
        self.program.wait_for(f'并入：{self.name_of(self.second[1])}')
        self.desktop.press('ctrl+Return')
        wait_until('the merge', lambda: self.pairs() == [])
        self.program.wait_for_windows(1)

    def merge_with_searched(self):
        self.choose('合并到别的客户')
        self.program.wait_for_windows(2)
        self.desktop.type_text('wxw')
        wait_until('王小姐', lambda: any(node.get_role_name() == 'list item' and node.get_name().startswith('王小姐')
                                         for window in self.program.windows() for node in self.program.walk(window)))
        self.desktop.press('Return')
        self.program.wait_for('并入：王小姐')
        self.desktop.press('ctrl+Return')
        wait_until('the merge', lambda: len(self.merges()) == 2)
        self.program.wait_for_windows(1)

    def undo_later_first(self):
        earlier = self.merges()[1]['name']
        self.choose(f'撤销与 {earlier} ')
        self.program.wait_for('撤销与 王小姐 的合并？')
        self.desktop.press('Return')
        wait_until('the earlier merge alone', lambda: [merge['name'] for merge in self.merges()] == [earlier])

    def merges(self):
        return self.ctl('customer', 'unmerge')['merges']

    def name_of_merged(self):
        return self.merges()[0]['name']

    def choose(self, words):
        """Opens the menu of the page and chooses the first line that begins so, with the arrows."""
        def names():
            return [node.get_name() for node in self.program.walk(self.program.windows()[0])
                    if node.get_role_name() == 'menu item']

        self.open_menu('更多')
        items = wait_until(words, lambda: any(name.startswith(words) for name in names()) and names())
        place = next(i for i, name in enumerate(items) if name.startswith(words))
        self.desktop.press(*['Down'] * place, 'Return')

    def open_menu(self, name):
        def find():
            return [node for window in self.program.windows()[:1] for node in self.program.walk(window)
                    if node.get_role_name() == 'push button' and node.get_name() == name]

        # The toolkit's hit test does not know its own menu buttons.
        x, y = max(map(middle_of, wait_until('the menu button', find)))
        left, top = self.desktop.place_of_window(self.desktop.active_window_of(self.program.process.pid))
        self.desktop.click(left + x, top + y)

    def rows(self):
        return [node for node in self.program.walk(self.program.windows()[0])
                if node.get_role_name() == 'list item' and '3321' in node.get_name()]

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(DuplicatesWalk)
