package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.drivers.simulated.SpecimenCard;

/**
 * The program with the face mode on, from the import of its models to the last picture that is gone: cards over the
 * simulated wire, a recording for a camera. Faces: DeBruine and Jones (2017), Face Research Lab London Set,
 * doi:10.6084/m9.figshare.5047666.v5, CC BY 4.0.
 */
class FaceModeIT {
    private static final Path SHARED = Path.of(System.getProperty("waypost.shared", "shared"));
    private static final Path LONDON = SHARED.resolve("data/faces/london");
    private static final Pattern READY =
            Pattern.compile("terminal ready after \\d+ ms: clerk (\\S+) party (\\S+) technician (\\S+)");
    private static final String COMPARES = "value=\"CANNOT_TELL\" data-key=\"F4\"";
    private static final String CALIBRATION = """
            [{"portraits":"CARD","model":"b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507",
              "supports":0.45,"notSupports":0.3,"persons":1,"genuine":1,"impostor":1,
              "fmr":0,"fmrUpper":1,"fnmr":0,"fnmrUpper":1,"on":"2026-11-24","signedBy":"a test"}]""";

    @TempDir
    Path directory;

    private Installation installation;
    private Path bed;
    private Path recording;
    private List<String> persons = List.of();

    @BeforeEach
    void installed() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("models")), "skipped: no models beside the project");
        Assumptions.assumeTrue(Files.isDirectory(LONDON), "skipped: no faces beside the project");
        try (Stream<Path> files = Files.list(LONDON.resolve("smiling"))) {
            persons = files.map(file -> file.getFileName().toString().substring(0, 3))
                    .sorted()
                    .limit(2)
                    .toList();
        }
        bed = Files.createDirectory(directory.resolve("bed"));
        recording = directory.resolve("person.mjpeg");
        Files.copy(LONDON.resolve("smiling/" + persons.getFirst() + "_08.jpg"), recording);
        installation = Installation.in(directory.resolve("terminal"));
        installation.list();
        installation.set("card-reader.driver", "folder");
        installation.set("card-reader.device", "mjpeg:" + bed);
        installation.drop("card-reader.poll-millis");
        installation.set("camera.driver", "recording");
        installation.set("camera.device", "mjpeg:" + recording);
        installation.set("face.mode", "on");
        installation.set("face.impact-assessment", "example-2026-1");
        installation.set("face.notice", "posted");
    }

    /** The flags of the script that starts a terminal. */
    private static List<String> flags() throws IOException {
        List<String> flags = Files.readAllLines(Path.of("src/main/scripts/waypost-terminal")).stream()
                .dropWhile(line -> !line.startsWith("exec "))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .filter(word -> word.matches("(--|-X|-D)[^$\"]+"))
                .toList();
        assertTrue(flags.contains("-Dorg.bytedeco.javacpp.maxphysicalbytes=512m"), flags::toString);
        return flags;
    }

    private ProcessBuilder kiosk(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Kiosk.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--settings", installation.settings().toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private Path log() {
        return installation.file("terminal.log");
    }

    private void importModels() throws IOException, InterruptedException {
        Path stick = Files.createDirectory(directory.resolve("stick"));
        Files.writeString(
                stick.resolve("face-models.json"),
                ImportModelsTest.MANIFEST.replace("\"calibrations\":[]", "\"calibrations\":" + CALIBRATION));
        for (String file : new String[] {"face_detection_yunet_2023mar.onnx", "mobilefacenet_foamliu.onnx"}) {
            Files.copy(SHARED.resolve("models").resolve(file), stick.resolve(file));
        }
        Process command = kiosk("import-models", "--from", stick.toString(), "--accept-licences", "technician-zhao")
                .start();
        String said = new String(command.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, command.waitFor(), () -> said + logged());
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /**
     * A card with the portrait of a person: 102x126 pixels around the face, as {@code agent.face}'s tests have them.
     */
    private void lay(SpecimenCard card, String person) throws IOException {
        try (Stream<Path> before = Files.list(bed)) {
            for (Path lifted : before.toList()) {
                Files.delete(lifted);
            }
        }
        BufferedImage face = ImageIO.read(
                        LONDON.resolve("neutral/" + person + "_03.jpg").toFile())
                .getSubimage(150, 120, 340, 420);
        BufferedImage small = new BufferedImage(102, 126, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(face, 0, 0, 102, 126, null);
        canvas.dispose();
        ImageIO.write(small, "png", bed.resolve(card + ".png").toFile());
    }

    @Test
    void facesAreComparedShownToTheRegistrarAloneAndGone() throws Exception {
        importModels();
        Process process = kiosk("serve").start();
        List<ShownPicture> shown = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = String.valueOf(out.readLine());
            Matcher ready = READY.matcher(line);
            assertTrue(ready.matches(), () -> line + logged());
            try (Windows windows = Windows.at(ready)) {
                windows.clerk.done("/clerk/registrar", "registrar", Counter.REGISTRAR);
                windows.clerk.done("/clerk/open");
                shown.addAll(samePerson(windows, windows.clerk.encounter()));
                shown.addAll(anotherPerson(windows, windows.clerk.encounter()));
                String[] withdraw = {"decision", "WITHDRAW", "reason", "", "ground", ""};
                windows.give("/clerk/decision", "encounter", windows.clerk.encounter(), withdraw);
            }
            // by its handle: Process.destroy would close the pipe that is read
            process.toHandle().destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertAccountedFor();
        shown.add(ShownPicture.ofFile(recording));
        assertNothingIsLeft(shown);
    }

    private List<ShownPicture> samePerson(Windows windows, String encounter) throws Exception {
        lay(SpecimenCard.TEST_BING, persons.getFirst());
        windows.toComparison(encounter, "A");
        String screen = windows.clerk.page("/clerk");
        assertTrue(screen.contains("机器比对：一致"), screen);
        assertTrue(screen.contains("class=\"card pair\""), "side by side");
        assertTrue(screen.contains("src=\"/clerk/portrait/A\"") && screen.contains("src=\"/clerk/live/A\""), screen);
        List<ShownPicture> pictures = windows.pictures("A");
        windows.compared(encounter, "A", "SAME_PERSON");
        return pictures;
    }

    /** On the second card is the portrait of somebody else. */
    private List<ShownPicture> anotherPerson(Windows windows, String encounter) throws Exception {
        lay(SpecimenCard.TEST_DING, persons.getLast());
        windows.toComparison(encounter, "B");
        String screen = windows.clerk.page("/clerk");
        assertTrue(screen.contains("机器比对：不一致"), screen);
        List<ShownPicture> pictures = windows.pictures("B");
        String[] same = {"encounter", encounter, "party", "B", "finding", "SAME_PERSON"};
        assertEquals(409, windows.clerk.post("/clerk/compare", same).statusCode());
        windows.compared(encounter, "B", "NOT_SAME_PERSON");
        return pictures;
    }

    private void assertAccountedFor() throws IOException {
        String stored = installation.stored();
        for (String line : List.of(
                "MODELS_IMPORTED",
                "A Verified model b7120c095d60 thresholds 0.45 0.3 live ",
                "A SAME_PERSON",
                "B NotVerified model b7120c095d60 thresholds 0.45 0.3 live ",
                "B NOT_SAME_PERSON")) {
            assertTrue(stored.contains(line), line);
        }
        String self = "self-test of mobilefacenet_foamliu.onnx: similarity recorded 0.2746, seen 0.27";
        assertTrue(logged().contains(self), this::logged);
    }

    /** And the search finds what is there: the control. */
    private void assertNothingIsLeft(List<ShownPicture> shown) throws IOException {
        for (ShownPicture picture : shown) {
            assertEquals(List.of(), picture.below(directory.resolve("terminal")));
        }
        Path leak = installation.file("leak");
        Files.copy(recording, leak);
        assertEquals(List.of(leak), shown.getLast().below(directory.resolve("terminal")));
    }

    /** The three windows, and a browser without any role. */
    private record Windows(Browser clerk, Browser party, Browser technician, Browser stranger)
            implements AutoCloseable {
        static Windows at(Matcher ready) throws IOException, InterruptedException {
            int port = URI.create(ready.group(1)).getPort();
            return new Windows(
                    Browser.opened(port, ready.group(1)),
                    Browser.opened(port, ready.group(2)),
                    Browser.opened(port, ready.group(3)),
                    new Browser(port));
        }

        void give(String path, String name, String value, String... more) throws IOException, InterruptedException {
            clerk.done(
                    path, Stream.concat(Stream.of(name, value), Stream.of(more)).toArray(String[]::new));
        }

        void toComparison(String encounter, String which) throws IOException, InterruptedException {
            give("/clerk/notice", "encounter", encounter, "party", which);
            give("/clerk/route", "encounter", encounter, "party", which, "route", "FACE");
            clerk.until("/clerk", COMPARES);
        }

        /** Shown to the registrar, and to nobody else. */
        List<ShownPicture> pictures(String which) throws IOException, InterruptedException {
            List<ShownPicture> pictures = new ArrayList<>();
            for (String address : List.of("/clerk/portrait/" + which, "/clerk/live/" + which)) {
                pictures.add(ShownPicture.ofBitmap(clerk.bytes(address)));
                for (Browser other : List.of(party, technician, stranger)) {
                    assertEquals(403, other.get(address).statusCode());
                }
            }
            String screen = party.page("/party");
            assertFalse(screen.contains("/clerk/") || screen.contains("机器比对"), screen);
            return pictures;
        }

        void compared(String encounter, String which, String finding) throws IOException, InterruptedException {
            give("/clerk/compare", "encounter", encounter, "party", which, "finding", finding);
            assertEquals(404, clerk.get("/clerk/portrait/" + which).statusCode());
            assertEquals(404, clerk.get("/clerk/live/" + which).statusCode());
        }

        @Override
        public void close() {
            clerk.close();
            party.close();
            technician.close();
            stranger.close();
        }
    }
}
