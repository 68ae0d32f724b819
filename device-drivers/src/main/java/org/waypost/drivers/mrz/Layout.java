package org.waypost.drivers.mrz;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of one format stand. The check digit of a dated or numbered field follows it.
 *
 * @param number document number, 9 characters
 * @param name primary and secondary identifier
 * @param optional optional data, first part; where a long number goes on in TD1 and TD2
 * @param composite what the composite check digit covers, in this order; empty in visas
 */
record Layout(Span number, Span name, Dated dated, Span optional, List<Span> composite) {
    static final Span CODE = new Span(0, 2);
    static final Span ISSUER = new Span(2, 5);

    private static final Map<MrzFormat, Layout> LAYOUTS = new EnumMap<>(Map.of(
            MrzFormat.TD1, ofCard(),
            MrzFormat.TD2, ofPage(MrzFormat.TD2.width()),
            MrzFormat.TD3, ofPage(MrzFormat.TD3.width()),
            MrzFormat.MRV_A, ofVisa(MrzFormat.MRV_A.width()),
            MrzFormat.MRV_B, ofVisa(MrzFormat.MRV_B.width())));

    static Layout of(MrzFormat format) {
        return requireNonNull(LAYOUTS.get(format));
    }

    /** Where the composite check digit stands: after the last span it covers. */
    int compositeDigit() {
        return composite.getLast().to();
    }

    /** The fields around the two dates. */
    record Dated(Span birth, Span sex, Span expiry, Span nationality) {}

    /** TD1, Doc 9303-5 section 4.2. */
    private static Layout ofCard() {
        return new Layout(
                Span.at(30, 1, 6, 14),
                Span.at(30, 3, 1, 30),
                new Dated(Span.at(30, 2, 1, 6), Span.at(30, 2, 8, 8), Span.at(30, 2, 9, 14), Span.at(30, 2, 16, 18)),
                Span.at(30, 1, 16, 30),
                List.of(Span.at(30, 1, 6, 30), Span.at(30, 2, 1, 7), Span.at(30, 2, 9, 15), Span.at(30, 2, 19, 29)));
    }

    /** TD2 (Doc 9303-6 section 4.2) and TD3 (Doc 9303-4 section 4.2). */
    private static Layout ofPage(int width) {
        return twoLines(
                width,
                width - 1,
                List.of(Span.at(width, 2, 1, 10), Span.at(width, 2, 14, 20), Span.at(width, 2, 22, width - 1)));
    }

    /** MRV-A and MRV-B, Doc 9303-7 sections 4.2 and 5.2. */
    private static Layout ofVisa(int width) {
        return twoLines(width, width, List.of());
    }

    private static Layout twoLines(int width, int lastOptional, List<Span> composite) {
        return new Layout(
                Span.at(width, 2, 1, 9),
                Span.at(width, 1, 6, width),
                new Dated(
                        Span.at(width, 2, 14, 19),
                        Span.at(width, 2, 21, 21),
                        Span.at(width, 2, 22, 27),
                        Span.at(width, 2, 11, 13)),
                Span.at(width, 2, 29, lastOptional),
                composite);
    }
}
