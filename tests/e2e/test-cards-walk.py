#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-cards-walk.py ZHANGGUI ZHANGGUICTL: what belongs to a customer, with real keys: what they asked for, a picture, the
colour of a tag, in the demo's shop."""
import os
import pathlib
import subprocess

import tap
from desktop import open_desktop, wait_until
from program import Program, middle_of

NOW = '2026-09-22T14:20:00+08:00'
INITIALS = 'wxw'
PRODUCT = 'Linen dress'
PASTED = '图片 2026-09-22 14.20.png'


class CardsWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.ctl('demo')
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, *arguments], check=True, capture_output=True)

    def steps(self):
        return [
            ('initials and Enter open the page', self.open),
            ('what they asked for is added from the menu, by keys alone, and undone', self.add_interest),
            ('a day that is none is told, and Escape keeps what was typed', self.refuse_day),
            ('Ctrl+V keeps the picture on the clipboard, and Enter opens it', self.paste_picture),
            ('a picture is removed and comes back', self.remove_picture),
            ('a tag gets a colour by keys alone, and loses it again', self.colour_tag),
            ('the shop is sound', self.check),
        ]

    def open(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        self.desktop.resize_window_of(self.program.process.pid, 1280, 1360)
        self.desktop.press('ctrl+2', 'ctrl+f')
        self.desktop.type_text(INITIALS)
        wait_until('one hit', lambda: self.program.find('王晓雯') or self.program.find('王小姐'))
        self.desktop.press('Down', 'Return')
        self.program.wait_for('与 TA 对话', 'push button')

    def open_menu(self, name):
        def find():
            return next((node for window in self.program.windows()[:1] for node in self.program.walk(window)
                         if node.get_role_name() == 'push button' and node.get_name() == name), None)

        # The toolkit's hit test does not know its own menu buttons.
        x, y = middle_of(wait_until('the menu button', find))
        left, top = self.desktop.place_of_window(self.desktop.active_window_of(self.program.process.pid))
        self.desktop.click(left + x, top + y)

    def begin_interest(self):
        self.open_menu('更多')
        self.program.wait_for('记下问过没买的')
        items = [node.get_name() for node in self.program.walk(self.program.windows()[0])
                 if node.get_role_name() == 'menu item']
        # The first thing in the menu has the focus.
        self.desktop.press(*['Down'] * items.index('记下问过没买的'), 'Return')
        self.program.wait_for('问的是什么', 'text')

    def add_interest(self):
        self.begin_interest()
        self.desktop.type_text(PRODUCT)
        # The reason: the first that is one.
        self.desktop.press('Tab', 'space')
        self.program.wait_for('其他原因')
        self.desktop.press('Down', 'Return')
        self.program.wait_until_gone('其他原因')
        self.desktop.press('Tab')
        self.desktop.type_text('2 weeks')
        self.program.wait_for('10月6日 星期二')
        self.desktop.press('Return')
        self.program.wait_for(PRODUCT)
        self.program.wait_for('10月6日再问')
        self.desktop.press('ctrl+z')
        self.program.wait_until_gone(PRODUCT)

    def refuse_day(self):
        self.begin_interest()
        self.desktop.type_text(PRODUCT)
        self.desktop.press('Tab', 'Tab')
        self.desktop.type_text('2-30')
        self.desktop.press('Return')
        self.program.wait_for('日子写成 10-1、2026-10-01 或 3周后。')
        self.desktop.press('Escape')
        self.program.wait_for('修改没有保存')
        self.desktop.press('ctrl+z')
        self.program.wait_for('2-30', 'text')
        self.desktop.press('ctrl+a')
        self.desktop.press('Escape')
        self.program.wait_until_gone('2-30')

    def paste_picture(self):
        picture = pathlib.Path(os.environ['XDG_DATA_HOME'], 'screen.png')
        self.desktop.take_picture(picture)
        self.owner = subprocess.Popen(['xclip', '-selection', 'clipboard', '-quiet', '-t', 'image/png', '-i', picture],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until('a picture on the clipboard', lambda: 'image/png' in subprocess.run(
            ['xclip', '-selection', 'clipboard', '-o', '-t', 'TARGETS'], capture_output=True, text=True).stdout)
        self.desktop.press('ctrl+v')
        self.program.wait_for('已添加')
        self.scroll_to(PASTED)
        self.program.click(PASTED)
        wait_until('the window of the picture', lambda: len(self.program.windows()) == 2)
        # It is there once the picture is.
        wait_until('the picture', lambda: any(node.get_name() == '整张图片' for node in self.program.walk(self.program.windows()[0])))
        self.desktop.press('plus', 'Escape')
        self.program.wait_for_windows(1)

    def scroll_to(self, words):
        def is_there():
            if self.program.find(words):
                return True
            self.desktop.press('Next')
            return False

        wait_until(f'{words} in sight', is_there)

    def remove_picture(self):
        self.program.wait_for(PASTED)
        # The row has the focus; its pencil is next, then the name, the order, and what removes it.
        self.desktop.press('Tab', 'Return')
        self.program.wait_for(PASTED, 'text')
        self.desktop.press('Tab', 'Tab', 'Return')
        self.program.wait_until_gone(PASTED)
        self.desktop.press('ctrl+z')
        self.program.wait_for(PASTED)

    def colour_tag(self):
        self.program.click('L 码、价格在意')
        self.program.wait_for('标签', 'text')
        # From none to red; the button has what it chose.
        self.desktop.press('Tab', 'Return')
        self.program.wait_for('紫色')
        self.desktop.press('Down', 'Return')
        self.program.wait_for('“L 码”：红色')
        self.program.wait_for('“L 码”的颜色：红色', 'push button')
        self.desktop.press('ctrl+z')
        self.program.wait_for('“L 码”的颜色：无颜色', 'push button')
        self.desktop.press('Escape')
        self.program.wait_for('L 码、价格在意')

    def check(self):
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        owner = getattr(self, 'owner', None)
        if owner is not None:
            owner.terminate()
            owner.wait()
        self.program.close()
        self.desktop.close()


tap.run(CardsWalk)
