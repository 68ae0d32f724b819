package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** A terminal that files its share of reports, notes each one that was promised, and waits for all receipts. */
final class Counter implements AutoCloseable {
    private static final int BURST = 50;

    /** Far below what fits into an outbox. */
    private static final int WAITING_MAX = 400;

    private static final Duration LOOK = Duration.ofMillis(50);

    private final JumpingClock clock = new JumpingClock();
    private final Dispatch dispatch;
    private final PromiseNote note;

    Counter(Path settings) throws IOException {
        this.note = new PromiseNote(PromiseNote.beside(settings));
        this.dispatch = new Dispatch(Settings.read(settings), clock);
    }

    /**
     * Returns when so many are promised, those of an earlier life among them, and none waits.
     *
     * @param pause after each report
     */
    void file(long share, Duration pause) throws IOException, InterruptedException {
        dispatch.start();
        while (note.count() < share) {
            awaitFewer(WAITING_MAX);
            long end = Math.min(share, note.count() + BURST);
            while (note.count() < end) {
                note.note(dispatch.file(urgency(note.count())));
                Thread.sleep(pause);
            }
        }
        awaitFewer(1);
    }

    private void awaitFewer(int most) throws InterruptedException {
        while (dispatch.outbox().backlog().waiting() >= most) {
            Thread.sleep(LOOK);
        }
    }

    /** One in twenty is a danger now, one a child. */
    private static Urgency urgency(long report) {
        return switch ((int) (report % 20)) {
            case 7 -> Urgency.DANGER_NOW;
            case 13 -> Urgency.CHILD;
            default -> Urgency.OTHER;
        };
    }

    /** Sets its clock wrong by that much. */
    void set(Duration wrongBy) {
        clock.set(wrongBy);
    }

    @Override
    public void close() throws IOException {
        dispatch.close();
        note.close();
    }
}
