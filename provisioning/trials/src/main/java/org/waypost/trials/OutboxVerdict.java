package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.Digest;

/** Opens a store as the product does and holds outbox and audit against what {@link OutboxLife} had promised. */
final class OutboxVerdict implements Verdict.Judge {
    private static final InstantSource CLOCK = InstantSource.system();

    /** The top of one look at a disk: a store that cannot be opened or read is a finding here, whatever is thrown. */
    @Override
    public Verdict of(Path directory, List<String> said) throws IOException {
        long aside = damaged(directory);
        try (TerminalStore store = TerminalStore.open(directory.resolve(OutboxLife.FILE), CLOCK)) {
            if (damaged(directory) > aside && !said.isEmpty()) {
                return new Verdict.Damaged("nothing of the file could be read; it was moved aside");
            }
            return judge(store, Promise.of(said));
        } catch (RuntimeException e) {
            return new Verdict.Damaged(e.toString());
        }
    }

    private static long damaged(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().contains(".damaged-")).count();
        }
    }

    private static Verdict judge(TerminalStore store, Promise promise) {
        String integrity = store.transaction(in -> single(in, "pragma integrity_check"));
        AuditChain.Verdict audit = new AuditChain(store).verify();
        if (!integrity.equals("ok") || !(audit instanceof AuditChain.Verdict.Intact)) {
            return new Verdict.Damaged(integrity + ", audit " + audit);
        }
        return store.transaction(Content::of).against(promise);
    }

    private static String single(Connection in, String sql) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }

    /** What the terminal had told: reports with their digests, and which of them are confirmed. */
    private record Promise(Map<String, String> filed, Set<String> confirmed) {
        static Promise of(List<String> said) {
            Promise promise = new Promise(new HashMap<>(), new HashSet<>());
            for (String line : said) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("FILED")) {
                    promise.filed.put(words[1], words[2]);
                } else {
                    promise.confirmed.add(words[1]);
                }
            }
            return promise;
        }
    }

    /**
     * What the store holds.
     *
     * @param filed digests of all reports, as their rows tell
     * @param messages digests of the messages that are still there, as computed
     * @param confirmed reports confirmed by their rows
     * @param audited the same two by the audit
     */
    private record Content(
            Map<String, String> filed, Map<String, String> messages, Set<String> confirmed, Audited audited) {

        static Content of(Connection in) throws SQLException {
            Content content = new Content(
                    new HashMap<>(), new HashMap<>(), new HashSet<>(), new Audited(new HashSet<>(), new HashSet<>()));
            each(in, "select report, digest, message, confirmed from outbox", content::row);
            each(
                    in,
                    "select action, detail from audit where action in ('REPORT_FILED', 'REPORT_CONFIRMED')",
                    content::line);
            return content;
        }

        private void row(ResultSet row) throws SQLException {
            String report = row.getString(1);
            filed.put(report, row.getString(2));
            Optional.ofNullable(row.getString(3)).ifPresent(message -> messages.put(report, Digest.of(message)));
            Optional.ofNullable(row.getString(4)).ifPresent(at -> confirmed.add(report));
        }

        private void line(ResultSet row) throws SQLException {
            String report = row.getString(2).split(" ", -1)[0];
            (row.getString(1).equals("REPORT_FILED") ? audited.filed : audited.confirmed).add(report);
        }

        Verdict against(Promise promise) {
            if (!filed.entrySet().containsAll(promise.filed.entrySet())
                    || !confirmed.containsAll(promise.confirmed)
                    || !filed.entrySet().containsAll(messages.entrySet())) {
                return new Verdict.Lost(filed.size() + " of " + promise.filed.size() + " reports, " + confirmed.size()
                        + " of " + promise.confirmed.size() + " confirmations");
            }
            if (filed.size() > promise.filed.size() + 1 || confirmed.size() > promise.confirmed.size() + 1) {
                return new Verdict.Damaged("more than one report that was not announced");
            }
            boolean kept = filed.keySet().stream().allMatch(id -> confirmed.contains(id) ^ messages.containsKey(id));
            boolean accounted = audited.equals(new Audited(filed.keySet(), confirmed));
            return kept && accounted
                    ? new Verdict.Whole()
                    : new Verdict.Damaged("outbox and audit do not tell the same");
        }
    }

    private record Audited(Set<String> filed, Set<String> confirmed) {}

    private static void each(Connection in, String sql, Row row) throws SQLException {
        try (Statement statement = in.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    /** Takes one row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
