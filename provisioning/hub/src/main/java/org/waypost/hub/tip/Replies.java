package org.waypost.hub.tip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What is to be said to stations, in memory alone: it would be a record of when who spoke. What is lost, or finds no
 * room, the station asks for again. Safe for use by several threads.
 */
public final class Replies {
    /** Most that wait. */
    static final int MOST = 2_000;

    private final BlockingQueue<Reply> waiting = new ArrayBlockingQueue<>(MOST);

    void add(List<Reply> replies) {
        for (Reply reply : replies) {
            if (!waiting.offer(reply)) {
                return;
            }
        }
    }

    Optional<Reply> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
