package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Drafts of lists with invented entries, as an authority would hand them to the hub. */
final class Drafts {
    private Drafts() {}

    /** One entry about a document that none of the specimen people holds. */
    static Path write(Path file, LocalDate today) throws IOException {
        return Files.writeString(file, """
                {"expires": "%sT00:00:00Z", "entries": [{
                  "type": "RESIDENT_CARD", "state": "CHN", "number": "440524188001010014",
                  "category": "DOCUMENT_LOST_OR_STOLEN",
                  "legalBasis": "Resident Identity Card Law (invented use), art. 1",
                  "authority": "Invented County Police", "caseNumber": "INV-2026-0001",
                  "issued": "%s", "expires": "%s",
                  "author": "author-1", "reviewer": "reviewer-2"}]}
                """.formatted(today.plusDays(5), today.minusDays(1), today.plusDays(30)));
    }
}
