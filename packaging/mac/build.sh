#!/usr/bin/env bash
# Builds packaging/mac/target/image/Tonewire-*.dmg, on macOS with a JDK 25 and Maven. Signed if
# MAC_SIGNING_IDENTITY names a certificate in the keychain. Never run by its authors: see ../README.md.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
readonly here root
cd -- "$root"
for part in say apt jdk maven sources image; do
  # shellcheck source=/dev/null
  source "packaging/common/$part.sh"
done

readonly work=packaging/mac/target

# A notary looks into jars, too: the libraries that stay there are signed there.
sign_in_jars() {
  local jar library folder=$work/signing
  for jar in "$work"/input/*.jar; do
    while read -r library; do
      rm -rf "$folder"
      mkdir -p "$folder"
      unzip -q "$jar" "$library" -d "$folder"
      codesign --force --timestamp --options runtime --sign "$MAC_SIGNING_IDENTITY" "$folder/$library"
      (cd "$folder" && zip -q -0 -u "$root/$jar" "$library")
    done < <(unzip -Z1 "$jar" | grep -E '\.(dylib|jnilib)$')
  done
}

main() {
  local version signing=()
  version=$(plain_version)
  require_jdk25
  mkdir -p "$work/resources"
  build_jars
  make_runtime
  "$JAVA_HOME/bin/java" packaging/common/Icons.java "$work/icons"
  sed "s/@VERSION@/$version/" "$here/Info.plist" >"$work/resources/Info.plist"
  if [ -n "${MAC_SIGNING_IDENTITY:-}" ]; then
    sign_in_jars
    signing=(--mac-sign --mac-signing-key-user-name "$MAC_SIGNING_IDENTITY"
      --mac-entitlements packaging/mac/entitlements.plist)
  fi
  # A bundle's own version may not begin with 0: it is one ahead, and nobody sees it.
  make_image dmg --name Tonewire --app-version "$((${version%%.*} + 1)).${version#*.}" \
    --icon "$work/icons/tonewire.icns" --resource-dir "$work/resources" \
    --mac-package-identifier org.tonewire.Tonewire --mac-app-category music \
    ${signing[@]+"${signing[@]}"}
}

main "$@"
