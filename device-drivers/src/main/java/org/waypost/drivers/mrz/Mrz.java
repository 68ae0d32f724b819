package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

/**
 * What a terminal may know from a machine readable zone. Optional data has no component here; a zone has no place of
 * birth. Two readings of the same zone are equal.
 */
public record Mrz(MrzFormat format, Document document, Holder holder) {
    public Mrz {
        requireNonNull(format);
        requireNonNull(document);
        requireNonNull(holder);
    }

    /**
     * The document.
     *
     * @param code 1 or 2 letters: P, I, AC, V and so on
     * @param issuer state or organisation
     * @param number without trailing fillers, long numbers (TD1, TD2) whole; 1 to 22 of A-Z, 0-9 and inner fillers
     * @param expiry last day of validity; in a visa, of its use
     */
    public record Document(String code, StateCode issuer, String number, MrzDate expiry) {
        public Document {
            requireNonNull(issuer);
            requireNonNull(expiry);
            if (code.isEmpty() || code.length() > 2 || number.isEmpty() || number.length() > 22) {
                throw new IllegalArgumentException("a document has a code of 1..2 and a number of 1..22 characters");
            }
        }

        /** Code only: no number in logs. */
        @Override
        public String toString() {
            return "Document[" + code + "]";
        }
    }

    /**
     * The person the document was issued to.
     *
     * @param nationality read by the visa rule only
     */
    public record Holder(MrzName name, StateCode nationality, MrzDate birth, Sex sex) {
        public Holder {
            requireNonNull(name);
            requireNonNull(nationality);
            requireNonNull(birth);
            requireNonNull(sex);
        }

        /** Nothing of a person in logs. */
        @Override
        public String toString() {
            return "Holder[]";
        }
    }

    /** Sex as coded in the zone: F, M, filler. */
    public enum Sex {
        FEMALE,
        MALE,
        UNSPECIFIED
    }

    /**
     * What the access key of the chip is derived from (Doc 9303-11 section 4.3.2, "MRZ information"): number, birth and
     * expiry, each with its check digit; a number of less than nine characters is filled up. 24 characters or more.
     */
    public String accessInformation() {
        String number = document.number();
        String filled = number + "<".repeat(Math.max(0, 9 - number.length()));
        return withDigit(filled)
                + withDigit(holder.birth().characters())
                + withDigit(document.expiry().characters());
    }

    private static String withDigit(String field) {
        return field + CheckDigit.of(field);
    }

    /** Format only: a log line must never hold a name or a number. */
    @Override
    public String toString() {
        return "Mrz[" + format + "]";
    }
}
