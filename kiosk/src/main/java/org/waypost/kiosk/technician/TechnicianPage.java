package org.waypost.kiosk.technician;

import java.time.Instant;
import java.util.Optional;
import org.waypost.kiosk.page.Words;
import org.waypost.kiosk.registry.Status;

/**
 * What the technician's page shows.
 *
 * @param office name of the registry
 * @param words in which language
 * @param status of the terminal
 * @param journey lines of {@link TechnicianScreen#lines}
 * @param simulated whether there is a page to lay cards
 */
public record TechnicianPage(String office, Words words, Status status, String journey, boolean simulated) {

    /** A moment, or a dash. */
    public String at(Optional<Instant> moment) {
        return moment.map(words::minute).orElse("–");
    }
}
