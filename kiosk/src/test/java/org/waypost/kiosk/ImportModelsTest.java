package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.face.FaceModels;
import picocli.CommandLine;

/** With the models that lie beside the project; skipped without them. */
class ImportModelsTest {
    private static final Path MODELS =
            Path.of(System.getProperty("waypost.shared", "shared")).resolve("models");
    static final String MANIFEST = """
            {"format":"waypost-face-models-1",
             "detector":{"file":"face_detection_yunet_2023mar.onnx","bytes":232589,
              "sha256":"8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
              "licence":"MIT","source":"opencv/opencv_zoo @966be4cb"},
             "embedder":{"file":"mobilefacenet_foamliu.onnx","bytes":3998070,
              "sha256":"b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507",
              "licence":"Apache-2.0","source":"foamliu/MobileFaceNet @cc6a9032"},
             "input":"IMAGENET","mirrored":true,"selfTest":0.2746,"liveness":null,"calibrations":[]}
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Installation installation;
    private Path stick;

    @BeforeEach
    void lay() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(MODELS), "skipped: no models beside the project");
        installation = Installation.in(directory.resolve("terminal"));
        stick = Files.createDirectory(directory.resolve("stick"));
        Files.writeString(stick.resolve("face-models.json"), MANIFEST);
        for (String file : new String[] {"face_detection_yunet_2023mar.onnx", "mobilefacenet_foamliu.onnx"}) {
            Files.copy(MODELS.resolve(file), stick.resolve(file));
        }
    }

    private int run(String... more) {
        said.reset();
        PrintStream out = new PrintStream(said, true, UTF_8);
        String[] given = {"--settings", installation.settings().toString(), "--from", stick.toString()};
        return new CommandLine(new ImportModels(InstantSource.system(), out, out))
                .execute(Stream.concat(Stream.of(given), Stream.of(more)).toArray(String[]::new));
    }

    private Path imported() {
        return installation.file("models");
    }

    @Test
    void listsTheLicencesAndImportsNothingUnasked() {
        assertEquals(1, run());
        String text = said.toString(UTF_8);
        assertTrue(text.contains("face_detection_yunet_2023mar.onnx: MIT, from opencv/opencv_zoo"), text);
        assertTrue(text.contains("--accept-licences NAME"), text);
        assertFalse(Files.exists(imported()));
    }

    @Test
    void importsUnderTheNameOfWhoAcceptsThem() throws IOException {
        assertEquals(0, run("--accept-licences", "technician-zhao"), said.toString(UTF_8));
        assertInstanceOf(FaceModels.Loading.Loaded.class, FaceModels.load(imported()));
        assertEquals(
                -1,
                Files.mismatch(
                        MODELS.resolve("mobilefacenet_foamliu.onnx"),
                        imported().resolve("mobilefacenet_foamliu.onnx")));
        String audit = installation.stored();
        assertTrue(audit.contains("MODELS_IMPORTED") && audit.contains("technician-zhao"));
        assertTrue(audit.contains("licences accepted, sha256 8f2383e4dd3c b7120c095d60"));
        try (Stream<Path> files = Files.list(imported())) {
            assertEquals(3, files.count());
        }
        assertEquals(0, run("--accept-licences", "technician-zhao"), "a second time");
    }

    /** After a refusal OpenCV goes on loading for a moment, on a thread of its own. */
    @AfterEach
    void librariesAreLoaded() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("waypost-face-libraries")) {
                assertTrue(thread.join(Duration.ofSeconds(60)));
            }
        }
    }

    @Test
    void importsNothingThatIsNotAsPinned() throws IOException {
        Files.write(stick.resolve("mobilefacenet_foamliu.onnx"), new byte[] {1}, StandardOpenOption.APPEND);
        assertEquals(1, run("--accept-licences", "technician-zhao"));
        assertTrue(said.toString(UTF_8).contains("is not the one pinned"), said.toString(UTF_8));
        assertFalse(Files.exists(imported()));
    }

    @Test
    void saysWhatABrokenInstallationNeeds() throws IOException {
        installation.set("face.mode", "maybe");
        assertEquals(2, run("--accept-licences", "technician-zhao"));
        assertTrue(said.toString(UTF_8).contains("face.mode"), said.toString(UTF_8));
    }
}
