# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bad files of replies of bad-input.tsv, beside bad_input_fixtures.py, which knows them once this is imported."""

import base64
import json
import struct
import zlib

from bad_input_fixtures import fixture, write


def espanso(folder, match):
    """A plain match, and on line 4 another one."""
    return write(folder, ('matches:\n  - trigger: ":hi"\n    replace: 您好\n  - ' + match).encode(), name='base.yml')


@fixture
def espanso_with_vars(folder):
    return espanso(folder, 'trigger: ":now"\n    replace: "{{时间}}"\n    vars:\n      - name: 时间\n        type: shell\n'
                           '        params: {cmd: "rm -rf ~"}\n')


@fixture
def espanso_with_form(folder):
    return espanso(folder, 'trigger: ":form"\n    form: "您好 [[名字]]"\n')


@fixture
def espanso_with_aliases(folder):
    bomb = ''.join(f'x{i}: &x{i} [{", ".join([f"*x{i - 1}"] * 9)}]\n' if i else 'x0: &x0 [哈]\n' for i in range(9))
    return write(folder, (bomb + 'matches:\n  - trigger: ":hi"\n    replace: 您好\n  - trigger: ":b"\n    replace: *x8\n').encode(),
                 name='base.yml')


@fixture
def broken_espanso(folder):
    return write(folder, 'matches:\n  - trigger: ":hi"\n    replace: "您好\n  - trigger: :b\n'.encode(), name='base.yml')


@fixture
def nested_espanso(folder):
    return write(folder, ('matches:\n  - trigger: ":hi"\n    replace: ' + '[' * 100000 + '\n').encode(), name='base.yml')


@fixture
def nested_json(folder):
    return write(folder, ('[\n{"body": ' + '[' * 300000 + ']' * 300000 + '}]').encode(), name='话术.json')


@fixture
def json_nested_behind_a_comment(folder):
    return write(folder, ('[\n{"body": /* " */ ' + '[' * 300000).encode(), name='话术.json')


def replies(folder, *rows, header='group,title,shortcode,body', encoding='utf-8'):
    return write(folder, ('\r\n'.join([header, *rows]) + '\r\n').encode(encoding), name='话术.csv')


@fixture
def replies_in_big5(folder):
    return replies(folder, '問候,歡迎光臨,hi,您好，請問有什麼可以幫您？', '付款,提醒付款,fk,您的訂單還沒有付款喔', encoding='big5')


@fixture
def replies_with_damaged_text(folder):
    made = replies(folder, '问候,欢迎,hi,您好', '问候,再见,bye,慢走XX', '问候,稍等,dd,请稍等')
    made.file.write_bytes(made.file.read_bytes().replace(b'XX', b'\xff\xfe'))
    return made


@fixture
def replies_without_texts(folder):
    return replies(folder, '问候,欢迎,hi', header='group,title,shortcode')


@fixture
def phrases_without_texts(folder):
    return replies(folder, 'hi,问候', header='快捷短语编码,快捷短语分组', encoding='gb18030')


@fixture
def row_of_a_mebibyte(folder):
    return replies(folder, '问候,欢迎,hi,您好', '问候,太长,tc,' + '长' * (1 << 20), '问候,稍等,dd,请稍等')


@fixture
def reply_too_long_for_a_chat(folder):
    return replies(folder, '问候,欢迎,hi,您好', '问候,太长,tc,' + '长' * (30 * 1024), '问候,稍等,dd,请稍等')


@fixture
def shortcode_twice(folder):
    return replies(folder, '问候,欢迎,hi,您好', '问候,欢迎2,hi,您好呀', '问候,稍等,dd,请稍等')


@fixture
def unknown_stage(folder):
    return replies(folder, '欢迎,您好,greeting', '再见,慢走,hello', header='title,body,stages')


@fixture
def reply_without_text(folder):
    return replies(folder, '问候,欢迎,hi,您好', '问候,空的,kd,')


@fixture
def broken_json(folder):
    return write(folder, '[\n{"title":"欢迎","body":"您好"},\n{"title":"再见"\n'.encode(), name='话术.json')


def json_replies(folder, **more):
    """A good reply, and on line 3 another one."""
    rows = [{'title': '欢迎', 'body': '您好'}, {'title': '图', 'body': '看图'} | more]
    return write(folder, ('[\n' + ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows) + '\n]\n').encode(), name='话术.json')


def json_picture(folder, data):
    return json_replies(folder, picture={'media_type': 'image/png', 'data': base64.b64encode(data).decode()})


def png(width=1, height=1, pixels=zlib.compress(b'\0\1\2\3')):
    """A whole PNG, as far as can be told without its pixels."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) + chunk(b'IDAT', pixels)
            + chunk(b'IEND', b''))


@fixture
def json_with_good_picture(folder):
    return json_picture(folder, png())


@fixture
def json_with_bad_picture(folder):
    return json_picture(folder, b'I am no picture')


@fixture
def json_with_half_a_picture(folder):
    return json_picture(folder, png()[:-20])


@fixture
def json_with_gif(folder):
    return json_picture(folder, b'GIF89a\1\0\1\0\0\0\0;')


@fixture
def json_with_huge_picture(folder):
    made = json_picture(folder, png(pixels=bytes(10 << 20)))
    # A file of replies is read whole, as JSON is, and this picture stands in it as text.
    made.memory = 200
    return made


@fixture
def json_with_vast_picture(folder):
    return json_picture(folder, png(width=100000, height=100000))


@fixture
def json_of_a_mebibyte(folder):
    return json_replies(folder, body='长' * (1 << 20))


@fixture
def yaml_of_a_mebibyte(folder):
    return espanso(folder, 'trigger: ":tc"\n    replace: "' + '长' * (1 << 20) + '"\n')


@fixture
def cell_of_a_mebibyte(folder):
    return replies(folder, '问候,欢迎,hi,您好', '问候,太长,tc,' + 'a' * (1 << 20), '问候,稍等,dd,请稍等')


@fixture
def phrase_of_a_mebibyte(folder):
    return write(folder, ('您好\n' + '长' * (1 << 20) + '\n请稍等\n').encode(), name='话术.txt')


def make_large(made, mebibytes):
    """Makes a file as long as that; what it ends with takes no place on the disk."""
    with made.file.open('r+b') as stream:
        stream.truncate(mebibytes << 20)
    made.memory = 64
    return made


@fixture
def replies_of_33_mebibytes(folder):
    return make_large(replies(folder, '问候,欢迎,hi,您好'), 33)


@fixture
def json_of_257_mebibytes(folder):
    return make_large(json_replies(folder, body='您好'), 257)
