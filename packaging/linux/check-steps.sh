# The steps of check.sh, each ending the script where it fails. $root is where the package is
# installed, $work a folder for what is written on the way, $target one for what is kept. Needs say.sh.
# shellcheck shell=bash disable=SC2154

readonly APP=/opt/tonewire/lib/app
readonly NEW_PEOPLE='ann bob cem'
running=()

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"; }

# as PERSON COMMAND...: by somebody's account, in a plain C locale as services and cron have it.
as() {
  exec chroot --userspec="tw$1:tw$1" "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME="/home/tw$1" USER="tw$1" \
    ${DISPLAY:+DISPLAY="$DISPLAY"} ${JAVA_TOOL_OPTIONS:+JAVA_TOOL_OPTIONS="$JAVA_TOOL_OPTIONS"} "${@:2}"
}

passed() { say "ok: $*"; }
end_all() { [ ${#running[@]} -eq 0 ] || kill -TERM "${running[@]}" 2>/dev/null || true; }

# Fetches what the package depends on first, so that dpkg alone installs it; keeps what lay there.
install_package() {
  local person
  cp -- "$1" "$root/tmp/tonewire.deb"
  in_root apt-get update -q >"$work/apt.log" 2>&1 || die "apt-get update failed: $(tail -n 3 "$work/apt.log")"
  in_root apt-get install -y -q --no-install-recommends --download-only /tmp/tonewire.deb >>"$work/apt.log" 2>&1 ||
    die "apt finds not all it depends on: $(tail -n 5 "$work/apt.log")"
  in_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends /tmp/tonewire.deb \
    >>"$work/apt.log" 2>&1 || die "apt does not install it: $(tail -n 5 "$work/apt.log")"
  passed "apt installs it"
  in_root dpkg -r tonewire >>"$work/apt.log" 2>&1 || die "dpkg does not remove it"
  in_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends desktop-file-utils \
    libglib2.0-bin >>"$work/apt.log" 2>&1 || die "desktop-file-utils and gio are not to be had"
  for person in $NEW_PEOPLE; do
    in_root id "tw$person" >/dev/null 2>&1 || in_root useradd --create-home "tw$person"
  done
  everything >"$work/before"
  in_root dpkg -i /tmp/tonewire.deb >"$work/dpkg.log" 2>&1 || die "dpkg -i failed: $(cat "$work/dpkg.log")"
  # shellcheck disable=SC2016 # dpkg's own variables
  passed "dpkg -i: $(in_root dpkg-query -W -f '${Version}, ${Installed-Size} KiB' tonewire);" \
    "$(in_root dpkg-query -f '.\n' -W | wc -l) packages are there"
}

links_are_handed_over() {
  in_root grep -q '^x-scheme-handler/tonewire=org.tonewire.Tonewire.desktop' /usr/share/applications/mimeinfo.cache ||
    die "tonewire:// links are handed to nobody"
  in_root desktop-file-validate /usr/share/applications/org.tonewire.Tonewire.desktop || die "the menu entry is wrong"
  passed "tonewire:// links are handed over; the menu entry is right"
}

nothing_was_unpacked() {
  local unpacked
  unpacked=$(find "$root/tmp" "$root"/home/tw* \( -name '*.so' -o -name '*.so.*' \))
  [ -z "$unpacked" ] || die "native libraries were unpacked: $unpacked"
  passed "no native library was left unpacked"
}

run_plainly() {
  local words code=0
  words=$( (as ann tonewire --version) 2>"$work/err") || die "--version failed: $(cat "$work/err")"
  [ ! -s "$work/err" ] || die "--version says on standard error: $(cat "$work/err")"
  passed "$words"
  (as ann tonewire devices --json) >"$work/devices" 2>"$work/err" || code=$?
  passed "devices: exit code $code, $(head -n 1 "$work/devices")"
  code=0
  (DISPLAY='' as ann tonewire) >"$work/out" 2>"$work/err" || code=$?
  [ "$code" = 2 ] || die "without a display: exit code $code, $(cat "$work/err")"
  passed "without a display: $(head -n 1 "$work/err")"
}

version_with() { (JAVA_TOOL_OPTIONS=$1 as ann tonewire --version) 2>"$work/err" || die "with $1: $(cat "$work/err")"; }

# AOTMode=on refuses to run without a cache that fits, off uses none.
build_is_the_same_with_and_without_cache() {
  local with without
  with=$(version_with -XX:AOTMode=on)
  without=$(version_with -XX:AOTMode=off)
  [ "$with" = "$without" ] || die "with the cache it is $with, without it $without"
  (JAVA_TOOL_OPTIONS=-XX:AOTMode=on as ann tonewire server --help) >/dev/null 2>"$work/err" ||
    die "the server's cache does not fit: $(cat "$work/err")"
  passed "the caches fit, and run build $with"
}

# A jar that is not the one the cache was made with: the cache is refused, on standard error alone.
changed_jar_runs_new_code() {
  local jar kept words
  jar=$(find "$root$APP" -name 'tonewire-app-*.jar')
  kept=$work/kept.jar
  cp -a -- "$jar" "$kept"
  touch -d '2020-01-01' "$jar"
  if (JAVA_TOOL_OPTIONS=-XX:AOTMode=on as ann tonewire --version) >/dev/null 2>&1; then
    die "the cache is used with a jar it was not made with"
  fi
  words=$( (as ann tonewire --version) 2>"$work/err") || die "a changed jar does not run: $(cat "$work/err")"
  case $words in *warning* | *error*) die "the runtime speaks on standard output: $words" ;; esac
  passed "a changed jar is run without the cache: $words; on standard error: $(head -n 1 "$work/err")"
  cp -a -- "$kept" "$jar"
}

# Reads events from descriptor $1 until one has the words $2; prints it.
await_event() {
  local line
  while read -r -t 60 -u "$1" line; do
    case $line in *"$2"*) printf '%s\n' "$line" && return ;; esac
  done
  die "no event $2: $(cat "$work"/*.err)"
}

# One account hosts and plays a tone, another joins and keeps what it hears.
host_and_hear() {
  local events invite host guest heard takes=/home/twbob/takes
  exec {events}< <(as ann tonewire host --headless --json --port 0 --advertise 127.0.0.1 \
    --source tone:440 --output none 2>"$work/host.err")
  host=$!
  running+=("$host")
  invite=$(await_event "$events" '"invite"' | sed 's/.*"invite":"\([^"]*\)".*/\1/')
  exec {heard}< <(as bob tonewire join "$invite" --json --output none --record "$takes" 2>"$work/guest.err")
  guest=$!
  running+=("$guest")
  await_event "$heard" '"track-added"' >/dev/null
  sleep 6
  passed "bob hears ann: $(await_event "$heard" '"received","codec":"')"
  end_properly "$guest" bob
  end_properly "$host" ann
  exec {events}<&- {heard}<&-
  sound_is_440 "$(find "$root$takes" -name '*.wav' -size +200k | head -n 1)"
}

end_properly() {
  local code=0
  kill -INT "$1"
  wait "$1" || code=$?
  [ "$code" = 0 ] || die "$2 ended with exit code $code"
}

# Counts how often the left channel rises through zero in the last two seconds of the WAV file $1
# (24 bit, stereo, 48 kHz).
sound_is_440() {
  local hertz
  [ -n "$1" ] || die "nothing was recorded"
  hertz=$(tail -c 576000 -- "$1" | od -A n -v -t u1 -w6 | awk '
    { now = $3 * 256 + $2; if (now > 32767) now -= 65536 }
    { if (last < 0 && now >= 0) rises++; last = now; if (now > peak) peak = now }
    END { printf "%.0f %d", rises * 48000 / NR, peak }')
  case $hertz in
    '440 '* | '439 '* | '441 '*) passed "what bob kept is a tone of ${hertz% *} Hz, peak ${hertz#* }" ;;
    *) die "what bob kept is no tone of 440 Hz: $hertz" ;;
  esac
}

remove_package() {
  local state
  in_root dpkg -r tonewire >"$work/dpkg.log" 2>&1 || die "dpkg -r failed: $(cat "$work/dpkg.log")"
  everything >"$work/after"
  diff "$work/before" "$work/after" || die "the lines above are what the package left (>) and took (<)"
  # shellcheck disable=SC2016 # dpkg's own variable
  state=$(in_root dpkg-query -W -f '${db:Status-Abbrev}' tonewire 2>/dev/null || true)
  passed "removed; nothing is left (dpkg: ${state:-unknown to it})"
  for person in $NEW_PEOPLE; do
    in_root find "/home/tw$person" -mindepth 1 -name '*onewire*' -print | sed 's/^/tonewire: of the person: /' >&2
    in_root userdel --remove "tw$person" 2>/dev/null || true
  done
}
