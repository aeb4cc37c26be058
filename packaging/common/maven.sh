# Starts Maven on JAVA_HOME, which must be a JDK 25: the format check needs it. Needs say.sh.

run_maven() {
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn --batch-mode --no-transfer-progress -Dstyle.color=never --file "$root/pom.xml" "$@" </dev/null
}
