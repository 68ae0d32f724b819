package org.waypost.agent.report;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes the ids of reports: UUIDv7 (RFC 9562). Safe for use by several threads. */
public final class ReportIds {
    private final TimeBasedEpochGenerator ids;

    /** Takes the milliseconds from this clock and 74 random bits from the system. */
    public ReportIds(InstantSource clock) {
        ids = Generators.timeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    /** A new id; two are never equal, whatever the clock does. */
    public UUID next() {
        return ids.generate();
    }
}
