# SPDX-License-Identifier: GPL-3.0-or-later
"""The files a rule looks at: this repository, or a sample folder that is laid out like it."""

import functools
import pathlib
import re

FOLDERS = ('.ci', 'build-aux', 'data', 'flatpak', 'po', 'src', 'tests', 'ui')
TOP_FILES = ('README.md', 'meson.build', 'meson_options.txt')
SAMPLES = 'tests/lint/samples/'

ALLOW = re.compile(r'lint: allow ([a-z-]+) because \w')
# A comment on the line before counts, and a function's return type may stand between.
ALLOW_REACH = 3

C_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')""", re.DOTALL)


def _blank(text):
    return re.sub(r'[^\n]', ' ', text)


class File:
    """One file: its path from the top of the tree, its text, and the text without what is not code."""

    def __init__(self, top, path):
        self.path = path
        self.suffix = pathlib.PurePath(path).suffix
        self.name = pathlib.PurePath(path).name
        self.folder = str(pathlib.PurePath(path).parent)
        self._top = top

    @functools.cached_property
    def text(self):
        return (self._top / self.path).read_text(encoding='utf-8', errors='replace')

    @functools.cached_property
    def lines(self):
        return self.text.splitlines()

    @functools.cached_property
    def code(self):
        """The text with comments and the insides of strings blanked; lines and columns stay."""
        if self.suffix == '.py':
            return re.sub(r'(?m)(^|\s)#.*$', lambda match: _blank(match[0]), self.text)
        return C_TOKEN.sub(self._without_insides, self.text)

    @functools.cached_property
    def uncommented(self):
        """The text with comments blanked; strings stay."""
        return C_TOKEN.sub(lambda match: _blank(match[0]) if match['comment'] else match[0], self.text)

    @staticmethod
    def _without_insides(match):
        if match['comment']:
            return _blank(match[0])
        return match[0][0] + _blank(match[0][1:-1]) + match[0][-1]

    def line_at(self, offset):
        return self.text.count('\n', 0, offset) + 1

    def allows(self, name, line):
        """The line of the comment that excepts this line from the rule, or None. Line 1 stands for the whole file."""
        last = line if line > 1 else 1 + ALLOW_REACH
        for number in range(max(1, line - ALLOW_REACH), min(last, len(self.lines)) + 1):
            if any(word == name for word in ALLOW.findall(self.lines[number - 1])):
                return number
        return None

    def allow_comments(self):
        """All exceptions in the file, as (line, rule name)."""
        return [(number, word)
                for number, line in enumerate(self.lines, 1)
                for word in ALLOW.findall(line)]


class Tree:
    def __init__(self, top, build=None):
        self.top = pathlib.Path(top)
        self.build = pathlib.Path(build) if build else self.top / 'build'

    @functools.cached_property
    def files(self):
        found = [name for name in TOP_FILES if (self.top / name).is_file()]
        for folder in FOLDERS:
            for path in sorted((self.top / folder).rglob('*')):
                name = path.relative_to(self.top).as_posix()
                if path.is_file() and not name.startswith(SAMPLES) and '__pycache__' not in name:
                    found.append(name)
        return [File(self.top, name) for name in found]

    def with_suffix(self, *suffixes, under=''):
        return [file for file in self.files if file.suffix in suffixes and file.path.startswith(under)]

    def file(self, path):
        return next((file for file in self.files if file.path == path), None)
