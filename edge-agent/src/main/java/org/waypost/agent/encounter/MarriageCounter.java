package org.waypost.agent.encounter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.waypost.agent.document.IdCard;
import org.waypost.agent.document.IdentityDocument;
import org.waypost.agent.document.TravelDocument;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.Fingerprint;
import org.waypost.drivers.fingerprint.PrintQuality;
import org.waypost.drivers.fingerprint.PrintQualityGate;
import org.waypost.drivers.idcard.Document;

/**
 * The counter of a terminal: at most one case at a time, given commands by registrars and documents by the reader. Safe
 * for use by several threads; of two commands for the same step one wins and the other is rejected. Nothing is done
 * that could not be written down.
 */
public final class MarriageCounter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Custody custody = new Custody();
    private final Optional<FingerUse> fingers;
    private final Proceedings proceedings;
    private volatile Glance glance;

    /**
     * A counter without a case.
     *
     * @param examination verifies, screens, and compares fingers where that is wanted
     * @param records what was done, and what must go out
     * @param settings of this counter
     * @param clocks of this terminal
     */
    public MarriageCounter(Examination examination, Records records, CounterSettings settings, Clocks clocks) {
        this.fingers = examination.fingers();
        this.proceedings = new Proceedings(examination, records, settings, clocks, custody);
        this.glance = proceedings.glance();
    }

    /** Opens a case, unless one is running. */
    public Answer open(Registrar by) {
        return alone(() -> proceedings.open(by));
    }

    /**
     * Gives a command to a case.
     *
     * @param encounter the case that the registrar's screen showed; another one is rejected
     */
    public Answer apply(UUID encounter, Command command) {
        return alone(() -> proceedings.apply(encounter, command));
    }

    /**
     * Somebody pressed the help button: a concern of the open case, of both its parties since nobody knows whose hand
     * it was, or else kept until a registrar answers it. Nothing that the parties see changes (invariant I11).
     */
    public void helpPressed(Instant at) {
        act(() -> proceedings.helpPressed(at));
    }

    /** Presses from before this start that nobody has answered. */
    public void recall(HelpCall call) {
        act(() -> proceedings.recall(call));
    }

    /** A registrar has seen to the presses outside of a case. */
    public Answer answerHelp(Registrar by) {
        return alone(() -> proceedings.answerHelp(by));
    }

    /**
     * The housing was opened, or a technician has looked: each report says how it is.
     *
     * @param opened since when it stands opened and nobody has looked
     */
    public void housing(Optional<Instant> opened) {
        act(() -> proceedings.housing(opened));
    }

    /** The party whose document is asked for; the readers' loops need not read for nobody. */
    public Optional<Party> awaitsCardOf() {
        Position position = glance.clerk().position();
        return position.step() == Step.DOCUMENT ? position.party() : Optional.empty();
    }

    /**
     * Takes what the reader delivered, and owns it: a document that no step waits for is closed unread. Verifies and
     * screens before it returns.
     */
    public void present(Reading<Document> reading) {
        switch (reading) {
            case Reading.Taken<Document> taken -> receive(new IdCard(taken.value()));
            case Reading.Faulty<Document> faulty -> act(() -> proceedings.complain(faulty.fault()));
            case Reading.Nobody<Document> nobody -> {}
        }
    }

    /** As {@link #present(Reading)}, for a party who identifies by a passport. */
    public void presentPassport(Reading<TravelDocument> reading) {
        switch (reading) {
            case Reading.Taken<TravelDocument> taken -> receive(taken.value());
            case Reading.Faulty<TravelDocument> faulty -> act(() -> proceedings.complain(faulty.fault()));
            case Reading.Nobody<TravelDocument> nobody -> {}
        }
    }

    /** The case goes on while the camera looks: a concern must not wait for it. */
    private void receive(IdentityDocument document) {
        Optional<Sitting> sitting = Optional.empty();
        try {
            sitting = alone(() -> proceedings.sitting(document));
        } finally {
            if (sitting.isEmpty()) {
                document.close();
            }
        }
        sitting.map(awaiting -> proceedings.verified(awaiting, document))
                .ifPresent(verified -> act(() -> proceedings.receive(verified)));
    }

    /** Whether parties may be asked for a finger here. */
    public boolean takesFingers() {
        return fingers.isPresent();
    }

    /** For whom the reader is to look for a finger; it need not look for nobody. */
    public Optional<FingerSitting> awaitsFinger() {
        return FingerSitting.of(glance.clerk());
    }

    /** The picture is in the device and the finger may be lifted; soon answered. */
    public void lifted(FingerSitting sitting) {
        act(() -> proceedings.lifted(sitting));
    }

    /**
     * Takes what the fingerprint reader delivered for a sitting, and owns it. A print for which no case waits is wiped
     * unseen. Compares before it returns; the case goes on meanwhile.
     */
    public void present(FingerSitting sitting, Reading<Fingerprint> reading) {
        switch (reading) {
            case Reading.Taken<Fingerprint> taken -> receive(sitting, taken.value());
            case Reading.Nobody<Fingerprint> nobody -> note(sitting, unanswered(FingerCause.NOT_GIVEN));
            case Reading.Faulty<Fingerprint> faulty -> note(sitting, unanswered(FingerCause.of(faulty.fault())));
        }
    }

    private void receive(FingerSitting sitting, Fingerprint print) {
        boolean done = false;
        try {
            switch (sitting.purpose()) {
                case IDENTIFY -> identify(sitting, print);
                case SIGN -> sign(sitting, print);
            }
            done = true;
        } finally {
            if (!done) {
                print.close();
                custody.release();
                note(sitting, unanswered(FingerCause.FAULT));
            }
        }
    }

    private void identify(FingerSitting sitting, Fingerprint print) {
        boolean good = PrintQualityGate.judge(print) instanceof PrintQuality.Good;
        Optional<FingerUse> use = fingers.filter(any -> good);
        if (use.isEmpty()) {
            print.close();
            note(sitting, unanswered(FingerCause.POOR_PRINT));
            return;
        }
        act(() -> proceedings.hold(sitting, use.get().session(print), use.get().retention()));
    }

    private void sign(FingerSitting sitting, Fingerprint print) {
        try (print) {
            note(sitting, custody.fingers().signed(sitting, print));
        }
    }

    private void note(FingerSitting sitting, FingerStep came) {
        act(() -> proceedings.note(sitting, came));
    }

    private static FingerStep unanswered(FingerCause cause) {
        return new FingerStep.Unanswered(cause);
    }

    /** To be called about every second: wipes a case that is idle, and leaves one that is over. */
    public void tick() {
        act(proceedings::leave);
    }

    /** For the registrar's screen; never waits for a command that is being carried out. */
    public ClerkView clerkView() {
        return glance.clerk();
    }

    /** For the screen that faces the parties; never waits. */
    public PartyView partyView() {
        return glance.party();
    }

    /**
     * The picture in a party's document, for the registrar's own comparison; zeroed as soon as that is recorded, and
     * whenever the case ends, lapses or fails. Remains the counter's.
     */
    public Optional<Portrait> portrait(Party party) {
        return custody.portrait(party);
    }

    /** The picture of the living party that was compared, if one was; as long as {@link #portrait}, and as it. */
    public Optional<Portrait> live(Party party) {
        return custody.live(party);
    }

    /** For a technician. */
    public Journey journey() {
        return glance.journey();
    }

    private void act(Runnable work) {
        alone(() -> {
            work.run();
            return proceedings;
        });
    }

    /** Works alone on the case; whatever breaks, nothing of the parties stays in memory for it. */
    private <T> T alone(Supplier<T> work) {
        lock.lock();
        boolean done = false;
        try {
            proceedings.lapse();
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                custody.release();
            }
            glance = proceedings.glance();
            lock.unlock();
        }
    }
}
