package org.waypost.kiosk.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.waypost.agent.report.Outbox;
import org.waypost.contract.Notice;
import org.waypost.contract.Receipt;
import org.waypost.kiosk.page.Words;

/**
 * What became of what was filed here: receipts, due times and the desk's words out of a closed list. No name, no number
 * and nothing of what was reported.
 *
 * @param words in the registrar's language
 * @param status with the last reports, newest first
 */
public record ReportsPage(Words words, Status status) {

    /** The desk's last word of a report, if there is one. */
    public Optional<Notice> said(Outbox.Row row) {
        return Optional.ofNullable(status.said().get(row.report()));
    }

    /** What to do about one that the hub refused then. */
    public String refused(Outbox.Row row, Instant at) {
        boolean gone =
                row.refusal().filter(Receipt.Reason.NO_SUCH_REPORT::equals).isPresent();
        return words.of(gone ? "reports.gone" : "clerk.report.refused", words.minute(at));
    }

    /** The name under which staff speak of a report on the telephone: the end of its id. */
    public String shortly(UUID report) {
        String id = report.toString();
        return id.substring(id.length() - 12);
    }
}
