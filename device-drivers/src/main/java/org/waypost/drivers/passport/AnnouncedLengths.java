package org.waypost.drivers.passport;

import java.util.Optional;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/**
 * Whether the objects of an answer announce no more than the answer holds. JMRTD takes memory for whatever length a
 * chip names, up to 2 GiB and before any check of a MAC; such an answer must not reach it. Answers that consist of
 * objects are those inside a secure channel (ICAO Doc 9303-11, section 9.8) and those of GENERAL AUTHENTICATE (section
 * 4.4).
 */
final class AnnouncedLengths {
    private static final int SECURED = 0x0C;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int CONSTRUCTED = 0x20;

    /** 7C, its data, and one to spare. */
    private static final int DEEPEST = 3;

    private AnnouncedLengths() {}

    static boolean hold(CommandAPDU command, ResponseAPDU answer) {
        boolean objects = (command.getCLA() & SECURED) == SECURED || command.getINS() == GENERAL_AUTHENTICATE;
        byte[] data = answer.getData();
        return !objects || within(data, 0, data.length, DEEPEST);
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
