package org.waypost.drivers.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An input read front to back; beyond its end there are zeros. */
public final class Script {
    private final byte[] bytes;
    private int at;

    public Script(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    /** The next byte, 0..255. */
    public int next() {
        return hasMore() ? bytes[at++] & 0xFF : 0;
    }

    /** The next two bytes, high byte first. */
    public int pair() {
        return next() << 8 | next();
    }

    /** The next bytes, exactly so many. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOf(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + count)), count);
        at = Math.min(bytes.length, at + count);
        return taken;
    }

    /** All that is left. */
    public byte[] rest() {
        return take(bytes.length - at);
    }

    /**
     * A copy with changes of three bytes each: a place as a fraction of the whole, and what is added there; an addition
     * of FF cuts the copy off at its place and is the last.
     */
    public byte[] changed(byte[] good) {
        byte[] changed = good.clone();
        while (hasMore()) {
            int place = (int) ((long) pair() * changed.length / 65_536);
            int more = next();
            if (more == 0xFF) {
                return Arrays.copyOf(changed, place);
            }
            changed[place] += (byte) more;
        }
        return changed;
    }

    /** All that is left, one character a byte. */
    public String text() {
        return new String(rest(), StandardCharsets.ISO_8859_1);
    }
}
