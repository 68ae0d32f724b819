package org.waypost.trials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many threads that do works at once.
 *
 * @param hands 1 or more
 */
record Crew(int hands) {
    /**
     * Does all of them.
     *
     * @return what came of them, in their order
     * @throws IOException with its cause if one of them failed; the others are done by then
     */
    <T> List<T> done(List<? extends Callable<T>> works) throws IOException, InterruptedException {
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            for (Future<T> done : threads.invokeAll(works)) {
                outcomes.add(got(done));
            }
        }
        return outcomes;
    }

    /** Waits for one work. */
    static <T> T got(Future<T> work) throws IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new IOException("a part of the trial failed", failed.getCause());
        }
    }
}
