#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-options.py FOLDER -Dname=value…: succeeds if the build folder has all of these options already.

`meson configure` would configure anew even if nothing changes, and then everything looks out of date.
"""

import json
import pathlib
import sys


def main():
    folder, *wanted = sys.argv[1:]
    options = json.loads(pathlib.Path(folder, 'meson-info/intro-buildoptions.json').read_text())
    values = {option['name']: option['value'] for option in options}
    for argument in wanted:
        name, _, value = argument.removeprefix('-D').partition('=')
        now = values.get(name)
        if isinstance(now, list):
            now = ','.join(now)
        if isinstance(now, bool):
            now = str(now).lower()
        if now != value:
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
