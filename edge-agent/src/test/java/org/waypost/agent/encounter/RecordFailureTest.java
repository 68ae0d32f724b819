package org.waypost.agent.encounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.verification.Route;
import org.waypost.agent.watchlist.Cards;
import org.waypost.drivers.idcard.Document;
import org.waypost.testing.ExpectFailure;

/** What cannot be written down is not done, and may be tried again. */
class RecordFailureTest extends CoupleScene {
    @Test
    @ExpectFailure(StoreFailure.class)
    void aReportThatCannotBeWrittenLeavesTheCaseUndecided() {
        Document document = layA();
        scene.outboxDisk = Scene.Disk.BROKEN;
        rejected(Rejection.NOT_RECORDED, REFER);
        assertZeroed(document);
        assertEquals(
                Optional.of(ClerkView.Trouble.NOT_RECORDED),
                scene.counter.clerkView().trouble());
        assertEquals(Step.COMPARISON, scene.step());
        assertTrue(scene.counter.clerkView().concern());
        scene.outboxDisk = Scene.Disk.FINE;
        scene.accept(REFER);
        assertEquals(1, scene.reports.size());
        assertEquals(Optional.empty(), scene.counter.clerkView().trouble());
    }

    @Test
    void aFullOutboxLeavesTheCaseUndecided() {
        layA();
        scene.outboxDisk = Scene.Disk.FULL;
        rejected(Rejection.OUTBOX_FULL, REFER);
        assertEquals(
                Optional.of(ClerkView.Trouble.OUTBOX_FULL),
                scene.counter.clerkView().trouble());
        scene.outboxDisk = Scene.Disk.FINE;
        scene.accept(REFER);
    }

    @Test
    void aDefectStillZeroesThePortrait() {
        Document document = layA();
        scene.outboxDisk = Scene.Disk.DEFECT;
        assertThrows(IllegalStateException.class, () -> scene.give(REFER));
        assertZeroed(document);
        assertEquals(Step.COMPARISON, scene.step());
    }

    @Test
    @ExpectFailure(StoreFailure.class)
    void whatCannotBeAccountedForIsNotDone() {
        scene.auditDisk = Scene.Disk.BROKEN;
        assertEquals(new Answer.Rejected(Rejection.NOT_RECORDED), scene.counter.open(Scene.LI));
        scene.auditDisk = Scene.Disk.FINE;
        scene.open();
        scene.prepare(Party.A, Route.FACE);
        scene.auditDisk = Scene.Disk.BROKEN;
        assertZeroed(scene.lay(Cards.a()));
        assertEquals(Step.DOCUMENT, scene.step());
        scene.auditDisk = Scene.Disk.FINE;
        scene.lay(Cards.a());
        assertEquals(Step.COMPARISON, scene.step());
    }
}
