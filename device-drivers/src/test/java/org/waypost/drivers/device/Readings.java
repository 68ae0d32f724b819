package org.waypost.drivers.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** What a test expects of a reading. */
public final class Readings {
    private Readings() {}

    /** The value delivered; the test closes it. */
    public static <T> T taken(Reading<T> reading) {
        return switch (reading) {
            case Reading.Taken<T> taken -> taken.value();
            case Reading.Nobody<T> nobody -> fail("expected a value, was " + nobody);
            case Reading.Faulty<T> faulty -> fail("expected a value, was " + faulty);
        };
    }

    public static <T> void assertFault(Fault expected, Reading<T> reading) {
        assertEquals(new Reading.Faulty<T>(expected), reading);
    }

    public static <T> void assertNobody(Reading<T> reading) {
        assertEquals(new Reading.Nobody<T>(), reading);
    }
}
