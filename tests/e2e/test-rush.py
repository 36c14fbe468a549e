#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-rush.py ZHANGGUI ZHANGGUICTL: a rush at the desk, in which nobody waits for anything.

Keys, requests over the bus and another program's writes come faster than they are answered; on Wayland screens and
keyboards come and go meanwhile. Whatever becomes of all that, the program is there afterwards and copies the right text.

$ZG_ROUNDS is how often each rush is run (else 2); $ZG_SEED another order of things. Worth running with a build of
-Db_sanitize=address,undefined: ASAN_OPTIONS=detect_leaks=0 ZG_ROUNDS=50.
"""
import os
import random
import subprocess
import sys
import time

import tap
from background import NOW, BackgroundPath
from desktop import PATIENCE_SECONDS, run, wait_until

ROUNDS = int(os.environ.get('ZG_ROUNDS', '2'))
SEED = int(os.environ.get('ZG_SEED', '1'))
# Of the invented shop: who has the first place beside the chip, and her order.
CUSTOMER = '王小姐'
ORDER = '202609221046579'
SHORTCODE = 'fhq'
# One that fits everybody, and one that asks for a courier.
PLAIN = 'whl'
ASKING = 'hddz'
DIALOGS = ['ctrl+comma', 'ctrl+question', 'ctrl+i', 'F1']
WORDS = ['f', 'fh', SHORTCODE, PLAIN, ASKING, 'hd', 'a', '#1', 'zz']


class RushPath(BackgroundPath):
    def __init__(self, zhanggui, zhangguictl):
        self.chance = random.Random(SEED)
        self.writer = None
        self.n_writes = 0
        self.began = time.monotonic()
        super().__init__(zhanggui, zhangguictl, GTK_IM_MODULE='zg-test', GTK_PATH=sys.argv[3])

    def steps(self):
        rushes = [
            ('the panel is opened and closed before it is there', self.knock),
            ('one copy follows the other', self.copy_on),
            ('the search of the desktop asks for the next reply before the last is copied', self.choose_on),
            ('customers change while the panel comes, searches and copies', self.switch_customers),
            ('messages come faster than they rise', self.crowd_messages),
            ('the window is closed and opened again, with and without its dialogs', self.close_and_open),
            ('it is told to end with dialogs open, and started again', self.quit_and_start),
            ('screens are left while they search, and the shop changes meanwhile', self.switch_screens),
            ('a composition is left in the middle', self.leave_composition),
        ]
        if self.desktop.refuses_old_copies:
            rushes += [('screens of the computer come and go', self.unplug_screens),
                       ('the keyboard is taken away while it composes', self.unplug_keyboard)]
        return ([('it starts without a window', self.start)]
                + [(name, lambda step=step: self.rush(step)) for name, step in rushes]
                + [('all of it at once', self.mix), ('it ends when it is told to, and leaves a sound shop', self.end)])

    def start(self):
        self.desktop.park_pointer()
        self.bus.wait_for_program()
        self.filled = self.fill(SHORTCODE, '--order', ORDER)
        self.results = self.bus.search('hd')
        assert len(self.results) > 3
        self.settle()

    def rush(self, step):
        for _ in range(ROUNDS):
            step()
            self.settle()
        tap.explain(f'{ROUNDS} rounds, {time.monotonic() - self.began:.0f} s, {self.n_writes} writes of another program')

    def settle(self):
        """Whatever was going on: the panel comes, and copies the right text for the right customer."""
        self.finish_writing()
        self.leave_panel()
        self.put_elsewhere()
        self.open_panel()
        self.wait_for_panel()
        self.desktop.press('alt+1')
        self.program.wait_for(f'给 {CUSTOMER}')
        # The first Enter is the input method's.
        self.desktop.type_text(SHORTCODE)
        self.desktop.press('Return')
        self.program.wait_for(SHORTCODE, 'entry')
        self.desktop.press('Return')
        self.wait_for_text(self.filled)
        self.wait_until_left()

    def leave_panel(self):
        """Out of a composition, a question, a search for people and whatever else stands open in it."""
        self.open_panel()
        self.wait_for_panel()
        self.desktop.press('Escape', 'Escape', 'Escape')
        self.wait_until_left()

    def open_panel(self):
        self.bus.activate_action('quick-reply')

    # What makes the rush ********************************************************************************************

    def knock(self):
        for _ in range(10):
            self.open_panel()
            self.desktop.press(*['Escape'] * self.chance.randint(1, 2))

    def copy_on(self):
        for _ in range(6):
            self.open_panel()
            self.type_word()
            self.desktop.press('Return', 'Return')

    def choose_on(self):
        for _ in range(8):
            self.bus.search(self.chance.choice(WORDS))
            self.bus.describe(self.results)
            self.bus.choose(self.chance.choice(self.results), 'hd')
            if self.chance.random() < 0.3:
                self.bus.search_in_window(self.chance.choice(WORDS))
            if self.chance.random() < 0.3:
                self.desktop.press('Escape')

    def switch_customers(self):
        self.open_panel()
        for _ in range(8):
            self.desktop.press(f'alt+{self.chance.randint(1, 8)}', 'Return', 'ctrl+k')
            self.type_word()
            self.desktop.press(self.chance.choice(['Escape', 'Down', 'Tab']), 'Escape')
            self.bus.choose(self.chance.choice(self.results), 'hd')

    def crowd_messages(self):
        self.open_window()
        self.type_word()
        # Favourites, copies, undone and copied again, all within the time that a message takes to rise. On Wayland each copy
        # is under way while the next begins.
        self.desktop.press('Return', *['ctrl+d', 'Return', 'ctrl+z', 'Return', 'Return'] * 5, 'Escape')

    def close_and_open(self):
        for key in DIALOGS:
            self.open_window()
            self.desktop.press(key)
            self.type_word()
            self.open_panel()
            self.desktop.ask_to_close(self.program.process.pid)
            self.open_window()
            self.desktop.ask_to_close(self.program.process.pid)
        # Whichever of them heard that, none stays that does not close.
        wait_until('the windows in front to close', self.close_another)

    def quit_and_start(self):
        """With dialogs open over the window, and the panel beside it."""
        self.put_elsewhere()
        self.leave_panel()
        self.open_window()
        self.program.wait_for('客户', 'list item')
        self.desktop.press(*self.chance.sample(DIALOGS, 2))
        if self.chance.random() < 0.5:
            self.open_panel()
        self.bus.activate_action('quit')
        assert self.program.process.wait(PATIENCE_SECONDS) == 0
        self.program = self.start_program()
        self.bus.wait_for_program()

    def switch_screens(self):
        self.open_window()
        self.begin_writing()
        for _ in range(4):
            for number in (1, 2, 3):
                self.desktop.press(f'ctrl+{number}', 'ctrl+f')
                self.type_word()
                self.desktop.press(self.chance.choice(['Down', 'Return', 'Escape', 'Page_Down']))

    def leave_composition(self):
        self.open_panel()
        for _ in range(4):
            self.desktop.type_text('hdx')
            self.desktop.press(self.chance.choice(['Tab', 'Escape', 'alt+2', 'ctrl+k', '1', 'ctrl+a']))
            self.open_panel()

    def unplug_screens(self):
        self.open_window()
        self.open_panel()
        run('swaymsg', 'create_output')
        outputs = [name for name in run('swaymsg', '-t', 'get_outputs', '-p').split() if name.startswith('HEADLESS-')]
        for name in (outputs[0], outputs[-1]):
            run('swaymsg', 'output', name, 'disable')
            self.bus.choose(self.chance.choice(self.results), 'hd')
            run('swaymsg', 'output', name, 'enable')
            self.open_panel()
        # The last one goes for good, and for a moment there is none.
        run('swaymsg', 'output', outputs[0], 'disable')
        run('swaymsg', 'output', outputs[-1], 'disable')
        self.bus.choose(self.chance.choice(self.results), 'hd')
        run('swaymsg', 'output', outputs[0], 'enable')

    def unplug_keyboard(self):
        self.open_panel()
        self.desktop.type_text('hd')
        self.desktop.unplug_keyboard()
        # Each of these is a keyboard that comes and goes.
        self.desktop.type_text('x')
        self.bus.choose(self.chance.choice(self.results), 'hd')
        self.desktop.press('Return')
        self.desktop.plug_keyboard()

    def mix(self):
        rushes = [self.knock, self.copy_on, self.choose_on, self.switch_customers, self.crowd_messages, self.close_and_open,
                  self.quit_and_start, self.switch_screens, self.leave_composition]
        if self.desktop.refuses_old_copies:
            rushes += [self.unplug_screens, self.unplug_keyboard]
        for _ in range(ROUNDS):
            steps = self.chance.sample(rushes, 4)
            tap.explain(', '.join(step.__name__ for step in steps))
            for step in steps:
                step()
            self.settle()
        tap.explain(f'{time.monotonic() - self.began:.0f} s')

    def end(self):
        self.put_elsewhere()
        assert self.program.close() == 0
        self.ctl('check')

    # Its parts ******************************************************************************************************

    def type_word(self):
        self.desktop.type_text(self.chance.choice(WORDS))

    def open_window(self):
        self.bus.activate()

    def close_another(self):
        """Closes the window in front, and returns whether there was none."""
        self.desktop.ask_to_close(self.program.process.pid)
        return not self.desktop.active_window_of(self.program.process.pid)

    def put_elsewhere(self):
        """What the program was told to copy before may come after it, and then somebody copies again."""
        text = 'copied in another program'

        def put():
            self.desktop.put_on_clipboard(text)
            return self.desktop.clipboard() == text

        wait_until('the clipboard', put)

    def begin_writing(self):
        self.finish_writing()
        command = ' ; '.join(f"'{self.zhangguictl}' --db '{self.path}' --now {NOW} order set {ORDER} tracking=SF{number}"
                             for number in range(10))
        self.writer = subprocess.Popen(['sh', '-c', command], stdout=subprocess.DEVNULL)
        self.n_writes += 10

    def finish_writing(self):
        if self.writer is not None:
            assert self.writer.wait(PATIENCE_SECONDS) == 0
            self.writer = None

    def close(self):
        if self.writer is not None:
            self.writer.wait()
        super().close()


tap.run(RushPath)
