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

    /** Key of the text that says why a text cannot be taken; empty if it can. */
    static Optional<String> problem(PublicReport.Kind kind, String text) {
        int length = text.strip().length();
        boolean needed = kind == PublicReport.Kind.OTHER || kind == PublicReport.Kind.ADDITION;
        if (length > PublicReport.WORDS_MAX) {
            return Optional.of("station.words.long");
        }
        return needed && length == 0 ? Optional.of("station.words.none") : Optional.empty();
    }

    FollowUpCode code() {
        return FollowUpCode.random(random);
    }

    TipBox.Put put(
            PublicReport.Kind kind,
            PublicReport.Place place,
            PublicReport.Danger danger,
            String text,
            TipThread thread) {
        return box.put(Form.made(() -> new PublicReport(
                UUID.randomUUID(), PublicReport.hourOf(clock.instant()), kind, place, danger, text, thread, "")));
    }

    TipBox.Put add(String text, TipThread thread) {
        return put(
                PublicReport.Kind.ADDITION, PublicReport.Place.NOT_SAID, PublicReport.Danger.NOT_KNOWN, text, thread);
    }
}
