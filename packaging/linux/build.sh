#!/usr/bin/env bash
# Builds packaging/linux/target/tonewire_VERSION_ARCHITECTURE.deb: the image by jlink and jpackage, the
# package by dpkg-deb (docs/decisions/0040 says why).
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
readonly here root
cd -- "$root"
for part in common/{say,apt,jdk,needs,maven,sources,image} linux/{train,stage}; do
  # shellcheck source=/dev/null
  source "packaging/$part.sh"
done

readonly work=packaging/linux/target
# shellcheck disable=SC2034 # for image.sh, train.sh and stage.sh
readonly image=$work/image/tonewire caches=yes
readonly NEEDS_PACKAGE='
dpkg-deb dpkg
Xvfb xvfb
'

main() {
  local version architecture package
  umask 022
  require_jdk25
  require_needs "$NEEDS_BUILD" "$NEEDS_SOUND" "$NEEDS_WINDOW" "$NEEDS_PACKAGE"
  require_font
  version=$(project_version | sed 's/-/~/')
  architecture=$(dpkg --print-architecture)
  package=$work/tonewire_${version}_$architecture.deb
  mkdir -p "$work"
  build_jars
  make_runtime
  "$JAVA_HOME/bin/java" packaging/common/Icons.java "$work/icons"
  make_image app-image --name tonewire --app-version "$(plain_version)" \
    --icon "$work/icons/hicolor/512x512/apps/org.tonewire.Tonewire.png"
  rm -rf "${work:?}/home"
  mkdir -p "$work/home"
  say "making the caches for quick starts"
  trap end_helpers EXIT
  train_server
  train_window
  say "making the package"
  stage "$version" "$architecture"
  dpkg-deb --root-owner-group -Zzstd -z12 --build "$work/stage" "$package" >&2
  say "made $package"
}

main "$@"
