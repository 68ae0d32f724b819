package org.waypost.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What somebody told at a public station, anonymous by construction (invariant I15): no name, document, camera, finger,
 * terminal, sequence, language or moment can be put into it.
 *
 * @param id 122 random bits (UUIDv4, RFC 9562); another format would hold a time
 * @param hour when it was told: a whole hour, UTC
 * @param kind what it is about
 * @param place where it happens
 * @param danger whether somebody is in danger now
 * @param words in the person's own words, 0 to {@value #WORDS_MAX} characters; empty only beside a kind that says
 *     enough
 * @param thread by which the desk answers
 * @param photo JPEG without metadata, base64url, 0 to {@value #PHOTO_MAX} characters; empty if there is none
 */
public record PublicReport(
        UUID id, Instant hour, Kind kind, Place place, Danger danger, String words, TipThread thread, String photo) {
    /** Longest text, in characters. */
    public static final int WORDS_MAX = 1_000;

    /** Largest photo, in bytes. */
    public static final int PHOTO_BYTES_MAX = 38_000;

    /** Longest photo as text, in characters. */
    public static final int PHOTO_MAX = (PHOTO_BYTES_MAX * 4 + 2) / 3;

    private static final int RANDOM = 4;
    private static final String JPEG = "_9j_";

    public PublicReport {
        if (id.version() != RANDOM) {
            throw new IllegalArgumentException("the id of a public report is random");
        }
        if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("a public report has a whole hour");
        }
        requireNonNull(kind);
        requireNonNull(place);
        requireNonNull(danger);
        words = Text.atMost(WORDS_MAX, "words", words);
        requireNonNull(thread);
        if (photo.length() > PHOTO_MAX || (!photo.isEmpty() && !photo.startsWith(JPEG))) {
            throw new IllegalArgumentException("a photo is a JPEG of at most " + PHOTO_BYTES_MAX + " bytes");
        }
        if (words.isEmpty() && photo.isEmpty() && (kind == Kind.OTHER || kind == Kind.ADDITION)) {
            throw new IllegalArgumentException("a public report of this kind has words");
        }
    }

    /** The hour of a moment: all that a public report may know of it. */
    public static Instant hourOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS);
    }

    /** What it is about. */
    public enum Kind {
        NEED_HELP,
        TRAFFICKING,
        FORCED_MARRIAGE,
        FORCED_LABOUR,
        MARRIAGE_BROKERING,
        CHILD_IN_DANGER,
        LOST_CHILD,
        SIGHTING,
        DOCUMENT_HELD,
        OTHER,
        /** Something more in a thread that is there already. */
        ADDITION
    }

    /** Where it happens. */
    public enum Place {
        NEAR_HERE,
        HOME,
        WORKPLACE,
        TRAVELLING,
        HOTEL_OR_BAR,
        ONLINE,
        ABROAD,
        ELSEWHERE,
        NOT_SAID
    }

    /** Whether somebody is in danger now; the station has shown whom to call. */
    public enum Danger {
        NOW,
        NOT_NOW,
        NOT_KNOWN
    }
}
