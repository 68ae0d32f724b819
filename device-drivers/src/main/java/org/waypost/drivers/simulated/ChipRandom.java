package org.waypost.drivers.simulated;

import java.security.SecureRandom;
import java.util.Deque;

/** Where a simulated chip takes its random numbers from, so that the worked examples of Doc 9303-11 can be replayed. */
@FunctionalInterface
public interface ChipRandom {

    /** So many new bytes. */
    byte[] next(int length);

    /** True randomness. */
    static ChipRandom secure() {
        SecureRandom random = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    /** The given numbers one after the other; {@code NoSuchElementException} when none is left. */
    static ChipRandom scripted(Deque<byte[]> numbers) {
        return length -> numbers.removeFirst();
    }
}
