package org.waypost.trials;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Filed;
import org.waypost.hub.intake.Judged;
import org.waypost.hub.intake.ReceiptOutbox;

/** Parts of a hub at which the process stops dead. */
final class Halts {
    /** Much longer than an acknowledgement takes to leave. */
    private static final Duration ACKNOWLEDGING = Duration.ofMillis(500);

    private Halts() {}

    /** As kill -9 does: no hook and no finally runs. */
    static void now() {
        Runtime.getRuntime().halt(1);
    }

    /** Says when something was kept. */
    record Telling(CaseStore store, AtomicBoolean stored) implements CaseStore {
        @Override
        public List<Receipt> settle(List<Judged> batch) {
            List<Receipt> receipts = store.settle(batch);
            stored.set(true);
            return receipts;
        }

        @Override
        public Optional<Filed> filed(TerminalId terminal, UUID report) {
            return store.filed(terminal, report);
        }
    }

    /** Stops when there is something to claim, and the acknowledgement has had its time. */
    record NeverClaimed(ReceiptOutbox receipts, AtomicBoolean stored) implements ReceiptOutbox {
        @Override
        public List<SignedReceipt> claim(int most, Duration lease) {
            // what an earlier hub has left would be claimed before there is anything to acknowledge
            if (stored.get()) {
                LockSupport.parkNanos(ACKNOWLEDGING.toNanos());
                now();
            }
            return List.of();
        }

        @Override
        public void sent(List<SignedReceipt> sent) {
            receipts.sent(sent);
        }

        @Override
        public void postpone(List<SignedReceipt> waiting, Duration pause) {
            receipts.postpone(waiting, pause);
        }
    }

    /** Stops when a receipt is marked as sent. */
    record OnceNoted(ReceiptOutbox receipts) implements ReceiptOutbox {
        @Override
        public List<SignedReceipt> claim(int most, Duration lease) {
            return receipts.claim(most, lease);
        }

        @Override
        public void sent(List<SignedReceipt> sent) {
            receipts.sent(sent);
            if (!sent.isEmpty()) {
                now();
            }
        }

        @Override
        public void postpone(List<SignedReceipt> waiting, Duration pause) {
            receipts.postpone(waiting, pause);
        }
    }

    /** Stops before or after the report is kept. */
    record Keeping(CaseStore store, boolean before) implements CaseStore {
        @Override
        public List<Receipt> settle(List<Judged> batch) {
            if (!before) {
                store.settle(batch);
            }
            now();
            throw new IllegalStateException("unreachable");
        }

        @Override
        public Optional<Filed> filed(TerminalId terminal, UUID report) {
            return store.filed(terminal, report);
        }
    }
}
