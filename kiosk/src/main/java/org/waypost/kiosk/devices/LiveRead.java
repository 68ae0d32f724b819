package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads once from one device, and tells of it what a technician may know. */
@Command(
        name = "read",
        description = "Reads once and says which checks held. Names, numbers, codes and pictures are never shown.")
final class LiveRead implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 600;

    private final Bench bench;

    @Mixin
    private final Choice choice = new Choice();

    @Option(names = "--seconds", paramLabel = "N", description = "How long to wait, 1 to 600; 30 unless told.")
    private int seconds = 30;

    LiveRead(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new Misuse("--seconds is a number from 1 to " + LONGEST_SECONDS);
        }
        DriverCatalog.Wish wish = choice.wish(bench.catalog());
        return read(bench.check(wish.kind()), wish);
    }

    private <D extends Device> int read(KindCheck<D> check, DriverCatalog.Wish wish) {
        Outcome outcome = new Outcome(bench.talk());
        Duration patience = Duration.ofSeconds(seconds);
        try (Supervised<D> device = bench.open(wish, check.type())) {
            outcome.device(wish);
            Function<D, Reading<List<Line>>> use = check.reading(patience, bench.talk());
            bench.talk().say("please", check.invitation() + ", within " + seconds + " s");
            Reading<List<Line>> reading = device.use(patience.plus(check.limit()), use, unseen -> {});
            return switch (reading) {
                case Reading.Taken<List<Line>> taken -> {
                    taken.value().forEach(bench.talk()::say);
                    yield outcome.fine();
                }
                case Reading.Nobody<List<Line>> nobody -> nothing(check);
                case Reading.Faulty<List<Line>> faulty -> outcome.fault(faulty.fault());
            };
        }
    }

    private int nothing(KindCheck<?> check) {
        bench.talk().say("nothing", "nobody presented anything within " + seconds + " s: " + check.silence());
        bench.talk().say("to do", check.invitation() + " while this command waits; --seconds N waits longer");
        return Outcome.FAULT;
    }
}
