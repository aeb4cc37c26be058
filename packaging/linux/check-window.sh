# The steps of check.sh that need a screen: the windows are used by mouse and keyboard, and looked at in
# pictures. Needs check-steps.sh.
# shellcheck shell=bash disable=SC2154

windows_can_be_seen() {
  local tool
  for tool in Xvfb xdotool xclip import; do
    command -v "$tool" >/dev/null || {
      say "skipped: the windows, for want of $tool"
      return 1
    }
  done
  start_screen
}

# Sets DISPLAY, for everybody from now on. The windows open in its middle.
start_screen() {
  local number screen
  exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -ac 2>"$work/xvfb.err")
  running+=("$!")
  read -r -t 30 -u "$screen" number || die "Xvfb does not start: $(cat "$work/xvfb.err")"
  export DISPLAY=:$number
}

# The command of line $1 of those that the menu entry has: 1 opens the window, 2 hosts a room.
menu_command() {
  sed -n 's/^Exec=//p' "$root/usr/share/applications/org.tonewire.Tonewire.desktop" | sed -n "$1{s/ %u//p;t;p}"
}

windows() { xdotool search --onlyvisible --name Tonewire 2>/dev/null || true; }

# Waits until there are $1 windows, and then for what they draw.
await_windows() {
  local try=0
  until [ "$(windows | wc -l)" -ge "$1" ]; do
    try=$((try + 1))
    [ "$try" -lt 120 ] || die "no window: $(cat "$work"/*.err)"
    sleep 0.5
  done
  sleep 4
}

picture() { import -window root "${target:?}/$1.png"; }
click() { xdotool mousemove "$1" "$2" click 1 && sleep 1; }

window_from_the_menu() {
  local command window
  command=$(menu_command 1)
  # shellcheck disable=SC2086 # the entry's words
  as ann $command >"$work/window.out" 2>"$work/window.err" &
  window=$!
  running+=("$window")
  await_windows 1
  picture window
  [ ! -s "$work/window.err" ] || say "the window says: $(head -n 5 "$work/window.err")"
  kill -TERM "$window"
  wait "$window" || true
  passed "'$command' shows a window (picture: $target/window.png)"
}

# ann hosts by the menu entry, copies the invite and adds a tone; bob hears it; cem, who never started
# Tonewire before, clicks the invite's link.
room_by_mouse_and_link() {
  local invite host guest heard takes=/home/twbob/from-window
  # shellcheck disable=SC2046 # the entry's words
  as ann $(menu_command 2) >"$work/host.out" 2>"$work/host.err" &
  host=$!
  running+=("$host")
  await_windows 1
  click 881 360
  invite=$(timeout 5 xclip -o -selection clipboard) || die "no invite in the clipboard"
  click 428 123
  click 461 298
  picture host
  exec {heard}< <(as bob tonewire join "$invite" --json --output none --record "$takes" 2>"$work/guest.err")
  guest=$!
  running+=("$guest")
  await_event "$heard" '"track-added"' >/dev/null
  link_is_clicked "tonewire${invite#https}" "$heard"
  end_properly "$guest" bob
  exec {heard}<&-
  sound_is_440 "$(find "$root$takes" -name '*.wav' -size +200k | head -n 1)"
  kill -TERM "$host"
  wait "$host" || true
  passed "a room opened from the menu entry was heard, and joined by its link (pictures: $target/{host,link}.png)"
}

# The link $1 as a desktop opens it; who joined is told by the events of descriptor $2.
link_is_clicked() {
  (as cem gio open "$1") >"$work/link.out" 2>"$work/link.err"
  await_windows 2
  xdotool search --onlyvisible --name Tonewire windowraise %@ >/dev/null 2>&1 || true
  xdotool key Return
  await_event "$2" '"participant-joined"' >/dev/null
  sleep 3
  picture link
  pkill -TERM -u "$(in_root id -u twcem)" || true
}
