package org.waypost.trials;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What must not be found: markers raw, in base64 at each of its three alignments, and in hex of both cases. */
final class Needles {
    private static final int WINDOW = 24;

    private final List<String> forms = new ArrayList<>();

    Needles text(String marker) {
        forms.add(new String(marker.getBytes(UTF_8), ISO_8859_1));
        return encoded(marker.getBytes(UTF_8));
    }

    /** Windows of a picture that are varied enough to be told from anything else. */
    Needles picture(byte[] bytes) {
        for (int at = 0; at + WINDOW <= bytes.length; at += WINDOW / 2) {
            byte[] window = Arrays.copyOfRange(bytes, at, at + WINDOW);
            if (distinct(window) >= 6) {
                forms.add(new String(window, ISO_8859_1));
                encoded(window);
            }
        }
        return this;
    }

    int count() {
        return forms.size();
    }

    boolean in(byte[] hay) {
        String text = new String(hay, ISO_8859_1);
        return forms.stream().anyMatch(text::contains);
    }

    /** Files below a directory that hold one of them. */
    List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(this::inFile).toList();
        }
    }

    private boolean inFile(Path file) {
        try {
            return in(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Needles encoded(byte[] bytes) {
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String text = encoder.withoutPadding().encodeToString(shifted);
                forms.add(text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2));
            }
        }
        return this;
    }

    private static long distinct(byte[] window) {
        boolean[] seen = new boolean[256];
        for (byte value : window) {
            seen[value & 0xFF] = true;
        }
        long count = 0;
        for (boolean one : seen) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
