package org.waypost.hub.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Codec;
import org.waypost.contract.Health;
import org.waypost.contract.TerminalId;
import org.waypost.hub.fleet.HealthStore;
import org.waypost.hub.fleet.Numbering;

/** The last health of each terminal. Safe for use by several threads. */
public final class SqlHealthStore implements HealthStore {
    private static final String KEEP = """
            insert into terminal_health (terminal, hour, heard_at, health) values (?, ?, ?, ?)
            on conflict (terminal) do update
            set hour = excluded.hour, heard_at = excluded.heard_at, health = excluded.health
            where excluded.hour >= terminal_health.hour""";

    /** Purged cases keep their numbers, so that their age makes no gap. */
    private static final String NUMBERING = """
            select terminal, sum(conflicts), sum(gaps), sum(missing), sum(first_missing) from (
                select terminal, 0 as conflicts, count(*) as gaps, sum(sequence - previous - 1) as missing,
                    min(previous + 1) as first_missing
                from (select terminal, sequence,
                        lag(sequence, 1, 0) over (partition by terminal order by sequence) as previous
                    from report) as numbered
                where sequence > previous + 1 group by terminal
                union all
                select actor, count(*), 0, 0, 0 from audit where action = 'CONFLICT' group by actor
            ) as both_kinds group by terminal""";

    private final Database database;

    /** The health of one store. */
    public SqlHealthStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Boolean> keep(List<Heard> batch) {
        return database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                for (Heard heard : batch) {
                    insert.setString(1, heard.health().terminal().value());
                    insert.setLong(2, heard.health().hour().toEpochMilli());
                    insert.setLong(3, heard.at().toEpochMilli());
                    insert.setString(4, Codec.write(heard.health()));
                    insert.addBatch();
                }
                return Arrays.stream(insert.executeBatch())
                        .mapToObj(changed -> changed == 1)
                        .toList();
            }
        });
    }

    @Override
    public List<Heard> all() {
        return database.transaction(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select health, heard_at from terminal_health");
                    ResultSet row = select.executeQuery()) {
                List<Heard> all = new ArrayList<>();
                while (row.next()) {
                    Instant at = Instant.ofEpochMilli(row.getLong(2));
                    read(row.getString(1)).ifPresent(health -> all.add(new Heard(health, at)));
                }
                return all;
            }
        });
    }

    @Override
    public List<Numbering> numbering() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NUMBERING);
                    ResultSet row = select.executeQuery()) {
                List<Numbering> all = new ArrayList<>();
                while (row.next()) {
                    all.add(new Numbering(
                            new TerminalId(row.getString(1)),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)));
                }
                return all;
            }
        });
    }

    /** What an older hub kept in another form counts as not heard: the next beat replaces it. */
    private static Optional<Health> read(String text) {
        return switch (Codec.read(text.getBytes(UTF_8), Health.class)) {
            case Codec.Decoded<Health> decoded -> Optional.of(decoded.value());
            case Codec.Malformed<Health> malformed -> Optional.empty();
        };
    }
}
