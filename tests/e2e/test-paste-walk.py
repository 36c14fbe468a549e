#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-paste-walk.py ZHANGGUI ZHANGGUICTL: what customers send becomes customers, pasted or from a file, with real keys.

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
SENT = '王芳 13912345678\n鼓楼区中山北路88号3栋502'
OTHER = '张三，13800138000，浙江省杭州市西湖区文三路 100 号'
KNOWN = '王晓雯'
INITIALS = 'wxw'
CARDS = '''BEGIN:VCARD
VERSION:3.0
FN:李新月
TEL:13900008888
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:王爸爸
TEL:13800002468
END:VCARD
'''


class PasteWalk:
    def __init__(self, zhanggui, zhangguictl):
        self.desktop = open_desktop()
        self.zhangguictl = zhangguictl
        self.path = pathlib.Path(os.environ['XDG_DATA_HOME'], 'zhanggui', 'shop.db')
        self.path.parent.mkdir(parents=True)
        self.cards = self.path.with_name('cards.vcf')
        self.cards.write_text(CARDS, encoding='utf-8')
        self.ctl('demo')
        self.program = Program(self.desktop, zhanggui, '--now', NOW)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def find(self, words):
        return self.ctl('search', 'customers', words)

    def show(self, words):
        return self.ctl('customer', 'show', self.find(words)[0]['id'])

    def copy_elsewhere(self, text):
        self.desktop.put_on_clipboard(text)
        wait_until('the clipboard', lambda: self.desktop.clipboard() == text)

    def steps(self):
        return [
            ('what was pasted into the name is offered to be taken apart, and the city is asked', self.paste_new),
            ('a digit answers, Enter adds them, Ctrl+Z takes them back', self.answer),
            ('Ctrl+V on a page lays it beside what is known, and takes nothing from that', self.paste_known),
            ('a file of contacts opened as orders leads to the contacts', self.open_cards),
            ('who may be there already is asked, and the import is taken back', self.import_cards),
            ('the shop is sound', self.check),
        ]

    def paste_new(self):
        self.desktop.park_pointer()
        self.program.wait_for('找话术', 'entry')
        self.program.wait_for_windows(1)
        self.copy_elsewhere(SENT)
        self.desktop.press('ctrl+2', 'ctrl+n')
        self.program.wait_for_windows(2)
        self.program.wait_for('新客户')
        self.desktop.press('ctrl+v')
        self.program.wait_for('里面不只是姓名。')
        self.desktop.press('Return')
        self.program.wait_for('鼓楼区是哪个市的？')
        self.program.wait_for('中山北路88号3栋502', 'text')
        assert self.program.find('南京市', 'text') is None

    def answer(self):
        self.desktop.press('1')
        self.program.wait_for('南京市', 'text')
        self.program.wait_for('江苏省', 'text')
        self.desktop.press('Return')
        self.program.wait_for_windows(1)
        wait_until('them to be added', lambda: self.find('王芳'))
        customer = self.show('王芳')
        assert [phone['number'] for phone in customer['phones']] == ['13912345678'], customer
        address = customer['addresses'][0]
        assert (address['province'], address['city'], address['district']) == ('江苏省', '南京市', '鼓楼区'), address
        self.desktop.press('ctrl+z')
        wait_until('them to be gone', lambda: not self.find('王芳'))

    def paste_known(self):
        before = self.show(INITIALS)
        self.desktop.press('ctrl+2', 'ctrl+f')
        self.desktop.type_text(INITIALS)
        wait_until('one hit', lambda: self.program.find(KNOWN) or self.program.find('王小姐'))
        self.desktop.press('Down', 'Return')
        self.program.wait_for('与 TA 对话', 'push button')
        self.copy_elsewhere(OTHER)
        self.desktop.press('ctrl+v')
        self.program.wait_for_windows(2)
        self.program.wait_for(f'{KNOWN} → 张三')
        self.program.wait_for('138 0000 2468 → 138 0013 8000')
        self.desktop.press('Return')
        self.program.wait_for_windows(1)
        wait_until('one more address', lambda: len(self.show(INITIALS)['addresses']) == len(before['addresses']) + 1)
        after = self.show(INITIALS)
        assert after['name'] == KNOWN
        assert after['phones'][0] == before['phones'][0]
        self.desktop.press('ctrl+z')
        wait_until('none more', lambda: self.show(INITIALS)['addresses'] == before['addresses'])

    def open_cards(self):
        self.desktop.press('ctrl+i')
        # The toolkit's own dialog: Ctrl+L asks for a place in words.
        self.program.wait_for_windows(2)
        self.desktop.press('ctrl+l')
        self.desktop.type_text(str(self.cards))
        self.desktop.press('Return')
        self.program.wait_for('这是通讯录文件，不是订单。')
        self.program.wait_for('导入通讯录…', 'push button')
        self.desktop.press('Return')
        self.program.wait_for('导入 1 个人', 'push button')

    def import_cards(self):
        self.program.wait_for('1 个人可能已经是客户')
        self.program.click('另一个人', 'push button')
        self.program.wait_for('导入 2 个人', 'push button')
        assert not self.find('李新月')
        self.program.click('导入 2 个人', 'push button')
        self.program.wait_for_windows(1)
        self.program.wait_for('已导入 2 个人')
        assert self.find('李新月') and self.find('王爸爸')
        self.desktop.press('ctrl+z')
        wait_until('them to be gone', lambda: not self.find('李新月') and not self.find('王爸爸'))

    def check(self):
        self.ctl('check')

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()


tap.run(PasteWalk)
