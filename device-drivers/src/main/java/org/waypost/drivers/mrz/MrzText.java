package org.waypost.drivers.mrz;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a zone joined, of a known format and of legal characters; nothing of its content is judged yet.
 *
 * @param characters {@code lines * width} of A-Z, 0-9 and the filler
 */
record MrzText(MrzFormat format, String characters) {
    /** Longest text that is looked at; the longest zone has 90 characters and 4 separators. */
    static final int LONGEST = 512;

    private static final Pattern SEPARATORS = Pattern.compile("[\r\n]+");

    /** The format of a text by its lines and their lengths, or joined without separators; none if no format fits. */
    static Optional<MrzText> of(String text) {
        return text.length() > LONGEST ? Optional.empty() : classified(lines(text));
    }

    /** Whether the text is already as long as one of the forms. */
    static boolean isWhole(String text) {
        return of(text).isPresent();
    }

    static boolean isLegal(String characters) {
        return characters
                .chars()
                .allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == MrzFormat.FILLER);
    }

    MrzText with(int index, char character) {
        StringBuilder changed = new StringBuilder(characters);
        changed.setCharAt(index, character);
        return new MrzText(format, changed.toString());
    }

    char at(int index) {
        return characters.charAt(index);
    }

    String in(Span span) {
        return span.of(characters);
    }

    /** Separators are CR, LF and CR LF; lines without content count for nothing (a reader may send an empty one). */
    private static String[] lines(String text) {
        return SEPARATORS
                .splitAsStream(text)
                .filter(line -> !line.isEmpty())
                .map(MrzText::filled)
                .toArray(String[]::new);
    }

    /**
     * Some readers pad with underscores or blanks: at the end of a line these are fillers, elsewhere they are flaws.
     */
    private static String filled(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '_' || line.charAt(end - 1) == ' ')) {
            end--;
        }
        return line.substring(0, end) + "<".repeat(line.length() - end);
    }

    private static Optional<MrzText> classified(String[] lines) {
        String joined = String.join("", lines);
        for (MrzFormat format : MrzFormat.values()) {
            if (fits(format, lines, joined) && format.isVisa() == joined.startsWith("V")) {
                return Optional.of(new MrzText(format, joined));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(MrzFormat format, String[] lines, String joined) {
        return joined.length() == format.lines() * format.width()
                && (lines.length == 1
                        || (lines.length == format.lines()
                                && Arrays.stream(lines).allMatch(line -> line.length() == format.width())));
    }

    /** Format only: a log line must never hold a zone. */
    @Override
    public String toString() {
        return "MrzText[" + format + "]";
    }
}
