#!/usr/bin/env bash
# Installs the package that build.sh made in a bare Debian, uses it and removes it, as root:
#   check.sh [SUITE]   in a root of its own made by debootstrap, bookworm unless named
#   check.sh --here    on this machine
# The windows need Xvfb, xdotool, xclip and ImageMagick on this machine, and are skipped without.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
readonly here
# shellcheck source=/dev/null
source "$here/../common/say.sh"
# shellcheck source=/dev/null
source "$here/check-steps.sh"
# shellcheck source=/dev/null
source "$here/check-window.sh"

readonly target=$here/target
readonly MIRROR=${MIRROR:-http://deb.debian.org/debian}

# A root with nothing in it but what every Debian has; the pristine one is kept for the next time.
make_root() {
  local base=$target/base-$1
  if [ ! -e "$base/made" ]; then
    command -v debootstrap >/dev/null || die "debootstrap is missing: apt-get install debootstrap"
    rm -rf "$base"
    say "making a bare $1 (log: $base.log)"
    debootstrap --variant=minbase "$1" "$base" "$MIRROR" >"$base.log" 2>&1 || die "debootstrap failed: see $base.log"
    touch "$base/made"
  fi
  say "copying the bare $1"
  rm -rf "$root"
  cp -a -- "$base" "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  cp -L -- /etc/resolv.conf "$root/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
}

# Everything that lies in the root, but for what apt and dpkg write down and what people own.
everything() {
  in_root find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /run -o -path /home \
    -o -path /root -o -path /var/log -o -path /var/cache -o -path /var/lib/dpkg -o -path /var/lib/apt \
    -o -path /srv \) -prune -o -print | LC_ALL=C sort
}

main() {
  local package
  [ "$(id -u)" = 0 ] || die "only root can install: sudo $0 $*"
  package=$(find "$target" -maxdepth 1 -name 'tonewire_*.deb' -printf '%T@ %p\n' | sort -rn | head -n 1 | cut -d ' ' -f 2-)
  [ -n "$package" ] || die "no package: packaging/linux/build.sh makes it"
  if [ "$1" = --here ]; then
    root=/
  else
    # In mounts of its own, which end with the script.
    [ -n "${TONEWIRE_CHECK:-}" ] || TONEWIRE_CHECK=yes exec unshare --mount --propagation private "$0" "$@"
    root=$target/root-$1
    make_root "$1"
  fi
  work=$(mktemp -d)
  trap 'end_all; rm -rf "$work"' EXIT
  install_package "$package"
  links_are_handed_over
  run_plainly
  build_is_the_same_with_and_without_cache
  changed_jar_runs_new_code
  host_and_hear
  if windows_can_be_seen; then
    window_from_the_menu
    room_by_mouse_and_link
  fi
  nothing_was_unpacked
  remove_package
  say "all well"
}

main "${@:-bookworm}"
