package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.passport.AccessKey;
import org.waypost.drivers.passport.AccessPolicy;
import org.waypost.drivers.passport.Authenticity;
import org.waypost.drivers.passport.Passport;
import org.waypost.drivers.passport.PassportReader;
import org.waypost.drivers.passport.PcscTerminal;
import org.waypost.drivers.passport.PrintedZone;
import org.waypost.drivers.passport.TrustStore;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.ChipVpcdLink;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportPicture;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * PACE, chip and active authentication and a portrait of 15 KB through the real PC/SC service and a virtual reader,
 * from the moment the chip has power to the passport in hand, against the time its own commands were under way. The
 * chip is simulated: a real one needs longer for each command, which makes the rest weigh less.
 */
final class PassportReading {
    /** Until what verifies is compiled: a terminal runs for weeks. The first of them is told too. */
    private static final int WARM_UP = 100;

    private static final int RUNS = 15;
    private static final int PICTURE_BYTES = 15_000;
    private static final double ALLOWED = 1.5;
    /** Bytes of a file that a command can bring inside a secure channel with AES. */
    private static final int SHORT_BLOCK = 223;

    /** As many as the driver asks for where the reader passes extended length. */
    private static final int EXTENDED_BLOCK = 4_000;

    /** CardAccess, SOD, DG14, DG15, DG1, DG2. */
    private static final List<Integer> READ = List.of(0x011C, 0x011D, 0x010E, 0x010F, 0x0101, 0x0102);
    /** PACE: 1 + 4; the application: 1; chip authentication: 2; active authentication: 1. */
    private static final int PROTOCOL_COMMANDS = 9;

    private final Instant now = Instant.now();
    private final PassportAuthority authority = PassportAuthority.founded("UT", now);
    private final EmrtdCard card = PassportSpecimen.modern()
            .withDg2(PassportFiles.dg2(PassportPicture.jpeg(240, 320).filledTo(PICTURE_BYTES)))
            .personalised(authority.appoint(PassportSignature.ECDSA, now));

    /** One store for all documents, as on a terminal. */
    private final TrustStore trust = new TrustStore(
            1,
            now,
            List.of(authority.certificate()),
            List.of(authority.revocationList(List.of(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)))));

    void run(Consumer<Figure> figures) throws IOException, InterruptedException {
        PcscHost host = PcscHost.started();
        ChipVpcdLink link = ChipVpcdLink.laid(card, ChipRandom.secure());
        try (host;
                link) {
            measure("short", false, figures);
            measure("extended", true, figures);
        }
    }

    private void measure(String lengths, boolean extended, Consumer<Figure> figures) throws IOException {
        TimedChipTerminal terminal =
                new TimedChipTerminal(new PcscTerminal("Virtual PCD 00 00", extended, Ticker.SYSTEM));
        Timings whole = new Timings();
        Timings underWay = new Timings();
        String name = "passport-" + lengths + "-";
        figures.accept(Figure.noted(name + "first", once(terminal) / 1e6, "ms"));
        for (int run = 1; run < WARM_UP + RUNS; run++) {
            long took = once(terminal);
            if (run >= WARM_UP) {
                whole.add(took);
                underWay.add(terminal.exchanged());
            }
        }
        figures.accept(Figure.atMost(ALLOWED * underWay.median(), name + "median-of-" + RUNS, whole.median(), "ms")
                .beside("its commands under way", underWay.median()));
        figures.accept(Figure.noted(name + "worst", whole.worst(), "ms"));
        int needed = neededCommands(extended ? EXTENDED_BLOCK : SHORT_BLOCK);
        figures.accept(Figure.atMost(needed, name + "commands", terminal.commands(), ""));
    }

    /** What the protocols need, one SELECT for each file, and its blocks: the length of a file costs nothing. */
    private int neededCommands(int block) {
        int commands = PROTOCOL_COMMANDS;
        for (int file : READ) {
            int length = Optional.ofNullable(card.files().get(file)).orElseThrow().length;
            commands += 1 + Math.ceilDiv(length, block);
        }
        return commands;
    }

    private long once(TimedChipTerminal terminal) throws IOException {
        PassportReader.Settings settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, Duration.ofSeconds(20));
        PassportReader reader =
                new PassportReader(terminal, () -> trust, settings, InstantSource.fixed(now), stage -> {});
        Reading<Passport> reading = reader.read(
                new AccessKey.Can(PassportSpecimen.CAN),
                Optional.of(new PrintedZone(PassportSpecimen.ANNA)),
                Duration.ofSeconds(10));
        long took = System.nanoTime() - terminal.poweredAt();
        switch (reading) {
            case Reading.Taken<Passport> taken -> requireGenuine(taken.value());
            case Reading.Nobody<Passport> nobody -> throw new IOException("no chip was seen");
            case Reading.Faulty<Passport> faulty -> throw new IOException("no passport: " + faulty.fault());
        }
        return took;
    }

    private static void requireGenuine(Passport read) throws IOException {
        try (read) {
            boolean genuine = read.report().outcomes().values().stream().allMatch(Authenticity.GENUINE::equals);
            if (!genuine || read.portrait().isEmpty()) {
                throw new IOException("a genuine passport was not read whole");
            }
        }
    }
}
