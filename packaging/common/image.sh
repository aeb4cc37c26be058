# Makes the application image that every installer carries: our jars and their libraries, the native
# parts beside them, and a Java runtime with what they use. Needs say.sh, maven.sh, sources.sh, JAVA_HOME and the
# checkout's folder as the current one; $work is where everything is made, relative to it, and $caches
# is not empty where caches for quick starts follow.
# shellcheck shell=bash disable=SC2154

# What jdeps names for our jars and their libraries, and what it cannot see: languages, elliptic
# curves, file systems in jars, socket options, who one is to the message bus, reports for diagnostics.
readonly IMAGE_MODULES="java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,\
java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs"

# The checkout's version, 0.1.0-SNAPSHOT; and without what follows the number.
project_version() { sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1; }
plain_version() { project_version | sed 's/-.*//'; }

# One word for everything that goes into the program: the same sources have the same, wherever built.
build_id() { source_sums | "${sum_of_files[@]}" | cut -c 1-12; }

# The options in the given files, one a line, without the comments.
options_of() { sed -e '/^#/d' -e '/^[[:space:]]*$/d' "$@"; }

# Our jars carry the build id in their names: a cache made ahead of time fits only the class path it
# was made with, so it cannot be taken for another build's.
build_jars() {
  local id module
  id=$(build_id)
  rm -rf "$work/jars" "$work/input"
  mkdir -p "$work/jars"
  say "building the jars (log: $work/maven.log)"
  run_maven --quiet --projects app --also-make -Dmaven.test.skip=true "-Dbuild.suffix=+$id" package \
    dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=org.tonewire \
    "-DoutputDirectory=$PWD/$work/jars" >"$work/maven.log" 2>&1 || {
    tail -n 20 "$work/maven.log" >&2
    die "the build failed: see $work/maven.log"
  }
  mkdir -p "$work/input"
  "$JAVA_HOME/bin/java" packaging/common/Natives.java "$work/jars" "$work/input"
  for module in app signaling-embedded; do
    cp -- "$module/target/$module-$(project_version).jar" "$work/input/tonewire-$module-$id.jar"
  done
}

make_runtime() {
  say "making the runtime"
  rm -rf "$work/runtime"
  "$JAVA_HOME/bin/jlink" --add-modules "$IMAGE_MODULES" --include-locales=en,de,es,ja \
    --strip-java-debug-attributes --no-header-files --no-man-pages --output "$work/runtime"
}

# The options of launcher $1: java.options, those of the image, of more files, and where its cache
# lies if $caches says that there will be one.
launcher_options() {
  options_of packaging/common/java.options packaging/common/image.options "${@:2}"
  [ -z "${caches:-}" ] || printf '%s\n' "-XX:AOTCache=\$APPDIR/$1.aot"
}

# make_image TYPE ARGUMENT...: what jpackage makes of it goes to $work/image. The main launcher and
# tonewire-server differ in the collector and in the cache.
make_image() {
  local type=$1 option arguments=()
  shift
  say "making the image"
  rm -rf "$work/image"
  while read -r option; do arguments+=(--java-options "$option"); done < <(launcher_options window packaging/common/window.options)
  {
    printf 'java-options=%s\n' "$(launcher_options server packaging/common/server.options | tr '\n' ' ')"
    printf 'win-console=true\n'
  } >"$work/server.properties"
  "$JAVA_HOME/bin/jpackage" --type "$type" --dest "$work/image" --input "$work/input" \
    --main-jar "$(cd "$work/input" && echo tonewire-app-*.jar)" --main-class org.tonewire.app.Main \
    --runtime-image "$work/runtime" --add-launcher "tonewire-server=$work/server.properties" \
    --vendor Tonewire --copyright "The Tonewire contributors, Apache License 2.0" \
    --description "Sends sound between computers, peer to peer and encrypted" \
    "${arguments[@]}" "$@"
}
