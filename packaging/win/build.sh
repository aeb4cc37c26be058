#!/usr/bin/env bash
# Builds packaging/win/target/installer/Tonewire-*.msi, on Windows in Git's bash with a JDK 25, Maven
# and WiX. Signed if SIGNTOOL, WINDOWS_PFX and WINDOWS_PFX_PASSWORD name the tool, a certificate's file
# and its password. Never run by its authors: see ../README.md.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
readonly here root
cd -- "$root"
for part in say apt jdk maven sources image; do
  # shellcheck source=/dev/null
  source "packaging/common/$part.sh"
done

readonly work=packaging/win/target

sign() {
  [ -n "${WINDOWS_PFX:-}" ] || return 0
  MSYS_NO_PATHCONV=1 "$SIGNTOOL" sign /q /fd SHA256 /f "$WINDOWS_PFX" /p "$WINDOWS_PFX_PASSWORD" \
    /tr http://timestamp.digicert.com /td SHA256 "$@"
}

main() {
  [ -n "${JAVA_HOME:-}" ] || die "set JAVA_HOME to a JDK 25"
  mkdir -p "$work"
  build_jars
  make_runtime
  "$JAVA_HOME/bin/java" packaging/common/Icons.java "$work/icons"
  # A program without a console cannot write to one: the command line has a launcher of its own.
  printf 'win-console=true\n' >"$work/command.properties"
  make_image app-image --name Tonewire --app-version "$(plain_version)" --icon "$work/icons/tonewire.ico" \
    --add-launcher "tonewire-command=$work/command.properties"
  find "$work/image" \( -name '*.exe' -o -name '*.dll' \) -print0 | while IFS= read -r -d '' file; do
    sign "$file"
  done
  "$JAVA_HOME/bin/jpackage" --type msi --app-image "$work/image/Tonewire" --dest "$work/installer" \
    --name Tonewire --app-version "$(plain_version)" --vendor Tonewire \
    --win-upgrade-uuid "$(cat packaging/win/upgrade.code)" --win-per-user-install --win-menu --win-shortcut
  sign "$work"/installer/*.msi
}

main "$@"
