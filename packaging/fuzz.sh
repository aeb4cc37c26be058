#!/usr/bin/env bash
# Fuzzes one target with Jazzer for so many seconds (60 if not given): fuzz.sh TARGET [SECONDS].
# Without a target, names them all. The gate runs the same targets on their seeds alone.
# An input that fails is kept beside the target's seeds, under src/test/resources: mend what it shows
# and commit it. Inputs that reached new code are kept in .cifuzz-corpus, for the next run.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs maven; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

targets() { (cd -- "$root" && grep -rl --include='*FuzzTest.java' '^    @FuzzTest' -- */src/test/java | LC_ALL=C sort); }

# The method of a target's file; each has one, since Jazzer fuzzes one method a run.
method_of() { sed -n '/^    @FuzzTest/,/{$/s/^    void \([A-Za-z0-9]*\)(.*/\1/p' "$1"; }

main() {
  local name=${1:-} seconds=${2:-60} file module inputs outcome
  if [ -z "$name" ]; then
    targets | sed 's:.*/::; s:\.java$::'
    return
  fi
  file=$(targets | grep "/$name\.java\$") || die "no such target: $name - fuzz.sh without arguments names them all"
  module=${file%%/*}
  inputs=${file#*/src/test/java/}
  inputs="$root/$module/src/test/resources/${inputs%.java}Inputs/$(method_of "$root/$file")"
  require_jdk25
  require_needs "$NEEDS_BUILD" "$NEEDS_SOUND"
  mkdir -p "$inputs"
  outcome=0
  JAZZER_FUZZ=1 JAZZER_MAX_DURATION="${seconds}s" run_maven --quiet --projects "$module" --also-make test \
    "-Dtest=$name" -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true \
    -Djunit.jupiter.execution.timeout.mode=disabled || outcome=$?
  # Folders stay only where something was found.
  find "$root/$module/src/test/resources" -type d -empty -delete
  [ ! -d "$inputs" ] || say "inputs that failed: $inputs"
  return "$outcome"
}

main "$@"
