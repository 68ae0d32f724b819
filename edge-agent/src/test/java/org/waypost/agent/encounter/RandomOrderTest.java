package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
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
import org.waypost.agent.finger.FingerComparison.Comparison;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.watchlist.Watchlist;

/** Random orders of everything that can happen at a counter; a failing run is named by its seed. */
class RandomOrderTest {
    private static final int RUNS = 2_000;
    private static final FingerUse SAME = always(new Comparison.Same());
    private static final FingerUse DIFFERENT = always(new Comparison.Different());

    private static FingerUse always(Comparison answer) {
        return new FingerUse((probe, reference) -> answer, Duration.ofHours(1));
    }

    @Test
    void noOrderReleasesWithoutBothInterviewsAndBothComparisons(@TempDir Path folder)
            throws IOException, GeneralSecurityException {
        Watchlist list = Scene.clearList(folder);
        int released = 0;
        int signed = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Scene scene = new Scene(list, new Prints.ByMark().use());
            Witness witness = new Witness();
            for (Happening one : Happening.script(new Random(seed), true)) {
                Optional<FingerSitting> sitting = scene.counter.awaitsFinger();
                boolean accepted = one.in(scene);
                witness.sees(one, accepted, scene);
                witness.seesFinger(one, sitting, scene);
                if (witness.released) {
                    witness.judge("seed " + seed);
                    released++;
                    break;
                }
            }
            judge(scene, "seed " + seed);
            signed += witness.same;
        }
        assertTrue(released > RUNS / 20, "the runs must get somewhere: " + released);
        assertTrue(signed > RUNS / 50, "fingers must get somewhere: " + signed);
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
            List<PartyView> plain = views(new Scene(clear, DIFFERENT), script, -1);
            assertEquals(plain, views(new Scene(clear, SAME), script, at), "concern and finger, seed " + seed);
            assertEquals(plain, views(new Scene(full, SAME), script, -1), "hit and finger, seed " + seed);
            assertEquals(plain, views(new Scene(full, DIFFERENT), script, at), "concern and hit, seed " + seed);
            plain.forEach(view -> reached.add(view.step()));
        }
        assertEquals(EnumSet.allOf(PartyView.PublicStep.class), reached, "the runs must get everywhere");
    }

    /** A choice that is not offered is refused, whatever its command says. */
    @Test
    void whatIsNotOfferedIsRefused(@TempDir Path folder) throws IOException, GeneralSecurityException {
        Watchlist list = Scene.clearList(folder);
        for (int seed = 0; seed < RUNS / 4; seed++) {
            Scene scene = new Scene(list, SAME);
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
        Set<String> with = new HashSet<>();
        for (AuditEvent line : scene.lines) {
            if (line.action() == Action.DECIDED
                    || line.action() == Action.REPORT_FILED
                    || line.action() == Action.WITHDRAWN) {
                assertTrue(line.actor().startsWith("registrar-"), run + ": ended by " + line.actor());
            }
            String party = line.encounter() + line.detail().split(" ", 2)[0];
            if (line.action() == Action.ROUTE_CHOSEN) {
                noticed.add(party);
                with.remove(party);
                if (line.detail().endsWith(" FACE")) {
                    with.add(party);
                }
            }
            if (line.action() == Action.FINGER_ASKED) {
                assertTrue(with.contains(party), run + ": a finger on the way without");
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
        private final Map<FingerSitting, Integer> identified = new HashMap<>();
        private boolean released;
        private int same;

        /** Invariant I23: who signs gave that very finger in this case. */
        void seesFinger(Happening one, Optional<FingerSitting> sitting, Scene scene) {
            if (!(one instanceof Happening.Touch touch) || sitting.isEmpty()) {
                return;
            }
            FingerSitting asked = sitting.get();
            FingerStep came = scene.counter
                    .clerkView()
                    .party(asked.party())
                    .finger()
                    .orElse(FingerRecord.NONE)
                    .at(asked.purpose());
            if (came instanceof FingerStep.Taken) {
                identified.put(asked, touch.mark());
            }
            if (came instanceof FingerStep.Same) {
                same++;
                var first = new FingerSitting(asked.encounter(), asked.party(), FingerPurpose.IDENTIFY);
                assertEquals(identified.get(first), touch.mark());
            }
        }

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
                case Command.ReadAgain again -> {}
                case Command.AskFinger ask -> {}
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
