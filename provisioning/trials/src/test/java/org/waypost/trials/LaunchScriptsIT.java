package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
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

    /**
     * What is measured here is what a site runs; JavaCPP's empty extension keeps every start with faces from looking
     * for CUDA.
     */
    @Test
    void startTheTerminalWithTheFlagsThatAreMeasuredHere() throws IOException {
        List<String> measured = Program.java(LaunchScriptsIT.class, List.of()).stream()
                .filter(word -> word.startsWith("-") && !word.equals("-cp"))
                .toList();
        assertTrue(measured.contains("-Dorg.bytedeco.javacpp.platform.extension="));
        assertEquals(measured, flags("waypost-terminal"));
        List<String> tried = flags("waypost-devices");
        assertTrue(measured.containsAll(tried) && tried.contains("-Dorg.bytedeco.javacpp.platform.extension="));
    }

    private static List<String> flags(String script) throws IOException {
        String text = Files.readString(PROJECT.resolve("kiosk/src/main/scripts").resolve(script));
        String command = text.substring(text.indexOf("\nexec "), text.indexOf("-cp "));
        return Stream.of(command.split("[\\s\\\\]+"))
                .filter(word -> word.startsWith("-"))
                .toList();
    }

    /** A site: the terminal's files in one directory, and a driver of another maker beside them. */
    @Test
    void findADriverOfAnotherMakerBesideThem() throws IOException, InterruptedException {
        Path kiosk = PROJECT.resolve("kiosk");
        for (String name : List.of("kiosk.jar", "lib")) {
            Files.createSymbolicLink(
                    directory.resolve(name), kiosk.resolve("target").resolve(name));
        }
        Path script =
                Files.copy(kiosk.resolve("src/main/scripts/waypost-devices"), directory.resolve("waypost-devices"));
        assertFalse(listed(script).contains("driver pebble"));
        driver(Files.createDirectories(directory.resolve("drivers")).resolve("pebble driver.jar"));
        String list = listed(script);
        assertTrue(list.contains("driver pebble reaches serial:"), list);
    }

    private static String listed(Path script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "list").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private void driver(Path jar) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path source = Files.writeString(directory.resolve("Pebble.java"), """
                import java.util.List;
                import java.util.Set;
                import org.waypost.drivers.device.*;
                public final class Pebble implements DeviceDriver {
                    public String id() { return "pebble"; }
                    public DeviceKind kind() { return DeviceKind.ID_CARD_READER; }
                    public Set<DeviceAddress.Scheme> schemes() { return Set.of(DeviceAddress.Scheme.SERIAL); }
                    public List<Setting> settings() { return List.of(); }
                    public Device open(DeviceAddress address, SettingValues values, Host host) {
                        throw new IllegalStateException("there is no such device");
                    }
                }
                """);
        String library = drivers();
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", library, "-d", classes.toString(), source.toString()));
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.waypost.drivers.device.DeviceDriver"), "Pebble\n");
        assertEquals(
                0,
                java.util.spi.ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--file",
                                jar.toString(),
                                "-C",
                                classes.toString(),
                                "."));
    }

    private static String drivers() throws IOException {
        try (Stream<Path> libraries = Files.list(PROJECT.resolve("kiosk/target/lib"))) {
            return libraries
                    .map(Path::toString)
                    .filter(library -> library.contains("device-drivers"))
                    .findFirst()
                    .orElseThrow();
        }
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
