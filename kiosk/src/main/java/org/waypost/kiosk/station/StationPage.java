package org.waypost.kiosk.station;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.contract.FollowUpCode.Slip;
import org.waypost.contract.PublicReport;
import org.waypost.kiosk.page.Words;

/**
 * What the page shows at one moment.
 *
 * @param office name of the place
 * @param phone another way to the desk
 * @param words in the language picked here
 * @param sheet what is on it
 */
public record StationPage(String office, String phone, Words words, Sheet sheet) {

    /** What a person can choose from; a thread is added to on its own sheet. */
    public List<PublicReport.Kind> kinds() {
        return Stream.of(PublicReport.Kind.values())
                .filter(kind -> kind != PublicReport.Kind.ADDITION)
                .toList();
    }

    /** Something to decide, one at a time. */
    public sealed interface Sheet {
        /** The two ways from here. */
        record Home() implements Sheet {}

        /** What it is about. */
        record Kinds() implements Sheet {}

        /** Where it happens. */
        record Places(PublicReport.Kind kind) implements Sheet {}

        /**
         * In their own words.
         *
         * @param typed what stood there, if it could not be taken
         * @param problem key of the text that says why
         */
        record Writing(PublicReport.Kind kind, PublicReport.Place place, String typed, Optional<String> problem)
                implements Sheet {}

        /** Taken in; the code to carry away. */
        record Sent(List<String> code, QrPicture picture) implements Sheet {}

        /** No room for more; the telephone is shown. */
        record Full() implements Sheet {}

        /**
         * The code is asked for.
         *
         * @param typed what stood there, if it was no code
         * @param slip what was wrong with it
         */
        record Asking(String typed, Optional<Slip> slip) implements Sheet {}

        /** Too many codes under which nothing lies; the telephone is shown. */
        record Locked() implements Sheet {}

        /**
         * What the desk answered.
         *
         * @param answers oldest first
         * @param added whether something was just added
         */
        record Conversation(List<Answer> answers, boolean added) implements Sheet {}
    }

    /** An answer, as whoever holds the code reads it. */
    public record Answer(Instant hour, String words) {}
}
