# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop file that the window and the command line have open side by side, and what is put into it."""
import json
import pathlib
import shutil
import subprocess
import tempfile

FIXTURE = pathlib.Path(__file__).resolve().parent.parent / 'fixtures' / 'taobao' / 'ExportOrderList61.csv'
NOW = '2026-09-22T14:20:00+08:00'
# What the fixture says of the customer whose initials are typed, and of her order that waits to be shipped.
CUSTOMER = '王晓雯'
INITIALS = 'wxw'
ORDER = '35153131470002020'
N_ORDERS = 30
# The starter reply that is copied: its shortcode, its title, and its text for that order.
SHORTCODE = 'fhq'
TITLE = '发货前最后核对'
FILLED = ('王晓雯，您的云朵针织开衫 ×1（订单 35153131470002020）正准备打包，再跟您核对一次：'
          '浙江省杭州市西湖区文三路示例小区3幢501，王晓雯，13800000101。没问题就给您装箱了。')
# One that asks for something first.
ASKING_SHORTCODE = 'hddd'
# One that asks for words.
TYPED_SHORTCODE = 'clhf'
TYPED_FIELD = '什么事'


class Shop:
    def __init__(self, zhangguictl):
        self.zhangguictl = zhangguictl
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='zhanggui-e2e-'))
        self.path = self.folder / 'shop.db'
        # In a folder of its own under a short name: it is typed.
        self.export = self.folder / FIXTURE.name
        shutil.copyfile(FIXTURE, self.export)

    def close(self):
        shutil.rmtree(self.folder)

    def ctl(self, *arguments):
        result = subprocess.run([self.zhangguictl, '--db', self.path, '--now', NOW, '--json', *arguments],
                                capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def n_orders(self):
        return self.ctl('stats')['orders']

    def fill(self, shortcode, *more):
        """What the command line fills that reply with for the customer and the order."""
        return self.ctl('reply', 'fill', shortcode, '--order', ORDER, *more)['text']
