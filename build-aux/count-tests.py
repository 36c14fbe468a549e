#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py [--broken] FOLDER: adds up the test logs of meson in a folder.
count-tests.py --failed LOG: the programs that failed in one, a line each, as meson wants to be told.

Counts every test of a test program that speaks TAP, names those that failed, and prints the sum as the last line.
A program that ends badly without a failed test (a crash, a timeout, a sanitizer's finding) counts as one failed test.
What a failed program said about it stands above the counts, because of a long run only the end may be kept.
A log NAME-again.json has what was run a second time after NAME.json: a program that passes then counts as passed, and is named
with what it said when it failed.
--broken: something failed that left no log; the exit status says so even if no test failed.
"""

import json
import pathlib
import re
import sys

TAP_LINE = re.compile(r'^(not )?ok\b[ \t]*\d*[ \t]*(?:- )?(.*)$')
# lint: allow left-over because TAP has a directive of this name
DIRECTIVE = re.compile(r'#[ \t]*(SKIP|TODO)\b', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')
AGAIN = '-again'
SAID_LINES = 60


def tap_results(output):
    """The (name, result) of each test in a TAP stream; empty if it is none."""
    if not re.search(r'^1\.\.\d+', output, re.MULTILINE):
        return []
    results = []
    for line in output.splitlines():
        match = TAP_LINE.match(line)
        if match is None:
            continue
        directive = DIRECTIVE.search(match[2])
        if directive is not None:
            result = 'skipped'
        else:
            result = 'failed' if match[1] else 'passed'
        results.append((match[2], result))
    return results


def results_of(test):
    results = tap_results(test.get('stdout') or '')
    if test['result'] == 'SKIP':
        return results or [(test['name'], 'skipped')]
    if test['result'] in GOOD:
        return results or [(test['name'], 'passed')]
    if not any(result == 'failed' for _, result in results):
        results.append((f"{test['name']} ended badly: {test['result']}", 'failed'))
    return results


def read_log(log):
    """The test programs of a log by name."""
    lines = log.read_text(encoding='utf-8', errors='replace').splitlines()
    return {test['name']: test for test in map(json.loads, lines)}


def explain(test):
    """Prints what a program said on the way to its failure."""
    said = [line for line in (test.get('stdout') or '').splitlines() if not re.match(r'ok\b|1\.\.', line)]
    said += (test.get('stderr') or '').splitlines() if not said else []
    for line in said[:SAID_LINES]:
        print('  ', line[:200])


def main():
    arguments = sys.argv[1:]
    broken = '--broken' in arguments
    path = pathlib.Path(arguments[-1])
    if '--failed' in arguments:
        for name, test in read_log(path).items():
            if test['result'] not in GOOD + ('SKIP',):
                print(name.split(' / ')[-1])
        return 0
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    again = 0
    for log in sorted(path.glob('*.json')):
        if log.stem.endswith(AGAIN):
            continue
        tests = read_log(log)
        second = log.with_name(log.stem + AGAIN + '.json')
        for name, test in (read_log(second) if second.exists() else {}).items():
            if test['result'] in GOOD:
                print(f'only at the second go: {log.stem} {name}; at the first one')
                explain(tests[name])
                again += 1
                tests[name] = test
        for test in tests.values():
            if test['result'] not in GOOD + ('SKIP',):
                explain(test)
            for name, result in results_of(test):
                counts[result] += 1
                if result != 'passed':
                    print(f"{result}: {log.stem} {test['name']}: {name}")

    if broken and counts['failed'] == 0:
        counts['failed'] = 1
        print('failed: a test run ended badly and left no log of it')
    text = f"{counts['passed']} passed, {counts['failed']} failed"
    if counts['skipped'] > 0:
        text += f", {counts['skipped']} skipped"
    if again > 0:
        text += f', {again} of the programs only at the second go'
    print(text)
    return 1 if counts['failed'] > 0 or counts['passed'] == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
