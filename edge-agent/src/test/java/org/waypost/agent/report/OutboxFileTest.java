package org.waypost.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.contract.Codec;
import org.waypost.contract.SealedReport;

/** What of a report stands on the disk, and what becomes of rows that the disk damaged. */
class OutboxFileTest extends OutboxScene {
    private static final int ALL = 1_000;

    @Test
    void nothingOfAReportCanBeReadInTheFiles() throws IOException {
        String marker = "canary-" + UUID.randomUUID();
        put(Urgency.OTHER, marker);
        assertFalse(found(marker), "before the receipt");
        SealedReport sent = outbox.next().orElseThrow();
        outbox.confirm(enrolled.stored(sent, 1));
        assertFalse(found(marker), "after the receipt");
    }

    @Test
    void theSealedTextIsOverwrittenOnceConfirmed() throws IOException {
        put(Urgency.OTHER, "1");
        SealedReport sent = outbox.next().orElseThrow();
        String middle = sent.sealed().substring(20, 60);
        assertTrue(found(middle), "the search finds what is there");
        outbox.confirm(enrolled.stored(sent, 1));
        assertFalse(found(middle));
        assertTrue(found(sent.id().toString()), "the id stays");
    }

    /** Whether the text stands in any file of the store: raw, base64 at any offset, or hex. */
    private boolean found(String text) throws IOException {
        byte[] raw = text.getBytes(UTF_8);
        List<String> forms = List.of(
                text,
                HexFormat.of().formatHex(raw),
                HexFormat.of().withUpperCase().formatHex(raw),
                base64(raw, 0),
                base64(raw, 1),
                base64(raw, 2));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (forms.stream().anyMatch(content::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String base64(byte[] raw, int offset) {
        byte[] shifted = new byte[raw.length + offset];
        System.arraycopy(raw, 0, shifted, offset, raw.length);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(4, text.length() - 4);
    }

    @Test
    void aReportDamagedOnDiskIsSetAsideAndHoldsNothingUp() {
        UUID damaged = put(Urgency.DANGER_NOW, "1");
        UUID good = put(Urgency.OTHER, "2");
        execute("update outbox set message = replace(message, 'A', 'B') where lane = 0");
        assertEquals(List.of(good), due());
        assertTrue(outbox.rows().getLast().refused().isPresent());
        assertTrue(actions().contains("REPORT_REFUSED " + damaged + " DAMAGED_ON_DISK"));
        assertEquals(1, outbox.backlog().waiting());
    }

    @Test
    void aReportWhoseIdOrEncounterIsDamagedOnDiskHoldsNothingUp() {
        put(Urgency.DANGER_NOW, "1");
        UUID encounterless = put(Urgency.CHILD, "2");
        UUID good = put(Urgency.OTHER, "3");
        execute("update outbox set report = 'no id é' where lane = 0");
        execute("update outbox set encounter = 'no id' where lane = 1");
        assertEquals(List.of(encounterless, good), due());
        assertTrue(actions().contains("REPORT_REFUSED no id é DAMAGED_ON_DISK"));
        assertEquals(new UUID(0, 0), outbox.rows().getLast().report());
        assertEquals(2, outbox.backlog().waiting());
    }

    @Test
    void aReportIsNotSentUnderAnotherId() {
        put(Urgency.OTHER, "1");
        UUID other = UUID.randomUUID();
        execute("update outbox set report = '" + other + "'");
        assertEquals(List.of(), due());
        assertTrue(actions().contains("REPORT_REFUSED " + other + " DAMAGED_ON_DISK"));
    }

    @Test
    void aTimeDamagedOnDiskHidesNoRow() {
        put(Urgency.OTHER, "1");
        execute("update outbox set created = 'no time'");
        assertEquals(Instant.EPOCH, outbox.rows().getFirst().created());
        assertEquals(1, outbox.backlog().waiting());
    }

    @Test
    void numbersGoOnAboveAllEarlierOnesInAFileBegunAfterALoss() {
        execute("update origin set sequence_base = 1700000000");
        put(Urgency.OTHER, "1");
        assertEquals(1_700_000_001L, outbox.next().orElseThrow().sequence());
    }

    private List<UUID> due() {
        return outbox.due(Set.of(), ALL, Codec.MESSAGE_MAX).stream()
                .map(SealedReport::id)
                .toList();
    }
}
