package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The power fails at any moment: disks as they may look then, made from recorded writes, opened by the product. */
final class PowerLossTrial implements Trial {
    private static final int IMAGES = 10_000;
    private static final int IMAGES_BESIDE = 1_000;

    @Override
    public String name() {
        return "power-loss";
    }

    @Override
    public String purpose() {
        return "10,000 disks after a power cut, each for outbox with audit, and list; careless controls must fail";
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
        loss.controls(IMAGES_BESIDE, figures);
        loss.outbox(IMAGES, figures);
        loss.movedAside(IMAGES_BESIDE, figures);
        loss.list(IMAGES, figures);
        agent.setLevel(null);
    }
}
