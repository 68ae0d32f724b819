package org.waypost.kiosk.technician;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.agent.report.DeadLetters;
import org.waypost.contract.Receipt;
import org.waypost.kiosk.page.Words;

/**
 * One sheet of what the hub refused.
 *
 * @param office name of the registry
 * @param words in which language
 * @param count of all sheets
 * @param sheet number of this one, from 0
 * @param letters on it, newest first
 */
public record RefusedPage(
        String office, Words words, DeadLetters.Count count, int sheet, List<DeadLetters.Letter> letters) {
    public RefusedPage {
        letters = List.copyOf(letters);
    }

    /** Whether somebody still has to look at one of this sheet. */
    public boolean unseen() {
        return letters.stream().anyMatch(letter -> letter.looked().isEmpty());
    }

    /** When the first of this sheet was refused. */
    public Instant from() {
        return letters.getLast().refused();
    }

    /** When the last one was. */
    public Instant until() {
        return letters.getFirst().refused();
    }

    /** Why, and what to do. */
    public String reason(Optional<Receipt.Reason> reason) {
        return reason.map(words::of).orElseGet(() -> words.of("refused.damaged"));
    }
}
