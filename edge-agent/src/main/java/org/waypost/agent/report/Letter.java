package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import org.waypost.contract.Codec;
import org.waypost.contract.Digest;
import org.waypost.contract.SealedReport;

/**
 * A sealed report as it lies in the outbox.
 *
 * @param report its id as the row has it; no id any more if the disk damaged it
 * @param encounter which its audit lines name
 * @param message JSON of the sealed report, ASCII, so that its length is its bytes
 * @param digest SHA-256 of the message when it was stored
 */
record Letter(String report, UUID encounter, String message, String digest) {

    static Letter of(SealedReport report, UUID encounter) {
        return new Letter(report.id().toString(), encounter, Codec.write(report), Digest.of(report));
    }

    /** The sealed report; empty if the disk no longer holds what was stored. */
    Optional<SealedReport> open() {
        if (!Digest.of(message).equals(digest)) {
            return Optional.empty();
        }
        return switch (Codec.read(message.getBytes(UTF_8), SealedReport.class)) {
            case Codec.Decoded<SealedReport> decoded ->
                Optional.of(decoded.value())
                        .filter(own -> report.equals(own.id().toString()));
            case Codec.Malformed<SealedReport> malformed -> Optional.empty();
        };
    }
}
