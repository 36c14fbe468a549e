#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a call has to look like: help, options, the number of words. A wrong usage ends with 2 and does nothing."""

import subprocess
import sys

from ctl_shop import DONE, FAILED, USAGE, demo, expect, expect_in, main

COMMANDS = ['import', 'import-undo', 'export', 'search', 'customer show', 'order show', 'order status', 'order undo',
            'order check', 'order set', 'order mergeable', 'order merge', 'order unmerge', 'order apart', 'order ship', 'reply list', 'reply show', 'reply fill', 'reply health', 'reply lint',
            'reply suggest',
            'parse-address', 'due', 'check', 'stats', 'backup', 'restore',
            'segment list', 'segment count', 'segment show', 'segment save', 'segment delete',
            'round start', 'round next', 'round copied', 'round skip', 'round undo', 'round stop', 'round show',
            'order new', 'order repeat', 'parse-order', 'order bulk', 'chase list', 'chase show', 'chase done', 'chase skip', 'chase stop', 'chase resume', 'chase cause',
            'chase report', 'chase ladder', 'checklist list', 'checklist add', 'checklist set', 'checklist remove',
            'level list', 'level set', 'level suggest',
            'case open', 'case list', 'case show', 'case step', 'case offer', 'case choose', 'case done', 'case set', 'case close',
            'case reopen', 'case resend', 'case attach', 'case rule', 'promise add', 'promise keep', 'promise withdraw',
            'promise list', 'product list', 'product show', 'product add', 'product set', 'product delete', 'product restore', 'product size',
            'product recommend', 'promotion list', 'promotion add', 'promotion set', 'promotion delete',
            'demo']
# Commands with too few words and with too many.
TOO_FEW = ['import', 'export', 'export customers', 'search', 'customer show', 'order show', 'order status',
           'order status 1', 'order undo', 'order check', 'order check 1', 'order set', 'order set 1', 'order merge 1', 'order unmerge',
           'order apart 1', 'order ship', 'reply show',
           'reply fill', 'reply suggest', 'segment count', 'segment save a', 'segment delete', 'round start', 'backup',
           'restore', 'case open', 'case open 1', 'case show', 'case step 1', 'case offer 1', 'case choose 1', 'case done 1',
           'case set 1', 'case close', 'case reopen', 'case resend', 'case attach 1', 'case rule return asked', 'promise add 1',
           'promise keep', 'promise withdraw', 'product show', 'product add', 'product set 1', 'product delete', 'promotion add',
           'promotion set 1', 'promotion delete']
TOO_MANY = ['import-undo 1 2', 'export customers a.csv b', 'search customers a b', 'customer show a b', 'order show 1 2',
            'order status 1 paid x', 'order undo 1 2', 'order mergeable 1', 'order unmerge 1 2', 'order apart 1 2 3',
            'order ship 1 2', 'reply list x', 'reply show a b', 'reply fill a b', 'reply health x',
            'reply lint a b', 'due x', 'check x',
            'stats x', 'backup a b', 'restore a b', 'demo x', 'case open 1 return x', 'case list x', 'case step 1 asked x',
            'promise add 1 a b', 'promise list x', 'product list a b', 'product show a b', 'product restore a b',
            'promotion list x', 'promotion delete 1 2']
NO_COMMANDS = ['frobnicate', 'order', 'reply', 'customer', 'order frobnicate', 'Order show 1', 'customers show 1']
# The end of the line and what is said about it.
WRONG = [
    ('stats --frobnicate', 'There is no option “--frobnicate”.'),
    ('stats --frobnicate=1', 'There is no option “--frobnicate”.'),
    ('search customers --limt 5', 'There is no option “--limt”.'),
    ('search customers x --limit', 'The option “--limit” needs a value.'),
    ('stats --now', 'The option “--now” needs a value.'),
    ('stats --json=yes', 'The option “--json” has no value.'),
    ('order check 1 colour --off=1', 'The option “--off” has no value.'),
    ('stats --limit 5', '“stats” has no option “--limit”.'),
    ('order show 1 --reason x', '“order show” has no option “--reason”.'),
    ('search customers x --off', '“search” has no option “--off”.'),
    ('search customers x --limit ten', '“ten” is no number of rows.'),
    ('search customers x --limit 0', '“0” is no number of rows.'),
    ('search customers x --limit -1', '“-1” is no number of rows.'),
    ('search suppliers x', '“suppliers” can\'t be searched; say customers, orders or replies.'),
    ('export suppliers x.csv', '“suppliers” can\'t be exported; say customers, orders, replies or followups.'),
    ('export customers x.doc', '“doc” is no format; say csv, json, vcard, qianniu or espanso.'),
    ('export customers x.csv --format yaml', '“yaml” is no format; say csv, json, vcard, qianniu or espanso.'),
    ('import x.csv --format shopify', '“shopify” is no format; say taobao-orders, taobao-lines, customers-csv, vcard, google-contacts, outlook-contacts, replies-csv, replies-json, qianniu, espanso, short-codes or phrases.'),
    ('import-undo first', '“first” is no import.'),
    ('import-undo 0', '“0” is no import.'),
    ('order status 1 frozen', '“frozen” is no status; say unpaid, paid, packed, shipped, received, completed or closed.'),
    ('order status 1 paid --at yesterday', '“yesterday” is not a time. Write it like 2026-05-01T09:30:00+08:00.'),
    ('order check 1 frobnicate', 'The checklist has no row “frobnicate”.'),
    ('order ship 1 --item 2', '“2” is no part of an order. Write it like 1=2: the line, and how many pieces of it.'),
    ('order set 1 courier', '“courier” is not of the form field=value.'),
    ('reply fill hi --set who', 'Usage: reply fill … --set NAME=VALUE'),
    ('segment show lost --limit 0', '“0” is no number of rows.'),
    ('round start lost', 'Usage: round start … --reply SHORTCODE|ID [--service] [--marketing]'),
    ('level set gold=1000/many', '“gold=1000/many” is no level. Write it like GOLD=1000/5: money, or orders.'),
    ('case show one', '“one” is no case.'),
    ('case choose 1 first', '“first” is no number of a remedy.'),
    ('case close 1 --satisfaction perhaps', '“perhaps” is no satisfaction; say yes, so-so or no.'),
    ('case set 1 courier', '“courier” is not of the form field=value.'),
    ('case rule return asked soon', '“soon” is no number of hours; say 0 for no deadline, default for that of the program.'),
    ('case rule return asked 5 --platform ecshop', '“ecshop” is no platform.'),
    ('promise add 1 tea', 'Usage: promise add … --due TIME'),
    ('promise add 1 tea --due soon', '“soon” is not a time. Write it like 2026-05-01T09:30:00+08:00.'),
    ('promise keep it', '“it” is no promise.'),
    ('due --until soon', '“soon” is not a time. Write it like 2026-05-01T09:30:00+08:00.'),
]


def test_help(shop):
    """--help lists every command of the contract"""
    result = shop.run('--help').ends(DONE)
    for command in COMMANDS:
        expect_in(f'\n  {command}', result.out, 'the help')
    expect(shop.db.exists(), False, 'that there is a shop')


def test_help_of_each(shop):
    """--help of each command shows how it is called, in English and in Chinese"""
    summaries = set()
    for command in COMMANDS:
        english = shop.run(*command.split(), '--help').ends(DONE).out
        expect(english.splitlines()[0], 'Usage: zhangguictl [--db FILE] [--now TIME] [--as CLERK] [--json] COMMAND …',
               f'the help of {command}')
        expect([line for line in english.splitlines()[2:] if not line.startswith('      ')][0].startswith(f'  {command}'), True,
               f'that the help of {command} begins with it')
        expect(len(english.splitlines()), 4, f'lines of the help of {command}')
        summaries.add(english.splitlines()[3])
        expect_in('用法：', shop.run(*command.split(), '--help', chinese=True).ends(DONE).out, f'the help of {command}')
    expect(len(summaries), len(COMMANDS), 'different summaries')


def test_help_of_group(shop):
    """--help of the first word lists its commands, of any other word nothing"""
    lines = shop.run('order', '--help').ends(DONE).out.splitlines()
    expect([line.split()[1] for line in lines if line.startswith('  order')], ['show', 'status', 'new', 'repeat', 'bulk', 'pay', 'undo', 'check', 'set', 'mergeable', 'merge',
                                                                                      'unmerge', 'apart', 'ship', 'print'])
    shop.run('import', '--help').ends(DONE)
    result = shop.run('frobnicate', '--help').ends(USAGE, 'There is no command “frobnicate”. “zhangguictl --help” lists them.')
    expect(result.out, '', 'the help')


def test_no_command(shop):
    """no word at all, and words that are no command"""
    shop.run().ends(USAGE, 'Usage: zhangguictl [--db FILE] [--now TIME] [--as CLERK] [--json] COMMAND …', '')
    for call in NO_COMMANDS:
        shop.run(*call.split()).ends(USAGE, f'There is no command “{call.split()[0]}”. “zhangguictl --help” lists them.', '')


def test_number_of_words(shop):
    """too few and too many words say how it is called"""
    for call in TOO_FEW + TOO_MANY:
        result = shop.run(*call.split()).ends(USAGE)
        expect(result.out, '', 'standard output')
        command = max((command for command in COMMANDS if f'{call} '.startswith(f'{command} ')), key=len)
        expect(result.err.startswith(f'Usage: zhangguictl {command}'), True, f'that “{result.err.strip()}” says how {call}')
        expect(len(result.err.splitlines()), 1, 'lines')
    expect(shop.db.exists(), False, 'that there is a shop')


def test_wrong_words(shop):
    """unknown options and values, missing values, options of other commands"""
    demo(shop)
    before = shop.db.read_bytes()
    for call, error in WRONG:
        for json in ([], ['--json']):
            shop.run(*json, *call.split()).ends(USAGE, error, '')
    expect(shop.db.read_bytes() == before, True, 'that the shop file is as it was')


def test_chinese(shop):
    """in Chinese, a wrong usage is told in Chinese"""
    shop.run('stats', '--frobnicate', chinese=True).ends(USAGE, '没有选项“--frobnicate”。')
    shop.run('order', 'status', chinese=True).ends(
        USAGE, '用法：zhangguictl order status 订单号 状态 [--at 时间] [--reason 原因]')


def test_now(shop):
    """--now takes a time with and without a zone, and no other words"""
    demo(shop)
    for time in ('2026-09-23T10:00:00+08:00', '2026-09-23T02:00:00Z', '2026-09-23T10:00:00', '2026-09-23 10:00'):
        expect(len(shop.run('due', now=time).ends(DONE).out.splitlines()),
               len(shop.run('due').ends(DONE).out.splitlines()), f'lines due at {time}')
    for time in ('', 'now', '2026-13-01', '2026-02-30T10:00:00', '10:00'):
        shop.run('stats', '--now', time, now=None).ends(
            USAGE, f'“{time}” is not a time. Write it like 2026-05-01T09:30:00+08:00.', '')


def test_places_of_options(shop):
    """options may stand anywhere, as one word or two; the last one counts; behind -- there are none"""
    demo(shop)
    wanted = shop.run('search', 'orders', '', '--limit', '3', '--json').ends(DONE).json
    expect(len(wanted), 3, 'hits')
    for call in (['--json', 'search', '--limit=3', 'orders', ''], ['search', '--limit', '9', 'orders', '--json', '', '--limit', '3']):
        expect(shop.run(*call).ends(DONE).json, wanted, f'what {call} finds')
    expect(shop.run('--json', 'search', 'customers', '--', '--limit').ends(DONE).json, [], 'hits of “--limit”')


def test_as(shop):
    """--as has to be somebody of the shop, by name or number"""
    demo(shop)
    shop.run('--as', '没有这个人', 'stats').ends(FAILED, 'Nobody here is called “没有这个人”.', '')
    name, number = shop.sql('SELECT name, number FROM staff ORDER BY id DESC LIMIT 1')[0]
    for clerk in (name, number):
        shop.run('--as', clerk, 'stats').ends(DONE)


def test_no_shop(shop):
    """what only reads makes no shop; the shop is made with its folder, for its owner alone"""
    for call in ('search customers x', 'customer show 1', 'order show 1', 'order set 1 flag=1', 'reply list', 'due', 'check',
                 'stats', 'export customers x.csv', 'backup x.db', 'import-undo 1'):
        shop.run(*call.split()).ends(FAILED, f'There is no shop file {shop.db}.', '')
    expect(sorted(path.name for path in shop.folder.iterdir()), [], 'what is there')
    shop.db = shop.folder / 'new' / 'deeper' / 'shop.db'
    shop.run('demo').ends(DONE)
    expect(oct(shop.db.stat().st_mode & 0o777), '0o600', 'the mode of the shop file')
    expect(oct(shop.db.parent.stat().st_mode & 0o777), '0o700', 'the mode of its folder')


def test_default_place(shop):
    """without --db the shop is in the user's data folder"""
    command = [shop.program, '--now', '2026-09-23', 'demo']
    subprocess.run(command, cwd=shop.folder, env=shop.environment('C.UTF-8'), check=True, stdout=subprocess.DEVNULL)
    expect((shop.folder / 'data' / 'zhanggui' / 'shop.db').exists(), True, 'that it is there')


def test_output_that_cannot_be_written(shop):
    """what can't be printed is a failure"""
    demo(shop)
    with open('/dev/full', 'w', encoding='utf-8') as full:
        process = subprocess.run(shop.command(['stats']), env=shop.environment('C.UTF-8'), stdout=full, stderr=subprocess.PIPE,
                                 text=True, check=False)
    expect((process.returncode, process.stderr), (FAILED, "The output can't be written.\n"))


if __name__ == '__main__':
    sys.exit(main(globals()))
