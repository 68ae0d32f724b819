package org.waypost.drivers.idcard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.device.Portrait;

/**
 * What a terminal may know from an ID card. Address, ethnicity and issuing place have no component here (invariant I4).
 *
 * @param kind which of the four card layouts
 * @param number 18 characters (GB 11643, permits, 2023 foreigner card) or 15 (2017 foreigner card), as on the card
 * @param name as on the card, in the script the layout carries as its main name; 1 to 60 characters
 * @param sex as coded on the card
 * @param birth birth date as printed
 * @param nationality ISO 3166 alpha-3 on foreigner cards, empty on others; read by the visa rule only
 * @param validity first and last day
 * @param discrepancies what in the document does not agree with itself: a question for a person, never a verdict
 * @param portrait the decoded picture, if a decoder is installed and could read it
 */
public record Document(
        Kind kind,
        String number,
        String name,
        Sex sex,
        LocalDate birth,
        Optional<String> nationality,
        Validity validity,
        Set<Discrepancy> discrepancies,
        Optional<Portrait> portrait)
        implements AutoCloseable {

    public Document {
        requireNonNull(kind);
        requireNonNull(sex);
        requireNonNull(birth);
        requireNonNull(nationality);
        requireNonNull(validity);
        requireNonNull(portrait);
        if (number.isBlank() || number.length() > 18 || name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("a document has a number of 1..18 and a name of 1..60 characters");
        }
        discrepancies = Set.copyOf(discrepancies);
    }

    /** State that issues cards of all four layouts, ISO 3166 alpha-3; part of the key a watchlist is asked with. */
    public String issuer() {
        return "CHN";
    }

    /** The same, marked as read once only over a line that made errors; shares the portrait. */
    Document readOnce() {
        Set<Discrepancy> marked = EnumSet.of(Discrepancy.READ_ONCE);
        marked.addAll(discrepancies);
        return new Document(kind, number, name, sex, birth, nationality, validity, marked, portrait);
    }

    /** Wipes the portrait. */
    @Override
    public void close() {
        portrait.ifPresent(Portrait::close);
    }

    /** Kind only: a log line must never hold a name or a number. */
    @Override
    public String toString() {
        return "Document[" + kind + "]";
    }

    /** The four layouts of the text block. */
    public enum Kind {
        RESIDENT_CARD,
        RESIDENCE_PERMIT,
        FOREIGNER_2017,
        FOREIGNER_2023
    }

    /** Sex as coded by GB/T 2261.1: 1, 2, 0, 9. */
    public enum Sex {
        MALE,
        FEMALE,
        UNKNOWN,
        UNSPECIFIED
    }

    /**
     * First and last day on which the card is valid, both included.
     *
     * @param until empty: the card has no end (长期)
     */
    public record Validity(LocalDate from, Optional<LocalDate> until) {
        public Validity {
            requireNonNull(from);
            requireNonNull(until);
        }

        /** Whether the card was valid on {@code day}; the caller answers for its clock. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /** Ways in which genuine and false cards alike may contradict themselves. */
    public enum Discrepancy {
        CHECK_DIGIT,
        BIRTH_DATE_IN_NUMBER,
        SEX_IN_NUMBER,
        KIND_IN_NUMBER,
        /** The line made errors and the card could not be read a second time: compare with the card in hand. */
        READ_ONCE
    }
}
