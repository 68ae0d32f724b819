package org.waypost.agent.encounter;

import java.util.List;
import java.util.Set;
import org.waypost.agent.evidence.CheckResult;
import org.waypost.agent.evidence.CheckResult.Gap;
import org.waypost.agent.evidence.Subject;
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

        private static final Set<Gap> SHUT = Set.of(
                Gap.CHIP_ABSENT, Gap.CHIP_NOT_OPENED, Gap.CHIP_UNKNOWN, Gap.CHIP_UNREADABLE, Gap.CHIP_READER_FAILED);

        /** Whether this is a passport whose chip stayed shut, at a terminal that has a reader of chips. */
        public boolean chipShut() {
            return facts.evidence().of(Subject.CHIP_ACCESS).filter(Read::isShut).isPresent();
        }

        private static boolean isShut(CheckResult access) {
            return access instanceof CheckResult.NotDone notDone && SHUT.contains(notDone.gap());
        }
    }
}
