package org.waypost.kiosk.technician;

import java.time.Duration;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.panel.PanelInput;
import org.waypost.drivers.simulated.SimulatedBoard;

/** What can be done at a simulated panel. */
public enum SimulatedHand {
    /** Long enough to be told from a disturbance. */
    HELP_PRESSED,
    HELP_HELD,
    HELP_RELEASED,
    HOUSING_OPENED,
    HOUSING_CLOSED,
    /** The board is gone, until {@link #PLUGGED}. */
    UNPLUGGED,
    PLUGGED;

    private static final Duration PRESS = Duration.ofMillis(300);

    void on(SimulatedBoard board) {
        switch (this) {
            case HELP_PRESSED -> {
                board.set(PanelInput.HELP);
                Ticker.SYSTEM.pause(PRESS);
                board.clear(PanelInput.HELP);
            }
            case HELP_HELD -> board.set(PanelInput.HELP);
            case HELP_RELEASED -> board.clear(PanelInput.HELP);
            case HOUSING_OPENED -> board.set(PanelInput.TAMPER);
            case HOUSING_CLOSED -> board.clear(PanelInput.TAMPER);
            case UNPLUGGED -> board.unplug();
            case PLUGGED -> board.plug();
        }
    }
}
