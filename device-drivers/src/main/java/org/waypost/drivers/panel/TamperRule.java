package org.waypost.drivers.panel;

import org.waypost.drivers.panel.PanelEvent.Found;
import org.waypost.drivers.panel.PanelEvent.TamperOpened;

/** The tamper loop: open for 50 ms, then latched. */
final class TamperRule implements InputRule {
    private final SteadyLevel loop;
    private final TamperLatch latch;
    private final Debounce.Telling telling;
    private final long beganAt;
    private final boolean openAtStart;

    TamperRule(boolean open, long now, TamperLatch latch, Debounce.Telling telling) {
        this.loop = new SteadyLevel(Debounce.TAMPER_HOLDS, Debounce.TAMPER_HOLDS, open, now);
        this.latch = latch;
        this.telling = telling;
        this.beganAt = now;
        this.openAtStart = open;
    }

    @Override
    public void shows(boolean active, long at) {
        loop.shows(active, at);
    }

    @Override
    public void passes(long now) {
        if (loop.settles(now) && loop.isActive() && latch.set()) {
            Found found = openAtStart && loop.isShownSince(beganAt) ? Found.AT_START : Found.WATCHING;
            telling.sink().accept(new TamperOpened(telling.calendar().apply(loop.heldAt()), found));
        }
    }

    @Override
    public long left(long now) {
        return loop.left(now);
    }

    @Override
    public boolean isShownActive() {
        return loop.isShownActive();
    }

    /** Whether the loop is or may be open. */
    boolean isOpen() {
        return loop.isActive() || loop.isShownActive();
    }

    @Override
    public long glitches() {
        return loop.glitches();
    }
}
