package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The walls hold: a dependency the wrong way and a forgotten outcome each fail the build, which passes without them.
 */
class WallsIT {
    private static final Path PROJECT = Site.checkout();

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} may not depend on {1}")
    @CsvSource({
        "provisioning/hub, edge-agent",
        "provisioning/contract, device-drivers",
        "device-drivers, contract",
        "edge-agent, kiosk",
        "provisioning/installer, hub"
    })
    void aDependencyTheWrongWayFailsTheBuild(String module, String dependency)
            throws IOException, InterruptedException {
        Path copy = poms();
        Path pom = copy.resolve(module).resolve("pom.xml");
        String good = Files.readString(pom);
        String added = "  <dependencies>\n<dependency><groupId>org.waypost</groupId><artifactId>" + dependency
                + "</artifactId></dependency>";
        Files.writeString(pom, good.replaceFirst("  <dependencies>", added));
        String said = maven(copy, module, 1);
        assertTrue(said.contains("BannedDependencies") || said.contains("cyclic reference"), said);
    }

    @Test
    void theSameBuildPassesAsItIs() throws IOException, InterruptedException {
        maven(poms(), "provisioning/hub", 0);
    }

    @Test
    void aForgottenOutcomeDoesNotCompile() throws IOException {
        String whole = """
                import org.waypost.drivers.device.Reading;
                class Probe {
                    static <T> int of(Reading<T> reading) {
                        return switch (reading) {
                            case Reading.Taken<T> taken -> 1;
                            case Reading.Nobody<T> nobody -> 2;
                            case Reading.Faulty<T> faulty -> 3;
                        };
                    }
                }
                """;
        assertEquals(0, javac(whole), "the control compiles");
        assertNotEquals(0, javac(whole.replace("            case Reading.Faulty<T> faulty -> 3;\n", "")));
    }

    /** The reactor without its sources: all that the enforcer looks at. */
    private Path poms() throws IOException {
        Path copy = directory.resolve("poms");
        try (Stream<Path> files = Files.walk(PROJECT, 3)) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                Path target = copy.resolve(PROJECT.relativize(pom));
                Files.createDirectories(target.getParent());
                Files.copy(pom, target);
            }
        }
        return copy;
    }

    private static String maven(Path project, String module, int expected) throws IOException, InterruptedException {
        String repository = System.getProperty("waypost.maven.repository", "");
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-pl", module, "-am", "validate"));
        if (!repository.isEmpty() && !repository.startsWith("$")) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process maven = builder.start();
        String said = new String(maven.getInputStream().readAllBytes(), UTF_8);
        assertEquals(expected == 0, maven.waitFor() == 0, said);
        return said;
    }

    private int javac(String source) throws IOException {
        Path file = Files.writeString(directory.resolve("Probe.java"), source);
        String classes = System.getProperty("java.class.path");
        return ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), "-cp", classes, file.toString());
    }
}
