package org.waypost.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is cut off anywhere leaves the models that were there, or the new ones, whole. */
class ModelImportTest {
    private static final int STEPS_MAX = 60;

    @TempDir
    Path directory;

    private FaceManifest old;
    private FaceManifest fresh;

    /** Detectors have one name and two contents, embedders one and the same; liveness is new. */
    @BeforeEach
    void sets() throws IOException {
        old = set("old", Optional.empty());
        fresh = set("fresh", Optional.of("liveness.onnx"));
    }

    private FaceManifest set(String name, Optional<String> liveness) throws IOException {
        Path stick = Files.createDirectory(directory.resolve(name));
        Optional<ModelFile> third =
                liveness.isPresent() ? Optional.of(file(stick, liveness.get(), name + " liveness")) : Optional.empty();
        FaceManifest manifest = new FaceManifest(
                FaceManifest.FORMAT,
                file(stick, "detector.onnx", name + " detector"),
                file(stick, "embedder.onnx", "one embedder for both"),
                FaceManifest.Input.RAW,
                false,
                Optional.of(0.5),
                third,
                List.of());
        Stock.write(stick, manifest);
        return manifest;
    }

    private static ModelFile file(Path stick, String name, String content) throws IOException {
        byte[] bytes = content.repeat(100).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Files.write(stick.resolve(name), bytes);
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new ModelFile(name, bytes.length, digest, "none", "a test");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private ModelImport of(FaceManifest set) {
        return new ModelImport(set, directory.resolve(set.equals(old) ? "old" : "fresh"));
    }

    private Path terminal(int number) throws IOException {
        Path terminal = directory.resolve("terminal-" + number);
        of(old).into(terminal);
        return terminal;
    }

    /** The digests of a set of which every file is there; empty of any other. */
    private static List<String> whole(Path terminal) {
        return FaceManifest.in(terminal)
                .filter(manifest -> manifest.files().stream()
                        .allMatch(file -> LoadedFile.read(terminal, file)
                                .filter(LoadedFile::isAsPinned)
                                .isPresent()))
                .map(ModelImportTest::digests)
                .orElse(List.of());
    }

    private static List<String> digests(FaceManifest manifest) {
        return manifest.files().stream().map(ModelFile::sha256).toList();
    }

    /** What is there after an import was stopped at each of its steps in turn; the last one was not stopped. */
    private List<List<String>> stoppedEverywhere(UnaryOperator<ModelDisk> kind) throws IOException {
        for (int steps = 0; steps < STEPS_MAX; steps++) {
            Path terminal = terminal(steps);
            Stopping disk = new Stopping(kind.apply(new ModelDisk.Local()), steps);
            if (finished(terminal, disk)) {
                return left(steps);
            }
        }
        throw new AssertionError("no import ends");
    }

    private boolean finished(Path terminal, ModelDisk disk) {
        try {
            of(fresh).into(terminal, disk);
            return true;
        } catch (IOException stopped) {
            return false;
        }
    }

    private List<List<String>> left(int last) {
        return Stream.iterate(0, i -> i <= last, i -> i + 1)
                .map(i -> whole(directory.resolve("terminal-" + i)))
                .toList();
    }

    @Test
    void whatIsThereIsTheOldSetOrTheNewOneWhereverItStops() throws IOException {
        List<List<String>> left = stoppedEverywhere(UnaryOperator.identity());
        assertTrue(left.size() > 8, "steps: " + left.size());
        assertEquals(digests(old), left.getFirst());
        assertEquals(digests(fresh), left.getLast());
        assertEquals(Set.of(digests(old), digests(fresh)), Set.copyOf(left));
    }

    @Test
    void theNextImportMendsWhatOneWasStoppedAt() throws IOException {
        for (int steps = 0; steps < 12; steps++) {
            Path terminal = terminal(steps);
            finished(terminal, new Stopping(new ModelDisk.Local(), steps));
            of(fresh).into(terminal);
            assertEquals(digests(fresh), whole(terminal));
            assertFalse(names(terminal).stream().anyMatch(name -> name.endsWith(".part")), names(terminal)::toString);
        }
    }

    /** The control: written in place, a manifest that is cut off is none. */
    @Test
    void writtenInPlaceItWouldBeTorn() throws IOException {
        List<List<String>> left = stoppedEverywhere(InPlace::new);
        assertTrue(left.contains(List.of()), left.toString());
        assertEquals(digests(fresh), left.getLast());
    }

    @Test
    void whatIsNoLongerNamedIsDeletedAndNothingElse() throws IOException {
        Path terminal = terminal(0);
        Files.writeString(terminal.resolve("notes.txt"), "of the technician");
        of(fresh).into(terminal);
        String detector = fresh.detector().sha256().substring(0, 12) + "-detector.onnx";
        assertEquals(
                Set.of(detector, "embedder.onnx", "liveness.onnx", "face-models.json", "notes.txt"), names(terminal));
        of(fresh).into(terminal);
        assertEquals(digests(fresh), whole(terminal), "a second time");
        of(old).into(terminal);
        assertEquals(digests(old), whole(terminal), "and back");
        assertEquals(Set.of("detector.onnx", "embedder.onnx", "face-models.json", "notes.txt"), names(terminal));
    }

    @Test
    void aFileThatChangedSinceItWasCheckedIsNotBrought() throws IOException {
        Path terminal = terminal(0);
        Files.writeString(directory.resolve("fresh").resolve("liveness.onnx"), "another");
        assertEquals(
                "liveness.onnx changed while it was imported: import again",
                assertThrows(IOException.class, () -> of(fresh).into(terminal)).getMessage());
        assertEquals(digests(old), whole(terminal));
    }

    private static Set<String> names(Path terminal) throws IOException {
        try (Stream<Path> files = Files.list(terminal)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** Does so many steps; then the process is gone, in the middle of what it writes. */
    private static final class Stopping implements ModelDisk {
        private final ModelDisk disk;
        private int left;

        Stopping(ModelDisk disk, int steps) {
            this.disk = disk;
            this.left = steps;
        }

        private void step() throws IOException {
            if (left-- <= 0) {
                throw new IOException("stopped");
            }
        }

        @Override
        public void write(Path file, ByteBuffer content) throws IOException {
            if (left <= 0) {
                disk.write(file, content.slice(0, content.remaining() / 2));
            }
            step();
            disk.write(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            step();
            disk.rename(from, to);
        }

        @Override
        public void sync(Path directory) throws IOException {
            step();
            disk.sync(directory);
        }

        @Override
        public void remove(Path file) throws IOException {
            step();
            disk.remove(file);
        }
    }

    /** Writes over what is there. */
    private record InPlace(ModelDisk disk) implements ModelDisk {
        @Override
        public void write(Path file, ByteBuffer content) throws IOException {
            disk.write(Path.of(file.toString().replace(".part", "")), content);
        }

        @Override
        public void rename(Path from, Path to) {}

        @Override
        public void sync(Path directory) throws IOException {
            disk.sync(directory);
        }

        @Override
        public void remove(Path file) throws IOException {
            disk.remove(file);
        }
    }
}
