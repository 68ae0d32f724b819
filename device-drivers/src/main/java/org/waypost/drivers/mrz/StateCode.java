package org.waypost.drivers.mrz;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An issuing state or organisation, or a nationality, in the code of Doc 9303-3 section 5.
 *
 * @param code 1 to 3 letters without filler: D for Germany, otherwise three
 */
public record StateCode(String code) {
    private static final String GERMANY = "D";
    private static final Set<String> STATES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Map<String, Kind> SPECIAL = Map.ofEntries(
            Map.entry(GERMANY, Kind.STATE),
            Map.entry("RKS", Kind.STATE),
            Map.entry("GBD", Kind.BRITISH),
            Map.entry("GBN", Kind.BRITISH),
            Map.entry("GBO", Kind.BRITISH),
            Map.entry("GBP", Kind.BRITISH),
            Map.entry("GBS", Kind.BRITISH),
            Map.entry("EUE", Kind.ORGANISATION),
            Map.entry("UNA", Kind.ORGANISATION),
            Map.entry("UNK", Kind.ORGANISATION),
            Map.entry("UNO", Kind.ORGANISATION),
            Map.entry("XBA", Kind.ORGANISATION),
            Map.entry("XCC", Kind.ORGANISATION),
            Map.entry("XCE", Kind.ORGANISATION),
            Map.entry("XCO", Kind.ORGANISATION),
            Map.entry("XDC", Kind.ORGANISATION),
            Map.entry("XEC", Kind.ORGANISATION),
            Map.entry("XES", Kind.ORGANISATION),
            Map.entry("XIM", Kind.ORGANISATION),
            Map.entry("XMP", Kind.ORGANISATION),
            Map.entry("XOM", Kind.ORGANISATION),
            Map.entry("XPO", Kind.ORGANISATION),
            Map.entry("XXA", Kind.STATELESS),
            Map.entry("XXB", Kind.REFUGEE),
            Map.entry("XXC", Kind.REFUGEE),
            Map.entry("XXX", Kind.UNSPECIFIED),
            Map.entry("UTO", Kind.SPECIMEN));

    public StateCode {
        if (!isWellformed(code)) {
            throw new IllegalArgumentException("a state code is 1 to 3 letters");
        }
    }

    /** What the list knows of a code. The code has no check digit: one that is not listed may be a misreading. */
    public enum Kind {
        STATE,
        /** Forms of British nationality other than citizen. */
        BRITISH,
        ORGANISATION,
        /** Convention of 1954. */
        STATELESS,
        /** Convention of 1951 with the protocol of 1967 (XXB), or other (XXC). */
        REFUGEE,
        UNSPECIFIED,
        /** Utopia, the state of the specimens. */
        SPECIMEN,
        UNLISTED
    }

    /** What the code stands for. */
    public Kind kind() {
        return STATES.contains(code) ? Kind.STATE : SPECIAL.getOrDefault(code, Kind.UNLISTED);
    }

    /** ISO 3166 alpha-3 where it differs (D is DEU), otherwise the code itself. */
    public String alpha3() {
        return code.equals(GERMANY) ? "DEU" : code;
    }

    /** Hides the code: a nationality is for the visa rule only. */
    @Override
    public String toString() {
        return "StateCode[" + kind() + "]";
    }

    static boolean isWellformed(String code) {
        return !code.isEmpty() && code.length() <= 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
