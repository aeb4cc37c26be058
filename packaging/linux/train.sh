# Makes the caches (JEP 514) that halve the starts: a run of the finished image is watched, and what it
# loaded and linked is kept. The last step of an image: a cache fits the very files it was made with.
# Needs say.sh; $image is the image, $work a folder for what is made on the way.
# shellcheck shell=bash disable=SC2154

helpers=()
end_helpers() { [ ${#helpers[@]} -eq 0 ] || kill -TERM "${helpers[@]}" 2>/dev/null || true; }

# What the launcher of configuration $1 gives to java, but for the cache's option and the main class,
# as it is where the jars lie in $2.
launched_as() {
  sed -n 's/^java-options=//p' "$1" | grep -v '^-XX:AOTCache=' | sed "s:\$APPDIR:$2:g"
  printf '%s\n' -cp
  sed -n 's/^app\.classpath=//p' "$1" | sed "s:\$APPDIR:$2:g" | paste -s -d :
}

# Becomes a process with an account of its own, so that nobody's settings are read or written.
as_nobody_known() {
  exec env -i PATH="$PATH" HOME="$PWD/$work/home" LANG=C.UTF-8 ${DISPLAY:+DISPLAY="$DISPLAY"} GDK_BACKEND=x11 "$@"
}

# Ten seconds of silence, for what reads files.
silence() {
  printf '.snd\0\0\0\030\377\377\377\377\0\0\0\003\0\0\273\200\0\0\0\002'
  head -c 1920000 /dev/zero
}

# Reads events from descriptor $1 until one has the words $2; prints it.
await_event() {
  local line
  while read -r -t 60 -u "$1" line; do
    case $line in *"$2"*) printf '%s\n' "$line" && return ;; esac
  done
  die "the training run never said $2: see $work"
}

# The runtime writes the cache while it ends. SIGTERM lets it: the usual way out, _exit, does not.
end_trained() {
  kill -TERM "$1"
  wait "$1" || true
  [ -s "$2" ] || die "no cache was made: see $work/training.log"
}

# A room whose invite is known before it is hosted: its certificate stays in the account, its port and
# secret are asked for again.
known_invite() {
  local events host
  exec {events}< <(as_nobody_known "$image/lib/runtime/bin/java" "$@" host --json --port 0 \
    --advertise 127.0.0.1 --output none 2>"$work/training-invite.log")
  host=$!
  helpers+=("$host")
  invite=$(await_event "$events" '"invite"' | sed 's/.*"invite":"\([^"]*\)".*/\1/')
  kill -TERM "$host"
  wait "$host" || true
  exec {events}<&-
}

await_port() {
  local deadline=$((SECONDS + 60))
  until (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
    [ "$SECONDS" -lt "$deadline" ] || die "the training run never listened: see $work/training.log"
    sleep 0.5
  done
}

# A window that hosts a room, plays a file and a tone there, and hears one.
train_window() {
  local cache=$image/lib/app/window.aot java=$image/lib/runtime/bin/java
  local words invite window guest screen display number events port secret
  mapfile -t words < <(launched_as "$image/lib/app/tonewire.cfg" "$image/lib/app")
  words+=(org.tonewire.app.Main)
  # G1 alone can write objects into a cache; the collector that the window runs with can read them.
  words=("${words[@]/-XX:+UseShenandoahGC/-XX:+UseG1GC}")
  known_invite "${words[@]}"
  port=${invite#https://127.0.0.1:}
  port=${port%%/*}
  secret=${invite#*\#k=}
  secret=${secret%%&*}
  exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp 2>"$work/xvfb.log")
  display=$!
  helpers+=("$display")
  read -r -t 30 -u "$screen" number || die "Xvfb does not start: see $work/xvfb.log"
  silence >"$work/silence.au"
  DISPLAY=":$number" as_nobody_known "$java" "-XX:AOTCacheOutput=$cache" \
    -Dtonewire.exit.slowly=true "${words[@]}" host --port "$port" --secret "$secret" \
    --advertise 127.0.0.1 --name Trainee \
    --source "file:$PWD/$work/silence.au" --source tone:660 --output none >"$work/training.log" 2>&1 &
  window=$!
  helpers+=("$window")
  await_port "$port"
  exec {events}< <(as_nobody_known "$java" "${words[@]}" join "$invite" --json --name Guest \
    --source tone:440 --output none 2>"$work/training-guest.log")
  guest=$!
  helpers+=("$guest")
  await_event "$events" '"track-added"' >/dev/null
  sleep 8
  end_trained "$window" "$cache"
  kill -TERM "$guest" "$display" 2>/dev/null || true
  exec {events}<&- {screen}<&-
}

train_server() {
  local cache="$image/lib/app/server.aot" words events server
  mapfile -t words < <(launched_as "$image/lib/app/tonewire-server.cfg" "$image/lib/app")
  words+=(org.tonewire.app.Main)
  exec {events}< <(as_nobody_known "$image/lib/runtime/bin/java" "-XX:AOTCacheOutput=$cache" \
    -Dtonewire.exit.slowly=true "${words[@]}" \
    server --host 127.0.0.1 --listen 0 --json 2>"$work/training.log")
  server=$!
  helpers+=("$server")
  await_event "$events" '"listening"' >/dev/null
  end_trained "$server" "$cache"
  exec {events}<&-
}
