package org.waypost.kiosk.technician;

import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SamvSimulator;

/** What can be made to go wrong at a simulated card reader. */
public enum SimulatedFault {
    /** Silence through the driver's repetition and its reopening of the link: four requests. */
    NO_ANSWER,
    /** The card is lifted while it is read. */
    CARD_LIFTED,
    /** The module answers with a code that nobody documented for a read. */
    CARD_UNREADABLE,
    /** A bit is wrong in the answer and in its repetition. */
    LINK_TORN,
    /** The cable is pulled, until {@link #PLUGGED}. */
    UNPLUGGED,
    PLUGGED;

    private static final SamvCommand READ = SamvCommand.READ_TEXT_PHOTO;
    private static final int ITEM_EMPTY = 0x91;

    /** Arms it on the next reading, or does it at once. */
    void arm(SamvSimulator simulator) {
        switch (this) {
            case NO_ANSWER -> simulator.arm(READ, new SamvFault.NoAnswer(), 4);
            case CARD_LIFTED -> simulator.arm(READ, new SamvFault.CardLifted());
            case CARD_UNREADABLE -> simulator.arm(READ, new SamvFault.Status(ITEM_EMPTY));
            case LINK_TORN -> simulator.arm(READ, new SamvFault.FlippedBit(400), 2);
            case UNPLUGGED -> simulator.unplug();
            case PLUGGED -> simulator.plug();
        }
    }
}
