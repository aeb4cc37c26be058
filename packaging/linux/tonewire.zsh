#compdef tonewire
# Completion of tonewire for zsh.

_tonewire() {
  local -a session=(
    '--name[name shown to the other participants]:name:'
    '*--source[what to play]:source:(mic system file\: url\: pipe\: tone\:440)'
    '--output[where to hear the others]:device:(default none)'
    '--record[keep every track in a folder]:folder:_files -/'
    '--headless[without a window]'
    '--json[one JSON event a line]'
    '--commands[take commands from standard input]'
    '--help[print what the command can be told]'
  )
  if (( CURRENT == 2 )); then
    _values command 'host[open a room]' 'join[take part in a room]' 'server[run the signaling server]' \
      'rooms[list your rooms on servers]' 'servers[list known servers]' 'devices[list devices]' '--help' '--version'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    host) _arguments $session '--room[name]:name:' '--port[port]:port:' '--advertise[address]:host:_hosts' \
      '--server[open it there]:address:' '--token[of that server]:token:' '--keep-room[stays without participants]:time:' \
      '--max-participants[how many]:number:' '--keep[go on with the room of that name]' ;;
    join) _arguments $session '1:invite:' ;;
    server) _arguments '*--listen[port]:port:' '--host[address]:address:' '--tls-cert[chain]:file:_files' \
      '--tls-key[key]:file:_files' '--room-token[token]:token:' '*--allow-origin[origin]:origin:' \
      '*--trusted-proxy[network]:network:' '*--turn[STUN or TURN server]:address:' \
      '--turn-secret-file[its secret]:file:_files' '--turn-ttl[lifetime of logins]:time:' \
      '--messages[file]:file:_files' '--keep-rooms[at most]:time:' '--rooms-file[file]:file:_files' '*--limit[limit]:limit:' \
      '--log-level[level]:level:(DEBUG INFO WARNING ERROR)' '--json[JSON lines]' \
      '--config[options]:file:_files' '--help[options]' ;;
    rooms) _arguments '--server[only on this one]:address:' '--invite[print it]:room:' '--close[close it]:room:' \
      '--json[JSON lines]' '--help[options]' ;;
    servers) _arguments '--forget[this one]:address:' '--json[JSON lines]' '--help[options]' ;;
    devices) _arguments '--json[JSON lines]' '--help[options]' ;;
  esac
}

_tonewire "$@"
