# Sourced by the scripts beside it: finds a JDK 25 and Maven, or says in one line what to install.
find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")" /usr/lib/jvm/*; do
        if [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -q '^javac 25'; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    echo "JDK 25 is missing: apt-get install openjdk-25-jdk-headless (Debian 13) or temurin-25-jdk (Adoptium), or set JAVA_HOME" >&2
    exit 2
}

find_maven() {
    command -v mvn >/dev/null && return 0
    echo "Maven is missing: apt-get install maven" >&2
    exit 2
}

# Builds what is missing or older than its sources, without the tests; says so, since a first build takes minutes.
# The package step's last work is the terminal's ahead-of-time cache.
build() {
    local last=kiosk/target/kiosk.aot
    if [ -f "$last" ] && [ -z "$(find pom.xml device-drivers edge-agent kiosk provisioning -newer "$last" \
        \( -path '*/src/main/*' -o -name pom.xml \) -type f -print -quit)" ]; then
        return 0
    fi
    find_maven
    echo "building (the first time takes some minutes) ..." >&2
    mvn -q -B -Dmaven.test.skip -Dspotless.check.skip package >&2
}

run_java() {
    exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp provisioning/trials/target/trials.jar "$@"
}
