package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.HexFormat;

/**
 * What a device is sent to make it look.
 *
 * @param hex the bytes, two hexadecimal digits each, without separators; at least one
 * @param every time after which it is sent again if nothing was read
 * @param reply whether the device confirms each prompt
 */
public record Prompt(String hex, Duration every, Reply reply) {
    public Prompt {
        if (HexFormat.of().parseHex(hex).length == 0 || !every.isPositive()) {
            throw new IllegalArgumentException("a prompt has bytes and a time");
        }
    }

    /** Whether a device confirms. */
    public enum Reply {
        NONE,
        EXPECTED
    }

    /** The bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
