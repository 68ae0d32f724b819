package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Kill -9 of a terminal, 200 times, or as often as {@code waypost.kills} says, and of a hub, 20 times at each of six
 * points, or as often as {@code waypost.hub-kills} says.
 */
final class KillsTrial implements Trial {
    private static final int USUAL = 200;
    private static final int USUAL_OF_A_HUB = 20;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String purpose() {
        return "200 times kill -9 of a terminal that files and sends, 6 x 20 times of a hub at named points"
                + " (JAVA_TOOL_OPTIONS=\"-Dwaypost.kills=2000 -Dwaypost.hub-kills=200\" for more)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        new Kills(Site.make(directory.resolve("site"))).run(Integer.getInteger("waypost.kills", USUAL), figures);
        new HubKills(Site.make(directory.resolve("hub-kills")))
                .run(Integer.getInteger("waypost.hub-kills", USUAL_OF_A_HUB), figures);
    }
}
