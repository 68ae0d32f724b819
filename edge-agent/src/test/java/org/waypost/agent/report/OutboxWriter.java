package org.waypost.agent.report;

import java.nio.file.Path;
import java.time.InstantSource;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.CaseReport;
import org.waypost.contract.CaseReport.Urgency;

/** A terminal that files reports until it is killed, and tells each one after it was saved. */
final class OutboxWriter {
    private OutboxWriter() {}

    /** Takes the store's path. */
    public static void main(String[] path) {
        Enrolled enrolled = Enrolled.afresh();
        try (TerminalStore store = TerminalStore.open(Path.of(path[0]), InstantSource.system())) {
            var outbox = new SqliteOutbox(
                    store, enrolled.keys(), new OutboxSize(OutboxSize.USUAL), new Mailbox(), InstantSource.system());
            while (!Thread.currentThread().isInterrupted()) {
                CaseReport report = enrolled.report(Urgency.OTHER, "seen");
                if (outbox.put(report, Enrolled.filed()) instanceof Outbox.Put.Saved saved) {
                    System.out.println(saved.report());
                    System.out.flush();
                }
            }
        }
    }
}
