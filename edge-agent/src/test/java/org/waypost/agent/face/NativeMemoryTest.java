package org.waypost.agent.face;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.device.Portrait;

/** Beyond the bound of native memory there is an outcome with a cause, in a process of its own with a site's flags. */
class NativeMemoryTest {
    private static final long BALLAST = 512L << 20;

    @TempDir
    Path directory;

    private List<String> said() throws IOException, InterruptedException {
        Path models = Stock.models(Files.createDirectory(directory.resolve("models")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=512m",
                        "-Dwaypost.shared=" + System.getProperty("waypost.shared", "shared"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeMemoryTest.class.getName(),
                        models.toString(),
                        Stock.persons().getFirst())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), lines::toString);
        return lines;
    }

    /** Compares; then with so much more memory in use that the bound is passed, and loads; then again without. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        FaceModels models = ((FaceModels.Loading.Loaded) FaceModels.load(directory)).models();
        FaceComparison faces = models.comparison(PortraitSource.CARD);
        try (models;
                Portrait live = Stock.live(arguments[1]);
                Portrait document = Stock.document(arguments[1])) {
            System.out.println(said(faces.compare(live, document)));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment ballast = arena.allocate(BALLAST);
                ballast.fill((byte) 1);
                System.out.println(said(faces.compare(live, document)));
                System.out.println(said(FaceModels.load(directory)));
            }
            System.out.println(said(faces.compare(live, document)));
        }
    }

    private static String said(FaceModels.Loading loading) {
        return switch (loading) {
            case FaceModels.Loading.Loaded loaded -> "Loaded";
            case FaceModels.Loading.Unusable unusable -> unusable.obstacle() + " " + unusable.why();
        };
    }

    private static String said(FaceComparison.Comparison answer) {
        return switch (answer) {
            case FaceComparison.Comparison.Same same -> "Same";
            case FaceComparison.Comparison.Different different -> "Different";
            case FaceComparison.Comparison.Unanswered unanswered ->
                unanswered.obstacle().name();
        };
    }

    /** Before and afterwards the same process answers: the control. */
    @Test
    void whatPassesTheBoundIsAFailedModelAndStopsNobody() throws Exception {
        assertEquals(
                List.of(
                        "Same",
                        "MODEL_FAILED",
                        "MODEL_FAILED the models need more memory than -Dorg.bytedeco.javacpp.maxphysicalbytes lets"
                                + " them have",
                        "Same"),
                said());
    }
}
