package org.waypost.kiosk.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.agent.encounter.FingerPurpose;
import org.waypost.agent.encounter.FingerRecord;
import org.waypost.agent.encounter.FingerStep;
import org.waypost.kiosk.page.Words;

/**
 * One party's finger on the registrar's screen.
 *
 * @param words in the registrar's language
 * @param known what came of it
 * @param next what the party may be asked for now
 */
public record FingerLine(Words words, FingerRecord known, Optional<FingerPurpose> next) {

    /** Those that were asked for. */
    public List<FingerPurpose> shown() {
        return Stream.of(FingerPurpose.values())
                .filter(purpose -> !(known.at(purpose) instanceof FingerStep.NotAsked))
                .toList();
    }

    /** Words for how far one is, and who can act. */
    public String said(FingerPurpose purpose) {
        return switch (known.at(purpose)) {
            case FingerStep.NotAsked notAsked -> "";
            case FingerStep.Asked asked -> words.of("clerk.finger.asked");
            case FingerStep.Lifted lifted -> words.of("clerk.finger.lifted");
            case FingerStep.Taken taken -> words.of("clerk.finger.taken");
            case FingerStep.Same same -> words.of("clerk.finger.same");
            case FingerStep.Different different -> words.of("clerk.finger.different");
            case FingerStep.Unanswered unanswered ->
                words.of(unanswered.cause()) + " (" + words.of("clerk.card.actor") + ": "
                        + words.of(unanswered.cause().actor()) + ")";
        };
    }

    /** A style for how far one is; the words say the same. */
    public String look(FingerPurpose purpose) {
        return switch (known.at(purpose)) {
            case FingerStep.Taken taken -> "good";
            case FingerStep.Same same -> "good";
            case FingerStep.Different different -> "look";
            case FingerStep.Asked asked -> "waiting";
            case FingerStep.Lifted lifted -> "waiting";
            case FingerStep.NotAsked notAsked -> "open";
            case FingerStep.Unanswered unanswered -> "open";
        };
    }
}
