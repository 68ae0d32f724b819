package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.TerminalId;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;
import org.waypost.hub.intake.CaseStore;
import org.waypost.hub.intake.Filed;
import org.waypost.hub.intake.Judged;
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
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                HaltingHub.class.getName(),
                point.name(),
                site.hubSettings().toString());
        return new Program(command, log, "hub ready to halt");
    }

    private static void halt() {
        Runtime.getRuntime().halt(1);
    }

    /** Where the process stops. */
    enum Point {
        /** The broker has taken the report and said so; the hub has not stored it. */
        PUBLISHED_NOT_STORED,
        /** Stored; neither acknowledged nor answered. */
        STORED_NOT_ANSWERED,
        /** The broker has the receipt; the hub has not noted that. */
        ANSWERED_NOT_NOTED;

        Interposed interposed() {
            return switch (this) {
                case PUBLISHED_NOT_STORED ->
                    new Interposed(store -> new Halting(store, true), UnaryOperator.identity());
                case STORED_NOT_ANSWERED ->
                    new Interposed(store -> new Halting(store, false), UnaryOperator.identity());
                case ANSWERED_NOT_NOTED -> new Interposed(UnaryOperator.identity(), Point::haltingAfter);
            };
        }

        private static ReceiptSender haltingAfter(ReceiptSender sender) {
            return receipts -> {
                List<SignedReceipt> sent = sender.send(receipts);
                halt();
                return sent;
            };
        }
    }

    /** Stops before or after the report is kept. */
    private record Halting(CaseStore store, boolean before) implements CaseStore {
        @Override
        public List<Receipt> settle(List<Judged> batch) {
            if (!before) {
                store.settle(batch);
            }
            halt();
            throw new IllegalStateException("unreachable");
        }

        @Override
        public Optional<Filed> filed(TerminalId terminal, UUID report) {
            return store.filed(terminal, report);
        }
    }
}
