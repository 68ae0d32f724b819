package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody else's driver in a jar of its own, compiled against the packaged jars alone, found on the class path and run
 * through the conformance kit in a process of its own; beside it a careless one that must not pass.
 */
class ThirdPartyDriverIT {
    private static final Path SOURCES = Path.of("src/test/resources/thirdparty");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path DRIVERS = Path.of("target/device-drivers.jar");
    private static final Path KIT = Path.of("target/device-drivers-tests.jar");

    @TempDir
    private Path scratch;

    /** What a process printed and how it ended. */
    private record Ended(int code, String output) {}

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "run", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(output));
    }

    private static void succeeds(String tool, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        assertEquals(
                0,
                ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new)),
                said::toString);
    }

    /** The libraries of the test's own class path; none of our classes but by the two jars. */
    private static List<String> libraries() {
        List<String> libraries = new ArrayList<>(List.of(DRIVERS.toString(), KIT.toString()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .forEach(libraries::add);
        return libraries;
    }

    private static String path(List<String> entries) {
        return String.join(File.pathSeparator, entries);
    }

    private Path jar(String name, List<String> classPath) throws IOException {
        Path classes = Files.createDirectories(scratch.resolve(name + ".classes"));
        List<String> compile = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", path(classPath)));
        try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(compile::add);
        }
        succeeds("javac", compile);
        Path jar = scratch.resolve(name.replace('/', '-') + ".jar");
        List<String> pack =
                new ArrayList<>(List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        Path services = SOURCES.resolve(name).resolve("META-INF");
        if (Files.exists(services)) {
            pack.addAll(List.of("-C", SOURCES.resolve(name).toString(), "META-INF"));
        }
        succeeds("jar", pack);
        return jar;
    }

    private Ended conformance(String name, String... classes) throws IOException, InterruptedException {
        assertTrue(Files.exists(KIT), "the kit is packaged before the integration tests");
        List<String> classPath = new ArrayList<>(libraries());
        classPath.add(jar(name + "/main", classPath).toString());
        classPath.add(jar(name + "/test", classPath).toString());
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                path(classPath),
                Conformance.class.getName()));
        command.addAll(List.of(classes));
        return run(command);
    }

    @Test
    void aDriverThatKeepsTheRulesConforms() throws IOException, InterruptedException {
        Ended ended =
                conformance("bridge", "org.example.bridge.BridgeDriverTest", "org.example.bridge.BridgeReaderTest");
        assertEquals(0, ended.code(), ended::output);
        assertTrue(ended.output().contains("kept   isFoundOnTheClassPath()"), ended::output);
        assertTrue(ended.output().contains("kept   saysThatTheDeviceIsAbsent()"), ended::output);
    }

    @Test
    void aCarelessDriverDoesNot() throws IOException, InterruptedException {
        Ended ended = conformance(
                "careless", "org.example.careless.CarelessDriverTest", "org.example.careless.CarelessReaderTest");
        assertEquals(1, ended.code(), ended::output);
        for (String rule : List.of(
                "hasANameOfItsOwn()",
                "declaresEachKeyOnce()",
                "anAbsentDeviceIsSaidToBeAbsentAndNothingIsThrown()",
                "saysThatTheDeviceIsAbsent()",
                "readsACardWithItsPortrait()",
                "aReadAfterTheEndIsADefect()")) {
            assertTrue(ended.output().contains("BROKEN " + rule), () -> rule + " in " + ended.output());
        }
    }
}
