package org.waypost.kiosk.technician;

import org.waypost.drivers.simulated.Ef01Simulator;
import org.waypost.drivers.simulated.FingerCondition;
import org.waypost.drivers.simulated.SpecimenFinger;

/** What can be done at a simulated fingerprint module. */
public enum SimulatedTouch {
    /** A finger stays where it is until it is lifted. */
    FINGER_ONE,
    FINGER_TWO,
    /** The first one, of which nothing can be seen. */
    DRY_FINGER,
    LIFTED,
    /** The cable is pulled, until {@link #PLUGGED}. */
    UNPLUGGED,
    PLUGGED;

    private static final SpecimenFinger ONE = SpecimenFinger.of(7);
    private static final SpecimenFinger TWO = SpecimenFinger.of(11);

    void on(Ef01Simulator module) {
        switch (this) {
            case FINGER_ONE -> module.touch(ONE);
            case FINGER_TWO -> module.touch(TWO);
            case DRY_FINGER -> module.touch(ONE.in(FingerCondition.DRY));
            case LIFTED -> module.lift();
            case UNPLUGGED -> module.unplug();
            case PLUGGED -> module.plug();
        }
    }
}
