package org.waypost.drivers.mrz;

/**
 * A name as the zone carries it: Latin capitals, transliterated and perhaps shortened (Doc 9303-3 section 4.6).
 *
 * @param primary family name, or whatever the issuer holds for the main part; words separated by a blank, not empty
 * @param secondary given names, words separated by a blank; empty if there are none
 * @param maybeTruncated whether the field is full to its last position, which is how an issuer shows that a name may
 *     have been cut
 */
public record MrzName(String primary, String secondary, boolean maybeTruncated) {
    public MrzName {
        if (primary.isBlank()) {
            throw new IllegalArgumentException("a name has a primary identifier");
        }
    }

    /** Whether characters and begin are those of a name field. */
    static boolean isWellformed(String field) {
        return field.charAt(0) != MrzFormat.FILLER
                && field.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == MrzFormat.FILLER);
    }

    /** Splits a well-formed name field at its first double filler. */
    static MrzName of(String field) {
        int split = field.indexOf("<<");
        String primary = split < 0 ? field : field.substring(0, split);
        String secondary = split < 0 ? "" : field.substring(split);
        return new MrzName(words(primary), words(secondary), field.charAt(field.length() - 1) != MrzFormat.FILLER);
    }

    private static String words(String part) {
        return part.replaceAll("<+", " ").strip();
    }

    /** No name in logs. */
    @Override
    public String toString() {
        return "MrzName[]";
    }
}
