package org.waypost.drivers.idcard;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.idcard.Document.Discrepancy;
import org.waypost.drivers.idcard.Document.Kind;
import org.waypost.drivers.idcard.Document.Sex;

/** A card read a second time, by the offsets of the reader vendors' notes and the arithmetic of GB 11643. */
final class CardReference {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final byte[] sent;
    private final char type;

    CardReference(byte[] sent) {
        this.sent = sent.clone();
        char letter = lengthsHold() ? raw(248, 1).charAt(0) : '?';
        this.type = letter == 0 ? ' ' : letter;
    }

    boolean lengthsHold() {
        return sent.length == 1284 && sent[0] == 1 && sent[1] == 0 && sent[2] == 4 && sent[3] == 0;
    }

    boolean isUsable() {
        return " JIY".indexOf(type) >= 0;
    }

    /** The reply with ethnicity, address, issuing place and native name as blanks. */
    byte[] filtered() {
        byte[] blanked = sent.clone();
        int[] ranges = switch (type) {
            case 'I' -> new int[] {158, 188, 240, 248};
            case 'Y' -> new int[] {0, 30};
            default -> new int[] {32, 36, 52, 122, 158, 188};
        };
        for (int i = 0; i < ranges.length; i += 2) {
            for (int at = ranges[i]; at < ranges[i + 1]; at++) {
                blanked[4 + at] = (byte) (at % 2 == 0 ? ' ' : 0);
            }
        }
        return blanked;
    }

    private String raw(int at, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 4 + at; i < 4 + at + 2 * characters; i += 2) {
            text.append((char) (Byte.toUnsignedInt(sent[i]) + 256 * Byte.toUnsignedInt(sent[i + 1])));
        }
        return text.toString();
    }

    private String field(int at, int characters) {
        return bare(raw(at, characters));
    }

    private static String bare(String text) {
        return text.replaceAll("\\A[ \u3000\0]+|[ \u3000\0]+\\z", "");
    }

    private String number() {
        return field(122, type == 'I' ? 15 : 18);
    }

    private String name() {
        return switch (type) {
            case 'I' -> field(0, 60);
            case 'Y' -> bare(raw(52, 35) + raw(220, 11));
            default -> field(0, 15);
        };
    }

    private String birth() {
        return field(type == 'I' ? 220 : 36, 8);
    }

    private String sexCode() {
        return field(type == 'I' ? 120 : 30, 1);
    }

    private Optional<String> nationality() {
        return type == 'I' || type == 'Y' ? Optional.of(field(type == 'I' ? 152 : 242, 3)) : Optional.empty();
    }

    void requireSame(Document document) {
        unless(isReadable(), "what cannot be read is not made up");
        unless(document.kind() == kind() && document.number().equals(number()), "kind and number are the card's");
        unless(document.name().equals(name()) && document.sex() == sex(), "name and sex are the card's");
        unless(day(document.birth()).equals(birth()), "the birth date is the card's");
        unless(document.nationality().equals(nationality()), "the nationality is the card's");
        unless(day(document.validity().from()).equals(field(188, 8)), "the first day is the card's");
        String until = document.validity().until().map(CardReference::day).orElse("长期");
        unless(until.equals(field(204, 8)), "the last day is the card's");
        unless(document.discrepancies().equals(discrepancies()), "contradictions are named, all and no others");
    }

    void requireUnreadable(Fault fault) {
        unless(!isReadable() && fault == Fault.CARD_UNREADABLE, "a readable card is read");
    }

    private boolean isReadable() {
        String until = field(204, 8);
        boolean endless = type == ' ' && until.equals("长期");
        return isName(name())
                && sexCode().matches("[0129]")
                && isDay(birth())
                && number().matches(type == 'I' ? "[A-Z]{3}[0-9]{12}" : "[0-9]{17}[0-9X]")
                && nationality().map(code -> code.matches("[A-Z]{3}")).orElse(true)
                && isDay(field(188, 8))
                && (endless || isDay(until));
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePoints().noneMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                });
    }

    private static boolean isDay(String text) {
        if (!text.matches("[0-9]{8}")) {
            return false;
        }
        int month = Integer.parseInt(text.substring(4, 6));
        int day = Integer.parseInt(text.substring(6));
        return month >= 1
                && month <= 12
                && day >= 1
                && YearMonth.of(Integer.parseInt(text.substring(0, 4)), month).isValidDay(day);
    }

    private static String day(LocalDate date) {
        return "%04d%02d%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private Kind kind() {
        return switch (type) {
            case 'J' -> Kind.RESIDENCE_PERMIT;
            case 'I' -> Kind.FOREIGNER_2017;
            case 'Y' -> Kind.FOREIGNER_2023;
            default -> Kind.RESIDENT_CARD;
        };
    }

    private Sex sex() {
        return switch (sexCode()) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            case "9" -> Sex.UNSPECIFIED;
            default -> Sex.UNKNOWN;
        };
    }

    private Set<Discrepancy> discrepancies() {
        String number = number();
        boolean old = type == 'I';
        Set<Discrepancy> found = EnumSet.noneOf(Discrepancy.class);
        if (number.charAt(number.length() - 1) != (old ? icao(number) : gb11643(number))) {
            found.add(Discrepancy.CHECK_DIGIT);
        }
        if (!number.startsWith(old ? birth().substring(2) : birth(), old ? 7 : 6)) {
            found.add(Discrepancy.BIRTH_DATE_IN_NUMBER);
        }
        boolean odd = (number.charAt(old ? 13 : 16) - '0') % 2 == 1;
        if ((sexCode().equals("1") && !odd) || (sexCode().equals("2") && odd)) {
            found.add(Discrepancy.SEX_IN_NUMBER);
        }
        if (number.startsWith("9") != (type == 'Y') || number.matches("8[123]0000.*") != (type == 'J')) {
            found.add(Discrepancy.KIND_IN_NUMBER);
        }
        return found;
    }

    private static char gb11643(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        int check = Math.floorMod(12 - sum % 11, 11);
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static char icao(String number) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            char c = number.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A' + 10;
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return (char) ('0' + sum % 10);
    }
}
