package org.waypost.drivers.mrz;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A zone read a second time, by the columns of Doc 9303 parts 3 to 7 counted within the joined lines.
 *
 * @param zone 90, 72 or 88 characters, of any kind
 */
record ZoneReference(String zone) {
    private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> ALIKE = List.of("0ODQ", "1IL", "2Z", "5S", "8B", "6G");

    /** From, to: number, birth, expiry, nationality, name, then what the composite digit covers and where it stands. */
    private static final class Columns {
        static final Columns CARD = new Columns(
                new int[] {5, 14, 30, 36, 38, 44, 45, 48, 60, 90}, 37, new int[] {5, 30, 30, 37, 38, 45, 48, 59}, 59);
        static final Columns LARGE_CARD = new Columns(
                new int[] {36, 45, 49, 55, 57, 63, 46, 49, 5, 36}, 56, new int[] {36, 46, 49, 56, 57, 71}, 71);
        static final Columns PASSPORT = new Columns(
                new int[] {44, 53, 57, 63, 65, 71, 54, 57, 5, 44}, 64, new int[] {44, 54, 57, 64, 65, 87}, 87);
        static final Columns VISA =
                new Columns(new int[] {44, 53, 57, 63, 65, 71, 54, 57, 5, 44}, 64, new int[] {}, -1);
        static final Columns SMALL_VISA =
                new Columns(new int[] {36, 45, 49, 55, 57, 63, 46, 49, 5, 36}, 56, new int[] {}, -1);

        private final int[] fields;
        private final int sex;
        private final int[] covered;
        private final int digit;

        Columns(int[] fields, int sex, int[] covered, int digit) {
            this.fields = fields;
            this.sex = sex;
            this.covered = covered;
            this.digit = digit;
        }
    }

    static int width(String text) {
        return text.length() == 90 ? 30 : text.length() == 72 ? 36 : 44;
    }

    /** The zone of a text, if lines and lengths are those of a form. */
    static Optional<ZoneReference> of(String text) {
        if (text.length() > 512) {
            return Optional.empty();
        }
        List<String> lines = Arrays.stream(text.split("[\r\n]"))
                .filter(line -> !line.isEmpty())
                .map(ZoneReference::filled)
                .toList();
        String joined = String.join("", lines);
        int count = joined.length() == 90 ? 3 : 2;
        boolean known =
                joined.length() == 72 || joined.length() == 88 || (joined.length() == 90 && joined.charAt(0) != 'V');
        boolean inLines = lines.size() == 1
                || (lines.size() == count && lines.stream().allMatch(line -> line.length() * count == joined.length()));
        return known && inLines ? Optional.of(new ZoneReference(joined)) : Optional.empty();
    }

    private static String filled(String line) {
        String kept = line.replaceAll("[_ ]+$", "");
        return kept + "<".repeat(line.length() - kept.length());
    }

    /** A text whose check digits are set right, if it has the length of a zone and legal characters. */
    static String mended(String text) {
        boolean known = text.length() == 90 || text.length() == 72 || text.length() == 88;
        if (!known || !text.matches("[A-Z0-9<]*")) {
            return text;
        }
        ZoneReference zone = new ZoneReference(text);
        int[] fields = zone.columns().fields;
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < 6; i += 2) {
            if (i > 0 || text.charAt(fields[1]) != '<') {
                mended.setCharAt(fields[i + 1], digit(text.substring(fields[i], fields[i + 1])));
            }
        }
        if (zone.columns() == Columns.PASSPORT) {
            mended.setCharAt(86, digit(text.substring(72, 86)));
        }
        if (zone.columns().digit > 0) {
            mended.setCharAt(zone.columns().digit, digit(new ZoneReference(mended.toString()).covered()));
        }
        return mended.toString();
    }

    private Columns columns() {
        boolean visa = zone.charAt(0) == 'V';
        return switch (zone.length()) {
            case 90 -> Columns.CARD;
            case 72 -> visa ? Columns.SMALL_VISA : Columns.LARGE_CARD;
            default -> visa ? Columns.VISA : Columns.PASSPORT;
        };
    }

    private static char digit(String text) {
        int sum = 0;
        int weight = 7;
        for (int i = 0; i < text.length(); i++) {
            sum += weight * Math.max(0, VALUES.indexOf(text.charAt(i)));
            weight = weight == 7 ? 3 : weight == 3 ? 1 : 7;
        }
        return (char) ('0' + sum % 10);
    }

    private String field(int index) {
        return zone.substring(columns().fields[2 * index], columns().fields[2 * index + 1]);
    }

    private char after(int index) {
        return zone.charAt(columns().fields[2 * index + 1]);
    }

    private String covered() {
        StringBuilder all = new StringBuilder();
        int[] spans = columns().covered;
        for (int i = 0; i < spans.length; i += 2) {
            all.append(zone, spans[i], spans[i + 1]);
        }
        return all.toString();
    }

    /** The number with its remainder and the digit behind it; the digit is a filler if a long number does not end. */
    private String numberAndDigit() {
        boolean mayGoOn = columns() == Columns.CARD || columns() == Columns.LARGE_CARD;
        if (after(0) != '<' || !mayGoOn) {
            return field(0) + after(0);
        }
        String optional = columns() == Columns.CARD ? zone.substring(15, 30) : zone.substring(64, 71);
        int end = optional.indexOf('<');
        return end < 2 || field(0).endsWith("<") ? field(0) + "<" : field(0) + optional.substring(0, end);
    }

    private String number() {
        String both = numberAndDigit();
        return both.substring(0, both.length() - 1);
    }

    /** Whether nothing is wrong on the day of the trials. */
    boolean isWhole() {
        return zone.matches("[A-Z0-9<]*") && digitsFit() && isContent();
    }

    private boolean digitsFit() {
        String number = numberAndDigit();
        boolean emptyPersonal = columns() == Columns.PASSPORT && zone.startsWith("<".repeat(15), 72);
        return number.endsWith(String.valueOf(digit(number())))
                && after(1) == digit(field(1))
                && after(2) == digit(field(2))
                && (columns() != Columns.PASSPORT || emptyPersonal || zone.charAt(86) == digit(zone.substring(72, 86)))
                && (columns().digit < 0 || zone.charAt(columns().digit) == digit(covered()));
    }

    private boolean isContent() {
        String code = columns() == Columns.PASSPORT ? "P" : columns().digit < 0 ? "V" : "[ACI]";
        return zone.substring(0, 2).matches(code + "[A-Z<]")
                && isState(zone.substring(2, 5))
                && isState(field(3))
                && zone.charAt(columns().fields[0]) != '<'
                && DateReference.isDate(field(1), true)
                && DateReference.isDate(field(2), false)
                && "FM<".indexOf(zone.charAt(columns().sex)) >= 0
                && field(4).matches("[A-Z][A-Z<]*");
    }

    private static boolean isState(String field) {
        return field.matches("[A-Z]+<*");
    }

    void requireSame(Mrz mrz) {
        unless(mrz.format().lines() * mrz.format().width() == zone.length(), "the format is that of the lengths");
        unless(mrz.document().code().equals(bare(zone.substring(0, 2))), "the code is the zone's");
        unless(mrz.document().issuer().code().equals(bare(zone.substring(2, 5))), "the issuer is the zone's");
        unless(mrz.document().number().equals(bare(number())), "the number is the zone's, a long one whole");
        unless(mrz.holder().nationality().code().equals(bare(field(3))), "the nationality is the zone's");
        unless(
                mrz.holder().sex().name().charAt(0) == "FMU".charAt("FM<".indexOf(zone.charAt(columns().sex))),
                "the sex is the zone's");
        DateReference.same(mrz.holder().birth(), field(1), true);
        DateReference.same(mrz.document().expiry(), field(2), false);
        String name = mrz.holder().name().primary() + "  " + mrz.holder().name().secondary();
        String[] parts = field(4).split("<<", 2);
        String expected = words(parts[0]) + "  " + (parts.length < 2 ? "" : words(parts[1]));
        unless(name.equals(expected), "the name is the zone's");
        unless(mrz.holder().name().maybeTruncated() != field(4).endsWith("<"), "a full field may be cut");
        String number = bare(number());
        String key = (number + "<<<<<<<<<").substring(0, Math.max(9, number.length()));
        String information = key + digit(key) + field(1) + after(1) + field(2) + after(2);
        unless(mrz.accessInformation().equals(information), "the chip's key comes from number, birth and expiry");
    }

    private static String bare(String field) {
        return field.replaceAll("<+$", "");
    }

    private static String words(String part) {
        return String.join(
                " ",
                Arrays.stream(part.split("<")).filter(word -> !word.isEmpty()).toList());
    }

    ZoneReference with(MrzOutcome.Change change) {
        int at = (change.line() - 1) * width(zone) + change.column() - 1;
        unless(zone.charAt(at) == change.read(), "a change names what was read");
        return with(at, change.proposed());
    }

    private ZoneReference with(int at, char character) {
        return new ZoneReference(zone.substring(0, at) + character + zone.substring(at + 1));
    }

    /** Every zone without flaws that differs in one look-alike where a check digit stands guard. */
    List<ZoneReference> repairs() {
        List<ZoneReference> found = new ArrayList<>();
        if (zone.charAt(0) == 'C' || isWhole()) {
            return found;
        }
        for (int at = 0; at < zone.length(); at++) {
            for (char other : alike(at).toCharArray()) {
                ZoneReference changed = with(at, other);
                if (changed.isWhole()) {
                    found.add(changed);
                }
            }
        }
        return found;
    }

    private String alike(int at) {
        String all = ALIKE.stream()
                .filter(group -> group.indexOf(zone.charAt(at)) >= 0)
                .findFirst()
                .orElse("")
                .replace(String.valueOf(zone.charAt(at)), "");
        int[] fields = columns().fields;
        boolean digits = at == fields[1]
                || (at >= fields[2] && at <= fields[3])
                || (at >= fields[4] && at <= fields[5])
                || at == columns().digit;
        return digits ? all.replaceAll("[A-Z]", "") : isCovered(at) ? all : "";
    }

    private boolean isCovered(int at) {
        boolean inside = at >= columns().fields[0] && at < columns().fields[1];
        int[] spans = columns().covered;
        for (int i = 0; i < spans.length; i += 2) {
            inside |= at >= spans[i] && at < spans[i + 1];
        }
        return inside;
    }
}
