# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence is known to gettext, and translated into every language of po/LINGUAS."""

import os
import re
import subprocess
import tempfile

CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) *\( *"|\b(?:ngettext|C_) *\(')
TRANSLATABLE = re.compile(r'translatable="(?:yes|true|1)"')
POTFILES = 'po/POTFILES.in'

# What Meson's preset "glib" for i18n.gettext hands to xgettext.
XGETTEXT = (
    'xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
    '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
    '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format', '--flag=g_string_printf:2:c-format',
    '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format', '--flag=g_set_error:4:c-format')


def has_text(file):
    if file.suffix in ('.c', '.h'):
        return CALL.search(file.uncommented) is not None
    if file.suffix == '.ui':
        return TRANSLATABLE.search(file.text) is not None
    return file.name.endswith(('.desktop.in', '.metainfo.xml.in'))


def check_potfiles(tree):
    potfiles = tree.file(POTFILES)
    listed = {}
    last = ''
    for number, line in enumerate(potfiles.lines, 1):
        name = line.strip()
        if not name or name.startswith('#'):
            continue
        if name in listed:
            yield potfiles, number, f'{name} is listed twice'
        elif name < last:
            yield potfiles, number, f'{name} does not stand in alphabetical order'
        listed[name] = number
        last = name
        file = tree.file(name)
        if file is None:
            yield potfiles, number, f'{name} does not exist'
        elif not has_text(file):
            yield potfiles, number, f'{name} has nothing to translate'
    for file in tree.files:
        if not file.path.startswith(('src/', 'ui/', 'data/')):
            continue
        if file.path not in listed and has_text(file):
            yield file, 1, f'has text to translate and is not in {POTFILES}'


def output_of(command, folder):
    environment = os.environ | {'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def messages(text):
    """The (first source place, message) of each entry in the text of a po file, without its header."""
    for entry in text.split('\n\n'):
        message = re.search(r'(?m)^msgid (".*"(?:\n".*")*)', entry)
        if message is None:
            continue
        words = ''.join(re.findall(r'"(.*)"', message[1]))
        place = re.search(r'(?m)^#: (\S+)', entry)
        if words:
            yield place[1] if place else '', words


def check_language(tree, language, pot, folder):
    po = tree.file(f'po/{language}.po')
    if po is None:
        yield tree.file('po/LINGUAS'), 1, f'there is no {language}.po'
        return

    checked = output_of(['msgfmt', '--check', '--output-file=/dev/null', tree.top / po.path], folder)
    if checked.returncode != 0:
        for line in checked.stderr.splitlines():
            match = re.match(r'.*\.po:(\d+): (.*)', line)
            if match and not match[2].startswith('warning:'):
                yield po, int(match[1]), match[2]

    merged = f'{language}.po'
    result = output_of(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file=' + merged, tree.top / po.path, pot], folder)
    if result.returncode != 0:
        yield po, 1, result.stderr.strip()
        return
    for option, problem in (('--untranslated', 'not translated'), ('--only-fuzzy', 'fuzzy')):
        text = output_of(['msgattrib', '--no-obsolete', '--no-wrap', option, merged], folder).stdout
        for place, words in messages(text):
            yield po, 1, f'{problem}: "{words}" ({place})'


def check_translations(tree):
    with tempfile.TemporaryDirectory() as folder:
        pot = folder + '/zhanggui.pot'
        result = output_of([*XGETTEXT, '--files-from=' + POTFILES, '--output=' + pot], tree.top)
        if result.returncode != 0:
            yield tree.file(POTFILES), 1, result.stderr.strip()
            return
        for language in tree.file('po/LINGUAS').text.split():
            yield from check_language(tree, language, pot, folder)
