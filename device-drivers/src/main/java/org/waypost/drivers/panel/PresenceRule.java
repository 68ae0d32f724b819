package org.waypost.drivers.panel;

import java.time.Duration;
import org.waypost.drivers.panel.PanelEvent.PresenceBegan;
import org.waypost.drivers.panel.PanelEvent.PresenceEnded;

/** The presence sensor: deaf for its first 60 s, then somebody after 200 ms and nobody after the hold time. */
final class PresenceRule implements InputRule {
    private final SteadyLevel sensor;
    private final long warmAt;
    private final Debounce.Telling telling;
    private boolean warm;

    PresenceRule(boolean somebody, long now, Duration hold, Debounce.Telling telling) {
        this.sensor = new SteadyLevel(Debounce.PRESENCE_BEGINS, hold, somebody, now);
        this.warmAt = now + Debounce.PRESENCE_WARMS_UP.toNanos();
        this.telling = telling;
    }

    @Override
    public void shows(boolean active, long at) {
        if (warm) {
            sensor.shows(active, at);
        } else {
            sensor.beginsAnew(active, at);
        }
    }

    @Override
    public void passes(long now) {
        if (!warm) {
            if (now - warmAt < 0) {
                return;
            }
            warm = true;
            sensor.beginsAnew(sensor.isShownActive(), warmAt);
        }
        if (sensor.settles(now)) {
            var at = telling.calendar().apply(sensor.heldAt());
            telling.sink().accept(sensor.isActive() ? new PresenceBegan(at) : new PresenceEnded(at));
        }
    }

    @Override
    public long left(long now) {
        return warm ? sensor.left(now) : Math.max(0, warmAt - now);
    }

    @Override
    public boolean isShownActive() {
        return sensor.isShownActive();
    }

    @Override
    public long glitches() {
        return sensor.glitches();
    }
}
