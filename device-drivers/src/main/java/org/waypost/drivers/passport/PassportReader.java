package org.waypost.drivers.passport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Watchdog;

/**
 * Reads passports and other eMRTD chips: ICAO Doc 9303 parts 10 and 11. Used by one thread at a time. Logs the kind of
 * a failure and a status word, nothing of the document.
 */
public final class PassportReader {
    private static final System.Logger LOG = System.getLogger(PassportReader.class.getName());
    private static final Watchdog WATCHDOG = new Watchdog("waypost-chip");
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ChipTerminal terminal;
    private final Supplier<TrustStore> trust;
    private final Settings settings;
    private final InstantSource clock;
    private final Consumer<Stage> progress;

    /**
     * The operator's settings.
     *
     * @param deadline for one whole chip session, above zero and at most 20 s; then the chip is powered down
     */
    public record Settings(AccessPolicy policy, Duration deadline) {
        /** Above it a person has taken the document away. */
        public static final Duration LONGEST = Duration.ofSeconds(20);

        public Settings {
            requireNonNull(policy);
            if (!deadline.isPositive() || deadline.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a chip session takes at most " + LONGEST);
            }
        }
    }

    /**
     * A reader on a terminal.
     *
     * @param trust asked at each reading, so that a newer store takes effect at once
     * @param progress told each stage as it begins, on the thread that reads
     */
    public PassportReader(
            ChipTerminal terminal,
            Supplier<TrustStore> trust,
            Settings settings,
            InstantSource clock,
            Consumer<Stage> progress) {
        this.terminal = terminal;
        this.trust = trust;
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Reads the chip that is presented.
     *
     * @param key what opens it
     * @param printed the zone as read optically, to compare with; empty if it could not be read
     * @param patience how long to wait for a chip
     * @return {@code Taken}: the caller closes the passport; content is missing where it is not as signed.
     *     {@code Faulty}: {@code CARD_NOT_AUTHENTICATED} the key does not fit this chip (or PACE failed and BAC is not
     *     allowed), {@code CARD_UNKNOWN} no eMRTD, or one that offers only BAC which is not allowed, {@code CARD_MOVED}
     *     taken away, {@code CARD_UNREADABLE} the chip answers what no chip should, {@code NO_ANSWER} the deadline has
     *     passed, {@code DEVICE_ABSENT} no reader
     */
    public Reading<Passport> read(AccessKey key, Optional<PrintedZone> printed, Duration patience) {
        return switch (terminal.await(patience)) {
            case Reading.Nobody<CardChannel> nobody -> new Reading.Nobody<>();
            case Reading.Faulty<CardChannel> faulty -> new Reading.Faulty<>(faulty.fault());
            case Reading.Taken<CardChannel> taken -> within(taken.value(), key, printed);
        };
    }

    private Reading<Passport> within(CardChannel channel, AccessKey key, Optional<PrintedZone> printed) {
        return WATCHDOG.guard(
                settings.deadline(),
                new Watchdog.Operation<>(() -> once(channel, key, printed), channel::close, Passport::close));
    }

    private Reading<Passport> once(CardChannel channel, AccessKey key, Optional<PrintedZone> printed) {
        return once(channel, channel.extendedLength() ? Blocks.EXTENDED : Blocks.SHORT, key, printed);
    }

    private Reading<Passport> once(CardChannel channel, Blocks blocks, AccessKey key, Optional<PrintedZone> printed) {
        try (channel) {
            return new Reading.Taken<>(session(channel, blocks).read(key, printed));
        } catch (ChipFailure failure) {
            return blocks.after(failure).map(less -> again(less, key, printed)).orElseGet(() -> failed(failure));
        }
    }

    /** Powered anew: a second PACE inside a channel opens nothing, and a refused command may have ended it. */
    private Reading<Passport> again(Blocks less, AccessKey key, Optional<PrintedZone> printed) {
        return switch (terminal.await(AGAIN)) {
            case Reading.Nobody<CardChannel> nobody -> new Reading.Faulty<>(Fault.CARD_MOVED);
            case Reading.Faulty<CardChannel> faulty -> new Reading.Faulty<>(faulty.fault());
            case Reading.Taken<CardChannel> taken -> once(taken.value(), less, key, printed);
        };
    }

    private PassportSession session(CardChannel channel, Blocks blocks) {
        return new PassportSession(new EmrtdChip(channel, blocks), settings.policy(), trust.get(), clock, progress);
    }

    private static Reading<Passport> failed(ChipFailure failure) {
        LOG.log(System.Logger.Level.INFO, "chip not read: {0}", failure.getMessage());
        return new Reading.Faulty<>(failure.fault());
    }
}
