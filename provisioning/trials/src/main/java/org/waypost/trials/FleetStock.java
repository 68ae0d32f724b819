package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.ReportSealer;
import org.waypost.contract.SealedReport;

/**
 * Reports of many terminals in turn, sealed and signed beforehand as terminals do it on processors of their own; all in
 * memory, some 1.5 kB each.
 */
final class FleetStock {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final int terminals;
    private final List<Message> messages;
    private final Map<UUID, Integer> numbers;

    FleetStock(List<FleetSite.Enrolled> terminals, KeysetHandle desk, int count) {
        this.terminals = terminals.size();
        this.messages = IntStream.range(0, count)
                .parallel()
                .mapToObj(
                        number -> sealed(terminals.get(number % terminals.size()), desk, 1L + number / this.terminals))
                .toList();
        this.numbers = new HashMap<>(2 * count);
        for (int number = 0; number < count; number++) {
            numbers.put(messages.get(number).report, number);
        }
    }

    private static final class Message {
        private final UUID report;
        private final byte[] payload;

        private Message(UUID report, byte[] payload) {
            this.report = report;
            this.payload = payload;
        }
    }

    private static Message sealed(FleetSite.Enrolled terminal, KeysetHandle desk, long sequence) {
        SealedReport report = new ReportSealer(terminal.signer(), desk)
                .seal(
                        Inventions.report(UUID.randomUUID(), Inventions.office(terminal.id()), Urgency.OTHER, NOON),
                        sequence);
        return new Message(report.id(), Codec.write(report).getBytes(UTF_8));
    }

    int size() {
        return messages.size();
    }

    int terminals() {
        return terminals;
    }

    byte[] payload(int number) {
        return messages.get(number).payload;
    }

    /** Whose it is, as its place among the terminals. */
    int terminal(int number) {
        return number % terminals;
    }

    int numberOf(UUID report) {
        return numbers.getOrDefault(report, -1);
    }
}
