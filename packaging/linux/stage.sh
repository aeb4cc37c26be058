# Lays out the package as it will lie in the file system, in $work/stage. Needs needs.sh,
# train.sh, $image, $work.
# shellcheck shell=bash disable=SC2154

# The packages of needs.sh as Debian writes dependencies, and the C library that the natives ask for.
dependencies() {
  local libc
  libc=$(find "$image" -type f -name '*.so*' -exec grep -aoh 'GLIBC_2\.[0-9]*' {} + | sort -u -V | tail -n 1)
  {
    printf 'libc6 (>= %s)\n' "${libc#GLIBC_}"
    awk 'NF == 2 { gsub(/\|/, " | ", $2); print $2 }' <<<"$NEEDS_SOUND$NEEDS_WINDOW" | LC_ALL=C sort -u
  } | paste -s -d , | sed 's/,/, /g'
}

# put MODE FILE PLACE: a file of packaging/linux, or another given by its path, into the package.
put() { install -D -m "$1" -- "$2" "$work/stage/$3"; }

put_compressed() {
  put 644 "$1" "$2"
  gzip -9 -n -- "$work/stage/$2"
}

stage() {
  local version=$1 architecture=$2 icon share=usr/share name=org.tonewire.Tonewire
  rm -rf "$work/stage"
  mkdir -p "$work/stage/opt" "$work/stage/DEBIAN"
  cp -a -- "$image" "$work/stage/opt/tonewire"
  put 755 "$here/tonewire.sh" usr/bin/tonewire
  stage_arguments window tonewire
  stage_arguments server tonewire-server
  put 644 "$here/$name.desktop" "$share/applications/$name.desktop"
  put 644 "$here/$name.metainfo.xml" "$share/metainfo/$name.metainfo.xml"
  while read -r icon; do
    put 644 "$work/icons/$icon" "$share/icons/$icon"
  done < <(cd -- "$work/icons" && find hicolor -type f)
  put_compressed "$here/tonewire.1" "$share/man/man1/tonewire.1"
  put 644 "$here/tonewire.bash" "$share/bash-completion/completions/tonewire"
  put 644 "$here/tonewire.zsh" "$share/zsh/vendor-completions/_tonewire"
  local example
  for example in server.properties nginx.conf haproxy.cfg; do
    put 644 "packaging/server/$example" "$share/doc/tonewire/examples/$example"
  done
  put 644 "$here/copyright" "$share/doc/tonewire/copyright"
  put_compressed CHANGELOG.md "$share/doc/tonewire/changelog"
  stage_unit
  stage_control "$version" "$architecture"
}

# What usr/bin/tonewire starts java with: the same as jpackage's launcher $2, with the cache of face $1.
stage_arguments() {
  {
    printf '%s\n' "-XX:AOTCache=/opt/tonewire/lib/app/$1.aot"
    launched_as "$image/lib/app/$2.cfg" /opt/tonewire/lib/app
  } >"$work/$1.args"
  put 644 "$work/$1.args" "opt/tonewire/lib/app/$1.args"
}

# The unit of packaging/server, with the installed program and without the steps for a checkout.
stage_unit() {
  {
    cat <<'UNIT'
# The signaling server as a service. First its options: mkdir -p /etc/tonewire
# cp /usr/share/doc/tonewire/examples/server.properties /etc/tonewire
# Then: systemctl enable --now tonewire-server
# Changes of this unit: systemctl edit tonewire-server
UNIT
    sed -e '1,/^\[Unit\]/{/^#/d}' -e 's:/opt/tonewire/packaging/run\.sh:/usr/bin/tonewire:' \
      packaging/server/tonewire-server.service
  } >"$work/tonewire-server.service"
  put 644 "$work/tonewire-server.service" usr/lib/systemd/system/tonewire-server.service
  put 644 packaging/server/tonewire-server.sysusers usr/lib/sysusers.d/tonewire-server.conf
}

stage_control() {
  local size
  size=$(du -sk --exclude=DEBIAN "$work/stage" | cut -f 1)
  sed -e "s/@VERSION@/$1/" -e "s/@ARCHITECTURE@/$2/" -e "s/@SIZE@/$size/" \
    -e "s/@DEPENDS@/$(dependencies)/" "$here/control" >"$work/stage/DEBIAN/control"
  (cd -- "$work/stage" && find opt usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2) >"$work/md5sums"
  put 644 "$work/md5sums" DEBIAN/md5sums
  put 755 "$here/postinst" DEBIAN/postinst
  put 755 "$here/prerm" DEBIAN/prerm
}
