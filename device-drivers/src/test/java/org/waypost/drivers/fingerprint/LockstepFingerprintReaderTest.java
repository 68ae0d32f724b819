package org.waypost.drivers.fingerprint;

import org.waypost.drivers.simulated.Ef01LockstepLink;
import org.waypost.drivers.simulated.Ef01Model;
import org.waypost.drivers.simulated.SpecimenFinger;

class LockstepFingerprintReaderTest extends FingerprintReaderContract {
    private final Ef01Rig rig = new Ef01Rig(Ef01Model.AS608);

    @Override
    protected FingerprintReader reader() {
        return rig.reader;
    }

    @Override
    protected Ef01Model model() {
        return rig.model;
    }

    @Override
    protected void touch(SpecimenFinger finger) {
        rig.simulator.touch(finger);
    }

    @Override
    protected void lift() {
        rig.simulator.lift();
    }

    @Override
    protected void unplug() {
        rig.absent = true;
        rig.link.ifPresent(Ef01LockstepLink::cut);
    }
}
