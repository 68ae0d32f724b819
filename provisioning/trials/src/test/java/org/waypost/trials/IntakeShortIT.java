package org.waypost.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.servers.PostgresServer;

/** The trial of the intake with few reports: its figures are there, what they reach is not judged here. */
class IntakeShortIT {
    @TempDir
    Path directory;

    @Test
    void printsTheRateOfEachStoreBesideItsBaseline() throws IOException, SQLException {
        Map<String, Figure> figures = new LinkedHashMap<>();
        new IntakeTrial(400, 200).run(directory, figure -> figures.put(figure.name(), figure));
        compared(figures, "sqlite");
        if (PostgresServer.installed()) {
            compared(figures, "postgresql");
        }
        double parts = figures.values().stream()
                .filter(figure -> figure.name().startsWith("intake-part-"))
                .mapToDouble(Figure::value)
                .sum();
        assertEquals(parts, figure(figures, "intake-parts-together").value(), 1e-6);
        assertEquals(600, Rows.count(directory.resolve("taken/hub.db"), "select count(*) from report"));
    }

    private static Figure figure(Map<String, Figure> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static void compared(Map<String, Figure> figures, String store) {
        Figure rate = figure(figures, "intake-" + store);
        assertTrue(
                rate.value() > 0 && rate.goal().isPresent() && rate.baseline().isPresent());
        assertEquals(
                rate.value() / rate.baseline().orElseThrow().value(),
                figure(figures, "intake-" + store + "-to-bare").value(),
                1e-9);
    }
}
