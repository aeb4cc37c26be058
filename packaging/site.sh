#!/usr/bin/env bash
# Makes a site of docs/ in packaging/site/target/html; every broken link ends it. Needs MkDocs (Debian:
# mkdocs). Any web server, or a browser, shows the pages.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt needs; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

readonly target="$here/site/target"

# The decisions are listed as they are; their titles are the pages' own.
configuration() {
  local page
  sed -e 's/^docs_dir.*/docs_dir: docs/' -e 's/^site_dir.*/site_dir: html/' "$here/site/mkdocs.yml"
  printf '  - Decisions:\n'
  for page in "$root"/docs/decisions/*.md; do
    printf '      - decisions/%s\n' "$(basename -- "$page")"
  done
}

require_needs 'mkdocs mkdocs'
rm -rf -- "$target"
mkdir -p "$target"
# The plan is for those who build Tonewire.
cp -R "$root/docs" "$target/docs"
rm -- "$target/docs/plan.md"
configuration >"$target/mkdocs.yml"
mkdocs build --quiet --strict --clean --config-file "$target/mkdocs.yml"
say "the site: $target/html/index.html"
