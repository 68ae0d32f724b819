package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.waypost.contract.SignedReceipt;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.ReceiptOutbox;
import org.waypost.hub.intake.ReceiptSender;

/** A hub, embedded broker and all, whose process stops dead at a named point of the first report it gets. */
public final class HaltingHub {
    private HaltingHub() {}

    /** Takes a {@link Point} and a settings file. */
    public static void main(String[] arguments) throws InterruptedException {
        Point point = Point.valueOf(arguments[0]);
        HubServer.start(HubSettings.read(Path.of(arguments[1])), InstantSource.system(), point.interposed());
        System.out.println("hub ready to halt");
        Thread.currentThread().join();
    }

    /** As a process of its own, from the class path of this one. */
    static Program program(Site site, Point point, Path log) throws IOException {
        List<String> command = Program.rehearsed(
                HaltingHub.class, List.of(), point.name(), site.hubSettings().toString());
        return new Program(command, log, "hub ready to halt");
    }

    /** Where the process stops. */
    enum Point {
        /** The broker has taken the report and said so; the hub has inspected and not stored it. */
        PUBLISHED_NOT_STORED,
        /** Stored; neither acknowledged nor answered. */
        STORED_NOT_ANSWERED,
        /** Stored, and acknowledged for half a second; the receipt waits in the store. */
        ACKNOWLEDGED_NOT_CLAIMED,
        /** The receipt is claimed, as one that leaves now; the broker does not have it. */
        CLAIMED_NOT_SENT,
        /** The broker has the receipt; the hub has not noted that. */
        ANSWERED_NOT_NOTED,
        /** Noted as sent: the hub will not send it again by itself, and its broker dies with it. */
        NOTED;

        Interposed interposed() {
            return switch (this) {
                case PUBLISHED_NOT_STORED -> aroundStore(store -> new Halts.Keeping(store, true));
                case STORED_NOT_ANSWERED -> aroundStore(store -> new Halts.Keeping(store, false));
                case ACKNOWLEDGED_NOT_CLAIMED -> unclaimed(new AtomicBoolean());
                case CLAIMED_NOT_SENT -> aroundSender(sender -> Point::haltingBefore);
                case ANSWERED_NOT_NOTED -> aroundSender(Point::haltingAfter);
                case NOTED -> aroundReceipts(Halts.OnceNoted::new);
            };
        }

        private static Interposed aroundStore(UnaryOperator<CaseStore> store) {
            return new Interposed(store, UnaryOperator.identity());
        }

        private static Interposed aroundSender(UnaryOperator<ReceiptSender> sender) {
            return new Interposed(UnaryOperator.identity(), sender);
        }

        private static Interposed aroundReceipts(UnaryOperator<ReceiptOutbox> receipts) {
            return new Interposed(UnaryOperator.identity(), UnaryOperator.identity(), receipts);
        }

        private static Interposed unclaimed(AtomicBoolean stored) {
            return new Interposed(
                    store -> new Halts.Telling(store, stored),
                    UnaryOperator.identity(),
                    receipts -> new Halts.NeverClaimed(receipts, stored));
        }

        private static List<SignedReceipt> haltingBefore(List<SignedReceipt> receipts) {
            Halts.now();
            throw new IllegalStateException("unreachable with " + receipts.size());
        }

        private static ReceiptSender haltingAfter(ReceiptSender sender) {
            return receipts -> {
                List<SignedReceipt> sent = sender.send(receipts);
                if (!sent.isEmpty()) {
                    Halts.now();
                }
                return sent;
            };
        }
    }
}
