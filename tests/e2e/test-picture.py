#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-picture.py ZHANGGUI ZHANGGUICTL: a reply's picture, copied with a key and read back by another program."""
import sqlite3
import subprocess

import tap
from background import BackgroundPath
from desktop import wait_until

# Replies that fit everybody, and what is added to them.
PICTURES = {'whl': 'image/png', 'jdl': 'image/jpeg'}
WIDTH, HEIGHT = 61, 43


def draw(media_type):
    return subprocess.run(['convert', '-size', f'{WIDTH}x{HEIGHT}', 'gradient:red-blue', '-quality', '95',
                           media_type.removeprefix('image/') + ':-'], check=True, capture_output=True).stdout


def pixels(data, media_type):
    return subprocess.run(['convert', media_type.removeprefix('image/') + ':-', '-depth', '8', 'rgb:-'], input=data, check=True,
                          capture_output=True).stdout


class PicturePath(BackgroundPath):
    def prepare(self):
        self.bytes = {shortcode: draw(media_type) for shortcode, media_type in PICTURES.items()}
        shop = sqlite3.connect(self.path)
        for number, (shortcode, media_type) in enumerate(PICTURES.items(), 1):
            shop.execute('INSERT INTO picture (id, uid, media_type, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?)',
                         (number, f'picture-{number}', media_type, WIDTH, HEIGHT, self.bytes[shortcode]))
            assert shop.execute('UPDATE reply SET picture_id = ? WHERE shortcode = ?', (number, shortcode)).rowcount == 1
        shop.commit()
        shop.close()

    def steps(self):
        return [
            ('a PNG comes after its text, byte for byte', self.copy_png),
            ('a JPEG comes after its text, byte for byte, and as PNG', self.copy_jpeg),
        ]

    def copy(self, shortcode):
        """The text, and then the picture; the panel stays until both are copied."""
        media_type = PICTURES[shortcode]
        self.bus.wait_for_program()
        self.bus.activate_action('quick-reply')
        self.wait_for_panel()
        self.desktop.type_text(shortcode)
        self.desktop.press('Return')
        self.wait_for_text(self.fill(shortcode))
        self.program.wait_for('已复制 1/2')
        assert self.desktop.clipboard_as(media_type) != self.bytes[shortcode]
        self.desktop.press('Return')
        wait_until(f'the {media_type} on the clipboard',
                   lambda: self.desktop.clipboard_as(media_type) == self.bytes[shortcode])
        self.wait_until_hidden()
        assert self.desktop.clipboard_as(media_type) == self.bytes[shortcode]

    def copy_png(self):
        self.copy('whl')

    def copy_jpeg(self):
        self.copy('jdl')
        # What not every chat program takes is there in the other format, too. Two decoders may round differently.
        ours = pixels(self.desktop.clipboard_as('image/png'), 'image/png')
        stored = pixels(self.bytes['jdl'], 'image/jpeg')
        assert len(ours) == len(stored) == WIDTH * HEIGHT * 3
        assert max(abs(a - b) for a, b in zip(ours, stored)) <= 2


tap.run(PicturePath)
