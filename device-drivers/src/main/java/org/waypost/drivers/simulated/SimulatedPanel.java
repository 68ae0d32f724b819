package org.waypost.drivers.simulated;

import java.time.Duration;
import org.waypost.drivers.device.DeviceDriver.Host;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.panel.BoardPanel;
import org.waypost.drivers.panel.Edges;
import org.waypost.drivers.panel.GatePulse;
import org.waypost.drivers.panel.Lamp;
import org.waypost.drivers.panel.Panel;
import org.waypost.drivers.panel.PanelEvent;
import org.waypost.drivers.panel.PanelJournal;
import org.waypost.drivers.panel.PanelSettings;
import org.waypost.drivers.panel.TamperReset;

/**
 * A panel without a device: the product's driver on the lines of a {@link SimulatedBoard}, which may be set while other
 * threads use the panel.
 */
public final class SimulatedPanel implements Panel {
    private final SimulatedBoard board;
    private final Panel driver;

    /** A panel in the time of the host. */
    public SimulatedPanel(PanelSettings settings, Host host) {
        this.board = new SimulatedBoard(host.ticker());
        this.driver = new BoardPanel(board, settings, Edges.live(host.ticker()), host);
    }

    /** The lines, to set and to read. */
    public SimulatedBoard board() {
        return board;
    }

    @Override
    public void tell(PanelJournal journal) {
        driver.tell(journal);
    }

    @Override
    public Reading<Lamp> show(Lamp lamp) {
        return driver.show(lamp);
    }

    @Override
    public Reading<Release> release(GatePulse pulse) {
        return driver.release(pulse);
    }

    @Override
    public Reading<PanelEvent> next(Duration patience) {
        return driver.next(patience);
    }

    @Override
    public Reading<Tamper> reset(TamperReset by) {
        return driver.reset(by);
    }

    @Override
    public void close() {
        driver.close();
    }
}
