package org.waypost.kiosk;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.waypost.agent.audit.AuditChain;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.settings.SettingsFailure;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.KeyFailure;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks the audit of a terminal that is not running, with its anchor and its signed heads. Exit code 0 if it is whole.
 */
@Command(
        name = "verify-audit",
        description = "Checks that no row of the audit was changed, removed or cut off. End the terminal first.")
final class VerifyAudit implements Callable<Integer> {
    private static final int UNUSABLE = 2;
    private static final int BROKEN = 1;
    private static final String NEXT =
            "leave the terminal off, copy its file and the file's -wal to a safe place, and tell"
                    + " whoever answers for the audit; reports that wait are in that file";

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The terminal's settings.")
    private Path settings = Path.of("");

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    VerifyAudit(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            Settings read = Settings.read(settings);
            Path file = read.files().store();
            if (Files.notExists(file)) {
                err.println("audit not checked: there is no file " + file + ": check store.file in the settings");
                return UNUSABLE;
            }
            Verifier own = new KeySuccession(read.keys().signing()).verifier();
            try (TerminalStore store = TerminalStore.open(file, clock)) {
                return told(new AuditChain(store).verify(read.office().terminal(), own, List.of()));
            }
        } catch (SettingsFailure | StoreFailure | KeyFailure unusable) {
            err.println("audit not checked: " + unusable.getMessage());
            return UNUSABLE;
        }
    }

    private int told(AuditChain.Verdict verdict) {
        return switch (verdict) {
            case AuditChain.Verdict.Intact intact -> {
                long purged = intact.count() - intact.held();
                out.println("audit whole: rows " + (purged + 1) + " to " + intact.count()
                        + (purged > 0 ? "; rows 1 to " + purged + " were purged by age" : ""));
                out.println("to be kept elsewhere: row " + intact.count() + " has the hash " + intact.head());
                yield 0;
            }
            case AuditChain.Verdict.Broken broken -> {
                err.println("AUDIT BROKEN: row " + broken.number() + " " + words(broken.damage()) + ": " + NEXT);
                yield BROKEN;
            }
        };
    }

    private static String words(AuditChain.Damage damage) {
        return switch (damage) {
            case MISSING -> "is missing, another one follows in its place";
            case CHANGED -> "is not what was written; those before it are whole";
            case CUT_OFF -> "and all after it are gone; those before it are whole";
            case ADDED -> "stands behind the end that the terminal wrote; those before it are whole";
            case NOT_SIGNED -> "has a head or anchor that this terminal did not sign; no row can be believed";
        };
    }
}
