# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that knows which packages of which distribution Zhanggui is built, run and tested with.
# Sourced by build-aux/run and build-aux/test, which call zg_install with the sets they need:
#   build   to compile the program, and what it needs to run; where there is no package of liblunar-date, Meson fetches
#           it with git (subprojects/lunar-date.wrap)
#   screen  a display that nobody looks at, and the tools to press keys and take pictures on it
#   test    what the test suites use beyond that
#   bench   what the benchmarks measure beside, in Debian
#   fuzz    what tests/fuzz/run compiles with and counts lines with

# The family decides the package manager; derived distributions name their parent in ID_LIKE.
zg_family ()
{
  local id='' like=''

  if [ -r /etc/os-release ]; then
    id=$(. /etc/os-release && echo "${ID-}")
    like=$(. /etc/os-release && echo "${ID_LIKE-}")
  fi
  case " $id $like " in
    *' debian '*|*' ubuntu '*) echo debian ;;
    *' fedora '*|*' rhel '*) echo fedora ;;
    *' arch '*) echo arch ;;
    *) echo unknown ;;
  esac
}

zg_packages ()
{
  case "$1-$2" in
    debian-build) echo '
      gcc libc6-dev meson ninja-build pkg-config gettext python3 libglib2.0-dev libglib2.0-bin libsqlite3-dev libicu-dev
      libjson-glib-dev libyaml-dev liblunar-date-dev libgtk-4-dev libgtk-4-bin libadwaita-1-dev desktop-file-utils appstream
      adwaita-icon-theme dconf-gsettings-backend fonts-cantarell fonts-noto-cjk librsvg2-common' ;;
    debian-screen) echo '
      xvfb xauth dbus dbus-x11 xdotool imagemagick x11-utils locales' ;;
    debian-test) echo '
      at-spi2-core dunst gir1.2-atspi-2.0 git libasan8 libubsan1 openbox poppler-utils procps python3-gi sqlite3 sway tzdata
      util-linux wl-clipboard wmctrl wtype xclip' ;;
    debian-fuzz) echo '
      clang libclang-rt-dev llvm' ;;
    debian-bench) echo '
      copyq evolution-data-server libebook1.2-dev' ;;
    fedora-build) echo '
      gcc git meson ninja-build pkgconf-pkg-config gettext python3 glib2-devel sqlite-devel libicu-devel json-glib-devel libyaml-devel
      gtk4-devel libadwaita-devel desktop-file-utils appstream
      adwaita-icon-theme dconf abattis-cantarell-fonts google-noto-sans-cjk-vf-fonts librsvg2' ;;
    fedora-screen) echo '
      xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon dbus-x11 xdotool ImageMagick xwininfo glibc-langpack-zh' ;;
    fedora-test) echo '
      at-spi2-core dunst git libasan libubsan openbox poppler-utils procps-ng python3-gobject sqlite sway tzdata util-linux
      wl-clipboard wmctrl wtype xclip' ;;
    fedora-fuzz) echo '
      clang compiler-rt llvm' ;;
    arch-build) echo '
      gcc git meson ninja pkgconf gettext python glib2 glib2-devel sqlite icu json-glib libyaml gtk4 libadwaita desktop-file-utils appstream
      adwaita-icon-theme dconf cantarell-fonts noto-fonts-cjk librsvg' ;;
    arch-screen) echo '
      xorg-server-xvfb xorg-xauth dbus xdotool imagemagick xorg-xwininfo' ;;
    arch-test) echo '
      at-spi2-core dunst git openbox poppler procps-ng python-gobject sqlite sway tzdata util-linux wl-clipboard wmctrl
      wtype xclip' ;;
    arch-fuzz) echo '
      clang compiler-rt llvm' ;;
  esac
}

# Of the packages in the arguments, those that are not installed.
zg_missing ()
{
  local family=$1 package
  shift

  for package; do
    case $family in
      debian) [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ;;
      fedora) rpm -q --quiet --whatprovides "$package" ;;
      arch) pacman -T "$package" >/dev/null ;;
    esac || echo "$package"
  done
}

zg_as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs an administrator, and there is no sudo. Please run as root: $*" >&2
    return 1
  fi
}

# zg_install SET…: installs what is missing of these sets. Quick and silent when nothing is.
zg_install ()
{
  local family set missing

  family=$(zg_family)
  if [ "$family" = unknown ]; then
    echo 'Unknown distribution: nothing is installed. build-aux/packages.sh lists what is needed.' >&2
    return 0
  fi

  # Word splitting is wanted: the lists are words.
  # shellcheck disable=SC2046
  missing=$(for set; do zg_missing "$family" $(zg_packages "$family" "$set"); done)
  [ -n "$missing" ] || return 0

  echo "Installing: $(echo $missing)"
  # shellcheck disable=SC2086
  case $family in
    debian)
      zg_as_root apt-get update -q
      zg_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ;;
    fedora) zg_as_root dnf install -y --setopt=install_weak_deps=False $missing ;;
    arch) zg_as_root pacman -S --needed --noconfirm $missing ;;
  esac
}

# zg_make_locales NAME…: the C library's locales that are not there yet. LANGUAGE alone has no effect under C.UTF-8.
zg_make_locales ()
{
  local name

  for name; do
    locale -a | grep -qix "${name%.UTF-8}.utf-\?8" && continue
    command -v localedef >/dev/null && [ -e "/usr/share/i18n/locales/${name%.UTF-8}" ] || continue
    echo "Making the locale $name"
    zg_as_root localedef -i "${name%.UTF-8}" -f UTF-8 "$name"
  done
}
