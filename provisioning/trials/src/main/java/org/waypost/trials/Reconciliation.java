package org.waypost.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.store.TerminalStore;

/**
 * Holds what terminals promised against what the hub has and what the terminals' audits tell: by ids and digests, in
 * rows. Terminal by terminal, so that a million fit.
 *
 * @param site at rest
 */
record Reconciliation(KillableSite site) {
    private static final Pattern STORED = Pattern.compile("report ([0-9a-f-]{36}): stored as ");
    private static final Pattern CAME_AGAIN = Pattern.compile(": came again, stored before");

    void tell(String name, Consumer<Figure> figures) throws IOException {
        Sums sums = new Sums();
        for (int i = 0; i < site.terminals(); i++) {
            add(i, sums);
        }
        sums.doubled += hub("select count(*) - count(distinct id) from report");
        figures.accept(Figure.noted(name + "-filed", sums.filed, ""));
        figures.accept(Figure.noted(name + "-saved-and-killed-before-the-promise", sums.unpromised, ""));
        figures.accept(Figure.atMost(0, name + "-lost", sums.lost, ""));
        figures.accept(Figure.atMost(0, name + "-doubled", sums.doubled, ""));
        figures.accept(Figure.atMost(0, name + "-missing-from-audit", sums.unaudited, ""));
        figures.accept(Figure.atMost(0, name + "-in-audit-and-not-at-the-hub", sums.unheld, ""));
        figures.accept(Figure.atMost(0, name + "-refused", sums.refused, ""));
        figures.accept(Figure.atMost(
                0, name + "-conflicts-at-the-hub", hub("select count(*) from audit where action = 'CONFLICT'"), ""));
        figures.accept(Figure.atMost(0, name + "-audits-broken", sums.broken, ""));
        log(name, figures);
    }

    private void add(int which, Sums sums) throws IOException {
        List<String> promised = PromiseNote.read(PromiseNote.beside(site.settings(which)));
        String own = " where terminal = '" + KillableSite.name(which) + "'";
        List<String> held = column("select id from report" + own, site.site().hubStore());
        Set<String> ids = new HashSet<>(held);
        sums.filed += promised.size();
        sums.lost += missing(promised, ids);
        sums.unpromised += missing(held, new HashSet<>(promised));
        sums.doubled += (held.size() - ids.size())
                + repeated("select sequence from report" + own, site.site().hubStore())
                + repeated("select report from receipt" + own, site.site().hubStore());
        audit(which, promised, ids, sums);
        String digests = "select id || ' ' || digest from report" + own;
        List<String> confirmed = audited(which, "detail", "REPORT_CONFIRMED");
        sums.unaudited += missing(column(digests, site.site().hubStore()), new HashSet<>(confirmed));
        sums.doubled += confirmed.size() - new HashSet<>(confirmed).size();
        sums.refused += audited(which, "detail", "REPORT_REFUSED").size();
    }

    private void audit(int which, List<String> promised, Set<String> held, Sums sums) throws IOException {
        List<String> filed = audited(which, "substr(detail, 1, 36)", "REPORT_FILED");
        Set<String> ids = new HashSet<>(filed);
        sums.unaudited += missing(promised, ids) + missing(List.copyOf(held), ids);
        sums.unheld += missing(filed, held);
        sums.doubled += filed.size() - ids.size();
        try (TerminalStore store = TerminalStore.open(site.store(which), InstantSource.system())) {
            sums.broken += new AuditChain(store).verify() instanceof AuditChain.Verdict.Intact ? 0 : 1;
        }
    }

    /** What the hub said when it stored: a witness that no unique key of its table can silence. */
    private void log(String name, Consumer<Figure> figures) throws IOException {
        Set<String> stored = new HashSet<>();
        double twice = 0;
        double again = 0;
        for (Path log : site.hubLogs()) {
            try (Stream<String> lines = Files.lines(log)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    Matcher matcher = STORED.matcher(line);
                    if (matcher.find()) {
                        twice += stored.add(matcher.group(1)) ? 0 : 1;
                    } else if (CAME_AGAIN.matcher(line).find()) {
                        again++;
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        figures.accept(Figure.atLeast(1, name + "-told-as-stored", stored.size(), ""));
        figures.accept(Figure.atMost(0, name + "-told-as-stored-twice", twice, ""));
        figures.accept(Figure.noted(name + "-came-again-and-told-apart", again, ""));
    }

    private List<String> audited(int which, String column, String action) throws IOException {
        return column("select " + column + " from audit where action = '" + action + "'", site.store(which));
    }

    private double hub(String query) throws IOException {
        return Double.parseDouble(column(query, site.site().hubStore()).getFirst());
    }

    private static double repeated(String query, Path store) throws IOException {
        List<String> cells = column(query, store);
        return cells.size() - new HashSet<>(cells).size();
    }

    static List<String> column(String query, Path store) throws IOException {
        List<String> cells = new ArrayList<>();
        Table.read(store, query).forEach(row -> cells.add(row.getFirst()));
        return cells;
    }

    static double missing(List<String> wanted, Set<String> there) {
        return (double) wanted.stream().filter(id -> !there.contains(id)).count();
    }

    /** Over all terminals. */
    private static final class Sums {
        private double filed;
        private double unpromised;
        private double lost;
        private double doubled;
        private double unaudited;
        private double unheld;
        private double refused;
        private double broken;
    }
}
