package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is put into a zone comes out of it: random documents of all formats, composed here and read there. */
class MrzRoundTripTest {
    private static final int ROUNDS = 3_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CHARACTERS = LETTERS + "0123456789";
    private static final String[] STATES = {"UTO", "D", "GBR", "CHN", "XXA", "XXB", "UNO", "XOM", "RKS", "MMR"};

    private static final List<Mrz.Sex> SEXES = List.of(Mrz.Sex.values());

    private final Random random = new Random(9303);

    @Test
    void whatIsWrittenIsRead() {
        for (int i = 0; i < ROUNDS; i++) {
            for (MrzFormat format : MrzFormat.values()) {
                Mrz mrz = randomZone(format);
                String text = written(mrz);
                assertEquals(new MrzOutcome.Parsed(mrz), MrzVectors.parse(text), text);
                assertEquals(new MrzOutcome.Parsed(mrz), MrzVectors.parse(MrzVectors.lines(text, format)), text);
            }
        }
    }

    private Mrz randomZone(MrzFormat format) {
        String code = format.isVisa() ? "V" : format == MrzFormat.TD3 ? "P" : "I";
        String number = format.allowsLongNumber() ? word(CHARACTERS, 1, 14) : word(CHARACTERS, 1, 9);
        MrzDate expiry = date(TODAY.minusYears(40).plusDays(random.nextInt(80 * 365)));
        int width = format.layout().name().to() - format.layout().name().from();
        return new Mrz(
                format,
                new Mrz.Document(code, state(), number, expiry),
                new Mrz.Holder(name(width), state(), date(TODAY.minusDays(random.nextInt(99 * 365))), sex()));
    }

    private static MrzDate date(LocalDate date) {
        return new MrzDate.Known(date.format(DateTimeFormatter.ofPattern("yyMMdd")), date);
    }

    private MrzName name(int width) {
        String primary = word(LETTERS, 1, 12) + (random.nextBoolean() ? " " + word(LETTERS, 1, 4) : "");
        String secondary = random.nextInt(5) == 0 ? "" : word(LETTERS, 1, width - primary.length() - 2);
        int length = primary.length() + (secondary.isEmpty() ? 0 : 2) + secondary.length();
        return new MrzName(primary, secondary, length == width);
    }

    private Mrz.Sex sex() {
        return SEXES.get(random.nextInt(SEXES.size()));
    }

    private StateCode state() {
        return new StateCode(STATES[random.nextInt(STATES.length)]);
    }

    private String word(String alphabet, int shortest, int longest) {
        StringBuilder word = new StringBuilder();
        int length = shortest + random.nextInt(longest - shortest + 1);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private String written(Mrz mrz) {
        return switch (mrz.format()) {
            case TD1 -> card(mrz);
            case TD2 -> page(mrz, 31, optional(mrz, 7), "+");
            case TD3 -> page(mrz, 39, checked(filled(word(CHARACTERS, 1, 14), 14)), "+");
            case MRV_A -> page(mrz, 39, filled(word(CHARACTERS, 1, 16), 16), "");
            case MRV_B -> page(mrz, 31, filled(word(CHARACTERS, 1, 8), 8), "");
        };
    }

    private String card(Mrz mrz) {
        String first = head(mrz) + principal(mrz) + optional(mrz, 15);
        String dates = birth(mrz) + sex(mrz) + expiry(mrz);
        String more = filled(word(CHARACTERS, 1, 11), 11);
        String composite = first.substring(5) + birth(mrz) + expiry(mrz) + more;
        return first + dates + nationality(mrz) + more + CheckDigit.of(composite) + name(mrz, 30);
    }

    private String page(Mrz mrz, int nameWidth, String optional, String composite) {
        String tail = expiry(mrz) + optional;
        String digit = composite.isEmpty() ? "" : "" + CheckDigit.of(principal(mrz) + birth(mrz) + tail);
        return head(mrz)
                + name(mrz, nameWidth)
                + principal(mrz)
                + nationality(mrz)
                + birth(mrz)
                + sex(mrz)
                + tail
                + digit;
    }

    private static String head(Mrz mrz) {
        return filled(mrz.document().code(), 2) + filled(mrz.document().issuer().code(), 3);
    }

    /** Nine characters and the digit, or a filler if the number goes on. */
    private static String principal(Mrz mrz) {
        String number = mrz.document().number();
        return number.length() > 9 ? number.substring(0, 9) + "<" : checked(filled(number, 9));
    }

    private String optional(Mrz mrz, int width) {
        String number = mrz.document().number();
        return number.length() > 9
                ? filled(number.substring(9) + CheckDigit.of(number), width)
                : filled(word(CHARACTERS, 1, width), width);
    }

    private static String birth(Mrz mrz) {
        return checked(mrz.holder().birth().characters());
    }

    private static String expiry(Mrz mrz) {
        return checked(mrz.document().expiry().characters());
    }

    private static String nationality(Mrz mrz) {
        return filled(mrz.holder().nationality().code(), 3);
    }

    private static String sex(Mrz mrz) {
        return switch (mrz.holder().sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "<";
        };
    }

    private static String name(Mrz mrz, int width) {
        MrzName name = mrz.holder().name();
        String secondary = name.secondary().isEmpty() ? "" : "<<" + name.secondary();
        return filled(name.primary().replace(' ', '<') + secondary, width);
    }

    private static String checked(String field) {
        return field + CheckDigit.of(field);
    }

    private static String filled(String field, int width) {
        return field + "<".repeat(width - field.length());
    }
}
