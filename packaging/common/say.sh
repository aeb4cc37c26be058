# Words for the person at the terminal. Standard output belongs to the program (`--json` prints its
# events there), so everything here goes to standard error.

say() { printf 'tonewire: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}
