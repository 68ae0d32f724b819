package org.waypost.kiosk.devices;

import java.util.Optional;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Health;

/** Tells what came of a use, and ends with what to do next. */
final class Outcome {
    /** Exit code: what was asked for was done. */
    static final int DONE = 0;
    /** Exit code: a device, or what was presented to it, failed. */
    static final int FAULT = 1;
    /** Exit code: the wish cannot be followed on this installation. */
    static final int MISUSE = 2;

    private final Talk talk;

    Outcome(Talk talk) {
        this.talk = talk;
    }

    void device(DriverCatalog.Wish wish) {
        talk.say("device", KindWords.noun(wish.kind()) + " at " + wish.address() + ", driver " + wish.driver());
        if (!wish.address().isStable()) {
            talk.say("note", "this name changes with the order of plugging; take a name of waypost-devices list");
        }
    }

    void health(Health health) {
        talk.say("state", Advice.state(health.state()));
        talk.say("identity", Advice.identity(health.identity()));
    }

    int fault(Fault fault) {
        talk.say("fault", fault + ": " + Advice.matter(fault));
        talk.say("who", Advice.actor(fault.actor()));
        return ended(Optional.of(fault));
    }

    int fine() {
        return ended(Optional.empty());
    }

    private int ended(Optional<Fault> fault) {
        talk.say("to do", Advice.toDo(fault.map(Health.Remedy::of).orElse(Health.Remedy.NONE)));
        return fault.isPresent() ? FAULT : DONE;
    }
}
