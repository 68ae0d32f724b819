package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A proof or measurement of the whole system, run by name. */
interface Trial {

    /** The name on the command line. */
    String name();

    /** What it shows, in one line. */
    String purpose();

    /**
     * Runs it.
     *
     * @param directory empty, deleted afterwards
     * @param figures takes each number as it is known
     */
    void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException;
}
