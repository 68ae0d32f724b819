package org.waypost.drivers.fingerprint;

import java.util.Optional;

/**
 * The two pictures that modules send, told apart by the number of bytes that arrive and never by a model's name: makers
 * reuse names. Source: ZFM-70 and R503 manuals; 192 x 192 also adafruit/Adafruit_CircuitPython_Fingerprint issue 24.
 * The 508 dpi are the trade's word, not the manual's.
 */
enum ImageFormat {
    /** ZFM, R30x, AS608. */
    OPTICAL(256, 288, 500),
    /** R503 and other round sensors. */
    CAPACITIVE(192, 192, 508);

    /** Bytes of the largest picture. */
    static final int MOST_BYTES = OPTICAL.bytes();

    private final int width;
    private final int height;
    private final int dpi;

    ImageFormat(int width, int height, int dpi) {
        this.width = width;
        this.height = height;
        this.dpi = dpi;
    }

    /** The format of a picture of so many bytes on the wire, two pixels a byte. */
    static Optional<ImageFormat> ofTransfer(int bytes) {
        for (ImageFormat format : values()) {
            if (format.bytes() == bytes) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int dpi() {
        return dpi;
    }

    /** Bytes on the wire. */
    int bytes() {
        return width * height / 2;
    }
}
