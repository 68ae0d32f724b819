package org.waypost.kiosk.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OneViewerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OneViewer viewer = new OneViewer();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile boolean open = true;

    private Thread stuck() throws InterruptedException {
        Thread sending = Thread.ofVirtual()
                .start(() -> viewer.alone(() -> open, () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                }));
        begun.await();
        return sending;
    }

    @Test
    void leavesTimeToEndWellAndThenEndsIt() throws InterruptedException {
        Thread sending = stuck();
        viewer.look();
        viewer.look();
        open = false;
        viewer.look();
        assertFalse(sending.join(Duration.ofMillis(200)), "the empty picture at the end would not come");
        viewer.look();
        assertTrue(sending.join(PATIENCE));
    }
}
