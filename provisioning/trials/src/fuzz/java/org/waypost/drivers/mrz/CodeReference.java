package org.waypost.drivers.mrz;

import java.nio.charset.StandardCharsets;

/**
 * What an engine means by all bytes since the last confirmation.
 *
 * @param counted whether replies are GM65 frames, otherwise status bytes to 03
 * @param terminates whether the engine replies, and ends a text with CR
 */
record CodeReference(boolean counted, boolean terminates) {
    private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LONGEST = 2048;

    Scan scan(byte[] bytes, boolean silent) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("^[\r\n]+", "");
        if (terminates && all.startsWith("\2")) {
            return silent ? Scan.Signal.BROKEN : counted ? frame(all) : status(all);
        }
        if (all.isEmpty() || !silent) {
            return all.isEmpty() ? Scan.Signal.NOTHING : Scan.Signal.GATHERING;
        }
        String kept = all.substring(0, Math.min(LONGEST, all.length())).replaceAll("[^\r\n -~]", "?");
        boolean ended = kept.matches("(?s).*[\r\n]") || kept.length() == LONGEST;
        return terminates && !ended ? Scan.Signal.BROKEN : new Scan.Message(kept.replaceAll("[\r\n]+$", ""));
    }

    /** 02 00 status length data CRC(2). */
    private static Scan frame(String reply) {
        if (reply.length() < 4 || reply.length() < 6 + reply.charAt(3)) {
            return Scan.Signal.GATHERING;
        }
        byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
        int end = bytes.length - 2;
        int printed = 256 * reply.charAt(end) + reply.charAt(end + 1);
        boolean sound = reply.charAt(1) == 0 && (printed == 0xABCD || printed == crc(bytes, 2, end));
        return !sound ? Scan.Signal.BROKEN : reply.charAt(2) == 0 ? Scan.Signal.CONFIRMED : Scan.Signal.REFUSED;
    }

    /** 02 ... 06 ; 03 is a yes; at most 64 bytes. */
    private static Scan status(String reply) {
        if (!reply.endsWith("\3")) {
            return reply.length() < 64 ? Scan.Signal.GATHERING : Scan.Signal.BROKEN;
        }
        boolean yes = reply.length() > 2 && reply.charAt(reply.length() - 3) == 6;
        return yes ? Scan.Signal.CONFIRMED : Scan.Signal.REFUSED;
    }

    /** CRC-16/CCITT by polynomial division of the message with 16 zero bits behind it. */
    static int crc(byte[] bytes, int from, int to) {
        int rest = 0;
        for (int bit = 0; bit < 8 * (to - from) + 16; bit++) {
            int index = from + bit / 8;
            int next = index < to ? bytes[index] >> (7 - bit % 8) & 1 : 0;
            rest = rest << 1 | next;
            rest = (rest & 0x10000) != 0 ? (rest ^ 0x11021) : rest;
        }
        return rest;
    }

    /** ISO/IEC 7064 MOD 37,36: the recursion of the standard, hyphens left out. */
    static boolean checkHolds(String text) {
        String code = text.replace("-", "");
        int product = 36;
        for (int i = 0; i < code.length() - 1; i++) {
            int sum = (product + VALUES.indexOf(code.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return (product + VALUES.indexOf(code.charAt(code.length() - 1))) % 36 == 1;
    }
}
