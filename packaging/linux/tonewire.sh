#!/bin/sh
# Starts Tonewire with what was prepared for its face: the server has a collector and a cache of its own.

# Where standard input, output or error is closed, /dev/null: packaging/common/descriptors.sh says why.
{ true 9>&2; } || exec 2>/dev/null
{ true 9<&0; } 2>/dev/null || exec </dev/null
{ true 9>&1; } 2>/dev/null || exec >/dev/null

# Names of files and people are not ASCII: a C locale would spoil them on their way in.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

case ${1:-} in
  server) face=server ;;
  *) face=window ;;
esac
exec /opt/tonewire/lib/runtime/bin/java "@/opt/tonewire/lib/app/$face.args" org.tonewire.app.Main "$@"
