package org.waypost.drivers.fingerprint;

/**
 * What the ring of light around a sensor says: how far the capture is, and nothing else. There is one colour in a
 * session, so that no verdict, hit or alarm can be shown; and only the driver sets it, so that none can be asked for.
 * Source: R503 manual, AuraLedConfig (35): CTRL, SPEED, COLOUR, COUNT.
 */
enum LampSignal {
    /** Lay a finger down: breathing. */
    READY(1, 0x80, 0),
    /** The picture is on its way: steady. */
    READING(3, 0, 0),
    /** The capture is over: two flashes, whatever came of it. */
    DONE(2, 0x20, 2),
    OFF(4, 0, 0);

    private final int control;
    private final int speed;
    private final int count;

    LampSignal(int control, int speed, int count) {
        this.control = control;
        this.speed = speed;
        this.count = count;
    }

    /** The command. */
    Ef01Command command(LampColour colour) {
        return Ef01Command.of(Ef01Instruction.LAMP, control, speed, this == OFF ? 0 : colour.code(), count);
    }
}
