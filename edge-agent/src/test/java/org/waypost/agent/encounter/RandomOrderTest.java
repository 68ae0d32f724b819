package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.watchlist.Watchlist;

/** Random orders of everything that can happen at a counter; a failing run is named by its seed. */
class RandomOrderTest {
    private static final int RUNS = 20_000;

    @Test
    void noOrderReleasesWithoutBothInterviewsAndBothComparisons(@TempDir Path folder)
            throws IOException, GeneralSecurityException {
        Watchlist list = Scene.clearList(folder);
        int released = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Scene scene = new Scene(list);
            Witness witness = new Witness();
            for (Happening one : Happening.script(new Random(seed), true)) {
                boolean accepted = one.in(scene);
                witness.sees(one, accepted, scene);
                if (witness.released) {
                    witness.judge("seed " + seed);
                    released++;
                    break;
                }
            }
            judge(scene, "seed " + seed);
        }
        assertTrue(released > RUNS / 20, "the runs must get somewhere: " + released);
    }

    /** The same run three times: plain, with a concern, with a concern and a hit and another decision. */
    @Test
    void thePartiesSeeTheSameWithConcernAndHit(@TempDir Path folder) throws IOException, GeneralSecurityException {
        Watchlist clear = Scene.clearList(folder);
        Watchlist full = Scene.fullList(folder);
        Set<PartyView.PublicStep> reached = EnumSet.noneOf(PartyView.PublicStep.class);
        for (int seed = 0; seed < RUNS / 2; seed++) {
            List<Happening> script = Happening.script(new Random(seed), false);
            int at = new Random(-seed).nextInt(script.size());
            List<PartyView> plain = views(new Scene(clear), script, -1);
            assertEquals(plain, views(new Scene(clear), script, at), "concern, seed " + seed);
            assertEquals(plain, views(new Scene(full), script, -1), "hit, seed " + seed);
            assertEquals(plain, views(new Scene(full), script, at), "both, seed " + seed);
            plain.forEach(view -> reached.add(view.step()));
        }
        assertEquals(EnumSet.allOf(PartyView.PublicStep.class), reached, "the runs must get everywhere");
    }

    /** A choice that is not offered is refused, whatever its command says. */
    @Test
    void whatIsNotOfferedIsRefused(@TempDir Path folder) throws IOException, GeneralSecurityException {
        Watchlist list = Scene.clearList(folder);
        for (int seed = 0; seed < RUNS / 4; seed++) {
            Scene scene = new Scene(list);
            for (Happening one : Happening.script(new Random(seed), true)) {
                Set<Choice> before = scene.counter.clerkView().choices();
                boolean accepted = one.in(scene);
                Optional<Choice> choice = one.choice();
                String run = "seed " + seed + " " + choice;
                assertFalse(accepted && choice.isPresent() && !before.contains(choice.get()), run);
            }
        }
    }

    private static List<PartyView> views(Scene scene, List<Happening> script, int concernAt) {
        List<PartyView> seen = new ArrayList<>();
        for (int at = 0; at < script.size(); at++) {
            if (at == concernAt) {
                new Happening.Given(new Command.RaiseConcern(Scene.LI, Scene.concern())).in(scene);
            }
            script.get(at).in(scene);
            seen.add(scene.counter.partyView());
        }
        return seen;
    }

    private static void judge(Scene scene, String run) {
        Set<String> noticed = new HashSet<>();
        for (AuditEvent line : scene.lines) {
            if (line.action() == Action.DECIDED
                    || line.action() == Action.REPORT_FILED
                    || line.action() == Action.WITHDRAWN) {
                assertTrue(line.actor().startsWith("registrar-"), run + ": ended by " + line.actor());
            }
            String party = line.encounter() + line.detail().split(" ", 2)[0];
            if (line.action() == Action.ROUTE_CHOSEN) {
                noticed.add(party);
            }
            if (line.action() == Action.VERIFIED) {
                assertTrue(noticed.contains(party), run + ": a face step before notice and route");
            }
        }
    }

    /** Keeps its own book of what was accepted, apart from the code under test. */
    private static final class Witness {
        private final Map<Party, Interview.Outcome> said = new EnumMap<>(Party.class);
        private final Map<Party, Finding> compared = new EnumMap<>(Party.class);
        private boolean released;

        void sees(Happening one, boolean accepted, Scene scene) {
            if (!accepted) {
                return;
            }
            if (one instanceof Happening.Open || scene.step() == Step.LAPSED) {
                said.clear();
                compared.clear();
            }
            if (one instanceof Happening.Given given) {
                note(given.command());
            }
        }

        private void note(Command command) {
            switch (command) {
                case Command.HoldInterview hold -> {
                    assertTrue(hold.alone());
                    said.put(hold.party(), hold.outcome());
                }
                case Command.Compare compare -> compared.put(compare.party(), compare.finding());
                case Command.Release release -> released = true;
                case Command.ShowNotice show -> {}
                case Command.ChooseRoute choose -> {}
                case Command.RaiseConcern raise -> {}
                case Command.Refer refer -> {}
                case Command.Refuse refuse -> {}
                case Command.Withdraw withdraw -> {}
            }
        }

        void judge(String run) {
            for (Party party : Party.values()) {
                assertEquals(new Interview.FreeWillStated(), said.get(party), run + " " + party);
                assertEquals(Finding.SAME_PERSON, compared.get(party), run + " " + party);
            }
        }
    }
}
