package org.waypost.drivers.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.drivers.device.JpegHeader;
import org.waypost.drivers.device.WatchedArena;
import org.waypost.drivers.simulated.CameraScene;

/** Nothing of a picture is left in memory, in files or in words. */
class CameraNoTraceTest {
    private static final byte[] FILE = new CameraScene(64, 64).jpeg(1, 100);
    private static final JpegHeader HEADER = new JpegHeader(64, 64);
    private static final Frame.Moment MOMENT = new Frame.Moment(0, 1);

    @TempDir
    private Path directory;

    @Test
    void theMemoryOfAFrameIsZeroedBeforeItIsGivenBack() {
        WatchedArena arena = new WatchedArena();
        Frame frame = new Frame(HEADER, MemorySegment.ofArray(FILE), MOMENT, () -> arena);
        assertEquals(-1, arena.memory().mismatch(MemorySegment.ofArray(FILE)));
        frame.close();
        frame.close();
        assertTrue(arena.wasZeroAtTheEnd());
    }

    @Test
    void aClosedFrameCannotBeRead() {
        Frame frame = Frame.of(HEADER, MemorySegment.ofArray(FILE), MOMENT);
        MemorySegment jpeg = frame.jpeg();
        assertTrue(jpeg.isReadOnly());
        frame.close();
        assertThrows(IllegalStateException.class, () -> jpeg.get(ValueLayout.JAVA_BYTE, 0));
        assertThrows(IllegalStateException.class, () -> frame.writeTo(OutputStream.nullOutputStream()));
    }

    @Test
    void aFrameThatNobodyFetchedIsZeroedWhenTheNextComesAndAtTheEnd() {
        WatchedArena first = new WatchedArena();
        WatchedArena second = new WatchedArena();
        WatchedArena late = new WatchedArena();
        FrameSlot slot = new FrameSlot();
        slot.put(new Frame(HEADER, MemorySegment.ofArray(FILE), MOMENT, () -> first));
        slot.put(new Frame(HEADER, MemorySegment.ofArray(FILE), MOMENT, () -> second));
        assertTrue(first.wasZeroAtTheEnd());
        assertFalse(second.wasZeroAtTheEnd());
        slot.close();
        assertTrue(second.wasZeroAtTheEnd());
        slot.put(new Frame(HEADER, MemorySegment.ofArray(FILE), MOMENT, () -> late));
        assertTrue(late.wasZeroAtTheEnd());
    }

    @Test
    void aFrameDescribesItselfWithoutContent() {
        try (Frame frame = Frame.of(HEADER, MemorySegment.ofArray(FILE), MOMENT)) {
            assertEquals("Frame[64x64]", frame.toString());
        }
    }

    /** In a process of its own, so that each file it makes is seen; class names in its output tell what was loaded. */
    @ParameterizedTest
    @ValueSource(strings = {"mjpeg", "rtsp"})
    void previewAndStillPictureWriteNoFileAndAPreviewDoesNotLoadOpenCv(String driver)
            throws IOException, InterruptedException {
        Path home = Files.createDirectory(directory.resolve("home"));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            WatchKey key = home.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            List<String> said = probe(driver, home, directory.resolve("said"));
            assertEquals(List.of(), key.pollEvents());
            List<String> steps =
                    said.stream().filter(line -> line.startsWith("probe ")).toList();
            assertEquals(CameraProbe.STEPS, steps);
            int decoding = said.indexOf(CameraProbe.STEPS.getLast());
            int preview = said.indexOf(CameraProbe.STEPS.getFirst());
            assertTrue(said.subList(preview, decoding).stream().anyMatch(line -> line.contains("org.bytedeco")));
            assertFalse(said.subList(0, preview).stream().anyMatch(line -> line.contains("org.bytedeco")));
            assertTrue(said.subList(0, preview).stream().anyMatch(line -> line.contains("camera.VideoDriver")));
        }
    }

    private static List<String> probe(String driver, Path home, Path said) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load:stdout:none",
                        "-Djava.io.tmpdir=" + home,
                        "-Duser.home=" + home,
                        "-Dorg.bytedeco.javacpp.cachedir=" + CameraProbe.cache(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CameraProbe.class.getName(),
                        driver)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!probe.waitFor(Duration.ofMinutes(2))) {
            probe.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(said);
        assertEquals(
                0,
                probe.exitValue(),
                () -> String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
        return lines;
    }
}
