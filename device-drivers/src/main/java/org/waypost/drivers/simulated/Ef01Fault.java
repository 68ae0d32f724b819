package org.waypost.drivers.simulated;

import java.time.Duration;
import java.util.List;

/** What can go wrong with one answer of a fingerprint module; armed on an order, spent by the next one of it. */
public sealed interface Ef01Fault {

    /** Silence. */
    record NoAnswer() implements Ef01Fault {}

    /** The right answer, too late. */
    record LateAnswer(Duration by) implements Ef01Fault {}

    /** The answer, with the data packets that belong to it, ends after so many bytes. */
    record CutAfter(int bytes) implements Ef01Fault {}

    /** These bits of the answer arrive wrong; bit 0 is the lowest of the first byte. */
    record FlippedBits(List<Integer> bits) implements Ef01Fault {
        public FlippedBits {
            bits = List.copyOf(bits);
        }
    }

    /** The sum of one packet of the answer is wrong; packet 0 is the acknowledge. */
    record WrongSum(int packet) implements Ef01Fault {}

    /** One packet of the answer is lost as a whole. */
    record LostPacket(int packet) implements Ef01Fault {}

    /**
     * The sum of one packet is wrong and the packet before it comes twice: the bytes of both make up the right number.
     */
    record Stuttered(int packet) implements Ef01Fault {}

    /** The module answers with this code, 0..255, and does nothing. */
    record Code(int code) implements Ef01Fault {}

    /** The finger is lifted at this moment; an image of it cannot be taken. */
    record FingerLifted() implements Ef01Fault {}

    /** The image has so many bytes, 1..40000, in place of its own. */
    record ImageOf(int bytes) implements Ef01Fault {}
}
