#!/usr/bin/env bash
# Runs a benchmark and prints its table: hearing, ending, stuck, latency, first-sound, cpu, idle,
# cable SECONDS… (as root), signaling [WS_FOLDER], simulate HISTORIES [FIRST_SEED],
# corpus [FOLDER]: files as we play them and as ffmpeg does, odd ones or those of a folder.
# Nothing else should run on the machine meanwhile.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs maven; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

tests=""
case ${1:-} in
  hearing) class=org.tonewire.benchmark.sound.HearingBenchmark ;;
  ending) class=org.tonewire.benchmark.sound.EndingBenchmark ;;
  stuck) class=org.tonewire.benchmark.sound.StuckBenchmark ;;
  latency) class=org.tonewire.benchmark.sound.LatencyBenchmark ;;
  first-sound) class=org.tonewire.benchmark.sound.FirstSoundBenchmark ;;
  cpu) class=org.tonewire.benchmark.sound.CpuBenchmark ;;
  idle) class=org.tonewire.benchmark.signaling.IdleSockets ;;
  cable) class=org.tonewire.benchmark.sound.CableBenchmark ;;
  signaling) class=org.tonewire.benchmark.signaling.SignalingBenchmark ;;
  simulate)
    class=org.tonewire.app.simulation.Simulate
    tests="$root/app/target/test-classes:"
    ;;
  corpus)
    class=org.tonewire.app.media.CompareFiles
    tests="$root/app/target/test-classes:"
    ;;
  *) die "which benchmark? hearing, ending, stuck, latency, first-sound, cpu, idle, cable, signaling, simulate or corpus" ;;
esac
shift

require_jdk25
require_needs "$NEEDS_BUILD" "$NEEDS_SOUND" "$NEEDS_TEST"
# Packaged, since a start cache is made of jars only.
run_maven --quiet --projects src-test --also-make package -DskipTests >&2
target="$root/src-test/target"
exec "$JAVA_HOME/bin/java" @"$here/common/java.options" \
  "-Dtonewire.classpath=$target/application.classpath" \
  "-Dtonewire.java.options=$here/common/java.options" \
  -cp "$target/classes:$tests$(cat "$target/application.classpath")" \
  "$class" "$@"
