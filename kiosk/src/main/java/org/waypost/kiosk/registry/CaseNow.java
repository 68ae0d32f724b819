package org.waypost.kiosk.registry;

import java.util.Set;
import org.waypost.agent.encounter.ClerkView;
import org.waypost.agent.encounter.Party;

/**
 * The case at one moment.
 *
 * @param view what the counter shows the registrar
 * @param portraits parties whose document's picture can still be shown
 * @param lives parties whose picture of the camera can still be shown
 * @param danger whether somebody was said to be in danger in this very case
 * @param revision its name, for the next poll
 */
public record CaseNow(ClerkView view, Set<Party> portraits, Set<Party> lives, boolean danger, String revision) {
    public CaseNow {
        portraits = Set.copyOf(portraits);
        lives = Set.copyOf(lives);
    }
}
