package org.waypost.drivers.fuzz;

/** A property of a parser that an input broke. */
public final class Finding extends AssertionError {
    private static final long serialVersionUID = 1L;

    private Finding(String broken) {
        super(broken);
    }

    /**
     * Says that something holds.
     *
     * @param property what was to hold
     * @throws Finding if it does not
     */
    public static void unless(boolean holds, String property) {
        if (!holds) {
            throw new Finding(property);
        }
    }
}
