package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Kill -9 of a terminal, 200 times, or as often as {@code waypost.kills} says. */
final class KillsTrial implements Trial {
    private static final int USUAL = 200;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String purpose() {
        return "200 times kill -9 of a terminal that files and sends (JAVA_TOOL_OPTIONS=-Dwaypost.kills=2000 for more)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        new Kills(Site.make(directory.resolve("site"))).run(Integer.getInteger("waypost.kills", USUAL), figures);
    }
}
