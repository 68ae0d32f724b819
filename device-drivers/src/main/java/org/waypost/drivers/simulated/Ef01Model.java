package org.waypost.drivers.simulated;

/** Modules that differ on the wire. Sources: ZFM-70 and R503 manuals; the AS608's own numbers are the trade's word. */
public enum Ef01Model {
    /** Optical; says nothing to what it does not know. */
    ZFM_20(256, 288, 0x0009, 162),
    /** Optical; answers FC to what it does not know. */
    AS608(256, 288, 0x0009, 300),
    /** Round and capacitive, with a lamp; sends the byte 55 when it is ready. */
    R503(192, 192, 0x0000, 200);

    private final int width;
    private final int height;
    private final int systemId;
    private final int librarySize;

    Ef01Model(int width, int height, int systemId, int librarySize) {
        this.width = width;
        this.height = height;
        this.systemId = systemId;
        this.librarySize = librarySize;
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    int systemId() {
        return systemId;
    }

    int librarySize() {
        return librarySize;
    }

    boolean isSilentAboutUnknown() {
        return this == ZFM_20;
    }

    /** Whether it has a lamp, and what came with it: a stricter capture, a check of the sensor. */
    boolean hasLamp() {
        return this == R503;
    }
}
