package org.waypost.drivers.simulated;

import java.time.Duration;

/** What can go wrong with one answer of the module; armed on a command, spent by the next request of it. */
public sealed interface SamvFault {

    /** Silence. */
    record NoAnswer() implements SamvFault {}

    /** The right answer, too late. */
    record LateAnswer(Duration by) implements SamvFault {}

    /** The answer ends after so many bytes. */
    record CutAfter(int bytes) implements SamvFault {}

    /** One bit of the frame arrives wrong; bit 0 is the lowest of the first byte. */
    record FlippedBit(int bit) implements SamvFault {}

    /** Two bits of the frame arrive wrong; in one bit column the check holds all the same. */
    record FlippedBits(int one, int other) implements SamvFault {}

    /** So many bytes AA stand before the preamble, as legal synchronisation or as noise. */
    record NoiseBefore(int count) implements SamvFault {}

    /** The module answers with these words, each 0..255, and forgets the card it had found. */
    record Status(int sw1, int sw2, int sw3) implements SamvFault {

        /** A verdict of the module's own: the card said nothing. */
        public Status(int sw3) {
            this(0, 0, sw3);
        }
    }

    /** The card is lifted at this moment: 80, 81 or 41, as the command has it. */
    record CardLifted() implements SamvFault {}

    /** The two lengths in a read reply stand the wrong way round; the checksum holds. */
    record LengthsSwapped() implements SamvFault {}
}
