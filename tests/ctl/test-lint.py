#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`reply lint` and the warnings of `reply fill`: what the wording check says, by the words of the shop's own language."""

import sqlite3
import sys

from ctl_shop import DONE, FAILED, demo, expect, main

KEYS = ['id', 'title', 'word', 'kind', 'advice']
WARNING_KEYS = ['start', 'end', 'word', 'kind', 'advice']
BODY = '{称呼|亲}，这款绝·對不会掉色，是最 好的，最后一件了。'


def change(shop, query, *values):
    """Writes to the shop file as another program would; what is searched is not touched."""
    connection = sqlite3.connect(shop.db)
    with connection:
        connection.execute(query, values)
    connection.close()


def a_reply(shop, body):
    """The first reply, with another text."""
    reply = shop.call('reply', 'list')[0]
    change(shop, 'DELETE FROM reply_variant WHERE reply_id = ?', reply['id'])
    change(shop, 'UPDATE reply SET body = ? WHERE id = ?', body, reply['id'])
    return reply


def findings(rows):
    return [(row['kind'], row['word']) for row in rows]


def test_starter_library(shop):
    """the replies of the demo trip nothing"""
    demo(shop)
    expect(shop.call('reply', 'lint'), [], 'what is found')
    expect(shop.run('reply', 'lint').ends(DONE).out, '', 'what is printed')


def test_lint(shop):
    """one line a word and reply, with what to say instead"""
    demo(shop)
    reply = a_reply(shop, BODY)
    change(shop, "INSERT INTO reply_variant (reply_id, position, body) VALUES (?, 0, '亲，绝对现货，加微信')", reply['id'])
    found = shop.call('reply', 'lint')
    expect(list(found[0]), KEYS, 'keys')
    expect(findings(found), [('promise', '绝对'), ('superlative', '最好'), ('scarcity', '最后一件'), ('lure', '加微信')], 'what is found')
    expect({(row['id'], row['title']) for row in found}, {(reply['id'], reply['title'])}, 'the reply')
    expect(found[0]['advice'], '换成“基本”，例外也说一声。', 'the advice')
    lines = shop.run('reply', 'lint', chinese=True).ends(DONE).out.splitlines()
    expect(lines[0], f"{reply['shortcode']}  {reply['title']}  绝对  可能做不到的承诺  换成“基本”，例外也说一声。", 'the first line')
    expect(len(lines), 4, 'lines')


def test_one_reply(shop):
    """reply lint ID looks at that one, by id or shortcode"""
    demo(shop)
    reply = a_reply(shop, BODY)
    other = shop.call('reply', 'list')[1]
    for word in (reply['id'], reply['shortcode']):
        expect(len(shop.call('reply', 'lint', word)), 3, f'findings of {word}')
    expect(shop.call('reply', 'lint', other['id']), [], 'findings of another')
    shop.run('reply', 'lint', '没有的').ends(FAILED, 'There is no reply “没有的”.', '')


def test_fill(shop):
    """the warnings of a filled text say where in it, in bytes; values are not checked"""
    demo(shop)
    reply = a_reply(shop, BODY + '{?街道}')
    filled = shop.call('reply', 'fill', reply['id'], '--set', '街道=绝对路')
    text = filled['text'].encode()
    expect([list(warning) for warning in filled['warnings']], [WARNING_KEYS] * 3, 'keys')
    places = [text[warning['start']:warning['end']].decode() for warning in filled['warnings']]
    expect(places, ['绝·對', '最 好', '最后一件'], 'what the places hold')


def test_language(shop):
    """without ready-made replies the words are those of the program's language; a chosen list wins"""
    demo(shop)
    reply = a_reply(shop, 'This is the best offer for you. 亲，绝对现货')
    expect(findings(shop.call('reply', 'lint')), [('promise', '绝对')], 'by the replies')
    change(shop, "UPDATE reply SET starter = ''")
    expect(findings(shop.call('reply', 'lint')), [('superlative', 'the best')], 'by the program')
    change(shop, "INSERT INTO setting (key, value) VALUES ('wording.language', 'zh_TW')")
    expect([row['word'] for row in shop.call('reply', 'lint', reply['id'])], ['絕對'], 'by what was chosen')


def test_own_words(shop):
    """what the owner switched off is not found, what the owner added is"""
    demo(shop)
    a_reply(shop, '亲，绝对现货，宇宙无敌')
    row = "INSERT INTO wording (uid, language, kind, word, advice, enabled, origin) VALUES (?, 'zh_CN', ?, ?, ?, ?, ?)"
    change(shop, row, 'a', 'promise', '绝对', '', 0, 'shipped')
    change(shop, row, 'b', 'superlative', '宇宙无敌', '换成“很好”。', 1, 'own')
    expect([(row['word'], row['advice']) for row in shop.call('reply', 'lint')], [('宇宙无敌', '换成“很好”。')], 'what is found')


if __name__ == '__main__':
    sys.exit(main(globals()))
