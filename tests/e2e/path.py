# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's path through the program: a desktop, an empty shop, and the window that opens on it."""
import shop
import tap
from desktop import open_desktop, wait_until
from program import Program


class Path:
    def __init__(self, zhanggui, zhangguictl, **environment):
        self.desktop = open_desktop()
        self.shop = shop.Shop(zhangguictl)
        self.program = Program(self.desktop, zhanggui, '--db', self.shop.path, '--now', shop.NOW, **environment)

    def copy_elsewhere(self):
        """Another program's text comes onto the clipboard, and is returned."""
        text = 'copied in another program'
        self.desktop.put_on_clipboard(text)
        wait_until('the clipboard', lambda: self.desktop.clipboard() == text)
        return text

    def wait_for_other_text(self, text):
        """What the clipboard holds once that is not @text any more."""
        def look():
            now = self.desktop.clipboard()
            return now if now != text else ''

        return wait_until('another text on the clipboard', look)

    def explain(self, picture):
        self.desktop.take_picture(picture)
        tap.explain(self.program.describe())

    def close(self):
        self.program.close()
        self.desktop.close()
        self.shop.close()
