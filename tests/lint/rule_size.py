# SPDX-License-Identifier: GPL-3.0-or-later
"""How long files and functions may be."""

import re

FILE_LIMIT = 500
FILE_GOAL = 300
FUNCTION_LIMIT = 60

NAME = re.compile(r'^(\w+) \(')


def check_files(tree):
    for file in tree.with_suffix('.c', '.h', under='src/') + tree.with_suffix('.py'):
        if len(file.lines) > FILE_LIMIT:
            yield file, 1, f'{len(file.lines)} lines, at most {FILE_LIMIT}: which subject could be a file of its own?'


def long_files(tree):
    """Not wrong, but worth a look: longest first."""
    files = [file for file in tree.with_suffix('.c', '.h', '.py', under='src/') if len(file.lines) > FILE_GOAL]
    return sorted(((len(file.lines), file.path) for file in files), reverse=True)


def functions(file):
    """(name, line of the name, lines from brace to brace) of each C function of the house's style."""
    name, start, brace = None, 0, 0
    for number, line in enumerate(file.code.splitlines(), 1):
        match = NAME.match(line)
        if match:
            name, start = match[1], number
        if line.rstrip() == '{':
            brace = number
        elif line.startswith('}') and brace:
            if name is not None and start < brace:
                yield name, start, number - brace + 1
            name, brace = None, 0


def check_functions(tree):
    for file in tree.with_suffix('.c', '.h', under='src/') + tree.with_suffix('.c', '.h', under='tests/'):
        for name, line, length in functions(file):
            if length > FUNCTION_LIMIT:
                yield file, line, f'{name} has {length} lines, at most {FUNCTION_LIMIT}'
