package org.waypost.hub.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.WatchlistEntry;

/**
 * Turns a proposed entry into one of the list. An {@link IllegalArgumentException} names the rule it breaks and quotes
 * nothing of it.
 *
 * @param blinder replaces the number
 * @param today entries that ended before are refused
 */
record EntryCheck(DocumentBlinder blinder, LocalDate today) {
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9 <-]{4,40}");

    WatchlistEntry entry(Draft.Entry draft) {
        DocumentType type = one(draft.type(), DocumentType::valueOf, "type is none of the known document types");
        WatchlistEntry.Category category =
                one(draft.category(), WatchlistEntry.Category::valueOf, "category is none of the known ones");
        form(STATE, draft.state(), "state is three capital letters");
        form(NUMBER, draft.number(), "number has 4 to 40 letters and digits");
        LocalDate expires = day(draft.expires(), "expires");
        if (expires.isBefore(today)) {
            throw new IllegalArgumentException("expires lies in the past");
        }
        return new WatchlistEntry(
                blinder.blind(type, draft.state(), draft.number()),
                category,
                draft.legalBasis(),
                draft.authority(),
                draft.caseNumber(),
                day(draft.issued(), "issued"),
                expires,
                draft.author(),
                draft.reviewer());
    }

    private static <T> T one(String name, Function<String, T> values, String rule) {
        try {
            return values.apply(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(rule, unknown);
        }
    }

    private static void form(Pattern form, String text, String rule) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
    }

    private static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " is a day as 2026-11-23", e);
        }
    }
}
