package org.waypost.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;

/** One step of a change of keys, as whoever accounts for it makes it. */
@FunctionalInterface
public interface KeyStep {
    /** Makes it, or says why not. */
    KeySuccession.Step make() throws GeneralSecurityException, IOException;

    /**
     * Makes it inside a transaction.
     *
     * @throws UncheckedIOException if the files cannot be written
     * @throws KeyFailure if the keys are not such keys
     */
    default KeySuccession.Step made() {
        try {
            return make();
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        } catch (GeneralSecurityException notSuch) {
            throw new KeyFailure("the keys cannot be changed: they are not what this file is for", notSuch);
        }
    }
}
