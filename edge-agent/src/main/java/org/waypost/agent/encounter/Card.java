package org.waypost.agent.encounter;

import java.util.List;
import org.waypost.agent.verification.Verification;
import org.waypost.agent.watchlist.Screening;
import org.waypost.contract.CaseReport.DocumentReference;
import org.waypost.drivers.device.Fault;

/** How far the document of one party is. */
public sealed interface Card {

    /** Not laid down yet, or not asked for yet. */
    record Awaited() implements Card {}

    /** The last attempt failed; {@link Fault#actor()} says who can mend it. The card is still awaited. */
    record Faulty(Fault fault) implements Card {}

    /** The card of the other party was laid down again. The party's own is still awaited. */
    record SameAsOther() implements Card {}

    /**
     * Read and looked at.
     *
     * @param facts what the document says
     * @param age under what age the law protects the party
     * @param rules each rule once, in the order of {@link Rule}
     * @param verification what the machine found, or why it has no answer
     * @param screening what the list said, or why it was not asked
     * @param reference how a report names the document
     */
    record Read(
            DocumentFacts facts,
            AgeBand age,
            List<Rule.Checked> rules,
            Verification verification,
            Screening screening,
            DocumentReference reference)
            implements Card {
        public Read {
            rules = List.copyOf(rules);
        }
    }
}
