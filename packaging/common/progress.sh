# Says what Maven is at while it runs. Needs say.sh.

readonly PROGRESS_SECONDS=15

# In a few words, from the last lines of its log $1.
maven_stage() {
  case $(grep -E 'Download(ed|ing) from|^\[INFO\] (---|Building|Compiling) ' "$1" 2>/dev/null | tail -n 1) in
    *Download*) printf 'downloading, %s files so far' "$(grep -c 'Downloaded from' "$1")" ;;
    *compil* | *Compil*) printf 'compiling' ;;
    *jar*) printf 'packing' ;;
    *Building* | *---*) printf 'preparing' ;;
    *) printf 'starting Maven' ;;
  esac
}

# To be run beside Maven, and ended by end_progress: a line that changes on a terminal, one now and then
# elsewhere. Ends by itself with the script.
show_progress() {
  local begun=$SECONDS told=$SECONDS words
  trap - EXIT
  while kill -0 $$ 2>/dev/null; do
    sleep 1
    words="$(maven_stage "$1") ($((SECONDS - begun)) s)"
    if [ -t 2 ]; then
      printf '\r\033[Ktonewire: %s' "$words" >&2
    elif [ $((SECONDS - told)) -ge "$PROGRESS_SECONDS" ]; then
      told=$SECONDS
      say "$words"
    fi
  done
}

# Ends the process $1 of show_progress, and its line.
end_progress() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
}
