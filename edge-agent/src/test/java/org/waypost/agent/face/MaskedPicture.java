package org.waypost.agent.face;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.waypost.testing.HeapNeedle.MASK;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.waypost.drivers.device.Portrait;
import org.waypost.testing.HeapNeedle;

/**
 * A picture that this process has only under a mask until a portrait is made of it. Another process decodes it, so that
 * whatever is found here afterwards was left by the product.
 */
public final class MaskedPicture {
    private static final int HEAD = 8;
    private static final int PIXELS = 40;

    private final int width;
    private final int height;
    private final byte[] masked;

    private MaskedPicture(ByteBuffer file) {
        this.width = file.getInt();
        this.height = file.getInt();
        this.masked = new byte[file.remaining()];
        file.get(masked);
    }

    /** Writes pictures of persons: a directory, then the persons. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (String person : List.of(arguments).subList(1, arguments.length)) {
            write(directory.resolve("document-" + person), Stock.document(person));
            write(directory.resolve("live-" + person), Stock.live(person));
        }
    }

    private static void write(Path file, Portrait portrait) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + (int) portrait.pixels().byteSize());
        bytes.putInt(portrait.width()).putInt(portrait.height());
        for (long i = 0; i < portrait.pixels().byteSize(); i++) {
            bytes.put((byte) (portrait.pixels().get(JAVA_BYTE, i) ^ MASK));
        }
        Files.write(file, bytes.array());
    }

    /** Has a process write them. */
    public static void make(Path directory, List<String> persons) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dwaypost.shared=" + System.getProperty("waypost.shared", "shared"),
                "-cp",
                System.getProperty("java.class.path"),
                MaskedPicture.class.getName(),
                directory.toString()));
        command.addAll(persons);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("the pictures were not made: " + exit);
        }
    }

    public static MaskedPicture document(Path directory, String person) throws IOException {
        return new MaskedPicture(ByteBuffer.wrap(Files.readAllBytes(directory.resolve("document-" + person))));
    }

    public static MaskedPicture live(Path directory, String person) throws IOException {
        return new MaskedPicture(ByteBuffer.wrap(Files.readAllBytes(directory.resolve("live-" + person))));
    }

    /** The picture without its mask, in the portrait's memory alone. */
    public Portrait portrait() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rgb = arena.allocate(masked.length);
            for (int i = 0; i < masked.length; i++) {
                rgb.set(JAVA_BYTE, i, (byte) (masked[i] ^ MASK));
            }
            Portrait portrait = new Portrait(width, height, rgb);
            rgb.fill((byte) 0);
            return portrait;
        }
    }

    /** A part of the middle row as the product may have it: by name. */
    public Map<String, HeapNeedle> rows() {
        int from = 3 * (width * (height / 2) + (width - PIXELS) / 2);
        return rows(i -> masked[from + i], "");
    }

    /** As {@link #rows}, of the aligned face that an embedder gets, made by the product's own parts. */
    @SuppressWarnings("try") // the scope collects what is made within it, unasked
    public Map<String, HeapNeedle> alignedRows(Path models) {
        FaceManifest manifest = Stock.manifest();
        try (PointerScope scope = new PointerScope();
                FaceDetector detector = new FaceDetector(
                        LoadedFile.read(models, manifest.detector()).orElseThrow());
                Portrait portrait = portrait()) {
            Mat picture = Pixels.bounded(portrait);
            Face face = ((FaceDetector.Found.One) detector.find(picture)).face();
            Mat aligned = FaceAlignment.align(picture, face);
            byte[] row = row(aligned);
            Pixels.wipe(aligned);
            Pixels.wipe(picture);
            return rows(i -> row[i], "aligned ");
        }
    }

    /** Masked, and red first. */
    private static byte[] row(Mat aligned) {
        byte[] row = new byte[3 * PIXELS];
        try (BytePointer bytes = new BytePointer(aligned.data())) {
            long from = 3L * (FaceAlignment.SIDE * (FaceAlignment.SIDE / 2) + (FaceAlignment.SIDE - PIXELS) / 2);
            for (int i = 0; i < row.length; i++) {
                row[i] = (byte) (bytes.get(from + turned(i)) ^ MASK);
            }
        }
        return row;
    }

    private static int turned(int i) {
        return i - i % 3 + 2 - i % 3;
    }

    private static Map<String, HeapNeedle> rows(IntUnaryOperator rgb, String of) {
        Map<String, HeapNeedle> rows = new TreeMap<>();
        rows.put(of + "RGB", needle(rgb));
        rows.put(of + "BGR", needle(i -> rgb.applyAsInt(turned(i))));
        rows.put(of + "green as floats", floats(i -> rgb.applyAsInt(3 * i + 1)));
        return rows;
    }

    private static HeapNeedle needle(IntUnaryOperator bytes) {
        byte[] row = new byte[3 * PIXELS];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) bytes.applyAsInt(i);
        }
        return HeapNeedle.ofMasked(row);
    }

    /** As a network has its input: one channel, 0..255, little-endian. */
    private static HeapNeedle floats(IntUnaryOperator channel) {
        byte[] row = new byte[Float.BYTES * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int bits = Float.floatToRawIntBits((channel.applyAsInt(i) ^ MASK) & 0xFF);
            for (int j = 0; j < Float.BYTES; j++) {
                row[Float.BYTES * i + j] = (byte) ((bits >> (8 * j)) ^ MASK);
            }
        }
        return HeapNeedle.ofMasked(row);
    }

    /** The middle row without its mask, for a search that nothing follows. */
    public byte[] row(int bytes) {
        byte[] row = new byte[bytes];
        int middle = 3 * (width * (height / 2) + width / 2) - bytes / 2;
        for (int i = 0; i < bytes; i++) {
            row[i] = (byte) (masked[middle + i] ^ MASK);
        }
        return row;
    }
}
