#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo shop prints at a fixed time, in Chinese as text and as JSON, is what stands in golden/.

After a change that is meant: test-golden.py ZHANGGUICTL LOCALE_FOLDER --copy-reply=COPY_REPLY --write, and look at the
difference.
"""

import difflib
import re
import sys

from ctl_shop import DONE, HERE, Failure, demo, main

GOLDEN = HERE / 'golden'
# A name, and the command. Numbers are those of the demo's script.
CALLS = {
    'due': ['due'],
    'due-waiting': ['due', '--until', '2026-09-23T10:02'],
    'search-customers': ['search', 'customers', 'wxj'],
    'search-orders': ['search', 'orders', '', '--limit', '8'],
    'search-replies': ['search', 'replies', 'hddz'],
    'customer-show': ['customer', 'show', '果果'],
    'order-show': ['order', 'show', '202609231046584'],
    'order-show-held': ['order', 'show', '202609131046447'],
    'reply-list': ['reply', 'list'],
    'reply-fill': ['reply', 'fill', 'hddz', '--order', '202609231046584', '--set', '快递=顺丰'],
}

# What is copied before, in the demo: for whom and when.
COPIES = {
    'due-waiting': [('qsd', '王小姐', '2026-09-23T09:56:30+08:00'), ('qsd', '赵同学', '2026-09-23T09:58:00+08:00'),
                    ('qsd', '果果妈', '2026-09-23T09:59:30+08:00')],
}


def stable(text):
    """Ids that are made anew each time."""
    return re.sub(r'"uid" : "[0-9a-f-]+"', '"uid" : "…"', text)


def compare(shop, name, arguments):
    path = GOLDEN / name
    found = stable(shop.run(*arguments, chinese=True).ends(DONE).out)
    if '--write' in sys.argv:
        path.write_text(found, encoding='utf-8')
    wanted = path.read_text(encoding='utf-8') if path.exists() else ''
    differences = [line for line in difflib.unified_diff(wanted.splitlines(), found.splitlines(), name, 'printed', lineterm='', n=0)]
    if differences:
        raise Failure('\n'.join(differences[:40]))


def make_test(name, call, json):
    def test(shop):
        demo(shop)
        for shortcode, who, at in COPIES.get(name, []):
            shop.copy_reply(shortcode, shop.sql('SELECT id FROM customer WHERE call_name = ? ORDER BY id DESC', who)[0][0], at)
        compare(shop, f"{name}.{'json' if json else 'txt'}", (['--json'] if json else []) + call)
    test.__doc__ = f"{' '.join(call)}{' as JSON' if json else ''}"
    return test


for golden_name, golden_call in CALLS.items():
    globals()[f"test_{golden_name.replace('-', '_')}"] = make_test(golden_name, golden_call, False)
    if golden_name != 'reply-list':
        globals()[f"test_{golden_name.replace('-', '_')}_json"] = make_test(golden_name, golden_call, True)

if __name__ == '__main__':
    sys.exit(main(globals()))
