# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has in front of the desk: a keyboard, a pointer and a clipboard, on X11 or on Wayland.

Keys and clicks go through the display server, as those of a person do. Nothing here waits for a time: everything waits until
something is so, and fails when it is not so after a long while.
"""
import json
import os
import re
import subprocess
import time

import pointer

# Far more than anything takes, also on a busy machine.
PATIENCE_SECONDS = 40
POLL_SECONDS = 0.03
DRAG_STEPS = 12
# What the toolkit calls the pointer while something is dragged.
CAN_DROP = ('dnd-move', 'move')
CANNOT_DROP = ('dnd-none', 'no-drop')


class Impatient(AssertionError):
    """Something did not come about."""


def wait_until(what, condition):
    """Returns what @condition returned once that was true; @what says in words what was waited for."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Impatient('waited in vain for ' + what)
        time.sleep(POLL_SECONDS)  # lint: allow sleep because it polls a condition


def run(*arguments, **options):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, **options).stdout


class X11Desktop:
    """An X server with a window manager; keys and the pointer are moved with xdotool."""

    # Whether a copy has to answer a key or a click that is younger than what is on the clipboard.
    refuses_old_copies = False

    def __init__(self):
        # Without its messages: it looks for a menu that is not installed.
        self.manager = subprocess.Popen(['openbox', '--sm-disable'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until('the window manager', lambda: 'window id' in run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'))

    def close(self):
        self.manager.terminate()
        self.manager.wait()

    def press(self, *keys):
        """Presses keys one after the other: `Return`, `ctrl+k`."""
        run('xdotool', 'key', '--clearmodifiers', *keys)

    def type_text(self, text):
        run('xdotool', 'type', '--clearmodifiers', '--delay', '20', text)

    def click(self, x, y):
        """Clicks at a place of the display, in pixels from its upper left corner."""
        run('xdotool', 'mousemove', '--sync', str(x), str(y))
        run('xdotool', 'click', '1')

    def drag(self, start, end):
        """Drags what is at one place of the display to another one, and lets go when the pointer says that it would be taken
        there, as a person does: a program that is busy may not have seen it come yet."""
        (x, y), (to_x, to_y) = start, end
        run('xdotool', 'mousemove', '--sync', str(x), str(y), 'mousedown', '1')
        # In steps, because a drag begins with a pointer that has moved a bit, and what it passes over has to see it come.
        for step in range(1, DRAG_STEPS + 1):
            run('xdotool', 'mousemove', '--sync', str(x + (to_x - x) * step // DRAG_STEPS),
                str(y + (to_y - y) * step // DRAG_STEPS))
        wait_until('the pointer to say that it can be dropped', lambda: pointer.shape() in CAN_DROP)
        run('xdotool', 'mouseup', '1')
        wait_until('the drag to end', lambda: pointer.shape() not in CAN_DROP + CANNOT_DROP)

    def park_pointer(self):
        """Out of every window's way, so that a test of the keyboard owes nothing to where the pointer happens to be."""
        width, height = run('xdotool', 'getdisplaygeometry').split()
        run('xdotool', 'mousemove', str(int(width) - 1), str(int(height) - 1))

    def active_window_of(self, process_id):
        """The window that has the keyboard, if it is one of that process; else None."""
        # The window manager may still name a window that was hidden and is shown again before it has given it the keyboard.
        for question in ('getactivewindow', 'getwindowfocus'):
            answer = subprocess.run(['xdotool', question, 'getwindowpid'], capture_output=True, text=True).stdout.strip()
            if answer != str(process_id):
                return None
        return run('xdotool', 'getactivewindow').strip()

    def focus_window_of(self, process_id):
        """As a click into it does."""
        run('xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process_id), '', 'windowactivate')

    def resize_window_of(self, process_id, width, height):
        """As dragging the corner of the one in front does."""
        run('xdotool', 'windowsize', '--sync', self.active_window_of(process_id), str(width), str(height))

    def ask_to_close(self, process_id):
        """Presses the window manager's key, if a window of that process is in front. When another is just coming there, the key
        may find none or the other."""
        if self.active_window_of(process_id):
            self.press('alt+F4')

    def close_window_of(self, process_id):
        """As the window manager's key does, that in front."""
        if self.active_window_of(process_id):
            before = self.titles_of(process_id)
            self.press('alt+F4')
            # It may be another by the time that the window manager has the key.
            wait_until('a window to close', lambda: set(before) - set(self.titles_of(process_id)))

    def active_title_of(self, process_id):
        """What its window is called that has the keyboard, or None."""
        window = self.active_window_of(process_id)
        return window and run('xdotool', 'getwindowname', window).strip()

    def titles_of(self, process_id):
        """What the windows of a process are called that can be seen."""
        windows = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process_id), ''],
                                 capture_output=True, text=True).stdout.split()
        # One may go while it is asked.
        return [subprocess.run(['xdotool', 'getwindowname', window], capture_output=True, text=True).stdout.strip()
                for window in windows]

    def place_of_window(self, window):
        """Where the upper left corner of a window's contents is on the display."""
        # Not from xdotool, which counts the window manager's frame twice.
        about = run('xwininfo', '-id', window)
        return tuple(int(re.search(rf'Absolute upper-left {axis}: +(-?[0-9]+)', about)[1]) for axis in 'XY')

    def popup_of(self, process_id):
        """What a process has popped up over its active window, or None."""
        active = self.active_window_of(process_id)
        windows = run('xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process_id), '').split()
        # Since the first drag the toolkit has one of a pixel, out of sight.
        return next((window for window in windows if window != active and self.place_of_window(window) >= (0, 0)), None)

    def clipboard(self):
        """What pasting anywhere would paste, byte for byte; empty when there is nothing."""
        return subprocess.run(['xclip', '-selection', 'clipboard', '-o'], capture_output=True, text=True,
                              timeout=PATIENCE_SECONDS).stdout

    def clipboard_as(self, media_type):
        """What pasting a picture would paste, as bytes."""
        return subprocess.run(['xclip', '-selection', 'clipboard', '-t', media_type, '-o'], capture_output=True,
                              timeout=PATIENCE_SECONDS).stdout

    def put_on_clipboard(self, text):
        subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text, text=True, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def take_picture(self, path):
        subprocess.run(['import', '-window', 'root', path], check=False)


class WaylandDesktop:
    """A compositor without a screen; keys come from a virtual keyboard."""

    refuses_old_copies = True
    MODIFIERS = {'ctrl', 'shift', 'alt'}

    def __init__(self):
        # Each wtype plugs a keyboard in and out again, and the first key on a desktop's only keyboard comes before the
        # programs know that there is one. This one stays plugged in.
        self.plug_keyboard()

    def plug_keyboard(self):
        self.keyboard = subprocess.Popen(['wtype', '-s', '86400000'])
        wait_until('a keyboard', self.has_keyboard)

    def unplug_keyboard(self):
        self.keyboard.terminate()
        self.keyboard.wait()
        wait_until('the keyboard to go', lambda: not self.has_keyboard())

    def has_keyboard(self):
        return '"keyboard"' in run('swaymsg', '-t', 'get_inputs', '-r')

    def press(self, *keys):
        words = []
        for key in keys:
            *modifiers, last = key.split('+')
            assert set(modifiers) <= self.MODIFIERS, key
            words += [word for modifier in modifiers for word in ('-M', modifier)] + ['-k', last]
            words += [word for modifier in modifiers for word in ('-m', modifier)]
        run('wtype', *words)

    def type_text(self, text):
        run('wtype', '-d', '20', text)

    def park_pointer(self):
        """There is no pointer."""

    def windows_of(self, process_id):
        waiting = [json.loads(run('swaymsg', '-t', 'get_tree'))]
        while waiting:
            node = waiting.pop()
            if node.get('pid') == process_id:
                yield node
            waiting.extend(node['nodes'] + node['floating_nodes'])

    def active_window_of(self, process_id):
        return next((window['id'] for window in self.windows_of(process_id) if window['focused']), None)

    def active_title_of(self, process_id):
        return next((window['name'] for window in self.windows_of(process_id) if window['focused']), None)

    def titles_of(self, process_id):
        return [window['name'] for window in self.windows_of(process_id)]

    def focus_window_of(self, process_id):
        run('swaymsg', f'[pid={process_id}]', 'focus')

    def ask_to_close(self, process_id):
        """Tells the window of that process to close that is in front, if there is one."""
        window = self.active_window_of(process_id)
        if window:
            # It may go by itself before it is told.
            subprocess.run(['swaymsg', f'[con_id={window}]', 'kill'], check=False, capture_output=True)

    def close_window_of(self, process_id):
        """As the compositor's key does, that in front."""
        window = self.active_window_of(process_id)
        if window:
            run('swaymsg', f'[con_id={window}]', 'kill')
            wait_until('the window to close', lambda: self.active_window_of(process_id) != window)

    def clipboard(self):
        return subprocess.run(['wl-paste', '--no-newline'], capture_output=True, text=True,
                              timeout=PATIENCE_SECONDS).stdout

    def clipboard_as(self, media_type):
        return subprocess.run(['wl-paste', '--no-newline', '-t', media_type], capture_output=True,
                              timeout=PATIENCE_SECONDS).stdout

    def put_on_clipboard(self, text):
        subprocess.run(['wl-copy'], input=text, text=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def take_picture(self, path):
        """sway's renderer has no screen to take a picture of."""

    def close(self):
        self.keyboard.terminate()
        self.keyboard.wait()


def open_desktop():
    """The desktop of this session."""
    return WaylandDesktop() if 'WAYLAND_DISPLAY' in os.environ else X11Desktop()
