#!/usr/bin/env bash
# The gate: format, compiler checks, layer rules and every test. Green only if all of them passed and
# none was skipped; the closing line counts them. On Windows and macOS the unit tests alone.
# Arguments are passed on to Maven, `-Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false` for example.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs maven reports; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

modules=(signaling-embedded app)
[ "$(this_system)" != linux ] || modules+=(src-test)
readonly modules

require_what_tests_start() {
  require_jdk25
  [ "$(this_system)" = linux ] || return 0
  require_needs "$NEEDS_BUILD" "$NEEDS_SOUND" "$NEEDS_WINDOW" "$NEEDS_TEST"
  require_font
}

# `some` where the arguments choose tests.
extent() {
  local argument
  for argument in "$@"; do
    case $argument in
      -Dtest=* | -Dgroups=* | -Dit.test=* | --projects* | -pl* | -rf* | --resume-from*) printf 'some' && return ;;
    esac
  done
  printf 'all'
}

# A module is tested whatever became of those before it: tests that fail are for the reports to tell,
# and what else goes wrong (a compiler's word, a runner that died) is told by Maven's own words.
run_all_modules() {
  local log=$root/target/gate.log only=()
  [ "$(this_system)" = linux ] || only=(--projects "$(IFS=, && printf '%s' "${modules[*]}")")
  mkdir -p "$root/target"
  run_maven --quiet ${only[@]+"${only[@]}"} "$@" spotless:check || return 1
  run_maven ${only[@]+"${only[@]}"} --fail-never -Dmaven.test.failure.ignore=true "$@" verify 2>&1 |
    tee "$log" || return 1
  ! grep -Eq '^\[ERROR\] Failed to execute goal|Build failures were ignored|BUILD FAILURE' "$log"
}

main() {
  local outcome=0
  cd -- "$root"
  require_what_tests_start
  clear_reports "${modules[@]}"
  run_all_modules "$@" || outcome=1
  [ "$outcome" = 0 ] || say "Maven failed, and not by a test: its words are above and in target/gate.log"
  judge_reports "$(extent "$@")" "${modules[@]}" || outcome=1
  return "$outcome"
}

main "$@"
