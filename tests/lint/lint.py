#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house's rules that a compiler does not check.

lint.py RULE [--build FOLDER]   is the tree clean of this rule?
lint.py --samples               does each rule fire on its sample, exactly where it should?
lint.py --all [--build FOLDER]  all rules, for people: one line a finding

A rule is a function from a Tree to (file, line, message) or (file, line, message, name of the exception).
samples/RULE/ is a small tree that breaks the rule; its file `expected` lists path:line of every finding.
A visible exception: a comment "lint: allow RULE because …" on the line, or up to three lines before it.
An exception that excepts nothing is a finding itself. Without a word what for, it is none.
"""

import argparse
import pathlib
import sys

import rule_desktop
import rule_divisions
import rule_layers
import rule_size
import rule_text
import rule_translations
from tree import Tree

HERE = pathlib.Path(__file__).resolve().parent

RULES = {
    'layers': rule_layers.check,
    'header-once': rule_layers.check_once,
    'file-size': rule_size.check_files,
    'function-size': rule_size.check_functions,
    'banned': rule_text.check_banned,
    'left-over': rule_text.check_left_over,
    'spdx': rule_text.check_spdx,
    'file-names': rule_text.check_names,
    'untranslated': rule_text.check_untranslated,
    'potfiles': rule_translations.check_potfiles,
    'translations': rule_translations.check_translations,
    'divisions': rule_divisions.check_divisions,
    'pastes': rule_divisions.check_pastes,
    'desktop': rule_desktop.check_desktop,
    'metainfo': rule_desktop.check_metainfo,
    'schema': rule_desktop.check_schema,
}
# The exceptions that belong to a rule, where they are not called like it.
EXCEPTIONS = {'banned': {ban.name for ban in rule_text.BANS} | {'banned'}}


def findings(rule, tree):
    """Sorted (path, line, message), without what an exception allows."""
    found, used = set(), set()
    for file, line, message, *name in RULES[rule](tree):
        allowed = None
        for word in (*name, rule):
            allowed = allowed or file.allows(word, line)
        if allowed is None:
            found.add((file.path, line, message))
        else:
            used.add((file.path, allowed))

    names = EXCEPTIONS.get(rule, {rule})
    for file in tree.files:
        if file.suffix not in ('.c', '.h', '.py', '.ui', '.css') or file.path.startswith('tests/lint/'):
            continue
        for line, name in file.allow_comments():
            if name in names and (file.path, line) not in used:
                found.add((file.path, line, f'this exception from {name} excepts nothing'))
    return sorted(found)


def test_rule(rule, tree):
    found = findings(rule, tree)
    print('1..1')
    for path, line, message in found:
        print(f'# {path}:{line}: {message}')
    if rule == 'file-size':
        for length, path in rule_size.long_files(tree):
            print(f'# {path} has {length} lines, over {rule_size.FILE_GOAL}')
    print('ok 1' if not found else 'not ok 1', '-', rule)
    return 1 if found else 0


def test_samples():
    failed = 0
    print(f'1..{len(RULES)}')
    for number, rule in enumerate(RULES, 1):
        sample = HERE / 'samples' / rule
        expected = set((sample / 'expected').read_text(encoding='utf-8').split()) if sample.is_dir() else set()
        found = {f'{path}:{line}' for path, line, _ in findings(rule, Tree(sample))} if expected else set()
        for place in sorted(expected - found):
            print(f'# {rule} does not find {place}')
        for place in sorted(found - expected):
            print(f'# {rule} finds {place}, which is no mistake')
        good = expected and found == expected
        print('ok' if good else 'not ok', number, '-', f'{rule} fires on its sample')
        failed += not good
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('rule', nargs='?', choices=list(RULES))
    parser.add_argument('--samples', action='store_true')
    parser.add_argument('--all', action='store_true')
    parser.add_argument('--build', help='the build folder')
    arguments = parser.parse_args()

    tree = Tree(HERE.parent.parent, arguments.build)
    if arguments.samples:
        return test_samples()
    if arguments.rule:
        return test_rule(arguments.rule, tree)
    if not arguments.all:
        parser.error('a rule, --samples or --all')
    status = 0
    for rule in RULES:
        for path, line, message in findings(rule, tree):
            print(f'{path}:{line}: {message} [{rule}]')
            status = 1
    return status


if __name__ == '__main__':
    sys.exit(main())
