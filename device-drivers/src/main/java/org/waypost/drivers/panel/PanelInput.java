package org.waypost.drivers.panel;

/** A line the terminal senses. */
public enum PanelInput {
    /** A loop normally closed to ground: high when it is opened or its wire is cut. */
    TAMPER(Bias.PULL_UP, Level.HIGH),
    /** A button normally open to ground: low when it is pressed. */
    HELP(Bias.PULL_UP, Level.LOW),
    /** A motion sensor: high when somebody is there. */
    PRESENCE(Bias.PULL_DOWN, Level.HIGH);

    private final Bias bias;
    private final Level active;

    PanelInput(Bias bias, Level active) {
        this.bias = bias;
        this.active = active;
    }

    /** The resistor that the line needs. */
    public Bias bias() {
        return bias;
    }

    /** The level that means something: opened, pressed, somebody there. */
    public Level active() {
        return active;
    }

    /** The level of a line on which nothing happens. */
    public Level idle() {
        return active == Level.HIGH ? Level.LOW : Level.HIGH;
    }

    /** Where a line goes that nobody drives. */
    public enum Bias {
        PULL_UP,
        PULL_DOWN
    }
}
