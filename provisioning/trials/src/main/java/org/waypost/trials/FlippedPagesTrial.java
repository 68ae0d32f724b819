package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A thousand single bytes of a store that turn into others. */
final class FlippedPagesTrial implements Trial {
    @Override
    public String name() {
        return "flipped-pages";
    }

    @Override
    public String purpose() {
        return "1,000 single bytes of a store turn into others: noticed or harmless, never a wrong report sent";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException {
        // it warns of each of them here
        Logger agent = Logger.getLogger("org.waypost.agent");
        agent.setLevel(Level.SEVERE);
        new FlippedPages(directory, 200).run(1_000, figures);
        agent.setLevel(null);
    }
}
