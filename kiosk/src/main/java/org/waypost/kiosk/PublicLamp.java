package org.waypost.kiosk;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.agent.encounter.PartyView;
import org.waypost.drivers.panel.Lamp;

/**
 * The lamp at the counter: green where one may come, red while a case is open, amber ("please see staff") where cards
 * cannot be read. It knows what the parties' screen knows and the state of the reader, so that no call for help, hit or
 * tampering can show (invariant I11).
 *
 * @param lights sets the lamp; set anew each time, so that one that was lost comes back
 * @param view of the parties
 * @param outOfOrder whether the card reader fails
 */
record PublicLamp(Consumer<Lamp> lights, Supplier<PartyView> view, BooleanSupplier outOfOrder) {

    /** To be called about every second, whatever happens. A panel that fails is told by its health. */
    void look() {
        lights.accept(wanted());
    }

    Lamp wanted() {
        return switch (view.get().step()) {
            case WELCOME -> outOfOrder.getAsBoolean() ? Lamp.AMBER : Lamp.GREEN;
            case NOTICE, CHOOSE_ROUTE, PLACE_CARD, PLACE_FINGER, PLEASE_WAIT, INTERVIEW, DONE -> Lamp.RED;
        };
    }
}
