# What must be on the machine: which files or commands, and the Debian packages that bring them.
# Each line: how to see that it is there (a library's soname, or a command), then its package; names
# that changed between releases are alternatives parted by |. Needs say.sh and apt.sh.

# For building: the compiler comes by jdk.sh.
readonly NEEDS_BUILD='
mvn maven
flock util-linux
'

# Loaded by libwebrtc, SDL and FFmpeg inside their jars, with or without a window.
readonly NEEDS_SOUND='
libpulse.so.0 libpulse0
libasound.so.2 libasound2t64|libasound2
libudev.so.1 libudev1
libdbus-1.so.3 libdbus-1-3
libX11.so.6 libx11-6
libXfixes.so.3 libxfixes3
libXrandr.so.2 libxrandr2
libXcomposite.so.1 libxcomposite1
libxcb.so.1 libxcb1
libxcb-shm.so.0 libxcb-shm0
libstdc++.so.6 libstdc++6
'

# Loaded by JavaFX.
readonly NEEDS_WINDOW='
libgtk-3.so.0 libgtk-3-0t64|libgtk-3-0
libXtst.so.6 libxtst6
libXxf86vm.so.1 libxxf86vm1
libGL.so.1 libgl1
libfreetype.so.6 libfreetype6
libfontconfig.so.1 libfontconfig1
libpangoft2-1.0.so.0 libpangoft2-1.0-0
fc-match fontconfig
'

# The programs that tests start for themselves: sound servers, a display, a relay, a Redis, what
# makes files to decode, and what sends signals.
readonly NEEDS_TEST='
pipewire pipewire
wireplumber wireplumber
pipewire-pulse pipewire-pulse
pulseaudio pulseaudio
pactl pulseaudio-utils
parec pulseaudio-utils
dbus-run-session dbus
dbus-daemon dbus-daemon|dbus
Xvfb xvfb
xauth xauth
import imagemagick
xdotool xdotool
wmctrl wmctrl
openbox openbox
turnserver coturn
redis-server redis-server
redis-cli redis-tools
turnutils_uclient coturn
ffmpeg ffmpeg
chromium chromium
paplay pulseaudio-utils
kill procps
taskset util-linux
'

libraries_here=''

is_here() {
  case $1 in
    *.so.*)
      [ -n "$libraries_here" ] || libraries_here=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null)
      case $libraries_here in
        *"$1 ("*) return 0 ;;
        *) return 1 ;;
      esac
      ;;
    # In a file: the shell has a `kill` of its own, which a test cannot start.
    *) type -P "$1" >/dev/null ;;
  esac
}

# Installs what is missing of the given lists, or ends saying what it is.
require_needs() {
  local list what package
  local -A missing=()
  for list in "$@"; do
    while read -r what package; do
      [ -z "$what" ] || is_here "$what" || missing[$package]=yes
    done <<<"$list"
  done
  [ ${#missing[@]} -eq 0 ] || require_packages "${!missing[@]}"
  libraries_here=''
}

# JavaFX stops where no font is installed at all.
require_font() {
  [ -n "$(fc-list 2>/dev/null | head -n 1)" ] || require_packages fonts-dejavu-core
}
