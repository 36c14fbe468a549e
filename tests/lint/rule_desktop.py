# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads about the program, checked with the desktop's own tools as it was built."""

import re
import shutil
import subprocess

PEDANTIC = 'P:'


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, (result.stdout + result.stderr).splitlines()


def built(tree, file):
    """The built file where there is one, else the source."""
    path = tree.build / file.path.removesuffix('.in')
    return str(path if path.exists() else tree.top / file.path)


def check_desktop(tree):
    for file in tree.files:
        if file.name.endswith('.desktop.in'):
            status, lines = run('desktop-file-validate', built(tree, file))
            if status != 0 or lines:
                yield file, 1, '; '.join(line.split(': ', 1)[-1] for line in lines)


def check_metainfo(tree):
    for file in tree.files:
        if not file.name.endswith('.metainfo.xml.in'):
            continue
        status, lines = run('appstreamcli', 'validate', '--no-net', '--no-color', built(tree, file))
        problems = [line for line in lines if re.match(r'\s*[EWI]: ', line)]
        if status != 0 and not problems:
            problems = lines
        for line in problems:
            match = re.search(r':(\d+):', line)
            yield file, int(match[1]) if match else 1, line.strip()


def check_schema(tree):
    if any(file.name.endswith('.gschema.xml') for file in tree.files):
        status, lines = run(shutil.which('glib-compile-schemas'), '--strict', '--dry-run', str(tree.top / 'data'))
        if status != 0:
            file = next(file for file in tree.files if file.name.endswith('.gschema.xml'))
            yield file, 1, ' '.join(lines)
