#!/usr/bin/env bash
# Runs a benchmark and prints its table: hearing, ending, stuck, latency, first-sound, cpu, idle,
# cable SECONDS… (as root), signaling [WS_FOLDER].
# Nothing else should run on the machine meanwhile.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs maven; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

case ${1:-} in
  hearing) class=sound.HearingBenchmark ;;
  ending) class=sound.EndingBenchmark ;;
  stuck) class=sound.StuckBenchmark ;;
  latency) class=sound.LatencyBenchmark ;;
  first-sound) class=sound.FirstSoundBenchmark ;;
  cpu) class=sound.CpuBenchmark ;;
  idle) class=signaling.IdleSockets ;;
  cable) class=sound.CableBenchmark ;;
  signaling) class=signaling.SignalingBenchmark ;;
  *) die "which benchmark? hearing, ending, stuck, latency, first-sound, cpu, idle, cable or signaling" ;;
esac
shift

require_jdk25
require_needs "$NEEDS_BUILD" "$NEEDS_SOUND" "$NEEDS_TEST"
run_maven --quiet --projects src-test --also-make test-compile >&2
target="$root/src-test/target"
exec "$JAVA_HOME/bin/java" @"$here/common/java.options" \
  "-Dtonewire.classpath=$target/application.classpath" \
  "-Dtonewire.java.options=$here/common/java.options" \
  -cp "$target/classes:$(cat "$target/application.classpath")" \
  "org.tonewire.benchmark.$class" "$@"
