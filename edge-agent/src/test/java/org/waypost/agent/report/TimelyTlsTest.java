package org.waypost.agent.report;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.KeyFailure;

/** What it makes certificates be held against is in WrongCertificatesIT. */
class TimelyTlsTest {
    private static final Instant SIGNED = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    private Path directory;

    private Optional<Instant> signed = Optional.empty();
    private Instant now = SIGNED;

    private TimelyTls tls() throws Exception {
        Authority authority = Authority.in(directory);
        authority.issue("counter-1");
        return TimelyTls.of(authority.tls("counter-1", authority), () -> signed, () -> now);
    }

    @Test
    void isTheSameWhileTheClockIsNotBehind() throws Exception {
        TimelyTls tls = tls();
        SSLContext usual = tls.get();
        now = SIGNED.minus(Duration.ofDays(20_000));
        assertSame(usual, tls.get(), "nothing is signed");
        signed = Optional.of(SIGNED);
        now = SIGNED;
        assertSame(usual, tls.get());
        now = SIGNED.plusNanos(1);
        assertSame(usual, tls.get());
    }

    @Test
    void isAnotherWhileItIsBehindAndTheSameOnceItIsSet() throws Exception {
        TimelyTls tls = tls();
        SSLContext usual = tls.get();
        signed = Optional.of(SIGNED);
        now = SIGNED.minusNanos(1);
        assertNotSame(usual, tls.get());
        now = SIGNED;
        assertSame(usual, tls.get());
    }

    @Test
    void refusesFilesAsTheyDo() throws Exception {
        Authority authority = Authority.in(directory);
        authority.issue("counter-1");
        Files.delete(authority.file("trust.p12"));
        assertThrows(
                KeyFailure.class, () -> TimelyTls.of(authority.tls("counter-1", authority), () -> signed, () -> now));
    }
}
