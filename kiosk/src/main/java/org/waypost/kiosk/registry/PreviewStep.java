package org.waypost.kiosk.registry;

import io.helidon.common.uri.UriQuery;
import java.util.UUID;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.Party;
import org.waypost.agent.encounter.Step;
import org.waypost.agent.verification.Route;
import org.waypost.kiosk.access.Form;
import org.waypost.kiosk.access.Problem;

/**
 * When a party may be looked at through the camera.
 *
 * @param encounter the case that the registrar's screen showed
 * @param party who stands before the camera
 */
record PreviewStep(UUID encounter, Party party) {

    static PreviewStep of(UriQuery query) {
        String encounter = query.first("encounter").orElseThrow(Problem::malformed);
        String party = query.first("party").orElseThrow(Problem::malformed);
        return Form.made(() -> new PreviewStep(UUID.fromString(encounter), Party.valueOf(party)));
    }

    /** After notice and choice, before the document: never on the other way (invariant I5). */
    boolean isNow(ClerkView view) {
        return view.encounter().filter(encounter::equals).isPresent()
                && view.position().step() == Step.DOCUMENT
                && view.position().party().filter(party::equals).isPresent()
                && view.party(party).route().filter(Route.FACE::equals).isPresent();
    }
}
