package org.waypost.agent.encounter;

import java.util.Optional;
import org.waypost.agent.verification.OfficerComparison;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;

/**
 * What is known of one party in the case at hand.
 *
 * @param noticed whether the notice was shown
 * @param route the way the party chose, or had to take under 14
 * @param card the document
 * @param comparison the registrar's own, the last one made
 * @param interview the private one, the last one tried
 */
public record PartyRecord(
        boolean noticed,
        Optional<Route> route,
        Card card,
        Optional<OfficerComparison> comparison,
        Optional<Interview> interview) {

    static final PartyRecord BLANK =
            new PartyRecord(false, Optional.empty(), new Card.Awaited(), Optional.empty(), Optional.empty());

    /** The document, once read. */
    public Optional<Card.Read> read() {
        return card instanceof Card.Read read ? Optional.of(read) : Optional.empty();
    }

    /** Whether the party was spoken to alone. */
    public boolean heard() {
        return interview.filter(Interview::held).isPresent();
    }

    boolean identified() {
        return read().isPresent()
                && comparison
                        .filter(made -> made.finding() == Finding.SAME_PERSON)
                        .isPresent();
    }

    boolean willing() {
        return interview
                .filter(one -> one.outcome() instanceof Interview.FreeWillStated)
                .isPresent();
    }

    PartyRecord withNotice() {
        return new PartyRecord(true, route, card, comparison, interview);
    }

    PartyRecord with(Route chosen) {
        return new PartyRecord(noticed, Optional.of(chosen), card, comparison, interview);
    }

    PartyRecord with(Card next) {
        return new PartyRecord(noticed, route, next, comparison, interview);
    }

    PartyRecord with(OfficerComparison made) {
        return new PartyRecord(noticed, route, card, Optional.of(made), interview);
    }

    PartyRecord with(Interview tried) {
        return new PartyRecord(noticed, route, card, comparison, Optional.of(tried));
    }
}
