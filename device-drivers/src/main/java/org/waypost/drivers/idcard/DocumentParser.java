package org.waypost.drivers.idcard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.idcard.Document.Kind;
import org.waypost.drivers.idcard.Document.Sex;
import org.waypost.drivers.idcard.Document.Validity;

/** Makes a {@link Document} of a filtered record, or says which fault stands in the way; throws for no content. */
final class DocumentParser {
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final Pattern ALPHA_3 = Pattern.compile("[A-Z]{3}");
    private static final String NO_END = "长期";

    private final PortraitDecoder decoder;

    DocumentParser(PortraitDecoder decoder) {
        this.decoder = decoder;
    }

    /** A field the document cannot do without is not readable; stays inside this class. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("a field of the card is not readable", null, false, false);
        }
    }

    Reading<Document> parse(CardRecord card) {
        try {
            return new Reading.Taken<>(document(card));
        } catch (Unreadable unreadable) {
            return new Reading.Faulty<>(Fault.CARD_UNREADABLE);
        }
    }

    private Document document(CardRecord card) throws Unreadable {
        Layout layout = card.layout();
        String name = name(card);
        Sex sex = sex(card.text(layout.sex()));
        LocalDate birth = date(card.text(layout.birth()));
        IdentityNumber number =
                IdentityNumber.of(layout.kind(), card.text(layout.number())).orElseThrow(Unreadable::new);
        Optional<String> nationality = nationality(card);
        Validity validity = validity(card);
        return new Document(
                layout.kind(),
                number.characters(),
                name,
                sex,
                birth,
                nationality,
                validity,
                number.discrepancies(layout.kind(), birth, sex),
                portrait(card));
    }

    private static String name(CardRecord card) throws Unreadable {
        String name = card.name();
        if (name.isBlank() || !name.codePoints().allMatch(DocumentParser::printable)) {
            throw new Unreadable();
        }
        return name;
    }

    /** Private use is allowed: rare characters of names are coded there. */
    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static Sex sex(String code) throws Unreadable {
        return switch (code) {
            case "1" -> Sex.MALE;
            case "2" -> Sex.FEMALE;
            case "0" -> Sex.UNKNOWN;
            case "9" -> Sex.UNSPECIFIED;
            default -> throw new Unreadable();
        };
    }

    private static LocalDate date(String digits) throws Unreadable {
        if (!EIGHT_DIGITS.matcher(digits).matches()) {
            throw new Unreadable();
        }
        try {
            int number = Integer.parseInt(digits);
            return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException noSuchDay) {
            throw new Unreadable();
        }
    }

    private static Validity validity(CardRecord card) throws Unreadable {
        Layout layout = card.layout();
        LocalDate from = date(card.text(layout.from()));
        String until = card.text(layout.until());
        boolean endless = layout.kind() == Kind.RESIDENT_CARD && until.equals(NO_END);
        return new Validity(from, endless ? Optional.empty() : Optional.of(date(until)));
    }

    private static Optional<String> nationality(CardRecord card) throws Unreadable {
        Optional<String> code = card.layout().nationality().map(card::text);
        if (code.isPresent() && !ALPHA_3.matcher(code.get()).matches()) {
            throw new Unreadable();
        }
        return code;
    }

    private Optional<Portrait> portrait(CardRecord card) {
        byte[] block = card.photo();
        try {
            return decoder.decode(block);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }
}
