# Installs Debian packages where that is allowed, and says what to type where it is not. Needs say.sh.

readonly LOCK_WAIT_SECONDS=300

# The command in front of apt-get: nothing for root, `sudo -n` where that asks no password.
apt_right() {
  if [ "$(id -u)" = 0 ]; then
    printf 'env'
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    printf 'sudo -n env'
  else
    return 1
  fi
}

apt_may_install() { command -v apt-get >/dev/null && apt_right >/dev/null; }

apt_knows() {
  local words
  words=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null) && grep -q '^ *Candidate: [^(]' <<<"$words"
}

run_apt() {
  local right
  right=$(apt_right) || return 1
  # shellcheck disable=SC2086 # the right is one or three words
  $right LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -y -q -o "DPkg::Lock::Timeout=$LOCK_WAIT_SECONDS" \
    "$@" </dev/null >&2
}

# Fetches the package lists, once a run. Another apt may hold their lock, which apt does not wait for.
apt_refresh() {
  local deadline=$((SECONDS + LOCK_WAIT_SECONDS)) words
  [ -z "${apt_refreshed:-}" ] || return 0
  apt_refreshed=yes
  say "fetching the package lists"
  until words=$(run_apt update 2>&1); do
    case $words in
      *"Could not get lock"* | *"Unable to lock"*) ;;
      *)
        say "apt-get update failed, going on with the lists that are there:"
        grep -E -m 5 '^(E|W|Err):?' <<<"$words" >&2 || true
        return 0
        ;;
    esac
    [ "$SECONDS" -lt "$deadline" ] || return 0
    sleep 2
  done
}

apt_install() {
  local words
  say "installing (this may take minutes): $*"
  words=$(run_apt install --no-install-recommends "$@" 2>&1) && return 0
  tail -n 15 <<<"$words" >&2
  return 1
}

# Of the names in $1, parted by |, the first that apt knows; the last if it knows none.
first_known() {
  local name names
  IFS='|' read -ra names <<<"$1"
  for name in "${names[@]}"; do
    apt_knows "$name" && break
  done
  printf '%s\n' "$name"
}

# Installs packages (each may be alternatives parted by |), or ends naming them and the line to type.
require_packages() {
  local wanted=() entry
  [ $# -gt 0 ] || return 0
  if apt_may_install; then
    apt_refresh
    for entry in "$@"; do wanted+=("$(first_known "$entry")"); done
    apt_install "${wanted[@]}" && return 0
    die "apt could not install what is missing: ${wanted[*]}"
  fi
  if command -v apt-get >/dev/null; then
    for entry in "$@"; do wanted+=("$(first_known "$entry")"); done
    die "missing: ${wanted[*]}" \
      "- install with: sudo apt-get install --no-install-recommends ${wanted[*]}"
  fi
  die "missing (Debian's names): $* - install them with this system's package tool"
}
