package org.waypost.drivers.passport;

import java.util.regex.Pattern;

/** What is printed on the document and opens its chip: ICAO Doc 9303-11, section 4.4.4. Never shown by toString. */
public sealed interface AccessKey {

    /**
     * Three fields of the machine readable zone, without their check digits.
     *
     * @param number 1..22 characters of A-Z, 0-9 and filler, a long number of TD1 or TD2 in full; trailing fillers may
     *     be left out
     * @param birth YYMMDD as printed, unknown parts as fillers
     * @param expiry YYMMDD
     */
    record MrzKey(String number, String birth, String expiry) implements AccessKey {
        private static final Pattern NUMBER = Pattern.compile("[A-Z0-9<]{1,22}");
        private static final Pattern DATE = Pattern.compile("[0-9<]{6}");

        public MrzKey {
            if (!NUMBER.matcher(number).matches()
                    || !DATE.matcher(birth).matches()
                    || !DATE.matcher(expiry).matches()) {
                throw new IllegalArgumentException("not the key fields of a machine readable zone");
            }
        }

        @Override
        public String toString() {
            return "MrzKey[hidden]";
        }
    }

    /**
     * The card access number printed on newer documents, typed by the clerk when the zone cannot be read.
     *
     * @param digits six digits
     */
    record Can(String digits) implements AccessKey {
        private static final Pattern SIX = Pattern.compile("[0-9]{6}");

        public Can {
            if (!SIX.matcher(digits).matches()) {
                throw new IllegalArgumentException("a card access number has six digits");
            }
        }

        @Override
        public String toString() {
            return "Can[hidden]";
        }
    }
}
