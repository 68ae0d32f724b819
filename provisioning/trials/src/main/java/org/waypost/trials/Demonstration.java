package org.waypost.trials;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code demo.sh}: makes keys, starts a hub, a terminal with a simulated card reader and a public station and prints
 * their pages; with {@code --scenario} plays a referral, prints its seven steps and ends with 0 only if the hub's
 * receipt was verified. However it ends, the programs and their files are gone.
 */
public final class Demonstration {
    /** A case officer and another one, who consents to uncovering. */
    private static final SortedMap<String, String> OFFICERS = new TreeMap<>(Map.of(
            "officer-1", "case_officer",
            "officer-2", "case_officer",
            "supervisor", "supervisor",
            "technician", "technician",
            "auditor", "auditor"));

    private Demonstration() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].equals("--scenario"))) {
            System.err.println("usage: demo.sh [--scenario]");
            System.exit(2);
        }
        System.exit(run(arguments.length == 1));
    }

    private static int run(boolean scenario) throws InterruptedException {
        try (Scratch scratch = new Scratch();
                Ending ending = new Ending(scratch)) {
            System.out.println("making keys and a list ...");
            Site site = Site.make(scratch.path().resolve("site"));
            site.issueList(
                    Drafts.write(site.directory().resolve("draft.json"), LocalDate.now(ZoneId.of("Asia/Shanghai"))));
            site.panel();
            site.passports();
            String password = scenario ? "" : enrolled(site);
            Program hub = ending.watch(site.hub(Site.cached(site.hubJar())));
            Program terminal = ending.watch(site.terminal(Site.cached(site.terminalJar())));
            List<String> lines = List.of(hub.readyLine(), terminal.readyLine());
            if (!scenario) {
                lines.forEach(Demonstration::announce);
                announce(ending.watch(site.station(Site.cached(site.terminalJar())))
                        .readyLine());
                OFFICERS.forEach((name, role) ->
                        System.out.printf("%-58s %s%n", name + "  " + password, "desk: sign in as " + role));
                System.out.println("Ctrl-C ends them and leaves nothing behind");
                Thread.currentThread().join();
            }
            Scenario.play(lines.get(1), site, step -> System.out.println(step.line()));
            System.out.println("the hub holds the report, and its signed receipt was verified by the terminal");
            return 0;
        } catch (IOException e) {
            System.err.println("the demonstration failed: " + e.getMessage());
            return 1;
        }
    }

    /** One officer of each role; the password that all of them have, new each time. */
    private static String enrolled(Site site) throws IOException, InterruptedException {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        for (Map.Entry<String, String> officer : OFFICERS.entrySet()) {
            site.enrol(officer.getKey(), officer.getValue(), password);
        }
        return password;
    }

    /** The pages by name, one a line. */
    private static void announce(String ready) {
        for (String[] page : new String[][] {
            {"hub ready at ", "hub: inbox of the desk"},
            {"clerk ", "terminal: the registrar's screen"},
            {"party ", "terminal: the screen that faces the parties"},
            {"technician ", "terminal: technician, simulated cards, passports and panel"},
            {" ms: ", "station: the page for the public"}
        }) {
            int at = ready.indexOf(page[0] + "http");
            if (at >= 0) {
                System.out.printf(
                        "%-58s %s%n",
                        page[1], ready.substring(at + page[0].length()).split(" ", -1)[0]);
            }
        }
    }
}
