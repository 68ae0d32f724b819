package org.waypost.drivers.idcard;

import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.CardImage;

class LockstepCardReaderTest extends CardReaderContract {
    private final SamvRig rig = new SamvRig();

    @Override
    CardReader reader() {
        return rig.reader;
    }

    @Override
    void place(CardImage card) {
        rig.simulator.place(card);
    }

    @Override
    void remove() {
        rig.simulator.remove();
    }

    @Override
    void unplug() {
        rig.absent = true;
        rig.link.ifPresent(Link::close);
    }
}
