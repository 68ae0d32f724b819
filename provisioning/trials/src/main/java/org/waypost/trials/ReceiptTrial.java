package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How long a person who decided waits until the report is durable, and until the hub has answered for it. */
final class ReceiptTrial implements Trial {
    @Override
    public String name() {
        return "receipt";
    }

    @Override
    public String purpose() {
        return "decision to disk and to the verified receipt, over loopback";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        ReportTiming.run(Site.make(directory.resolve("site")), figures);
    }
}
