package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.ReceiptSigner;
import org.waypost.contract.ReportOpener;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Topic;
import org.waypost.contract.Verifier;
import org.waypost.hub.intake.Incoming;

/** Reports of some terminals to one desk, sealed and signed beforehand, in the order in which they would be sent. */
final class SealedStock {
    private static final int TERMINALS = 20;

    private final KeysetHandle desk = key(KeyFile::newSealingKey);
    private final KeysetHandle receipts = key(KeyFile::newSigningKey);
    private final Map<TerminalId, Verifier> terminals = new HashMap<>();
    private final List<SealedReport> messages;

    SealedStock(int count) {
        List<Office> offices =
                IntStream.range(0, TERMINALS).mapToObj(this::enrol).toList();
        messages = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> offices.get(i % TERMINALS).sealed(1 + i / TERMINALS))
                .toList();
    }

    private Office enrol(int number) {
        KeysetHandle own = key(KeyFile::newSigningKey);
        TerminalId terminal = new TerminalId("counter-" + number);
        terminals.put(terminal, new Verifier(publicOf(own)));
        return new Office(terminal, new ReportSealer(new Signer(own), publicOf(desk)));
    }

    private static KeysetHandle publicOf(KeysetHandle key) {
        return key(key::getPublicKeysetHandle);
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

    Optional<Verifier> key(TerminalId terminal) {
        return Optional.ofNullable(terminals.get(terminal));
    }

    ReportOpener opener() {
        return new ReportOpener(desk);
    }

    ReceiptSigner signer() {
        return new ReceiptSigner(new Signer(receipts));
    }

    private static KeysetHandle key(Making making) {
        try {
            return making.key();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Office(TerminalId terminal, ReportSealer sealer) {
        SealedReport sealed(long sequence) {
            Instant noon = Instant.parse("2026-11-24T12:00:00Z");
            Settings.Office office = Inventions.office(terminal);
            return sealer.seal(Inventions.report(UUID.randomUUID(), office, CaseReport.Urgency.OTHER, noon), sequence);
        }
    }

    private interface Making {
        KeysetHandle key() throws GeneralSecurityException;
    }
}
