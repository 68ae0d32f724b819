package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The power fails at any moment: disks as they may look then, made from recorded writes, opened by the product. 10,000
 * of them, or as many as {@code waypost.power-loss.images} says.
 */
final class PowerLossTrial implements Trial {
    private static final int IMAGES = 10_000;

    /** Of the controls and of the rarer subject. */
    private static final int TENTH = 10;

    @Override
    public String name() {
        return "power-loss";
    }

    @Override
    public String purpose() {
        return "10,000 disks after a power cut, each for outbox with audit, and list; careless controls must fail"
                + " (JAVA_TOOL_OPTIONS=-Dwaypost.power-loss.images=1000 for fewer)";
    }

    @Override
    public void run(Path directory, Consumer<Figure> figures) throws IOException, InterruptedException {
        if (!Recording.possible()) {
            throw new IOException("strace is missing: apt-get install strace");
        }
        // they warn of what is done to them thousands of times here
        Logger agent = Logger.getLogger("org.waypost.agent");
        agent.setLevel(Level.SEVERE);
        figures.accept(Figure.noted("power-loss-seed", PowerLoss.SEED, ""));
        PowerLoss loss = new PowerLoss(directory, 300, 40);
        int images = Integer.getInteger("waypost.power-loss.images", IMAGES);
        loss.controls(images / TENTH, figures);
        loss.outbox(images, figures);
        loss.movedAside(images / TENTH, figures);
        loss.list(images, figures);
        agent.setLevel(null);
    }
}
