package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.encounter.Answer.Accepted;
import org.waypost.agent.encounter.Answer.Rejected;
import org.waypost.agent.watchlist.Watchlist;

class ConcurrencyTest {
    private static final int RUNS = 300;

    @Test
    void ofTwoClerksOneDecides(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        Watchlist list = Scene.clearList(folder);
        for (int run = 0; run < RUNS; run++) {
            Scene scene = new Scene(list);
            scene.walk();
            scene.accept(new Command.RaiseConcern(Scene.LI, Scene.concern()));
            List<Answer> answers = together(
                    () -> scene.give(new Command.Release(Scene.LI, "in order")),
                    () -> scene.give(new Command.Refer(Scene.WU, "duty")));
            assertOneWins(answers, Rejection.CASE_OVER);
            boolean referred = answers.get(1) instanceof Accepted;
            assertEquals(referred ? 1 : 0, scene.reports.size());
        }
    }

    @Test
    void ofTwoClerksOneOpensAndOneShowsTheNotice(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        Watchlist list = Scene.clearList(folder);
        for (int run = 0; run < RUNS; run++) {
            Scene scene = new Scene(list);
            assertOneWins(
                    together(() -> scene.counter.open(Scene.LI), () -> scene.counter.open(Scene.WU)),
                    Rejection.CASE_OPEN);
            assertOneWins(
                    together(
                            () -> scene.give(new Command.ShowNotice(Scene.LI, Party.A)),
                            () -> scene.give(new Command.ShowNotice(Scene.WU, Party.A))),
                    Rejection.OUT_OF_ORDER);
        }
    }

    private static void assertOneWins(List<Answer> answers, Rejection other) {
        assertEquals(1, answers.stream().filter(Accepted.class::isInstance).count(), answers.toString());
        assertEquals(1, answers.stream().filter(new Rejected(other)::equals).count(), answers.toString());
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> two)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = clerks.submit(() -> begin(start, one));
            Future<Answer> second = clerks.submit(() -> begin(start, two));
            return List.of(first.get(), second.get());
        }
    }

    private static Answer begin(CyclicBarrier start, Callable<Answer> work) throws Exception {
        start.await();
        return work.call();
    }
}
