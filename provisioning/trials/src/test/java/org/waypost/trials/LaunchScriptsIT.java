package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts a technician starts refuse another Java in one line, and pass the program's own line on with the right
 * one.
 */
class LaunchScriptsIT {
    private static final Path PROJECT = Site.checkout();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kiosk/src/main/scripts/waypost-terminal",
                "kiosk/src/main/scripts/waypost-devices",
                "provisioning/hub/src/main/scripts/waypost-hub"
            })
    void sayWhichJavaTheyNeed(String script) throws IOException, InterruptedException {
        String line = run(script, older(), 2);
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("JDK 25 is needed") && line.contains("install openjdk-25"), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk/src/main/scripts/waypost-terminal", "provisioning/hub/src/main/scripts/waypost-hub"})
    void passOnWhatTheProgramSays(String script) throws IOException, InterruptedException {
        int code = script.contains("terminal") ? 2 : 1;
        String line = run(script, Path.of(System.getProperty("java.home")), code);
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("/nowhere cannot be read"), line);
    }

    /** A Java that says it is 17. */
    private Path older() throws IOException {
        Path home = directory.resolve("older");
        Path java = Files.writeString(
                Files.createDirectories(home.resolve("bin")).resolve("java"),
                "#!/bin/sh\necho 'openjdk version \"17.0.15\"' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    private static String run(String script, Path javaHome, int expected) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(PROJECT.resolve(script).toString(), "serve", "--settings", "/nowhere");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(expected, process.waitFor(), said);
        return said;
    }
}
