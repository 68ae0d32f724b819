package org.waypost.kiosk.station;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.report.TipBox;
import org.waypost.contract.FollowUpCode;
import org.waypost.contract.PublicReport;
import org.waypost.contract.TipThread;
import org.waypost.kiosk.access.Form;

/** Makes public reports of what was typed: a random id, the hour, and nothing else that the station knows. */
final class Writing {
    private final SecureRandom random = new SecureRandom();
    private final TipBox box;
    private final InstantSource clock;

    Writing(TipBox box, InstantSource clock) {
        this.box = box;
        this.clock = clock;
    }

    /** Key of the text that says why something cannot be taken; empty if it can. */
    static Optional<String> problem(PublicReport.Kind kind, String text, Optional<String> photo) {
        int length = text.strip().length();
        if (photo.isEmpty()) {
            return Optional.of("station.photo.none");
        }
        if (length > PublicReport.WORDS_MAX) {
            return Optional.of("station.words.long");
        }
        boolean needed = kind == PublicReport.Kind.OTHER || kind == PublicReport.Kind.ADDITION;
        return needed && length == 0 && photo.get().isEmpty() ? Optional.of("station.words.none") : Optional.empty();
    }

    FollowUpCode code() {
        return FollowUpCode.random(random);
    }

    TipBox.Put put(Draft draft, TipThread thread) {
        return box.put(Form.made(() -> new PublicReport(
                UUID.randomUUID(),
                PublicReport.hourOf(clock.instant()),
                draft.kind,
                draft.place,
                draft.danger,
                draft.words,
                thread,
                draft.photo)));
    }

    TipBox.Put add(String text, TipThread thread) {
        Draft draft = new Draft(
                PublicReport.Kind.ADDITION, PublicReport.Place.NOT_SAID, PublicReport.Danger.NOT_KNOWN, text, "");
        return put(draft, thread);
    }

    /** What somebody told. */
    record Draft(
            PublicReport.Kind kind, PublicReport.Place place, PublicReport.Danger danger, String words, String photo) {}
}
