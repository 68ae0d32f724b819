package org.waypost.drivers.idcard;

import org.waypost.drivers.serial.Link;
import org.waypost.drivers.simulated.CardImage;

class LockstepCardReaderTest extends CardReaderContract {
    private final SamvRig rig = new SamvRig();

    @Override
    protected CardReader reader() {
        return rig.reader;
    }

    @Override
    protected void place(CardImage card) {
        rig.simulator.place(card);
    }

    @Override
    protected void remove() {
        rig.simulator.remove();
    }

    @Override
    protected void unplug() {
        rig.absent = true;
        rig.link.ifPresent(Link::close);
    }
}
