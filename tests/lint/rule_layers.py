# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. The build's include paths say it too, where folders are libraries of their own."""

import re

INCLUDE = re.compile(r'(?m)^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]')

CORE = {
    'src/core/domain': (),
    'src/core/text': ('src/core/domain',),
    'src/core/exchange': ('src/core/domain', 'src/core/text'),
    'src/core/store': ('src/core/domain', 'src/core/text'),
    'src/core/services': ('src/core/domain', 'src/core/text', 'src/core/exchange', 'src/core/store'),
}
LAYERS = CORE | {
    'src/models': ('src/core/domain', 'src/core/text', 'src/core/store', 'src/core/services'),
    'src/paper': ('src/core/domain',),
    'src/ctl': tuple(CORE) + ('src/paper',),
    'src/app': ('src/core/domain', 'src/core/text', 'src/core/store', 'src/core/services', 'src/models',
                'src/paper'),
}

# Folders of src/app that are not a screen's own: any screen may use them, and they use no screen.
SHARED = ('src/app/widgets', 'src/app/platform', 'src/app/compat')

TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|adw|pango)\b')
# SQL is written in the store and in services; above them there are only tables and desks.
SQL_HEADER = 'zg-statement.h'
SQL_LAYERS = ('src/core/store', 'src/core/services')
GENERATED = re.compile(r'^(config\.h|zg(-[a-z]+)*-resources\.h)$')


def layer_of(folder):
    return next((layer for layer in LAYERS if folder == layer or folder.startswith(layer + '/')), None)


def screen_of(folder):
    """The screen a folder belongs to; None for the window itself and for what screens share."""
    if not folder.startswith('src/app/') or folder.startswith(SHARED):
        return None
    return folder.split('/')[2]


def system_include(layer, header):
    if header == 'sqlite3.h' and layer != 'src/core/store':
        return 'only src/core/store may include sqlite3.h'
    if header.startswith('pango/') and layer == 'src/paper':
        return None
    if TOOLKIT.match(header) and layer != 'src/app':
        return f'{layer} must not know the toolkit: <{header}>'
    return None


def own_include(folder, target, header):
    layer, below = layer_of(folder), layer_of(target)
    if below != layer and below not in LAYERS[layer]:
        return f'{layer} must not include {header}, which is in {below}'
    if header.endswith(SQL_HEADER) and layer not in SQL_LAYERS:
        return f'{layer} must not write SQL: {header}'
    if layer != 'src/app':
        return None
    here, there = screen_of(folder), screen_of(target)
    if here is not None and there is not None and here != there:
        return f'screens never include each other: {header}'
    if folder.startswith(SHARED) and there is not None:
        return f'{folder} is shared and must not know a screen: {header}'
    return None


def check(tree):
    headers = {}
    for file in tree.with_suffix('.h', under='src/'):
        headers.setdefault(file.name, []).append(file)

    for file in tree.with_suffix('.c', '.h', under='src/'):
        layer = layer_of(file.folder)
        if layer is None:
            yield file, 1, 'not in a folder that the layers know'
            continue
        for match in INCLUDE.finditer(file.uncommented):
            kind, header = match.groups()
            problem = None
            if kind == '<':
                problem = system_include(layer, header)
            else:
                found = headers.get(header.rsplit('/', 1)[-1], [])
                if found:
                    problem = own_include(file.folder, found[0].folder, header)
                elif not GENERATED.match(header):
                    problem = f'no header {header} in src'
            if problem is not None:
                yield file, file.line_at(match.start(2)), problem


def check_once(tree):
    """Each header guards itself, and no two have the same name (includes are looked up by name)."""
    seen = {}
    for file in tree.with_suffix('.h'):
        lines = [line for line in file.code.splitlines() if line.strip()]
        if not lines or lines[0].strip() != '#pragma once':
            yield file, 1, '#pragma once has to be the first line of code'
        if file.path.startswith('src/') and file.name in seen:
            yield file, 1, f'there is a header of this name in {seen[file.name]}, too'
        seen[file.name] = file.folder
