package org.waypost.drivers.passport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The two-letter country, as certificates name it, of a zone's issuing state: ISO 3166-1 and the codes that ICAO Doc
 * 9303-3, section 5, adds to it.
 */
final class IssuingState {
    private static final Map<String, String> OF_DOC_9303 = Map.ofEntries(
            Map.entry("D", "DE"),
            Map.entry("GBD", "GB"),
            Map.entry("GBN", "GB"),
            Map.entry("GBO", "GB"),
            Map.entry("GBP", "GB"),
            Map.entry("GBS", "GB"),
            Map.entry("RKS", "KS"),
            Map.entry("EUE", "EU"),
            Map.entry("UNO", "UN"),
            Map.entry("UNA", "UN"),
            Map.entry("UNK", "UN"),
            Map.entry("UTO", "UT"));

    private IssuingState() {}

    /** @param code one to three letters without filler; empty for one that no state or organisation has */
    static Optional<String> countryOf(String code) {
        String special = OF_DOC_9303.get(code);
        if (special != null) {
            return Optional.of(special);
        }
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .filter(two -> Locale.of("", two).getISO3Country().equals(code))
                .findFirst();
    }
}
