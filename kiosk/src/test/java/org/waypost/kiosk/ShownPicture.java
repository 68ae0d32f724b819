package org.waypost.kiosk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.testing.HeapNeedle;

/** Some bytes of a picture as they may turn up where they must not: raw, in base 64 at any alignment, in hex. */
final class ShownPicture {
    private static final int HEAD = 54;
    private static final int PIXELS = 24;

    private final List<HeapNeedle> needles = new ArrayList<>();

    private ShownPicture() {}

    /** A stretch from the middle of a bitmap of 24 bits, as it is there and with red and blue exchanged. */
    static ShownPicture ofBitmap(byte[] bitmap) {
        ByteBuffer head = ByteBuffer.wrap(bitmap).order(ByteOrder.LITTLE_ENDIAN);
        int width = head.getInt(18);
        int height = Math.abs(head.getInt(22));
        int stride = (3 * width + 3) / 4 * 4;
        int at = HEAD + height / 2 * stride + 3 * (width / 2 - PIXELS / 2);
        byte[] bgr = Arrays.copyOfRange(bitmap, at, at + 3 * PIXELS);
        byte[] rgb = bgr.clone();
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 2] = bgr[i];
        }
        ShownPicture picture = new ShownPicture();
        picture.add(bgr);
        picture.add(rgb);
        return picture;
    }

    /** A stretch from the middle of a file. */
    static ShownPicture ofFile(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        ShownPicture picture = new ShownPicture();
        picture.add(Arrays.copyOfRange(all, all.length / 2, all.length / 2 + 3 * PIXELS));
        return picture;
    }

    private void add(byte[] bytes) {
        needles.add(new HeapNeedle(bytes));
        for (int shift = 0; shift < 3; shift++) {
            byte[] part = Arrays.copyOfRange(bytes, shift, bytes.length - 3 + shift);
            needles.add(new HeapNeedle(Base64.getEncoder().encode(part)));
        }
        needles.add(new HeapNeedle(HexFormat.of().formatHex(bytes).getBytes(US_ASCII)));
    }

    private boolean isIn(byte[] content) {
        return needles.stream().anyMatch(needle -> needle.isIn(content));
    }

    /** Files of a directory and those below that hold it. */
    List<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isIn(content(file)))
                    .toList();
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
