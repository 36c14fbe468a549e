# SPDX-License-Identifier: GPL-3.0-or-later
"""Says how the steps of a path went, in the Test Anything Protocol."""
import pathlib
import sys
import traceback


def explain(text):
    """Says it beside the steps, and on standard error, which is all that a run of CI shows of a failed test."""
    for line in text.splitlines():
        print('#', line, flush=True)
        print('#', line, file=sys.stderr, flush=True)


def walk(path, picture):
    """Takes the steps of a path, (name, function), one after the other. After a failure the way is blocked, and all others
    fail with it. Returns whether all went well."""
    steps = path.steps()
    print(f'1..{len(steps)}')
    blocked = False
    for number, (name, step) in enumerate(steps, 1):
        if not blocked:
            try:
                step()
            except Exception:
                blocked = True
                explain(traceback.format_exc())
                try:
                    path.explain(picture)
                except Exception:
                    explain(traceback.format_exc())
        print('not ok' if blocked else 'ok', number, '-', name)
        sys.stdout.flush()
    return not blocked


def run(path_class):
    """The whole test program: walks the path of that class with the programs that the command line names."""
    path = path_class(*sys.argv[1:3])
    try:
        went_well = walk(path, f'{pathlib.Path(sys.argv[0]).stem}.png')
    finally:
        path.close()
    sys.exit(0 if went_well else 1)
