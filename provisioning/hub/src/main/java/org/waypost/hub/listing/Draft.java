package org.waypost.hub.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.waypost.contract.Codec;

/**
 * A reviewed proposal of a whole list, as a JSON file. Its texts are checked when it is issued, entry by entry.
 *
 * @param expires last moment of the issue, ISO 8601 with zone, at most 7 days ahead
 * @param entries all entries the list shall have
 */
public record Draft(String expires, List<Entry> entries) {
    public Draft {
        Objects.requireNonNull(expires);
        entries = List.copyOf(entries);
    }

    /** What a file turned out to be. */
    public sealed interface Reading {}

    /** A draft. */
    public record Read(Draft draft) implements Reading {}

    /** Not a draft; why, without its content. */
    public record Unreadable(String reason) implements Reading {}

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read at all
     */
    public static Reading read(Path file) throws IOException {
        return switch (Codec.read(Files.readAllBytes(file), Draft.class, Codec.FILE_MAX)) {
            case Codec.Decoded<Draft> decoded -> new Read(decoded.value());
            case Codec.Malformed<Draft> malformed -> new Unreadable(malformed.reason());
        };
    }

    /**
     * One proposed entry, in clear.
     *
     * @param type name of a document type
     * @param state issuing state, ISO 3166 alpha-3
     * @param number as printed; it never leaves this program
     * @param category name of a category
     * @param legalBasis title and article
     * @param authority who ordered it
     * @param caseNumber the authority's reference
     * @param issued first day, ISO 8601
     * @param expires last day, ISO 8601
     * @param author who proposed it
     * @param reviewer the second person who approved it
     */
    public record Entry(
            String type,
            String state,
            String number,
            String category,
            String legalBasis,
            String authority,
            String caseNumber,
            String issued,
            String expires,
            String author,
            String reviewer) {
        public Entry {
            Stream.of(
                            type,
                            state,
                            number,
                            category,
                            legalBasis,
                            authority,
                            caseNumber,
                            issued,
                            expires,
                            author,
                            reviewer)
                    .forEach(Objects::requireNonNull);
        }

        /** Never the number: an entry may end up in a message. */
        @Override
        public String toString() {
            return "entry";
        }
    }
}
