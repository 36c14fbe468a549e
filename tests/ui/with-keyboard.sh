#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keyboard.sh PROGRAM [ARGUMENT…]
#
# Runs a program on a Wayland display that has no devices, with a keyboard that nobody touches: without any, no window ever
# becomes the active one. Ends with the program's exit status.
set -eu

wtype -s 600000 &
keyboard=$!
trap 'kill "$keyboard" 2>/dev/null' EXIT
status=0
"$@" || status=$?
exit "$status"
