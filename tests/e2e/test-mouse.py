#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-mouse.py ZHANGGUI ZHANGGUICTL: from an empty shop and an order export to a copied reply with the pointer.

Keys are pressed for the customer's initials only.
"""
import os
import pathlib
import shutil

import shop
import tap
from desktop import wait_until
from path import Path

# The toolkit's list of files is not on the accessibility bus: its first row is so far below the head of its column.
FIRST_FILE_BELOW_HEAD = 27


class MousePath(Path):
    def steps(self):
        return [
            ('a new shop opens with its answers left alone', self.open_shop),
            ('an order export comes in through the dialog', self.import_export),
            ('the customer is picked among those with the initials', self.pick_customer),
            ('one click copies the filled reply', self.copy_reply),
            ('a reply that asks for something is not copied before it has an answer', self.answer_first),
            ('all that can be pressed has a name that can be read aloud', self.read_names),
        ]

    def open_shop(self):
        self.program.click('开张', 'push button')
        self.program.wait_for('找话术', 'entry')

    def import_export(self):
        shutil.copy(self.shop.export, pathlib.Path(os.environ['HOME']))
        self.program.click('客户', 'list item')
        self.program.click('导入订单…', 'push button')
        self.program.wait_for_windows(2)
        self.program.click('主目录')
        wait_until('the export to be chosen', self.choose_file)
        self.program.click(f'导入 {shop.N_ORDERS} 单', 'push button')
        self.program.wait_for('导入好了。')
        assert self.shop.n_orders() == shop.N_ORDERS, self.shop.n_orders()
        self.program.click('看订单', 'push button')
        self.program.wait_for_windows(1)

    def choose_file(self):
        # The folder is read while it is shown already, and the button does nothing before a file is chosen.
        if self.program.find('主目录'):
            self.program.click('名称', below=FIRST_FILE_BELOW_HEAD)
            self.program.click('打开', 'label')
        return self.program.find(f'导入 {shop.N_ORDERS} 单', 'push button')

    def pick_customer(self):
        self.program.click('话术', 'list item')
        self.program.click('找客户、订单或话术', 'push button')
        self.program.wait_for('和谁对话', 'entry')
        self.desktop.type_text(shop.INITIALS)
        self.program.click(shop.CUSTOMER, 'list item')
        self.program.wait_for(f'正在和 {shop.CUSTOMER} 对话', 'push button')

    def copy_reply(self):
        before = self.copy_elsewhere()
        self.program.click('核对订单')
        self.program.click(shop.TITLE)
        assert self.desktop.clipboard() == before
        self.program.click(f'复制给 {shop.CUSTOMER}', 'push button')
        copied = self.wait_for_other_text(before)
        assert copied == shop.FILLED, copied
        assert copied == self.shop.fill(shop.SHORTCODE)

    def answer_first(self):
        self.program.click('核对地址')
        self.program.click(f'先确定快递，再复制给 {shop.CUSTOMER}')
        assert self.desktop.clipboard() == shop.FILLED
        # The copy was asked for already: the answer is all that it waits for.
        self.program.click('顺丰', 'push button')
        copied = self.wait_for_other_text(shop.FILLED)
        assert copied == self.shop.fill('hddz', '--set', '快递=顺丰'), copied

    def read_names(self):
        for screen, field in (('话术', '找话术'), ('客户', '找客户'), ('订单', '找订单')):
            self.program.click(screen, 'list item')
            self.program.wait_for(field, 'entry')
            nameless = self.program.nameless()
            assert nameless == [], nameless


tap.run(MousePath)
