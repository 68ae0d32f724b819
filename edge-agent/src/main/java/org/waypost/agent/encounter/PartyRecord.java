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
 * @param finger by which the party may sign; empty where the counter asks for none
 */
public record PartyRecord(
        boolean noticed,
        Optional<Route> route,
        Card card,
        Optional<OfficerComparison> comparison,
        Optional<Interview> interview,
        Optional<FingerRecord> finger) {

    static final PartyRecord BLANK = new PartyRecord(
            false, Optional.empty(), new Card.Awaited(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One who may be asked for a finger. */
    static final PartyRecord BLANK_WITH_FINGER = BLANK.with(FingerRecord.NONE);

    /** The document, once read. */
    public Optional<Card.Read> read() {
        return card instanceof Card.Read read ? Optional.of(read) : Optional.empty();
    }

    /** Whether the party was spoken to alone. */
    public boolean heard() {
        return interview.filter(Interview::held).isPresent();
    }

    boolean chose(Route way) {
        return route.filter(way::equals).isPresent();
    }

    boolean identified() {
        return read().isPresent()
                && comparison
                        .filter(made -> made.finding() == Finding.SAME_PERSON)
                        .isPresent();
    }

    /** Whether the machine found otherwise, so that saying so needs a reason. */
    boolean contradictedBy(Finding finding) {
        return read().flatMap(read -> read.verification().contradictedBy())
                .filter(finding::equals)
                .isPresent();
    }

    boolean willing() {
        return interview
                .filter(one -> one.outcome() instanceof Interview.FreeWillStated)
                .isPresent();
    }

    PartyRecord withNotice() {
        return new PartyRecord(true, route, card, comparison, interview, finger);
    }

    /** A finger belongs to the way on which it was given. */
    PartyRecord with(Route chosen) {
        Optional<FingerRecord> none = finger.map(given -> FingerRecord.NONE);
        return new PartyRecord(noticed, Optional.of(chosen), card, comparison, interview, none);
    }

    /** Asked for the document once more; a finger belongs to the document with which it was given. */
    PartyRecord unread() {
        Optional<FingerRecord> none = finger.map(given -> FingerRecord.NONE);
        return new PartyRecord(noticed, route, new Card.Awaited(), comparison, interview, none);
    }

    PartyRecord with(Card next) {
        return new PartyRecord(noticed, route, next, comparison, interview, finger);
    }

    /** With the identification over, a finger that was asked for and not given is no longer waited for. */
    PartyRecord with(OfficerComparison made) {
        Optional<FingerRecord> left = finger.map(FingerRecord::passedOver);
        return new PartyRecord(noticed, route, card, Optional.of(made), interview, left);
    }

    PartyRecord with(Interview tried) {
        return new PartyRecord(noticed, route, card, comparison, Optional.of(tried), finger);
    }

    PartyRecord with(FingerRecord next) {
        return new PartyRecord(noticed, route, card, comparison, interview, Optional.of(next));
    }

    PartyRecord with(FingerPurpose purpose, FingerStep step) {
        return finger.map(known -> with(known.with(purpose, step))).orElse(this);
    }
}
