#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-quick.py ZHANGGUI ZHANGGUICTL SHELL: the quick panel, from wherever a reply is asked for to the pasted text.

The program runs in the background, as a service does; requests come over the bus, all else is keys.
"""
import json
import subprocess
import sys

import program
import shop
import tap
from background import NOW, BackgroundPath
from desktop import PATIENCE_SECONDS, wait_until

# Of the invented shop: who has the first place beside the chip, and her order.
CUSTOMER = '王小姐'
ORDER = '202609221046579'
SHORTCODE = 'fhq'
TITLE = '发货前最后核对'
# One that fits everybody.
PLAIN = 'whl'
# One that asks for a courier first.
ASKING = 'hddz'


class QuickPath(BackgroundPath):
    shell = None

    def steps(self):
        return [
            ('it starts without a window', self.start),
            ('the action opens the panel; what fits everybody is copied without a customer', self.copy_for_nobody),
            ('the shortcode and Enter copy exactly the filled text, and the panel goes', self.copy_for_customer),
            ('the second start opens the panel of the first, for the same customer', self.start_again),
            ('a reply that lacks something asks in place, and nothing is copied', self.ask),
            ('Escape leaves the question, and then the panel; the clipboard is as it was', self.escape),
            ('the answer is all that the copy waits for', self.answer),
            ('words are asked for in place, and Enter behind them copies', self.answer_in_words),
            ('a digit copies its row, and is text behind #', self.digits),
            ('the desktop finds replies by what they are called, without anybody’s data', self.search),
            ('what is chosen there is copied by the panel, which then tells for whom', self.choose),
            ('a copy that the desktop refuses is not called one, and Enter makes up for it', self.be_refused),
            ('a search that has the keyboard hands it to the panel, and the copy arrives', self.choose_in_shell),
            ('the panel comes back from behind another window', self.come_back),
            ('the search goes on in the panel', self.search_in_panel),
            ('a start without words shows the window of the same program', self.activate),
            ('it waits with what was copied, and ends when that is not needed any more', self.quit),
            ('the bus starts it again for the panel', self.start_as_service),
        ]

    def start(self):
        self.desktop.park_pointer()
        assert self.bus.wait_for_program() == self.program.process.pid
        assert self.program.windows() == []

    def copy_for_nobody(self):
        before = self.put_elsewhere()
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.program.wait_for('未选客户')
        self.desktop.type_text(PLAIN)
        assert self.desktop.clipboard() == before
        self.desktop.press('Return')
        self.wait_for_text(self.fill(PLAIN))
        self.wait_until_hidden()

    def copy_for_customer(self):
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.press('alt+1')
        self.program.wait_for(f'给 {CUSTOMER}')
        self.desktop.type_text(SHORTCODE)
        self.program.wait_for(TITLE)
        self.desktop.press('Return')
        self.filled = self.fill(SHORTCODE, '--order', ORDER)
        self.wait_for_text(self.filled)
        self.wait_until_hidden()
        # The text stays although its window is gone.
        assert self.desktop.clipboard() == self.filled

    def start_again(self):
        second = subprocess.run([self.zhanggui, '--quick-reply'], timeout=PATIENCE_SECONDS)
        assert second.returncode == 0
        self.wait_for_panel()
        self.program.wait_for(f'给 {CUSTOMER}')
        assert self.bus.process_of() == self.program.process.pid

    def ask(self):
        self.desktop.type_text(ASKING)
        self.desktop.press('Return')
        self.program.wait_for('还缺 1 项，选好就能复制')
        assert self.desktop.clipboard() == self.filled

    def escape(self):
        self.desktop.press('Escape')
        self.program.wait_until_gone('还缺 1 项，选好就能复制')
        self.program.wait_for('找话术', 'entry')
        self.desktop.press('Escape')
        self.wait_until_hidden()
        assert self.desktop.clipboard() == self.filled

    def answer(self):
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.type_text(ASKING)
        self.desktop.press('Return')
        self.program.wait_for('还缺 1 项，选好就能复制')
        # The first of the couriers has the focus; the second is meant.
        self.desktop.press('2')
        self.wait_for_text(self.fill(ASKING, '--order', ORDER, '--set', '快递=圆通'))
        self.wait_until_hidden()

    def answer_in_words(self):
        before = self.desktop.clipboard()
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.type_text(shop.TYPED_SHORTCODE)
        self.desktop.press('Return')
        self.program.wait_for(shop.TYPED_FIELD, 'text')
        self.desktop.type_text('the size')
        assert self.desktop.clipboard() == before
        self.desktop.press('Return')
        self.wait_for_text(self.fill(shop.TYPED_SHORTCODE, '--order', ORDER, '--set', f'{shop.TYPED_FIELD}=the size'))
        self.wait_until_hidden()

    def digits(self):
        before = self.put_elsewhere()
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.type_text('#1')
        self.program.wait_for('#1', 'entry')
        assert self.desktop.clipboard() == before
        self.desktop.press('BackSpace', 'BackSpace')
        self.desktop.type_text(SHORTCODE + '1')
        self.wait_for_text(self.filled)
        self.wait_until_hidden()

    def search(self):
        results = self.bus.search(SHORTCODE)
        metas = {meta['id']: meta for meta in self.bus.describe(results)}
        self.result = next(result for result in results if metas[result]['name'] == TITLE)
        assert self.result == results[0], metas
        assert metas[self.result]['description'].startswith('亲，您的[商品]（订单 [订单号]）正准备打包'), metas
        assert '王' not in json.dumps(metas, ensure_ascii=False), metas
        assert self.result in self.bus.search('发货')
        assert self.result in self.bus.search('fahuo')
        assert self.bus.search_within(results, 'no such reply') == []
        # Not by a word in the text.
        assert self.result not in self.bus.search('装箱')
        assert self.bus.search('') == []
        assert self.program.windows() == []

    def choose(self):
        self.put_elsewhere()
        self.bus.choose(self.result, SHORTCODE)
        self.wait_for_text(self.filled)
        self.program.wait_for(f'已复制给 {CUSTOMER}')

    def be_refused(self):
        # The panel still has the keyboard: there is no key or click since the other program copied.
        before = self.put_elsewhere()
        self.bus.choose(self.result, SHORTCODE)
        if self.desktop.refuses_old_copies:
            self.program.wait_for('还没复制：这个桌面要按一下键才让复制。请按 Enter。')
            assert self.desktop.clipboard() == before
            self.desktop.press('Return')
        self.wait_for_text(self.filled)
        self.desktop.press('Escape')
        self.wait_until_hidden()

    def choose_in_shell(self):
        self.shell = subprocess.Popen([sys.argv[3]])
        self.wait_for_shell()
        # Copied with a key, as a person does it.
        self.desktop.type_text(SHORTCODE)
        self.desktop.press('ctrl+a', 'ctrl+c')
        self.wait_for_text(SHORTCODE)
        self.desktop.press('Return')
        self.wait_for_text(self.filled)
        # What tells of a customer stays on show until one goes elsewhere.
        self.program.wait_for(f'已复制给 {CUSTOMER}')
        self.desktop.focus_window_of(self.shell.pid)
        self.wait_until_hidden()

    def come_back(self):
        self.wait_for_shell()
        self.desktop.press('ctrl+c')
        self.wait_for_text(SHORTCODE)
        self.desktop.press('ctrl+Return')
        self.wait_for_panel()
        self.desktop.type_text(SHORTCODE)
        self.program.wait_for(SHORTCODE, 'entry')
        self.desktop.focus_window_of(self.shell.pid)
        self.wait_for_shell()
        self.desktop.press('ctrl+Return')
        self.wait_for_panel()
        self.program.wait_for(SHORTCODE, 'entry')
        self.desktop.press('Return')
        self.wait_for_text(self.filled)
        self.wait_until_hidden()
        self.shell.terminate()
        self.shell.wait()

    def wait_for_shell(self):
        wait_until('the search to have the keyboard', lambda: self.desktop.active_window_of(self.shell.pid))

    def search_in_panel(self):
        self.bus.search_in_window('发货前', '核对')
        self.program.wait_for('发货前 核对', 'entry')
        self.desktop.press('Escape')
        self.wait_until_hidden()

    def activate(self):
        second = subprocess.run([self.zhanggui], timeout=PATIENCE_SECONDS)
        assert second.returncode == 0
        self.program.wait_for('客户', 'list item')
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.press('Escape')
        self.program.wait_for_windows(1)

    def quit(self):
        copied = self.desktop.clipboard()
        self.bus.activate_action('quit')
        wait_until('the windows to go', lambda: self.program.windows() == [])
        assert self.desktop.clipboard() == copied
        self.put_elsewhere()
        assert self.program.process.wait(PATIENCE_SECONDS) == 0
        self.ctl('check')

    def start_as_service(self):
        self.bus.install_service(self.zhanggui, '--gapplication-service', '--now', NOW)
        assert self.bus.process_of() is None
        self.bus.activate_action('quick-reply')
        self.program = program.Service(self.desktop, self.bus.wait_for_program())
        self.wait_for_panel()
        self.desktop.type_text(PLAIN)
        self.desktop.press('Return')
        self.wait_for_text(self.fill(PLAIN))
        self.wait_until_hidden()

    def close(self):
        if self.shell is not None:
            self.shell.kill()
        super().close()


tap.run(QuickPath)
