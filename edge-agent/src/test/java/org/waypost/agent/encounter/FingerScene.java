package org.waypost.agent.encounter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.agent.audit.AuditEvent.Action;
import org.waypost.agent.verification.OfficerComparison.Finding;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;

/** A counter that takes fingers, with a case open and the reader in the hands of the test. */
abstract class FingerScene {
    static final FingerPurpose IDENTIFY = FingerPurpose.IDENTIFY;
    static final FingerPurpose SIGN = FingerPurpose.SIGN;

    @TempDir
    Path folder;

    final Prints.ByMark comparison = new Prints.ByMark();
    Watchlist list;
    Scene scene;

    @BeforeEach
    void open() throws Exception {
        list = Scene.clearList(folder);
        scene = new Scene(list, comparison.use());
        scene.open();
    }

    void ask(Party party, FingerPurpose purpose) {
        scene.accept(new Command.AskFinger(Scene.LI, party, purpose));
    }

    Fingerprint lay(Fingerprint print) {
        scene.counter.present(scene.counter.awaitsFinger().orElseThrow(), new Reading.Taken<>(print));
        return print;
    }

    Fingerprint lay(int mark) {
        return lay(Prints.of(mark));
    }

    void read(Party party) {
        scene.prepare(party, Route.FACE);
        scene.lay(party == Party.A ? Cards.a() : Cards.b());
    }

    Fingerprint identified(Party party, int mark) {
        read(party);
        ask(party, IDENTIFY);
        Fingerprint print = lay(mark);
        scene.accept(new Command.Compare(Scene.LI, party, Finding.SAME_PERSON));
        return print;
    }

    /** Up to the decision, with a finger of each. */
    List<Fingerprint> identified() {
        List<Fingerprint> prints = List.of(identified(Party.A, 1), identified(Party.B, 2));
        scene.accept(Scene.interview(Party.A));
        scene.accept(Scene.interview(Party.B));
        return prints;
    }

    FingerStep step(Party party, FingerPurpose purpose) {
        return scene.counter.clerkView().party(party).finger().orElseThrow().at(purpose);
    }

    FingerStep signed(Party party, int mark) {
        ask(party, SIGN);
        Prints.assertWiped(lay(mark));
        return step(party, SIGN);
    }

    static FingerStep unanswered(FingerCause cause) {
        return new FingerStep.Unanswered(cause);
    }

    Optional<Rejection> refusal(Command command) {
        return switch (scene.give(command)) {
            case Answer.Accepted accepted -> Optional.empty();
            case Answer.Rejected rejected -> Optional.of(rejected.reason());
        };
    }

    List<String> fingerLines() {
        return scene.lines.stream()
                .filter(line -> line.action() == Action.FINGER_ASKED || line.action() == Action.FINGER_GIVEN)
                .map(line -> line.actor() + " " + line.detail())
                .toList();
    }
}
