package org.waypost.agent.watchlist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The hands of a clock that a test moves. */
public final class Hands implements InstantSource {
    private Instant now;

    public Hands(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void forward(Duration time) {
        now = now.plus(time);
    }
}
