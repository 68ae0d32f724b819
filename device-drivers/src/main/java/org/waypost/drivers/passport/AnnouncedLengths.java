package org.waypost.drivers.passport;

import java.util.Optional;
import java.util.Set;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/**
 * Whether the objects of an answer announce no more than the answer holds. JMRTD takes memory for whatever length a
 * chip names, up to 2 GiB and before any check of a MAC; such an answer must not reach it. Answers that consist of
 * objects are those inside a secure channel (ICAO Doc 9303-11, section 9.8) and those of GENERAL AUTHENTICATE (section
 * 4.4). Of an object inside a secure channel that it does not know, JMRTD skips the first byte alone and takes the rest
 * for objects again, so there may be none but those of section 9.8.6.
 */
final class AnnouncedLengths {
    private static final int SECURED = 0x0C;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int CONSTRUCTED = 0x20;

    /** Encrypted data with and without padding, status, MAC. */
    private static final Set<Integer> OF_A_CHANNEL = Set.of(0x87, 0x85, 0x99, 0x8E);

    /** 7C, its data, and one to spare. */
    private static final int DEEPEST = 3;

    private AnnouncedLengths() {}

    static boolean hold(CommandAPDU command, ResponseAPDU answer) {
        byte[] data = answer.getData();
        if ((command.getCLA() & SECURED) == SECURED) {
            return secured(data);
        }
        return command.getINS() != GENERAL_AUTHENTICATE || within(data, 0, data.length, DEEPEST);
    }

    private static boolean secured(byte[] data) {
        int at = 0;
        while (at < data.length) {
            Optional<Tlv> object = Tlv.at(data, at, data.length);
            if (object.isEmpty() || !OF_A_CHANNEL.contains(object.get().tag())) {
                return false;
            }
            at = object.get().to();
        }
        return true;
    }

    private static boolean within(byte[] data, int from, int to, int depth) {
        int at = from;
        while (at < to) {
            Optional<Tlv> object = Tlv.at(data, at, to);
            if (object.isEmpty() || !contentWithin(data, object.get(), depth)) {
                return false;
            }
            at = object.get().to();
        }
        return true;
    }

    private static boolean contentWithin(byte[] data, Tlv object, int depth) {
        int first = object.tag() > 0xFF ? object.tag() >> 8 : object.tag();
        boolean constructed = (first & CONSTRUCTED) != 0;
        return !constructed || (depth > 0 && within(data, object.from(), object.to(), depth - 1));
    }
}
