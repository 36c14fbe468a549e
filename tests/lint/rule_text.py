# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be written, what has to stand at the top of a file, and how files are named."""

import re
from dataclasses import dataclass


@dataclass
class Ban:
    """name is what an exception's comment says; the pattern is looked for in code without comments and strings."""
    name: str
    pattern: str
    why: str
    under: tuple = ('src/', 'tests/')
    but: tuple = ()
    suffixes: tuple = ('.c', '.h')


BANS = (
    Ban('goto', r'\bgoto\b', 'g_auto* and small functions make it needless'),
    Ban('unbounded', r'\b(sprintf|vsprintf|strcpy|strcat|gets|strtok|alloca|g_alloca) *\(', 'it does not know how much room there is'),
    Ban('abort', r'\b(g_error|abort) *\(', 'a failure is a GError, not the end of the program', under=('src/',)),
    Ban('shell', r'\b(system|popen) *\(', 'no shell sees what a customer wrote'),
    Ban('shell', r'\bg_spawn_command_line_a?sync *\(', 'no quoting rules for what a customer wrote', under=('src/',)),
    Ban('markup', r'\b(gtk_label_set_markup\w*|gtk_label_set_use_markup|gtk_widget_set_tooltip_markup) *\(',
        'outside text is data: widgets/zg-markup escapes it', under=('src/',), but=('src/app/widgets/zg-markup',)),
    Ban('sleep', r'\b(sleep|usleep|nanosleep|g_usleep) *\(', 'wait for a condition, not for a time'),
    Ban('sleep', r'\btime\.sleep *\(', 'wait for a condition, not for a time', under=('tests/',), suffixes=('.py',)),
    Ban('old-widgets', r'\b(gtk_dialog_|gtk_message_dialog_|gtk_file_chooser_|gtk_color_chooser_|gtk_font_chooser_|adw_message_dialog_)\w+'
        r'|\bGtk(Message|FileChooser|ColorChooser|FontChooser)?Dialog\b|\bGtkFileChooser\w*',
        'what newer GTK deprecates is wrapped in compat', under=('src/',), but=('src/app/compat/',)),
    Ban('sql', r'\bsqlite3_\w+', 'SQLite is the store\'s own business', but=('src/core/store/', 'tests/store/', 'tests/bench/')),
    Ban('sql', r'\b(zg_statement_new\w*|zg_database_exec|zg_database_query_int64) *\(', 'a table\'s SQL stands with the table, in the store',
        under=('src/',), but=('src/core/store/',)),
    Ban('clock', r'\b(g_get_real_time|gettimeofday|clock_gettime|g_date_time_new_now\w*) *\(|\btime *\( *(NULL|0|&)|\blocaltime(_r)? *\(',
        'ask the ZgClock that was handed in', but=('src/core/domain/zg-time.c', 'tests/unit/test-time.c', 'tests/bench/')),
    Ban('locale-number', r'\b(atoi|atol|atof|strtod) *\(', 'g_ascii_strtoll, g_ascii_strtod: a number is the same in all languages',
        under=('src/',)),
    Ban('integer', r'\bg_ascii_string_to_(un)?signed *\(', 'it fails by chance when two threads call it first: zg_integer_parse()'),
    Ban('shell', r'\bos\.system *\(|\bshell=True\b', 'no shell sees what a customer wrote', suffixes=('.py',), under=('tests/', 'build-aux/')),
)

LEFT_OVER = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')
LEFT_OVER_OWN = 'tests/lint/'

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
SPDX_SUFFIXES = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.svg')

VAGUE = re.compile(r'(^|[-_.])(utils?|helpers?|managers?|misc)([-_.]|$)')

WORDS = r'"((?:\\.|[^"\\])*)"'
# Functions whose first or second argument a person reads, with a string written right there.
SHOWN = re.compile(
    r'\b(gtk_label_new|gtk_label_set_text|gtk_label_set_label|gtk_button_new_with_label|gtk_button_set_label|adw_toast_new'
    r'|gtk_window_set_title|gtk_widget_set_tooltip_text|adw_\w+_set_(?:title|subtitle|description|heading|body))'
    r' *\((?:[^,()"]*(?:\([^()"]*\))?[^,()"]*,)?\s*' + WORDS)
ERRORS = re.compile(r'\bg_(?:set_error|set_error_literal|error_new|error_new_literal) *\((?:[^;"]*?,)\s*' + WORDS)
LATIN_WORD = re.compile(r'[A-Za-z]{2,}')
KEY = re.compile(r'((Ctrl|Alt|Shift)\+)*(Ctrl|Alt|Shift|Esc|Enter|Tab|PgUp|PgDn|F\d+|.)')
UI_SHOWN = re.compile(
    r'<property name="(label|title|subtitle|description|tooltip-text|placeholder-text|heading|body|text)"'
    r'(?P<attributes>[^>]*)>(?P<value>[^<]*)<')
UI_MARKUP = re.compile(r'<property name="use-markup">\s*(true|yes|1)\s*<', re.IGNORECASE)


def check_banned(tree):
    for ban in BANS:
        for file in tree.with_suffix(*ban.suffixes):
            if not file.path.startswith(ban.under) or file.path.startswith(ban.but):
                continue
            for match in re.finditer(ban.pattern, file.code):
                yield file, file.line_at(match.start()), f'{match[0].strip()}: {ban.why}', ban.name
    for file in tree.with_suffix('.ui'):
        for match in UI_MARKUP.finditer(file.text):
            yield file, file.line_at(match.start()), 'use-markup: widgets/zg-markup does this', 'markup'


def check_left_over(tree):
    for file in tree.files:
        if file.suffix in ('.po', '.svg', '.png') or file.path.startswith(LEFT_OVER_OWN):
            continue
        for number, line in enumerate(file.lines, 1):
            match = LEFT_OVER.search(line)
            if match:
                yield file, number, f'{match[0]} is left behind'


def check_spdx(tree):
    for file in tree.files:
        script = file.lines[:1] and file.lines[0].startswith('#!')
        if file.suffix not in SPDX_SUFFIXES and not script:
            continue
        before = 1 if script or file.text.startswith('<?xml') else 0
        if len(file.lines) <= before or SPDX not in file.lines[before]:
            yield file, 1, f'line {before + 1} has to say {SPDX}'


def check_names(tree):
    for file in tree.files:
        stem = file.name.rsplit('.', 1)[0] if file.suffix else file.name
        if VAGUE.search(stem):
            yield file, 1, 'a file has one subject and is named after it'
        elif file.suffix in ('.c', '.h') and file.path.startswith('src/') and not re.fullmatch(r'zg(-[a-z0-9]+)+|main', stem):
            yield file, 1, 'files of src are named zg-thing.c and zg-thing.h'


def check_untranslated(tree):
    for file in tree.with_suffix('.c', under='src/'):
        for pattern in (SHOWN, ERRORS):
            for match in pattern.finditer(file.uncommented):
                words = match[match.lastindex]
                if LATIN_WORD.search(re.sub(r'%[-+ #0-9.l*]*[a-zA-Z]|\\.', ' ', words)):
                    yield file, file.line_at(match.start(match.lastindex)), f'a person reads "{words}": _()'
    for file in tree.with_suffix('.ui'):
        for match in UI_SHOWN.finditer(file.text):
            if 'translatable=' in match['attributes'] or KEY.fullmatch(match['value']):
                continue
            if LATIN_WORD.search(match['value']):
                yield file, file.line_at(match.start()), f'a person reads "{match["value"]}": translatable="yes"'
