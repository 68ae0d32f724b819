package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * TLS of a terminal whose clock may be behind: one without a battery wakes up in the past, where no certificate is in
 * force yet, and its reports must leave all the same. What the hub signed tells a time that has passed; certificates
 * are held against that, if it is later than the clock, and never against an earlier one. For one thread.
 */
public final class TimelyTls implements Supplier<SSLContext> {
    private static final System.Logger LOG = System.getLogger(TimelyTls.class.getName());

    private final TlsKeys keys;
    private final SSLContext usual;
    private final Supplier<Optional<Instant>> signed;
    private final InstantSource clock;
    private Optional<Instant> told = Optional.empty();

    private TimelyTls(TlsKeys keys, Supplier<Optional<Instant>> signed, InstantSource clock) {
        this.keys = keys;
        this.usual = keys.context(Optional.empty());
        this.signed = signed;
        this.clock = clock;
    }

    /**
     * Reads the files.
     *
     * @param signed newest time that the hub signed, asked before each connection
     * @throws org.waypost.contract.KeyFailure as of {@link TlsFiles#context}
     */
    public static TimelyTls of(TlsFiles files, Supplier<Optional<Instant>> signed, InstantSource clock) {
        return new TimelyTls(files.keys(), signed, clock);
    }

    @Override
    public SSLContext get() {
        Optional<Instant> later = signed.get().filter(clock.instant()::isBefore);
        if (later.isEmpty()) {
            return usual;
        }
        if (!told.equals(later)) {
            told = later;
            LOG.log(
                    WARNING,
                    "the clock is behind {0}, which the hub has signed: certificates are held against that; set the clock",
                    later.get());
        }
        return keys.context(later);
    }
}
