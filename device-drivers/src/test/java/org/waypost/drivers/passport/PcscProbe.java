package org.waypost.drivers.passport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.HealthMonitor;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;

/** A program that waits for a passport, in a process of its own: prints each outcome and its reader's health. */
final class PcscProbe {
    private static final int TRIES = 240;

    private PcscProbe() {}

    public static void main(String[] none) {
        PcscTerminal terminal = new PcscTerminal("Virtual PCD 00 00", false, Ticker.SYSTEM);
        PassportReader reader = PassportBench.reader(terminal, AccessPolicy.PACE_ONLY, PassportBench.usual());
        HealthMonitor monitor = new HealthMonitor(DeviceKind.PASSPORT_READER, "passport", InstantSource.system());
        String outcome = "";
        for (int i = 0; i < TRIES && !outcome.equals("read"); i++) {
            outcome = outcome(
                    monitor.observe(() -> reader.read(PassportBench.ANNA, Optional.empty(), Duration.ofMillis(250))));
            System.out.println(outcome + " " + monitor.health().state());
            Ticker.SYSTEM.pause(Duration.ofMillis(250));
        }
    }

    private static String outcome(Reading<Passport> reading) {
        return switch (reading) {
            case Reading.Taken<Passport> taken -> {
                taken.value().close();
                yield "read";
            }
            case Reading.Nobody<Passport> nobody -> "nobody";
            case Reading.Faulty<Passport> faulty -> faulty.fault().name();
        };
    }
}
