#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-headless.sh [--wayland] [-e NAME=VALUE]… PROGRAM [ARGUMENT…]
#
# Runs a program on a display, a session bus, a home folder and XDG folders of its own, which are gone afterwards, so that
# tests neither see nor touch anything of the person's who runs them. Ends with the program's exit status.
# The display is an X server, or with --wayland sway without a screen; sway does not run as root, and then nobody runs it.
#
# Kept where the caller has set them: G_DEBUG (else fatal-warnings), GTK_A11Y (else test), GSK_RENDERER (else cairo),
# LANG, LC_ALL, LANGUAGE, TZ, and ZG_SCREEN, the size of the display (else 1280x800). -e sets more variables.
set -eu

wayland=
if [ "${1-}" = --wayland ]; then
  wayland=yes
  shift
fi
while [ "${1-}" = -e ]; do
  export "$2"
  shift 2
done

if [ $# -eq 0 ]; then
  echo "usage: $0 [-e NAME=VALUE]... PROGRAM [ARGUMENT...]" >&2
  exit 2
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/zhanggui-headless-XXXXXX")
server=

clean_up ()
{
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkdir "$work/home" "$work/config" "$work/data" "$work/cache" "$work/state" "$work/tmp"
mkdir -m 0700 "$work/run"
export HOME=$work/home
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state
export XDG_RUNTIME_DIR=$work/run
export TMPDIR=$work/tmp

export GDK_BACKEND=${wayland:+wayland}
export GDK_BACKEND=${GDK_BACKEND:-x11}
export GSK_RENDERER=${GSK_RENDERER-cairo}
export GTK_A11Y=${GTK_A11Y-test}
export GSETTINGS_BACKEND=memory
export GIO_USE_VFS=local
export G_DEBUG=${G_DEBUG-fatal-warnings}
unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY GTK_IM_MODULE GTK_THEME DESKTOP_STARTUP_ID XDG_ACTIVATION_TOKEN

# The program's exit status comes back in a file: sway has one of its own.
if [ -n "$wayland" ]; then
  printf '%s\n' 'xwayland disable' 'output HEADLESS-1 mode 1280x800' 'default_border none' \
    "exec sh '$work/program'" >"$work/sway.conf"
  printf '%q ' "$@" >"$work/program"
  printf '>&3 2>%q; echo $? >%q; swaymsg exit\n' "$work/stderr" "$work/status" >>"$work/program"
  as=
  if [ "$(id -u)" = 0 ]; then
    chown -R nobody "$work"
    as='setpriv --reuid=nobody --regid=nogroup --clear-groups'
  fi
  WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman \
    $as dbus-run-session -- sway -c "$work/sway.conf" 3>&1 >"$work/sway.log" 2>&1 &
  program=$!
  trap 'kill "$program" 2>/dev/null; exit 143' TERM
  wait "$program" || true
  [ -s "$work/status" ] || cat "$work/sway.log" >&2
  cat "$work/stderr" >&2
  exit "$(cat "$work/status" 2>/dev/null || echo 99)"
fi

# The server chooses a free number itself, so that any number of these can run side by side.
Xvfb -displayfd 3 -screen 0 "${ZG_SCREEN-1280x800}x24" -nolisten tcp -noreset \
  3>"$work/display" 2>"$work/xvfb.log" </dev/null >/dev/null &
server=$!
tries=0
until [ -s "$work/display" ]; do
  tries=$((tries + 1))
  if [ $tries -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$work/xvfb.log" >&2
    echo 'run-headless.sh: no display came up' >&2
    exit 99
  fi
  sleep 0.05
done
export DISPLAY=:$(head -n 1 "$work/display")

# In the background and waited for, so that a signal to this script is not held up until the program is done. What services
# of the bus print must not come between the program's lines.
dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" 3>&1 >&2 &
program=$!
trap 'kill "$program" 2>/dev/null; exit 143' TERM
status=0
wait "$program" || status=$?
exit "$status"
