# Starts Maven on JAVA_HOME, which must be a JDK 25: the format check needs it. Needs say.sh.

run_maven() { run_maven_with_downloads --no-transfer-progress "$@"; }

# The same, and the log names every download.
run_maven_with_downloads() {
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn --batch-mode -Dstyle.color=never --file "$root/pom.xml" "$@" </dev/null
}
