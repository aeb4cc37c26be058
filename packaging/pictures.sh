#!/usr/bin/env bash
# Takes the pictures of docs/images from the running program: a window that hosts a room on a screen of
# its own, two guests that play into it, and a sound server with devices that exist for this alone.
# Give names to take some only: welcome start server settings room invite statistics. Look at them afterwards:
# the buttons are found by their places in a window of this size.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname -- "$here")
readonly here root
for part in say apt jdk needs; do
  # shellcheck source=/dev/null
  source "$here/common/$part.sh"
done

readonly WIDTH=1000 HEIGHT=700
readonly COLOURS=160
# Places on the start screen: "On a server", the first of the known servers, the card with both, and
# the height of a window that shows all of it.
readonly ON_SERVER='280 476' KNOWN='200 636' CARD='438x514+62+265' TALL=860
# Places in the room: buttons of its header, the lamp of the output's meter, what the QR button opens.
readonly QR='526 30' STATISTICS='755 30' LAMP='960 664' POPOVER='343x729+365+53'
readonly images="$root/docs/images"
wanted=" ${*:-welcome start server settings room invite statistics} "
work=$(mktemp -d)
readonly wanted work
running=()

end_all() {
  [ ${#running[@]} -eq 0 ] || kill -TERM "${running[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf -- "$work"
}

is_wanted() { case $wanted in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

# Runs the rest with a home of its own, $1, and the private screen and sound server.
at_home() {
  # Rooms that others have opened in the network do not belong in a picture.
  [ "$1" != known ] || set -- "$1" unshare --map-root-user --net "${@:2}"
  exec env TONEWIRE_HOME="$work/$1" XDG_RUNTIME_DIR="$work" PULSE_SERVER="unix:$work/sound" LANG=C.UTF-8 \
    GDK_BACKEND=x11 "${@:2}"
}

start_screen() {
  local number
  exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp 2>"$work/xvfb.log")
  running+=("$!")
  read -r -t 30 -u "$screen" number || die "Xvfb does not start: $(cat "$work/xvfb.log")"
  export DISPLAY=":$number"
  cat >"$work/openbox.xml" <<END
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
END
  openbox --config-file "$work/openbox.xml" >"$work/openbox.log" 2>&1 &
  running+=("$!")
}

start_sound() {
  local try=0
  pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --disable-shm=yes \
    -L "module-native-protocol-unix socket=$work/sound auth-anonymous=1" \
    -L 'module-null-sink sink_name=phones sink_properties=device.description=Headphones' \
    -L 'module-null-sink sink_name=voice sink_properties=device.description=Voice' \
    -L 'module-remap-source source_name=mic master=voice.monitor source_properties=device.description=Microphone' \
    >"$work/pulse.log" 2>&1 &
  running+=("$!")
  until PULSE_SERVER="unix:$work/sound" pactl info >/dev/null 2>&1; do
    try=$((try + 1))
    [ "$try" -lt 50 ] || die "the sound server does not start: $(cat "$work/pulse.log")"
    sleep 0.2
  done
  PULSE_SERVER="unix:$work/sound" pactl set-default-sink phones
  PULSE_SERVER="unix:$work/sound" pactl set-default-source mic
}

# Half a minute of something like music: notes of $2 Hz that swell and fade at $3 a second, loudness $4.
# One channel of 16 bits at 8 kHz with the header of an .au file.
make_sound() {
  {
    printf '.snd\0\0\0\030\377\377\377\377\0\0\0\003\0\0\037\100\0\0\0\001'
    LC_ALL=C awk -v hertz="$2" -v pace="$3" -v loud="$4" 'BEGIN {
      for (i = 0; i < 240000; i++) {
        t = i / 8000; beat = t * pace; fall = beat - int(beat); step = (int(beat) * 7) % 5
        pitch = hertz * (1 + step / 8)
        v = loud * exp(-2.2 * fall) * (sin(6.2832 * pitch * t) + 0.4 * sin(12.5664 * pitch * t)) / 1.4
        n = int(v * 32000); if (n < 0) n += 65536
        printf "%c%c", int(n / 256), n % 256
      }
    }'
  } >"$work/$1.au"
}

keep_settings() {
  mkdir -p "$work/$1/config"
  printf '{"version": 2, "name": "Ada", "look": "light", "language": "en", "welcomed": true, "announce": false}\n' \
    >"$work/$1/config/settings.json"
}

keep_rooms() {
  local key='#k=AAECAwQFBgcICQoLDA0ODw&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
  cat >"$work/$1/config/rooms.json" <<END
{"version": 1, "rooms": [
  {"invite": "https://radio.example.org:4433/r/Radio%20studio$key", "favourite": true, "lastUsed": "2026-01-05T20:00:00Z"},
  {"invite": "https://192.168.1.20:4433/r/Band$key", "favourite": false, "lastUsed": "2026-01-04T19:00:00Z"}
]}
END
}

keep_servers() {
  cat >"$work/$1/config/servers.json" <<END
{"version": 1, "servers": [
  {"address": "https://studio.example.org:8443/", "lastUsed": "2026-01-05T20:00:00Z"},
  {"address": "https://10.0.0.7:8443/", "lastUsed": "2026-01-04T20:00:00Z"}
]}
END
}

# Opens the window and gives it its size; its id is then in $window.
open_window() {
  local try=0
  (at_home "$1" bash "$here/run.sh" "${@:2}") >"$work/window.log" 2>&1 &
  program=$!
  running+=("$program")
  until window=$(xdotool search --onlyvisible --name '^Tonewire$' 2>/dev/null | head -n 1) && [ -n "$window" ]; do
    try=$((try + 1))
    [ "$try" -lt 300 ] || die "no window: $(cat "$work/window.log")"
    sleep 0.5
  done
  xdotool windowsize --sync "$window" "$WIDTH" "$HEIGHT" || true
  xdotool windowmove "$window" 40 40
  xdotool windowfocus "$window" || true
  away
  sleep 3
}

close_window() {
  kill -TERM "$program" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
}

# Moves the pointer to where it lights nothing up.
away() { xdotool mousemove 1270 890; }

click() {
  xdotool mousemove --window "$window" "$1" "$2" click 1
  away
  sleep 1.5
}

# What lies above the window belongs to the picture. $2 may name a part of it, which may reach below the
# window, $3 its height.
take() {
  local X=0 Y=0 tall=${3:-${2:+$TALL}}
  is_wanted "$1" || return 0
  eval "$(xdotool getwindowgeometry --shell "$window" | grep '^[XY]=')"
  import -window root -crop "${WIDTH}x${tall:-$HEIGHT}+$X+$Y" +repage -crop "${2:-${WIDTH}x$HEIGHT+0+0}" +repage \
    -strip +dither -colors "$COLOURS" "PNG8:$images/$1.png"
  say "took $1.png, $(stat -c %s "$images/$1.png") bytes"
}

# A room whose invite is known beforehand: its certificate stays, its port and secret are asked for again.
find_invite() {
  local host line
  exec {events}< <(at_home host bash "$here/run.sh" host --headless --json --port 0 --advertise 127.0.0.1 \
    --room 'Sunday rehearsal' --output none 2>"$work/invite.log")
  host=$!
  while read -r -t 300 -u "$events" line && [[ $line != *'"invite"'* ]]; do :; done
  line=${line#*\"invite\":\"}
  invite=${line%%\"*}
  [ -n "$invite" ] || die "no invite: $(cat "$work/invite.log")"
  kill -TERM "$host"
  wait "$host" 2>/dev/null || true
  exec {events}<&-
}

guest() {
  (at_home "$1" bash "$here/run.sh" join "$invite" --json --name "$1" --output none "${@:2}") \
    >"$work/$1.log" 2>&1 &
  running+=("$!")
}

# Until guest $1 hears $2 tracks.
await_hearing() {
  local try=0
  until [ "$(grep -c '"track-added"' "$work/$1.log")" -ge "$2" ]; do
    try=$((try + 1))
    [ "$try" -lt 240 ] || die "$1 does not hear the room: $(tail -n 5 "$work/$1.log")"
    sleep 0.5
  done
}

alone() {
  mkdir -p "$work/new/config"
  printf '{"version": 2, "name": "Ada", "look": "light", "language": "en"}\n' >"$work/new/config/settings.json"
  open_window new
  take welcome
  close_window
  keep_settings known
  keep_rooms known
  keep_servers known
  open_window known
  take start
  # shellcheck disable=SC2086 # two numbers
  click $ON_SERVER
  xdotool windowsize --sync "$window" "$WIDTH" "$TALL"
  # shellcheck disable=SC2086
  click $KNOWN
  take server "$CARD" "$TALL"
  xdotool windowsize --sync "$window" "$WIDTH" "$HEIGHT"
  xdotool key --window "$window" ctrl+comma
  sleep 1.5
  take settings
  close_window
}

together() {
  local port=${invite#https://127.0.0.1:} secret=${invite#*\#k=}
  open_window host host --port "${port%%/*}" --secret "${secret%%&*}" --advertise 127.0.0.1 --name Ada \
    --room 'Sunday rehearsal' --source mic --source "file:$work/Evening song.au,loop,name=Evening song,gain=-4"
  guest Berta --source "file:$work/talk.au,loop,name=Voice,profile=voice" \
    --source "file:$work/violin.au,loop,name=Violin,gain=-3"
  guest Carlos --source "file:$work/bass.au,loop,name=Bass,gain=-6"
  await_hearing Berta 3
  await_hearing Carlos 4
  sleep 8
  # shellcheck disable=SC2086 # two numbers
  click $LAMP
  take room
  # shellcheck disable=SC2086
  click $QR
  sleep 2
  take invite "$POPOVER"
  # shellcheck disable=SC2086
  click $QR
  # shellcheck disable=SC2086
  click $STATISTICS
  sleep 3
  take statistics
  close_window
}

main() {
  trap end_all EXIT
  require_jdk25
  require_needs "$NEEDS_SOUND" "$NEEDS_WINDOW" "$NEEDS_TEST"
  require_font
  start_screen
  start_sound
  make_sound 'Evening song' 220 1.7 0.5
  make_sound talk 160 3.1 0.35
  make_sound violin 440 0.9 0.3
  make_sound bass 70 1.7 0.35
  while PULSE_SERVER="unix:$work/sound" paplay --device=voice "$work/talk.au" 2>/dev/null; do :; done &
  running+=("$!")
  mkdir -p "$images"
  alone
  keep_settings host
  find_invite
  together
}

main
