#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`reply suggest`: the replies that answer a customer's own words."""

import sys

from ctl_shop import DONE, USAGE, demo, expect, main


def test_suggest(shop):
    """the answer comes first, with the keys of the contract; the score falls and stays between 0 and 1"""
    demo(shop)
    found = shop.call('reply', 'suggest', '请问什么时候能发货呀')
    expect([list(row) for row in found], [['id', 'title', 'text', 'score']] * len(found), 'keys')
    expect(found[0]['title'], '发货时间', 'the best')
    expect(found[0]['text'], shop.call('reply', 'show', found[0]['id'])['body'], 'its text')
    scores = [row['score'] for row in found]
    expect(scores, sorted(scores, reverse=True), 'scores in order')
    expect([score for score in scores if not 0 < score <= 1], [], 'scores out of bounds')
    lines = shop.run('reply', 'suggest', '请问什么时候能发货呀').ends(DONE).out.splitlines()
    expect([line.split('  ')[2] for line in lines], [row['title'] for row in found], 'titles as text')


def test_words(shop):
    """several arguments are one question; traditional characters and full width are the same"""
    demo(shop)
    expect(shop.call('reply', 'suggest', '什麼時候', '發貨？'), shop.call('reply', 'suggest', '什么时候 发货?'), 'the same')


def test_search_is_the_same(shop):
    """search, given a sentence, puts the same replies first"""
    demo(shop)
    for question in ('东西坏了你们准备怎么处理', '可不可以便宜一点啊老板'):
        suggested = [row['id'] for row in shop.call('reply', 'suggest', question)]
        found = [row['id'] for row in shop.call('search', 'replies', question)]
        expect(found[:len(suggested)], suggested, question)


def test_nothing(shop):
    """what no reply answers has no suggestion; no words are a wrong usage; --json is a list even then"""
    demo(shop)
    for text in ('', '？', '12345', '🌸'):
        expect(shop.call('reply', 'suggest', text), [], text)
    shop.run('reply', 'suggest').ends(USAGE)


if __name__ == '__main__':
    sys.exit(main(globals()))
