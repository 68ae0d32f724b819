package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The package step's training run (JEP 514): plays the demonstration's scenario once with hub and terminal recording
 * what they load, so that each has an ahead-of-time cache beside its jar; then what trials start from their own.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Scratch scratch = new Scratch()) {
            Site site = Site.make(scratch.path().resolve("site"));
            site.issueList(
                    Drafts.write(site.directory().resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
            Files.deleteIfExists(Site.cacheOf(site.hubJar()));
            Files.deleteIfExists(Site.cacheOf(site.terminalJar()));
            try (Program hub = site.hub("-XX:AOTCacheOutput=" + Site.cacheOf(site.hubJar()));
                    Program terminal = site.terminal("-XX:AOTCacheOutput=" + Site.cacheOf(site.terminalJar()))) {
                hub.readyLine();
                Scenario.play(terminal.readyLine(), site, step -> {});
            }
            programs(site);
            if (!Files.exists(Site.cacheOf(site.hubJar())) || !Files.exists(Site.cacheOf(site.terminalJar()))) {
                throw new IOException("the virtual machine made no cache");
            }
        }
    }

    private static void programs(Site site) throws IOException, InterruptedException {
        Path cache = Site.cacheOf(Site.trialsJar());
        Files.deleteIfExists(cache);
        Site.run(
                site.directory().resolve("programs.log"),
                Program.java(
                        ProgramsRehearsal.class,
                        List.of("-XX:AOTCacheOutput=" + cache),
                        site.hubSettings().toString(),
                        site.terminalSettings().toString()));
        if (!Files.exists(cache)) {
            throw new IOException("the virtual machine made no cache of the trials");
        }
    }
}
