# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bad files and bad shop files of bad-input.tsv: a function each, or a row of BAD_CELLS or BODIES.

A fixture is called with a folder of its own that holds `shop.db`, a good shop, and says what it made.
"""

import functools
import os
import pathlib
import sqlite3
from dataclasses import dataclass, field

# The 46 columns of Taobao's ExportOrderList as they were exported in 2017, blanks included.
HEADER = (
    '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,'
    '买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,'
    '宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,'
    '发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,'
    '修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店').split(',')

GIB = 1 << 30
CHUNK = b'\xcc\xab' * (1 << 19)  # 太 in GB18030, 1 MiB of it

FIXTURES = {}


@dataclass
class Made:
    """What a fixture made: the file to hand over, the shop file, and how to run the program."""
    file: pathlib.Path = None
    db: pathlib.Path = None
    environment: dict = field(default_factory=dict)
    # As somebody whom the permissions bind; the administrator may read and write everything.
    unprivileged: bool = False
    # In MiB. Orders are read row by row, however many there are.
    memory: int = 150


def fixture(function):
    FIXTURES[function.__name__] = function
    return function


def order(number, **cells):
    """The row of one good order, with some of its cells replaced."""
    values = {
        '订单编号': f'="{number}"',
        '买家会员名': f'tb买家{number[-3:]}',
        '买家应付货款': '219.00', '买家应付邮费': '0.00', '总金额': '219.00', '买家实际支付金额': '219.00',
        '订单状态': '买家已付款，等待卖家发货',
        '收货人姓名': '王晓雯', '收货地址 ': '浙江省 杭州市 西湖区 文三路示例小区3幢501(310012)', '运送方式': '快递',
        '联系手机': "'138000" + number[-5:],
        '订单创建时间': '2026-09-20 10:11:12', '订单付款时间 ': '2026-09-20 10:15:00',
        '宝贝标题 ': '云朵针织开衫', '宝贝种类 ': '1', '宝贝总数量': '1', '店铺名称': '青禾小铺', '订单关闭原因': '订单未关闭',
    } | cells
    return [values.get(column, '') for column in HEADER]


def csv_line(cells):
    """Taobao's own way: an id is ="…", which is no quoted field; everything else is quoted."""
    return ','.join(cell if cell.startswith('=') or cell.startswith('"') else f'"{cell}"' for cell in cells)


def export(*rows, header=None):
    """The bytes of an order export: header and rows in GB18030."""
    lines = [','.join(header or HEADER), *(row if isinstance(row, str) else csv_line(row) for row in rows)]
    return ('\r\n'.join(lines) + '\r\n').encode('gb18030')


def write(folder, data, name='订单.csv'):
    path = folder / name
    path.write_bytes(data)
    return Made(file=path, db=folder / 'shop.db')


# Numbers that no other order has: the good shop has those of good_orders.
FIRST, SECOND, THIRD = '2609221046500001', '2609221046500002', '2609221046500003'


# Buyers may be called what they like.
NAME_AS_MARKUP, NAME_AS_PLACEHOLDER = 'A&B <b>', '{订单号}'


def good_orders():
    return export(order('2609221046400001', 收货人姓名=NAME_AS_MARKUP), order('2609221046400002', 收货人姓名=NAME_AS_PLACEHOLDER))


def with_bad_row(folder, **cells):
    """Three orders, the second of which, on line 3, has these cells."""
    return write(folder, export(order(FIRST), order(SECOND, **cells), order(THIRD)))


def with_bad_bytes(folder, good, bad):
    """Three orders; on line 3, good bytes are replaced by bad ones."""
    lines = export(order(FIRST), order(SECOND), order(THIRD)).split(b'\r\n')
    assert good in lines[2]
    lines[2] = lines[2].replace(good, bad, 1)
    return write(folder, b'\r\n'.join(lines))


# Rows that cannot be read. The rows around them can.

BAD_CELLS = {
    'damaged_id': dict(订单编号='3.51531E+16'),
    'damaged_id_as_formula': dict(订单编号='="3.51531E+16"'),
    'no_order_number': dict(订单编号='=""'),
    'words_as_order_number': dict(订单编号='老客户'),
    'unknown_status': dict(订单状态='买家在想'),
    'bad_amount': dict(总金额='两百一', 买家应付货款='两百一', 买家实际支付金额='两百一'),
    'huge_amount': dict.fromkeys(['总金额', '买家应付货款', '买家实际支付金额'], '92233720368547758.07'),
    'bad_time': dict(订单创建时间='2026-02-30 10:11:12'),
}
for fixture_name, cells in BAD_CELLS.items():
    FIXTURES[fixture_name] = functools.partial(with_bad_row, **cells)


@fixture
def too_many_cells(folder):
    return write(folder, export(order(FIRST), csv_line(order(SECOND)) + ',"还有","一些"', order(THIRD)))


@fixture
def damaged_text(folder):
    return with_bad_bytes(folder, '王晓雯'.encode('gb18030'), b'\xcd\xff\xff')


@fixture
def nul_in_a_cell(folder):
    return with_bad_bytes(folder, '王晓雯'.encode('gb18030'), b'\xcd\xf5\x00\x00')


@fixture
def unclosed_quote_in_the_last_row(folder):
    lines = export(order(FIRST), order(SECOND), order(THIRD)).split(b'\r\n')
    lines[3] = lines[3].replace('"云朵针织开衫"'.encode('gb18030'), '"云朵针织开衫'.encode('gb18030'))
    lines[3] = lines[3][:lines[3].index('针织'.encode('gb18030')) + 4]
    return write(folder, b'\r\n'.join(lines[:4]) + b'\r\n')


@fixture
def unclosed_quote_in_the_middle(folder):
    return with_bad_bytes(folder, '云朵针织开衫"'.encode('gb18030'), '云朵针织开衫'.encode('gb18030'))


@fixture
def undoubled_quote(folder):
    """Forgotten to be doubled, but it is clear where the cell ends: this row is good."""
    return with_bad_bytes(folder, '云朵针织开衫'.encode('gb18030'), '云朵"针织"开衫'.encode('gb18030'))


def huge(folder, before, after):
    made = write(folder, before)
    with made.file.open('ab') as stream:
        for _ in range(GIB // len(CHUNK)):
            stream.write(CHUNK)
        stream.write(after)
    return made


@fixture
def line_of_a_gibibyte(folder):
    lines = export(order(FIRST), order(SECOND, 买家留言='@'), order(THIRD)).split(b'\r\n')
    before, after = lines[2].split(b'@')
    return huge(folder, b'\r\n'.join(lines[:2]) + b'\r\n' + before, b'\r\n'.join([after, lines[3], b'']))


# Files that are no order export at all: refused whole.

@fixture
def first_line_of_a_gibibyte(folder):
    return huge(folder, b'', b'')


@fixture
def no_order_number_column(folder):
    header = HEADER[1:]
    return write(folder, export(order(FIRST)[1:], order(SECOND)[1:], header=header))


@fixture
def only_amounts(folder):
    return write(folder, export('"2609221046500001","219.00"', header=['订单编号', '总金额']))


@fixture
def telephone_list(folder):
    return write(folder, '姓名,电话,生日\r\n王晓雯,13800138000,8月18日\r\n'.encode('utf-8'), name='通讯录.csv')


@fixture
def latin_1(folder):
    return write(folder, 'Bestellnummer;Käufer;Größe\r\n4711;Müller;groß\r\n'.encode('latin-1'), name='orders.csv')


@fixture
def utf_16_without_mark(folder):
    text = export(order(FIRST)).decode('gb18030')
    return write(folder, text.encode('utf-16-le'))


@fixture
def zeros(folder):
    return write(folder, bytes(4096))


@fixture
def empty(folder):
    return write(folder, b'')


@fixture
def excel_workbook(folder):
    return write(folder, b'PK\x03\x04\x14\x00\x06\x00' + bytes(500), name='订单.xlsx')


@fixture
def old_excel_workbook(folder):
    return write(folder, b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(500), name='订单.xls')


@fixture
def web_page(folder):
    return write(folder, '<html><body><table><tr><td>订单编号</td></tr></table></body></html>'.encode(), name='订单.xls')


# What is not a file that can be read.

@fixture
def directory(folder):
    path = folder / '订单.csv'
    path.mkdir()
    return Made(file=path, db=folder / 'shop.db')


@fixture
def nothing_there(folder):
    return Made(file=folder / '订单.csv', db=folder / 'shop.db')


@fixture
def unreadable(folder):
    made = write(folder, good_orders())
    made.file.chmod(0)
    made.unprivileged = True
    return made


@fixture
def failing_disk(folder):
    """A file that opens but whose first read fails, as on a broken disk: the kernel keeps one for us."""
    return Made(file=pathlib.Path('/proc/self/mem'), db=folder / 'shop.db')


# Shop files that are none, and places where they cannot be written.

def good_file(folder, **more):
    made = write(folder, export(order(FIRST)))
    for name, value in more.items():
        setattr(made, name, value)
    return made


def make_database(path, version=0, table='bookmark'):
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(f'CREATE TABLE {table} (id INTEGER PRIMARY KEY, title TEXT)')
    connection.execute(f"INSERT INTO {table} (title) VALUES ('not ours')")
    connection.execute(f'PRAGMA user_version = {version}')
    connection.commit()
    connection.close()


@fixture
def foreign_database(folder):
    make_database(folder / 'shop.db')
    return good_file(folder)


@fixture
def foreign_database_of_our_version(folder):
    make_database(folder / 'shop.db', version=1, table='shop_order')
    return good_file(folder)


@fixture
def text_as_shop_file(folder):
    (folder / 'shop.db').write_text('This is not a database, and long enough to be told from one. ' * 40)
    return good_file(folder)


@fixture
def folder_as_shop_file(folder):
    (folder / 'shop.db').unlink()
    (folder / 'shop.db').mkdir()
    return good_file(folder)


@fixture
def newer_shop_file(folder):
    connection = sqlite3.connect(folder / 'shop.db')
    connection.execute('PRAGMA user_version = 999')
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    return good_file(folder)


@fixture
def damaged_shop_file(folder):
    path = folder / 'shop.db'
    data = bytearray(path.read_bytes())
    for offset in range(4096, len(data), 4096):
        data[offset:offset + 4096] = bytes([offset // 4096 % 251 + 1]) * 4096
    path.write_bytes(data)
    return good_file(folder)


@fixture
def full_disk(folder):
    """Room for no more than there is, and an import that needs much more, so that it fails half-way."""
    made = write(folder, export(*(order(str(int(FIRST) + number)) for number in range(3000))))
    made.environment = {'ZG_MAX_PAGES': '1'}
    return made


@fixture
def read_only_folder(folder):
    """No shop yet, and a folder that one cannot be made in."""
    made = good_file(folder, db=folder / 'locked' / 'shop.db', unprivileged=True)
    (folder / 'locked').mkdir()
    (folder / 'locked').chmod(0o555)
    return made


@fixture
def read_only_shop(folder):
    """A shop that can be read and not written: neither its file nor its folder."""
    locked = folder / 'locked'
    locked.mkdir()
    os.rename(folder / 'shop.db', locked / 'shop.db')
    (locked / 'shop.db').chmod(0o444)
    locked.chmod(0o555)
    return good_file(folder, db=locked / 'shop.db', unprivileged=True)


@fixture
def foreign_backup(folder):
    make_database(folder / 'backup.db')
    return Made(file=folder / 'backup.db', db=folder / 'shop.db')


@fixture
def newer_backup(folder):
    data = (folder / 'shop.db').read_bytes()
    newer_shop_file(folder)
    os.rename(folder / 'shop.db', folder / 'backup.db')
    (folder / 'shop.db').write_bytes(data)
    return Made(file=folder / 'backup.db', db=folder / 'shop.db')


# Replies that can't be filled, or whose values look as if they had to be filled again. The editor refuses such texts; a shop
# file may have them from elsewhere.

def with_reply(folder, body):
    """A reply of this body, which has the shortcode zz."""
    connection = sqlite3.connect(folder / 'shop.db')
    connection.execute("INSERT INTO reply_group (uid, name, position) VALUES ('zz', '坏话术', 99)")
    connection.execute(
        'INSERT INTO reply (uid, group_id, position, title, shortcode, body, created_at, updated_at) '
        "SELECT 'zz', id, 0, '坏话术', 'zz', ?, 0, 0 FROM reply_group WHERE uid = 'zz'", (body,))
    connection.commit()
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    return Made(file=folder / 'shop.db', db=folder / 'shop.db')


BODIES = {
    'placeholder_that_does_not_close': '您好，{客户，请您核对\n{订单号}',
    'placeholder_that_nests': '您好，{客户{订单号}}',
    'unknown_placeholder': '您好，{没有这个}，单号{订单号}',
    'placeholder_without_a_name': '您好{}，单号{订单号}',
    'days_after_no_day': '请付{金额+3}',
    'unknown_emoticon': '您好{表情:没有这个}',
    'reply_of_a_mebibyte': '您好，' * (1 << 20 >> 3) + '{客户}',
    'value_that_nobody_knows': '单号{运单号}',
    'text_of_which_nothing_is_left': '{链接|} {客服|}',
    'names_of_buyers': '给{收货人}：{收货人|亲}您好',
}
for fixture_name, body in BODIES.items():
    FIXTURES[fixture_name] = functools.partial(with_reply, body=body)


@fixture
def refund_that_was_asked_for(folder):
    """A case that stands at its first step."""
    connection = sqlite3.connect(folder / 'shop.db')
    connection.execute(
        'INSERT INTO order_case (id, uid, order_id, type, step, step_at, opened_at) '
        "SELECT 1, 'zz', id, 'refund-only', 'asked', 1, 1 FROM shop_order WHERE number = '2609221046400001'")
    connection.commit()
    connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    return Made(file=folder / 'shop.db', db=folder / 'shop.db')


@fixture
def orders_as_they_are(folder):
    """The good shop: what is bad is what is typed."""
    return Made(file=folder / 'shop.db', db=folder / 'shop.db')
