package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is found on a disk after a fault. */
sealed interface Verdict {
    /** All that was promised, and nothing half. */
    record Whole() implements Verdict {}

    /** Something promised is not there. */
    record Lost(String what) implements Verdict {}

    /** It cannot be opened, or what it says is not so. */
    record Damaged(String what) implements Verdict {}

    /** Judges a disk. */
    interface Judge {
        /**
         * Judges one directory, which may be changed by that.
         *
         * @param said what the program had told the outside world
         */
        Verdict of(Path directory, List<String> said) throws IOException;
    }
}
