#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-composing.py ZHANGGUI ZHANGGUICTL: Enter, Escape and digits of an input method do nothing else.

The input method is immodules/test-input-method.c, which lets Enter and Escape go on to the program after they ended the
composition, as some real ones do. Tried: without zg_composition_guard() the Enter of the first search copies a reply.
"""
import os
import sys

import shop
import tap
from desktop import wait_until
from path import Path
from program import text_of

# What the input method's first key makes of any letters.
FIRST_CANDIDATE = '核对'


class ComposingPath(Path):
    def __init__(self, zhanggui, zhangguictl):
        # The program's alone: its types would be loaded by this one too.
        super().__init__(zhanggui, zhangguictl, GTK_IM_MODULE='zg-test', GTK_PATH=sys.argv[3])

    def steps(self):
        return [
            ('a new shop opens and learns of its orders', self.open_shop),
            ('Enter ends the composition in the reply search and copies nothing', self.enter_in_replies),
            ('a digit takes the candidate and copies nothing', self.digit_in_replies),
            ('Escape ends the composition and leaves the search alone', self.escape_in_replies),
            ('the first letter of a composition takes the place of chosen text, and is kept', self.compose_over_text),
            ('Enter ends the composition in the talk search and chooses nobody', self.enter_in_talk),
            ('Enter ends the composition in what a reply asks and copies nothing', self.enter_in_ask),
            ('Enter ends the composition in the customer search and opens nobody', self.enter_in_customers),
            ('Enter ends the composition in the order search and opens nothing', self.enter_in_orders),
            ('Enter that composes nothing copies', self.enter_copies),
        ]

    def open_shop(self):
        self.desktop.park_pointer()
        self.program.wait_for('开张', 'push button')
        self.desktop.press('Tab', 'Return')
        self.program.wait_for('找话术', 'entry')
        self.shop.ctl('import', str(self.shop.export))
        self.before = self.copy_elsewhere()

    def entry(self, name, role='entry'):
        return self.program.wait_for(name, role)

    def wait_for_text(self, field, text, role='entry'):
        wait_until(f'“{text}” in “{field}”', lambda: text_of(self.entry(field, role)) == text)

    def assert_untouched(self):
        """Whatever the last key did is done once a later key has shown; then another program still owns the clipboard."""
        assert self.desktop.clipboard() == self.before, self.desktop.clipboard()

    def enter_in_replies(self):
        self.desktop.type_text(shop.SHORTCODE)
        self.desktop.press('Return')
        self.wait_for_text('找话术', shop.SHORTCODE)
        self.program.wait_for(shop.TITLE)
        # After a copy the next key would take the place of the words.
        self.desktop.press('exclam')
        self.wait_for_text('找话术', shop.SHORTCODE + '!')
        self.assert_untouched()

    def digit_in_replies(self):
        self.desktop.press('ctrl+a')
        self.desktop.type_text('hd')
        self.desktop.press('1')
        self.wait_for_text('找话术', FIRST_CANDIDATE)
        self.assert_untouched()

    def escape_in_replies(self):
        self.desktop.type_text('x')
        self.desktop.press('Escape')
        self.desktop.press('exclam')
        self.wait_for_text('找话术', FIRST_CANDIDATE + '!')
        self.desktop.press('Escape')
        self.wait_for_text('找话术', '')
        self.assert_untouched()

    def compose_over_text(self):
        for word in ('abc', shop.SHORTCODE):
            self.desktop.press('ctrl+a')
            self.desktop.type_text(word)
            self.desktop.press('Return')
            self.wait_for_text('找话术', word)
        self.desktop.press('Escape')
        self.wait_for_text('找话术', '')
        self.assert_untouched()

    def enter_in_talk(self):
        self.desktop.press('ctrl+k')
        self.entry('和谁对话')
        self.desktop.type_text(shop.INITIALS)
        self.desktop.press('Return')
        self.wait_for_text('和谁对话', shop.INITIALS)
        self.program.wait_for(shop.CUSTOMER, 'list item')
        self.desktop.press('Return')
        self.program.wait_for(f'正在和 {shop.CUSTOMER} 对话', 'push button')

    def enter_in_ask(self):
        self.desktop.type_text(shop.TYPED_SHORTCODE)
        self.desktop.press('Return')
        self.wait_for_text('找话术', shop.TYPED_SHORTCODE)
        self.desktop.press('Return')
        self.entry(shop.TYPED_FIELD, 'text')
        self.desktop.type_text('abc')
        self.desktop.press('Return')
        self.wait_for_text(shop.TYPED_FIELD, 'abc', 'text')
        self.assert_untouched()
        self.desktop.press('Escape')
        self.assert_untouched()

    def enter_in_customers(self):
        self.desktop.press('ctrl+2')
        self.entry('找客户')
        self.desktop.press('ctrl+f')
        self.desktop.type_text(shop.INITIALS)
        self.desktop.press('Return')
        self.wait_for_text('找客户', shop.INITIALS)

    def enter_in_orders(self):
        self.desktop.press('ctrl+3')
        self.entry('找订单')
        self.desktop.press('ctrl+f')
        self.desktop.type_text(shop.INITIALS)
        self.desktop.press('Return')
        self.wait_for_text('找订单', shop.INITIALS)

    def enter_copies(self):
        self.desktop.press('ctrl+1')
        self.entry('找话术')
        self.assert_untouched()
        self.desktop.press('Escape')
        self.wait_for_text('找话术', '')
        self.desktop.type_text(shop.SHORTCODE)
        self.desktop.press('Return')
        self.wait_for_text('找话术', shop.SHORTCODE)
        self.desktop.press('Return')
        assert self.wait_for_other_text(self.before) == shop.FILLED


tap.run(ComposingPath)
