package org.waypost.drivers.panel;

/**
 * The lines of one panel in use. Its two sides are handed out apart: who senses cannot drive. Outputs are low when it
 * is opened and are set low when it is closed. Safe for use by several threads.
 */
public interface Board extends AutoCloseable {
    OutputLines outputs();

    InputLines inputs();

    /** Sets every output low and gives the lines back; a second call does nothing. */
    @Override
    void close();

    /** The lines that are driven. */
    interface OutputLines {
        void drive(PanelOutput output, Level level) throws BoardLost;

        /** The level read back from the line itself, as near to it as the board can. */
        Level level(PanelOutput output) throws BoardLost;
    }

    /** The lines that are sensed; their edges come through the {@link Edges} that the board was opened with. */
    interface InputLines {
        /** The level of this moment. */
        Level level(PanelInput input) throws BoardLost;
    }

    /** Opens the lines, again after every loss. */
    @FunctionalInterface
    interface Opener {
        Board open(PanelPins pins, Edges edges) throws BoardLost;
    }
}
