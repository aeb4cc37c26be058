#!/usr/bin/env bash
# Builds what changed and starts Tonewire; every argument is passed on.
# Standard output and input are the program's own: this script and the build speak on standard error.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in descriptors say apt jdk needs maven sources progress; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done
fill_descriptors

readonly built="$root/app/target/run"

# What the arguments ask for: a window, sound without a window, the server, or none of them.
face_of() {
  local argument
  for argument in "$@"; do
    case $argument in
      -h | --help | -V | --version) printf 'plain' && return ;;
    esac
  done
  case ${1:-} in
    server) printf 'server' && return ;;
    devices) printf 'sound' && return ;;
  esac
  for argument in "$@"; do
    case $argument in
      --headless | --json | --commands) printf 'sound' && return ;;
    esac
  done
  case ${1:-} in
    '' | host | join | tonewire://* | https://*) printf 'window' ;;
    *) printf 'plain' ;;
  esac
}

require_display() {
  [ -z "${DISPLAY:-}" ] || return 0
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    say "the window needs X11 and this Wayland session offers none: start Xwayland," \
      "or use host or join with --headless"
  else
    say "no display here (DISPLAY is not set), so no window:" \
      "start it on a desktop, or use host or join with --headless"
  fi
  exit 2
}

# One word for the content of everything that goes into the program, and for the place of the checkout,
# which is written into the class path. When and by whom a file was made does not matter.
source_stamp() {
  {
    printf '%s\n' "$root"
    cd -- "$root"
    source_sums
  } | sha256sum | cut -c 1-16
}

# True if the class path file of stamp $1 is there and everything on it can be read: the libraries lie in
# the local repository of whoever built, which may be gone, or another person's.
is_built() {
  local entry entries
  [ -s "$built/$1/class.path" ] || return 1
  IFS=: read -ra entries <"$built/$1/class.path"
  for entry in "${entries[@]}"; do [ -r "$entry" ] || return 1; done
}

# Our own jars are copied to a folder of this build, so that building again leaves a running program
# its files; the libraries stay in the local repository.
build() {
  local log="$built/build.log" module jar progress ours=''
  say "building (log: $log)"
  : >"$log"
  show_progress "$log" &
  progress=$!
  if ! run_maven_with_downloads --projects app --also-make -DskipTests package \
    dependency:build-classpath -DincludeScope=runtime -DexcludeGroupIds=org.tonewire \
    "-Dmdep.outputFile=$built/libraries.path" >"$log" 2>&1; then
    end_progress "$progress"
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
    die "the build failed: see $log"
  fi
  end_progress "$progress"
  mkdir -p "$built/$1"
  for module in app signaling-embedded; do
    jar=$(find "$root/$module/target" -maxdepth 1 -name "$module-*.jar" -printf '%T@ %p\n' |
      sort -rn | head -n 1 | cut -d ' ' -f 2-)
    cp -- "$jar" "$built/$1/$module.jar.new"
    mv -- "$built/$1/$module.jar.new" "$built/$1/$module.jar"
    ours="$ours$built/$1/$module.jar:"
  done
  printf '%s%s\n' "$ours" "$(cat "$built/libraries.path")" >"$built/$1/class.path.new"
  mv -- "$built/$1/class.path.new" "$built/$1/class.path"
  find "$built" -mindepth 1 -maxdepth 1 -type d ! -name "$1" -mtime +1 -exec rm -rf -- {} +
}

# Two starts at once build once: the second waits for the first.
build_if_changed() {
  { mkdir -p "$built" && [ -w "$built" ]; } 2>/dev/null || die "cannot write to $built, so nothing can be built"
  exec {lock}>"$built/lock"
  flock "$lock"
  is_built "$1" || build "$1"
  exec {lock}>&-
}

# The cache of stamp $1 for this JDK.
server_cache() { printf '%s/server-%s.aot' "$built/$1" "$(sha256sum <"$JAVA_HOME/release" | cut -c 1-8)"; }

# A cache made ahead of time (JEP 514) halves the server's start. It belongs to one build and one JDK.
# Where none can be made the server starts all the same, and a JVM that finds it unfit goes on without.
train_server() {
  local cache=$2 trainee line
  [ ! -e "$cache" ] && [ -w "$built/$1" ] || return 0
  exec {lock}>"$built/lock"
  flock "$lock"
  if [ ! -e "$cache" ]; then
    say 'preparing quick starts of the server (once for each build)'
    exec {events}< <(exec "${java[@]}" "-XX:AOTCacheOutput=$cache.new" \
      -Dtonewire.exit.slowly=true "${program[@]}" \
      server --host 127.0.0.1 --listen 0 --json 2>"$built/training.log" {lock}>&-)
    trainee=$!
    while read -r -t 60 -u "$events" line && [[ $line != *'"listening"'* ]]; do :; done
    kill -TERM "$trainee" 2>/dev/null || true
    wait "$trainee" 2>/dev/null || true
    exec {events}<&-
    [ ! -s "$cache.new" ] || mv -- "$cache.new" "$cache"
  fi
  exec {lock}>&-
}

# Names of files and people are not ASCII: a C locale would spoil them on their way in.
require_unicode() {
  [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

main() {
  local face stamp cache
  face=$(face_of "$@")
  [ "$face" != window ] || require_display
  require_jdk25
  case $face in
    window)
      require_needs "$NEEDS_SOUND" "$NEEDS_WINDOW"
      require_font
      ;;
    sound) require_needs "$NEEDS_SOUND" ;;
  esac
  stamp=$(source_stamp)
  if ! is_built "$stamp"; then
    require_needs "$NEEDS_BUILD"
    build_if_changed "$stamp"
  fi
  require_unicode
  local java=("$JAVA_HOME/bin/java" "@$here/common/java.options")
  local program=(-cp "$(cat "$built/$stamp/class.path")" org.tonewire.app.Main)
  if [ "$face" = server ]; then
    java+=("@$here/common/server.options")
    cache=$(server_cache "$stamp")
    train_server "$stamp" "$cache"
    [ ! -e "$cache" ] || java+=("-XX:AOTCache=$cache")
  fi
  exec "${java[@]}" "${program[@]}" "$@"
}

main "$@"
