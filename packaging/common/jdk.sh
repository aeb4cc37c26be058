# Finds a JDK 25. Needs say.sh and apt.sh.

# True if $1 is the home of a JDK 25 with the collector of java.options, which Oracle's own builds leave
# out. Reads its release file: starting java to ask takes longer.
is_jdk25() {
  [ -n "${1:-}" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] &&
    grep -Eqs '^JAVA_VERSION="25(\.|"|-|\+)' "$1/release" &&
    ! grep -qs '^IMPLEMENTOR="Oracle' "$1/release"
}

# Prints the home of a JDK 25; fails if there is none.
find_jdk25() {
  local home compiler
  for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*; do
    if is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  if compiler=$(command -v javac); then
    compiler=$(readlink -f "$compiler")
    home=${compiler%/bin/javac}
    if is_jdk25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  fi
  return 1
}

# Sets and exports JAVA_HOME to a JDK 25, by apt if need be, or ends with what the person can do.
require_jdk25() {
  local home package
  if ! home=$(find_jdk25); then
    if apt_may_install; then
      apt_refresh
      for package in openjdk-25-jdk temurin-25-jdk; do
        if apt_knows "$package"; then
          apt_install "$package" || true
          break
        fi
      done
    fi
    home=$(find_jdk25) || die "no JDK 25 found: install JDK 25 (Temurin; not Oracle’s, which lacks the Shenandoah collector), or set JAVA25_HOME"
  fi
  export JAVA_HOME=$home
}
