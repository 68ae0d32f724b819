package org.waypost.kiosk.registry;

import org.waypost.agent.encounter.PartyView;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.kiosk.page.Language;

/**
 * The language of the screen that faces the parties: in memory, and forgotten when a case ends (invariant I22). Told of
 * every view shown and every second besides, so that no end is missed. Safe for use by several threads.
 */
final class PartySeat {
    private Language language = Language.CHINESE;
    private PublicStep last = PublicStep.WELCOME;

    synchronized Language language() {
        return language;
    }

    synchronized void reads(Language one) {
        language = one;
    }

    /** Notes where the case stands; the language ends with the farewell. */
    synchronized void sees(PartyView view) {
        PublicStep now = view.step();
        boolean over = last == PublicStep.DONE && now != PublicStep.DONE;
        boolean gone = last != PublicStep.WELCOME && now == PublicStep.WELCOME;
        if (over || gone) {
            language = Language.CHINESE;
        }
        last = now;
    }
}
