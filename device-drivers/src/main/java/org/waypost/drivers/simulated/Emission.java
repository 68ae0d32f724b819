package org.waypost.drivers.simulated;

/** Bytes that a simulated device sends at one moment. */
public final class Emission {
    private final long delayNanos;
    private final byte[] bytes;

    Emission(long delayNanos, byte[] bytes) {
        this.delayNanos = delayNanos;
        this.bytes = bytes.clone();
    }

    /** Time after the emission before this one, or after the request. */
    public long delayNanos() {
        return delayNanos;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
