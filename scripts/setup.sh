# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run and test: what Broadsheet needs to be built, and how to get it on Debian and Ubuntu.

# Each line: the packages, any of which will do (names differ between releases), first choice first.
BUILD_PACKAGES=(
  "g++" "cmake" "ninja-build" "pkg-config pkgconf" "ccache"
  "qt6-base-dev" "qt6-svg-dev libqt6svg6-dev" "qt6-tools-dev" "qt6-tools-dev-tools" "qt6-l10n-tools"
  "libsqlite3-dev" "libqt6sql6-sqlite" "libgl-dev libgl1-mesa-dev"
  "libxml2-dev" "zlib1g-dev" "libgumbo-dev" "libzstd-dev" "libuchardet-dev" "libxcb1-dev"
  "qtkeychain-qt6-dev" "qt6-multimedia-dev"
)
# What the window needs at run time beyond what the above brings.
RUN_PACKAGES=("qt6-qpa-plugins" "libxcb-cursor0" "qt6-image-formats-plugins")
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}" in
  C | C.* | POSIX | en*) ;;
  *) RUN_PACKAGES+=("qt6-translations-l10n") ;; # Qt's own words, such as "Cancel", in the reader's language
esac

say() { printf '%s\n' "$*" >&2; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints the packages of the list (lines of alternatives) of which no alternative is installed.
missing_packages() {
  local line package found
  for line in "$@"; do
    found=
    for package in $line; do
      if installed "$package"; then found=1; break; fi
    done
    [ -n "$found" ] || printf '%s\n' "$line"
  done
}

# The first alternative that the package lists know.
choose_package() {
  local package
  for package in $1; do
    if apt-cache show "$package" >/dev/null 2>&1; then printf '%s\n' "$package"; return; fi
  done
  printf '%s\n' "${1%% *}"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

other_systems() {
  cat >&2 <<'TEXT'
Broadsheet sets itself up on Debian 12, Ubuntu 24.04 and later. On another system please install, then start this again:
  a C++20 compiler (GCC 12, Clang 15), CMake 3.23, Ninja, pkg-config, perhaps ccache
  Qt 6.4 or later: Core, Gui, Widgets, Network, Sql with the SQLite driver, Svg, DBus, Test, Linguist tools
  libxml2, zlib, gumbo-parser, zstd, uchardet, with their headers
TEXT
}

# Installs what is missing; asks for a password only where something is.
install_missing() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if command -v cmake >/dev/null && command -v ninja >/dev/null; then return 0; fi
    other_systems
    return 1
  fi
  local lines
  mapfile -t lines < <(missing_packages "${BUILD_PACKAGES[@]}" "$@")
  [ "${#lines[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "These packages are missing, and neither root nor sudo is at hand to install them: ${lines[*]}"
    return 1
  fi
  say "Updating the package lists…"
  as_root apt-get update -qq >&2 || say "apt-get update failed; going on with the lists that are there."
  local names=() line
  for line in "${lines[@]}"; do names+=("$(choose_package "$line")"); done
  say "Installing: ${names[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >&2
}

# build PRESET [TARGET…]
build() {
  local preset=$1
  shift
  # Generators leave the cache alone if nothing changed, so this is quick the second time.
  cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || { cat "build/configure-$preset.log" >&2; return 1; }
  cmake --build "build/$preset" ${1:+--target "$@"}
}
