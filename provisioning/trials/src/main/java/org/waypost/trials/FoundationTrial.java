package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The figures of the first whole line: from the card on the reader to the hub's receipt. */
final class FoundationTrial implements Trial {
    @Override
    public String name() {
        return "foundation";
    }

    @Override
    public String purpose() {
        return "card to document, decision to disk and to receipt, start of hub and terminal, memory";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        CardTiming.run(figures);
        Site site = Site.make(directory.resolve("site"));
        ReportTiming.run(site, figures);
        StartTiming.run(Site.make(directory.resolve("starts")), figures);
        MemoryUse.run(Site.make(directory.resolve("memory")), figures);
    }
}
