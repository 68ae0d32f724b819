package org.waypost.drivers.panel;

/** That the tamper loop was opened; outlasts every loss of the board. Safe for use by several threads. */
final class TamperLatch {
    private boolean latched;

    /** Whether it was not set before. */
    synchronized boolean set() {
        boolean news = !latched;
        latched = true;
        return news;
    }

    synchronized void clear() {
        latched = false;
    }
}
