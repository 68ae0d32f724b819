package org.waypost.kiosk.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many codes under which nothing lies were tried here lately. After {@value #MOST} within ten minutes no code is
 * tried, a right one neither, until the first of them is ten minutes old. Safe for use by several threads.
 */
final class WrongCodes {
    static final int MOST = 10;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> tried = new ArrayDeque<>();

    WrongCodes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean tooMany() {
        Instant oldest = clock.instant().minus(WITHIN);
        tried.removeIf(at -> at.isBefore(oldest) || at.isAfter(clock.instant()));
        return tried.size() >= MOST;
    }

    synchronized void another() {
        tried.add(clock.instant());
    }
}
