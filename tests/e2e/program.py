# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running zhanggui shows, read through AT-SPI as a screen reader would."""
import os
import re
import signal
import subprocess

# Warnings are fatal for the program, not for this client of the accessibility bus, which gets one whenever a program is
# asked too early.
PROGRAM_DEBUG = os.environ.pop('G_DEBUG', '')

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import PATIENCE_SECONDS, Impatient, wait_until  # noqa: E402

WINDOW = Atspi.CoordType.WINDOW
PRESSABLE = ('push button', 'check box', 'entry', 'text', 'combo box', 'page tab', 'menu item')


def text_of(node):
    if node.get_text_iface() is None:
        return ''
    # GTK gives nothing for "up to the end".
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def says(node, words):
    return words in (node.get_name(), text_of(node))


def middle_of(node):
    box = Atspi.Component.get_extents(node, WINDOW)
    return box.x + box.width // 2, box.y + box.height // 2


def is_behind(window):
    return [not window.get_state_set().contains(state) for state in (Atspi.StateType.ACTIVE, Atspi.StateType.MODAL)]


def popover_of(node):
    while node is not None and 'Popover' not in node.get_name():
        node = node.get_parent()
    return node


class StartedByBus:
    """The process of a program that the session's bus has started: it is nobody's child here."""

    def __init__(self, process_id):
        self.pid = process_id
        self.returncode = None

    def poll(self):
        if self.returncode is None and not os.path.exists(f'/proc/{self.pid}'):
            self.returncode = 0
        return self.returncode

    def send_signal(self, number):
        os.kill(self.pid, number)

    def wait(self, _timeout):
        wait_until('the program to end', lambda: self.poll() is not None)
        return self.returncode


class Program:
    """A running zhanggui on a desktop."""

    def __init__(self, desktop, *command, **environment):
        self.desktop = desktop
        self.process = subprocess.Popen(command, env={**os.environ, 'G_DEBUG': PROGRAM_DEBUG, **environment})

    def close(self):
        """Ends it as the end of a session does, and returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_SECONDS)

    def windows(self):
        """Its windows, the one in front first."""
        if self.process.poll() is not None:
            raise Impatient(f'the program ended by itself with status {self.process.returncode}')
        screen = Atspi.get_desktop(0)
        applications = (screen.get_child_at_index(i) for i in range(screen.get_child_count()))
        windows = [application.get_child_at_index(i) for application in applications
                   if application is not None and application.get_process_id() == self.process.pid
                   for i in range(application.get_child_count())]
        # The toolkit's own file dialog never says that it is active.
        windows = sorted((window for window in windows if window is not None), key=is_behind)
        # Nor does a window that came before the toolkit had found the accessibility bus.
        if len(windows) > 1 and all(is_behind(windows[0])):
            title = self.desktop.active_title_of(self.process.pid)
            windows.sort(key=lambda window: window.get_name() != title)
        return windows

    def wait_for_windows(self, n):
        """Until there are so many windows and one of them is in front, so that keys go where they are meant to go."""
        def are_there():
            windows = self.windows()
            return len(windows) == n and self.desktop.active_window_of(self.process.pid)

        return wait_until(f'{n} windows', are_there)

    def walk(self, node):
        """All that has a place in a window, from front to back. What goes away while it is looked at is left out."""
        waiting = [node]
        while waiting:
            node = waiting.pop()
            try:
                # A page of a stack has no place of its own, but what is on it may have.
                if 'Component' in node.get_interfaces():
                    box = Atspi.Component.get_extents(node, WINDOW)
                    if box.width <= 0 or box.height <= 0:
                        continue
                    yield node
                children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
            except GLib.Error:
                continue
            waiting.extend(child for child in reversed(children) if child is not None)

    def is_shown(self, window, node):
        """Whether a pointer would hit it: pages that lie behind others have a place, but nobody sees them."""
        popover = popover_of(node)
        if popover is not None:
            # It lies on a surface of its own, where the window's hit test does not reach.
            return popover.get_state_set().contains(Atspi.StateType.VISIBLE)
        hit = Atspi.Component.get_accessible_at_point(window, *middle_of(node), WINDOW)
        if hit is None:
            # The editable text within a field is hit there, and that is not on the bus.
            return 'EditableText' in node.get_interfaces()
        while hit is not None and hit != node:
            hit = hit.get_parent()
        return hit is not None

    def find(self, words, role=None):
        """What has this name or text and can be seen in the active window, or None."""
        try:
            for window in self.windows()[:1]:
                for node in self.walk(window):
                    if says(node, words) and (role is None or node.get_role_name() == role) and self.is_shown(window, node):
                        return node
        except GLib.Error:
            # It went away while it was looked at.
            pass
        return None

    def nameless(self):
        """What can be pressed in the window in front and has no name to be read aloud: the toolkit then says the class."""
        return [f'{node.get_role_name()} “{node.get_name()}” in “{node.get_parent().get_name()}”'
                for window in self.windows()[:1] for node in self.walk(window)
                if node.get_role_name() in PRESSABLE and re.match('$|Gtk|Adw|Zg', node.get_name())]

    def wait_for(self, words, role=None):
        return wait_until(f'“{words}” on the screen', lambda: self.find(words, role))

    def wait_until_gone(self, words):
        wait_until(f'“{words}” to go', lambda: self.find(words) is None)

    def place_of(self, words, role):
        """Where on the display the middle of what has this name or text is; None while it or its window is not there."""
        node = self.find(words, role)
        active = self.desktop.active_window_of(self.process.pid)
        if node is None or active is None:
            return None
        x, y = middle_of(node)
        popover = popover_of(node)
        if popover is None:
            left, top = self.desktop.place_of_window(active)
            return left + x, top + y

        popup = self.desktop.popup_of(self.process.pid)
        if popup is None:
            return None
        box = Atspi.Component.get_extents(popover, WINDOW)
        left, top = self.desktop.place_of_window(popup)
        return left + x - box.x, top + y - box.y

    def place_at_rest(self, words, role=None):
        """Where on the display the middle of what has this name or text is, once it moves no more."""
        seen = [None]

        def is_at_rest():
            before, seen[0] = seen[0], self.place_of(words, role)
            return seen[0] is not None and seen[0] == before

        wait_until(f'“{words}” to stay in its place', is_at_rest)
        return seen[0]

    def click(self, words, role=None, below=0):
        """Clicks the middle of what has this name or text, or so many pixels below it, once it has come to rest."""
        x, y = self.place_at_rest(words, role)
        self.desktop.click(x, y + below)

    def describe(self):
        """What is in its windows, one line for each thing, to be read when a test fails."""
        lines = []
        for window in self.windows():
            for node in self.walk(window):
                if node.get_name() or text_of(node):
                    box = Atspi.Component.get_extents(node, WINDOW)
                    lines.append(f'{node.get_role_name()} “{node.get_name()}” “{text_of(node)}” '
                                 f'at {box.x},{box.y} {box.width}×{box.height}')
        return '\n'.join(lines)


class Service(Program):
    """A zhanggui that runs already."""

    def __init__(self, desktop, process_id):
        self.desktop = desktop
        self.process = StartedByBus(process_id)
