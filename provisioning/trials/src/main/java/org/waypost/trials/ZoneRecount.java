package org.waypost.trials;

import java.nio.charset.StandardCharsets;
import org.waypost.drivers.mrz.MrzFraming;

/**
 * Whether a damaged message still agrees with every check that its protocol has, counted apart from the driver: the XOR
 * and the length of its frame, and the five check digits of ICAO Doc 9303 part 4. What agrees with all of them cannot
 * be told from a message that was sent so: two bits of one column flipped, at places whose weights (7, 3, 1) make the
 * same sum.
 */
final class ZoneRecount {
    private static final int SOH = 0x01;
    private static final int STX = 0x02;
    private static final int WIDTH = 44;
    private static final int[] WEIGHTS = {7, 3, 1};

    private ZoneRecount() {}

    static boolean agrees(byte[] message, MrzFraming framing) {
        return switch (framing) {
            case MrzFraming.Plain plain -> agreesBetweenMarks(message);
            case MrzFraming.Rte rte -> agreesAfterLength(message);
        };
    }

    /** 02, text, 03, XOR of all after 02. */
    private static boolean agreesBetweenMarks(byte[] message) {
        return message[0] == STX && xor(message, 1) == 0 && digitsAgree(message, 1, message.length - 2);
    }

    /** 01, length of two bytes, "OU", 02, a flag, text, 03, XOR of all after the length. */
    private static boolean agreesAfterLength(byte[] message) {
        int length = (message[1] & 0xFF) | (message[2] & 0x3F) << 8;
        return message[0] == SOH
                && length == message.length - 3
                && xor(message, 3) == 0
                && digitsAgree(message, 7, message.length - 2);
    }

    private static int xor(byte[] message, int from) {
        int sum = 0;
        for (int i = from; i < message.length; i++) {
            sum ^= message[i];
        }
        return sum;
    }

    private static boolean digitsAgree(byte[] message, int from, int to) {
        String[] lines = new String(message, from, to - from, StandardCharsets.ISO_8859_1)
                .strip()
                .split("\r", -1);
        return lines.length == 2 && lines[1].length() == WIDTH && digitsAgree(lines[1]);
    }

    private static boolean digitsAgree(String second) {
        return agrees(second.substring(0, 9), second.charAt(9))
                && agrees(second.substring(13, 19), second.charAt(19))
                && agrees(second.substring(21, 27), second.charAt(27))
                && agrees(second.substring(28, 42), second.charAt(42))
                && agrees(
                        second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43),
                        second.charAt(43));
    }

    private static boolean agrees(String field, char digit) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * Math.max(0, Character.digit(field.charAt(i), 36));
        }
        return sum % 10 == Math.max(0, Character.digit(digit, 10));
    }
}
