#!/bin/sh
# Starts Tonewire. The server has a launcher of its own, with a collector and a cache that suit it.

# Names of files and people are not ASCII: a C locale would spoil them on their way in.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

case ${1:-} in
  server) exec /opt/tonewire/bin/tonewire-server "$@" ;;
  *) exec /opt/tonewire/bin/tonewire "$@" ;;
esac
