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

# Whether the arguments are properties alone. Anything else, a goal above all, may change the
# folders in which a second Maven works.
only_properties() {
  local argument
  for argument in "$@"; do
    case $argument in -D?*) ;; *) return 1 ;; esac
  done
}

# A module is tested whatever became of those before it: tests that fail are for the reports to tell,
# and what else goes wrong (a compiler's word, a runner that died) is told by Maven's own words.
readonly untiring=(--fail-never -Dmaven.test.failure.ignore=true)

# Only what was asked for, one step after the other.
run_chosen() {
  run_maven --quiet "${only[@]}" "$@" spotless:check &&
    run_maven "${only[@]}" "${untiring[@]}" "$@" verify 2>&1 | tee "$logs/gate.log"
}

# Everything, by two Mavens. Whole-system tests mostly wait, and the compiler keeps one processor busy
# for minutes: all other tests and the format check run beside them, and take what is left once the
# tests of the application are compiled, which take longest. Two Mavens
# must not load into one repository, so what the second one needs is there before it begins, and it
# loads nothing; nor do they write into the same folder.
run_all() {
  local beside outcome=0
  run_first || return 1
  rm -f -- app/target/app-*.jar "$logs/whole.over"
  # A process group of its own, so that Maven and its tests end with this script.
  set -m
  run_beside "$@" >"$logs/gate-beside.log" 2>&1 &
  set +m
  beside=$!
  # shellcheck disable=SC2064
  trap "kill -- -$beside 2>/dev/null || true" EXIT
  run_maven "${only[@]}" "${untiring[@]}" -Dserver.tests.skip=true -Dapp.tests.skip=true "$@" verify 2>&1 |
    tee "$logs/gate.log" || outcome=1
  touch "$logs/whole.over"
  wait "$beside" || outcome=1
  trap - EXIT
  cat -- "$logs/gate-beside.log"
  return "$outcome"
}

# What the second Maven needs. Maven's `--quiet` hides the compiler's warnings, which are errors here:
# all it says is kept, and told where it fails.
run_first() {
  run_maven --projects signaling-embedded '-DspotlessFiles=.*package-info[.]java' \
    -Dtest=TruncationTest spotless:check test-compile surefire:test >"$logs/gate-first.log" 2>&1 && return
  cat -- "$logs/gate-first.log"
  return 1
}

run_beside() {
  local outcome=0
  run_maven --offline "${untiring[@]}" --projects signaling-embedded -DforkCount=1 surefire:test ||
    outcome=1
  run_maven --offline --quiet "${only[@]}" spotless:check || outcome=1
  await_application || return 1
  run_beside_of_app "$@" test-compile || outcome=1
  renice -n 10 -g 0 >/dev/null 2>&1 || true
  run_beside_of_app "$@" test || outcome=1
  return "$outcome"
}

run_beside_of_app() {
  run_maven --offline "${untiring[@]}" --projects signaling-embedded,app -Dmaven.main.skip=true \
    -Dserver.tests.skip=true "$@"
}

# Until the other Maven has compiled and packed the application; fails if it ends without that, or if
# this script ends ($$ is the script's own, in this part that runs beside it too).
await_application() {
  until compgen -G 'app/target/app-*.jar' >/dev/null; do
    [ ! -e "$logs/whole.over" ] || return 1
    kill -0 "$$" 2>/dev/null || return 1
    sleep 0.5
  done
}

run_all_modules() {
  local logs=$root/target only=(--projects "$(IFS=, && printf '%s' "${modules[*]}")")
  mkdir -p "$logs"
  rm -f -- "$logs"/gate*.log
  if [ "$(extent "$@")" = all ] && only_properties "$@"; then
    run_all "$@"
  else
    run_chosen "$@"
  fi || return 1
  ! cat -- "$logs"/gate*.log |
    grep -E '^\[ERROR\] Failed to execute goal|Build failures were ignored|BUILD FAILURE' >/dev/null
}

main() {
  local outcome=0
  cd -- "$root"
  require_what_tests_start
  clear_reports "${modules[@]}"
  run_all_modules "$@" || outcome=1
  [ "$outcome" = 0 ] || say "Maven failed, and not by a test: its words are above and in target/gate*.log"
  judge_reports "$(extent "$@")" "${modules[@]}" || outcome=1
  return "$outcome"
}

main "$@"
