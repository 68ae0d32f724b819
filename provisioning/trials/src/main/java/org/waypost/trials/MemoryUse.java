package org.waypost.trials;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Resident memory of both processes after they have carried a whole referral. */
final class MemoryUse {
    private MemoryUse() {}

    static void run(Site site, Consumer<Figure> figures) throws IOException, InterruptedException {
        site.issueList(Drafts.write(site.directory().resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        try (Program hub = site.hub(Site.cached(site.hubJar()))) {
            hub.readyLine();
            try (Program terminal = site.terminal(Site.cached(site.terminalJar()))) {
                Scenario.play(terminal.readyLine(), site, step -> {});
                figures.accept(Figure.atMost(160, "terminal-resident", terminal.residentMebibytes(), "MiB"));
                figures.accept(Figure.atMost(280, "hub-resident", hub.residentMebibytes(), "MiB"));
            }
        }
    }
}
