#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keyboard.py ZHANGGUI ZHANGGUICTL: from an empty shop and an order export to a copied reply, by keys alone.

Nothing but key events goes in. What is on the screen is only looked at to know when the next key may come, and what the
clipboard holds is asked of the display server.
"""
import shop
import tap
from desktop import PATIENCE_SECONDS, wait_until
from path import Path


class KeyboardPath(Path):
    def steps(self):
        return [
            ('a new shop opens with the names that were typed', self.open_shop),
            ('an order export comes in through the dialog', self.import_export),
            ('initials find the customer', self.find_customer),
            ('the shortcode and Enter copy the filled reply, and nothing else', self.copy_reply),
            ('a reply that asks for something is not copied before it has an answer', self.answer_first),
            ('Escape empties the search and leaves the clipboard alone', self.escape),
            ('Ctrl+Q closes it and leaves a sound shop; what was copied can still be pasted', self.close_window),
            ('it ends when something else is copied', self.end),
        ]

    def open_shop(self):
        self.desktop.park_pointer()
        self.program.wait_for('开张', 'push button')
        self.desktop.type_text('Xiaoman Tea')
        self.desktop.press('Tab')
        self.desktop.type_text('amy')
        self.desktop.press('Return')
        self.program.wait_for('找话术', 'entry')
        assert self.shop.ctl('stats')['replies'] > 0

    def import_export(self):
        self.desktop.press('ctrl+i')
        # The toolkit's own dialog: Ctrl+L asks for a place in words.
        self.program.wait_for_windows(2)
        self.desktop.press('ctrl+l')
        self.desktop.type_text(str(self.shop.export))
        self.desktop.press('Return')
        self.program.wait_for(f'导入 {shop.N_ORDERS} 单', 'push button')
        assert self.shop.n_orders() == 0, self.shop.n_orders()
        self.desktop.press('Return')
        self.program.wait_for('导入好了。')
        assert self.shop.n_orders() == shop.N_ORDERS, self.shop.n_orders()
        self.desktop.press('Return')
        self.program.wait_for_windows(1)

    def find_customer(self):
        # The import has led to its orders.
        self.desktop.press('ctrl+1')
        self.program.wait_for('找话术', 'entry')
        self.desktop.press('ctrl+k')
        self.program.wait_for('和谁对话', 'entry')
        self.desktop.type_text(shop.INITIALS)
        self.program.wait_for(shop.CUSTOMER, 'list item')
        self.desktop.press('Return')
        self.program.wait_for(f'正在和 {shop.CUSTOMER} 对话', 'push button')

    def copy_reply(self):
        before = self.copy_elsewhere()
        self.desktop.type_text(shop.SHORTCODE)
        self.program.wait_for(shop.TITLE)
        assert self.desktop.clipboard() == before
        self.desktop.press('Return')
        copied = self.wait_for_other_text(before)
        assert copied == shop.FILLED, copied
        assert copied == self.shop.fill(shop.SHORTCODE)

    def answer_first(self):
        # The next word takes the place of the last one, and is found by the time that Enter comes.
        self.desktop.type_text(shop.ASKING_SHORTCODE)
        self.desktop.press('Return')
        self.program.wait_for('还缺 1 项，选好就能复制')
        assert self.desktop.clipboard() == shop.FILLED
        # The first of the couriers has the focus.
        self.desktop.press('Return')
        self.answered = self.wait_for_other_text(shop.FILLED)
        assert self.answered == self.shop.fill(shop.ASKING_SHORTCODE, '--set', '快递=中通'), self.answered

    def escape(self):
        hits = len(self.shop.ctl('search', 'replies', shop.SHORTCODE))
        caption = f'{hits} 条 · “{shop.SHORTCODE}”'
        self.desktop.type_text(shop.SHORTCODE)
        self.program.wait_for(caption)
        self.desktop.press('Escape')
        self.program.wait_until_gone(caption)
        assert self.desktop.clipboard() == self.answered

    def close_window(self):
        self.desktop.press('ctrl+q')
        wait_until('the window to go', lambda: self.program.windows() == [])
        # There is no clipboard manager here that would have taken it over.
        assert self.desktop.clipboard() == self.answered
        self.shop.ctl('check')

    def end(self):
        self.copy_elsewhere()
        assert self.program.process.wait(PATIENCE_SECONDS) == 0


tap.run(KeyboardPath)
