package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.intake.Incoming;

/**
 * Reports of some terminals to one desk, sealed and signed beforehand, in the order in which they would be sent. The
 * terminals share a key, since nothing of the time depends on it.
 */
final class SealedStock {
    private static final int TERMINALS = 20;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final TrialKeys keys;
    private final Optional<Verifier> terminal;
    private final List<SealedReport> messages;

    SealedStock(TrialKeys keys, int count) {
        this.keys = keys;
        this.terminal = Optional.of(keys.terminal());
        ReportSealer sealer = keys.outbox().sealer();
        messages = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> sealer.seal(report(i % TERMINALS), 1 + i / TERMINALS))
                .toList();
    }

    private static CaseReport report(int terminal) {
        Settings.Office office = Inventions.office(new TerminalId("counter-" + terminal));
        return Inventions.report(UUID.randomUUID(), office, CaseReport.Urgency.OTHER, NOON);
    }

    List<SealedReport> messages() {
        return messages;
    }

    /** As a broker hands them over, in batches. */
    List<List<Incoming>> batches(int size) {
        List<List<Incoming>> batches = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += size) {
            batches.add(messages.subList(from, Math.min(messages.size(), from + size)).stream()
                    .map(SealedStock::incoming)
                    .toList());
        }
        return batches;
    }

    private static Incoming incoming(SealedReport message) {
        String topic = Topic.report(message.terminal()).text();
        byte[] payload = Codec.write(message).getBytes(UTF_8);
        return new Incoming() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public byte[] payload() {
                return payload;
            }
        };
    }

    Optional<Verifier> key(TerminalId any) {
        return terminal;
    }

    ReportOpener opener() {
        return keys.desk();
    }

    ReceiptSigner signer() {
        return keys.receipts();
    }
}
