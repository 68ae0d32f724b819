package org.waypost.drivers.camera;

import java.util.Optional;

/**
 * Room for the newest frame; one that nobody fetched is closed when the next comes. Safe for use by several threads.
 */
final class FrameSlot implements AutoCloseable {
    private Optional<Frame> newest = Optional.empty();
    private boolean closed;

    synchronized void put(Frame frame) {
        newest.ifPresent(Frame::close);
        newest = Optional.of(frame);
        if (closed) {
            close();
        }
    }

    /** The newest frame, which the caller now owns; empty until another comes. */
    synchronized Optional<Frame> take() {
        Optional<Frame> taken = newest;
        newest = Optional.empty();
        return taken;
    }

    /** Closes the frame that is there and each that comes later. */
    @Override
    public synchronized void close() {
        closed = true;
        take().ifPresent(Frame::close);
    }
}
