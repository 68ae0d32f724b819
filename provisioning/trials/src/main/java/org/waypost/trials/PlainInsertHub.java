package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.waypost.contract.Receipt;
import org.waypost.contract.TerminalId;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Filed;
import org.waypost.hub.intake.Judged;

/** A hub that also inserts each report that comes into a table of the same columns and without unique keys. */
public final class PlainInsertHub {
    private PlainInsertHub() {}

    /** Takes the hub's settings file and the file of the table. */
    public static void main(String[] arguments) throws InterruptedException, SQLException {
        Connection table = DriverManager.getConnection("jdbc:sqlite:" + arguments[1]);
        try (var statement = table.createStatement()) {
            statement.execute("create table if not exists report (id text, terminal text, sequence integer)");
        }
        table.setAutoCommit(false);
        HubServer.start(
                HubSettings.read(Path.of(arguments[0])),
                InstantSource.system(),
                new Interposed(store -> new Both(store, table), UnaryOperator.identity()));
        Thread.currentThread().join();
    }

    /** The command for it. */
    static List<String> command(Site site, Path table) throws IOException {
        return Program.rehearsed(
                PlainInsertHub.class, List.of(), site.hubSettings().toString(), table.toString());
    }

    /** Keeps what comes here and there. */
    private record Both(CaseStore store, Connection table) implements CaseStore {
        @Override
        public List<Receipt> settle(List<Judged> batch) {
            // first: what comes again to the table has come again to the store
            List<Receipt> receipts = store.settle(batch);
            try (var insert = table.prepareStatement("insert into report values (?, ?, ?)")) {
                for (Judged judged : batch) {
                    insert.setString(1, judged.message().id().toString());
                    insert.setString(2, judged.message().terminal().value());
                    insert.setLong(3, judged.message().sequence());
                    insert.executeUpdate();
                }
                table.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("the control's table failed", e);
            }
            return receipts;
        }

        @Override
        public Optional<Filed> filed(TerminalId terminal, UUID report) {
            return store.filed(terminal, report);
        }
    }
}
