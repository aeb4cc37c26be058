#!/usr/bin/env bash
# The gate: format, compiler checks, layer rules and every test, in one run of Maven.
# Arguments are passed on to Maven, `-Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false` for example.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs maven; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

# Adds up the runners' reports, in one line that stays when the rest has scrolled by.
summary() {
  find "$root" -path '*/target/surefire-reports/TEST-*.xml' -exec grep -h -m 1 '<testsuite ' {} + |
    awk '
      function number(name) {
        return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
      }
      { all += number("tests"); bad += number("failures") + number("errors"); off += number("skipped") }
      END { printf "\n%d passed, %d failed, %d skipped\n", all - bad - off, bad, off }'
}

require_jdk25
require_needs "$NEEDS_BUILD" "$NEEDS_SOUND" "$NEEDS_WINDOW" "$NEEDS_TEST"
require_font
find "$root" -maxdepth 3 -type d -path '*/target/surefire-reports' -exec rm -rf {} +

outcome=0
run_maven "$@" spotless:check verify || outcome=$?
summary
exit "$outcome"
