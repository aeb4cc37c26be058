# Completion of tonewire for bash.

_tonewire() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words
  local session='--name --source --output --record --headless --json --commands --help'
  COMPREPLY=()
  case $before in
    --record) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --config | --tls-cert | --tls-key | --messages | --rooms-file) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    --source) words='mic system file: url: pipe: tone:440' && compopt -o nospace ;;
    --output) words='default none' ;;
    --log-level) words='DEBUG INFO WARNING ERROR' ;;
    --name | --room | --port | --advertise | --server | --token | --keep-room | --keep-rooms | --invite | --close | --forget | --max-participants | --listen | --host) return ;;
    *)
      if [ "$COMP_CWORD" -eq 1 ]; then
        words='host join server rooms servers devices --help --version'
      else
        case $command in
          host) words="$session --room --port --advertise --server --token --keep-room --max-participants --keep" ;;
          join) words=$session ;;
          server)
            words='--listen --host --tls-cert --tls-key --room-token --allow-origin --trusted-proxy
              --turn --turn-secret-file --turn-ttl --messages --keep-rooms --rooms-file --limit
              --log-level --json --config --help'
            ;;
          rooms) words='--server --invite --close --json --help' ;;
          servers) words='--forget --json --help' ;;
          devices) words='--json --help' ;;
        esac
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "${words:-}" -- "$word")
}

complete -F _tonewire tonewire
