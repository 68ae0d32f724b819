package org.waypost.drivers.panel;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.waypost.drivers.panel.PanelEvent.HelpPressed;
import org.waypost.drivers.panel.PanelEvent.HelpStuck;

/**
 * The help button: down for 100 ms, then told at once; not again for 3 s, unless it was pressed anew meanwhile and is
 * still down then; stuck after 30 s.
 */
final class HelpRule implements InputRule {
    private static final long DEAD = Debounce.HELP_IS_DEAD.toNanos();
    private static final long STUCK =
            Debounce.HELP_IS_STUCK.minus(Debounce.HELP_HOLDS).toNanos();

    private final SteadyLevel button;
    private final LongFunction<Instant> calendar;
    private final Consumer<PanelEvent> sink;
    private Dead dead = new Dead(false, 0);
    private long downAt;
    private boolean pressTold;
    private boolean stuckTold;

    HelpRule(boolean down, long now, Debounce.Telling telling) {
        this.button = new SteadyLevel(Debounce.HELP_HOLDS, Debounce.HELP_HOLDS, down, now);
        this.calendar = telling.calendar();
        this.sink = telling.sink();
    }

    /** The time after an event in which none is told. */
    private record Dead(boolean everTold, long until) {
        long earliest(long at) {
            return everTold && until - at > 0 ? until : at;
        }
    }

    @Override
    public void shows(boolean active, long at) {
        button.shows(active, at);
    }

    @Override
    public void passes(long now) {
        if (button.isDue(now)) {
            // what the earlier level brought about while it lasted comes first
            tell(button.heldAt());
            button.settles(now);
            downAt = button.heldAt();
            pressTold = false;
            stuckTold = false;
        }
        tell(now);
    }

    private void tell(long until) {
        if (button.isActive()) {
            tellPress(until);
            tellStuck(until);
        }
    }

    private void tellPress(long now) {
        long at = dead.earliest(downAt);
        if (!pressTold && now - at >= 0) {
            pressTold = true;
            dead = new Dead(true, at + DEAD);
            sink.accept(new HelpPressed(calendar.apply(at)));
        }
    }

    private void tellStuck(long now) {
        if (!stuckTold && now - (downAt + STUCK) >= 0) {
            stuckTold = true;
            sink.accept(new HelpStuck(calendar.apply(downAt + STUCK)));
        }
    }

    @Override
    public long left(long now) {
        long left = button.left(now);
        if (button.isActive() && !pressTold) {
            left = Math.min(left, Math.max(0, dead.earliest(downAt) - now));
        }
        if (button.isActive() && !stuckTold) {
            left = Math.min(left, Math.max(0, downAt + STUCK - now));
        }
        return left;
    }

    @Override
    public boolean isShownActive() {
        return button.isShownActive();
    }

    @Override
    public long glitches() {
        return button.glitches();
    }
}
