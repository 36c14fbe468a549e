# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's bus, as a desktop uses it: asking a program for an action, searching in it, starting it as a service."""
import os
import pathlib

from gi.repository import Gio, GLib

from desktop import wait_until

APPLICATION = 'io.github.zhanggui.Zhanggui'
PATH = '/io/github/zhanggui/Zhanggui'
SEARCH = 'org.gnome.Shell.SearchProvider2'


class Bus:
    def __init__(self):
        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def call(self, name, path, interface, method, arguments=None):
        answer = self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()

    def ask_bus(self, method, arguments=None):
        return self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method, arguments)

    def process_of(self, name=APPLICATION):
        """The id of the process that has this name on the bus, or None."""
        if not self.ask_bus('NameHasOwner', GLib.Variant('(s)', (name,)))[0]:
            return None
        return self.ask_bus('GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))[0]

    def wait_for_program(self):
        return wait_until('the program on the bus', self.process_of)

    def activate(self):
        """As a click on the program's icon does."""
        self.call(APPLICATION, PATH, 'org.freedesktop.Application', 'Activate', GLib.Variant('(a{sv})', ({},)))

    def activate_action(self, name, **platform_data):
        """As a desktop's shortcut or the desktop file's action does."""
        data = {key.replace('_', '-'): GLib.Variant('s', value) for key, value in platform_data.items()}
        self.call(APPLICATION, PATH, 'org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', (name, [], data)))

    def search(self, *terms):
        return self.call(APPLICATION, PATH + '/SearchProvider', SEARCH, 'GetInitialResultSet', GLib.Variant('(as)', (terms,)))[0]

    def search_within(self, results, *terms):
        return self.call(APPLICATION, PATH + '/SearchProvider', SEARCH, 'GetSubsearchResultSet',
                         GLib.Variant('(asas)', (results, terms)))[0]

    def describe(self, results):
        return self.call(APPLICATION, PATH + '/SearchProvider', SEARCH, 'GetResultMetas', GLib.Variant('(as)', (results,)))[0]

    def choose(self, result, *terms):
        self.call(APPLICATION, PATH + '/SearchProvider', SEARCH, 'ActivateResult', GLib.Variant('(sasu)', (result, terms, 0)))

    def search_in_window(self, *terms):
        self.call(APPLICATION, PATH + '/SearchProvider', SEARCH, 'LaunchSearch', GLib.Variant('(asu)', (terms, 0)))

    def install_service(self, *command):
        """Lets the bus start the program when somebody asks it something, as the installed service file does."""
        folder = pathlib.Path(os.environ['XDG_DATA_HOME'], 'dbus-1', 'services')
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f'{APPLICATION}.service').write_text(
            f'[D-BUS Service]\nName={APPLICATION}\nExec={" ".join(map(str, command))}\n', encoding='utf-8')
        # What the bus starts has the environment of the bus: it is older than the display.
        kept = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
        self.ask_bus('UpdateActivationEnvironment', GLib.Variant('(a{ss})', (kept,)))
        self.ask_bus('ReloadConfig')
