package org.waypost.kiosk.registry;

import org.waypost.agent.encounter.PartyView;
import org.waypost.agent.encounter.PartyView.PublicStep;
import org.waypost.kiosk.page.Words;

/**
 * What the screen that faces the parties shows at one moment.
 *
 * @param office name of the registry
 * @param words in the language picked on this screen
 * @param ways in words
 * @param view all that this screen may know
 * @param revision its name, for the next poll
 */
public record PartyPage(String office, Words words, Ways ways, PartyView view, String revision) {

    public boolean at(PublicStep step) {
        return view.step() == step;
    }

    /** Whose turn it is, or nothing. */
    public String turn() {
        return view.party().map(party -> words.of("party.turn." + party)).orElse("");
    }
}
