package org.waypost.kiosk.devices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DriverCatalog;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens one device and says what answers. */
@Command(name = "probe", description = "Opens one device and says what answers; looks at nothing that lies there.")
final class Probe implements Callable<Integer> {
    /** Enough for one look of any driver. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Bench bench;

    @Mixin
    private final Choice choice = new Choice();

    Probe(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        DriverCatalog.Wish wish = choice.wish(bench.catalog());
        return probed(bench.check(wish.kind()), wish);
    }

    private <D extends Device> int probed(KindCheck<D> check, DriverCatalog.Wish wish) {
        Outcome outcome = new Outcome(bench.talk());
        try (Supervised<D> device = bench.open(wish, check.type())) {
            outcome.device(wish);
            Reading<List<Line>> reading =
                    device.use(LOOK.plus(check.limit()), opened -> check.look(opened, LOOK), unseen -> {});
            outcome.health(device.health());
            return switch (reading) {
                case Reading.Taken<List<Line>> taken -> fine(outcome, "something lies there; it was not looked at");
                case Reading.Nobody<List<Line>> nobody -> fine(outcome, check.silence());
                case Reading.Faulty<List<Line>> faulty -> faulty(outcome, faulty.fault());
            };
        }
    }

    private int fine(Outcome outcome, String shown) {
        bench.talk().say("shows", shown);
        return outcome.fine();
    }

    /** That a document cannot be read is nothing against the device that says so. */
    private static int faulty(Outcome outcome, Fault fault) {
        int code = outcome.fault(fault);
        return fault.actor() == Fault.Actor.CLERK ? Outcome.DONE : code;
    }
}
