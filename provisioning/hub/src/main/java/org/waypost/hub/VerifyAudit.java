package org.waypost.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.Verifier;
import org.waypost.hub.store.Audit;
import org.waypost.hub.store.AuditEnd;
import org.waypost.hub.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks the audit from the first entry that is kept to the last; also while the hub runs. Exit code 0 if it is whole.
 */
@Command(name = "verify-audit", description = "Checks that no entry of the audit was changed, removed or cut off.")
final class VerifyAudit implements Callable<Integer> {
    private static final String NEXT =
            "keep a copy of the store as it is now, compare it with the last backup, and tell whoever answers for the audit";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Override
    public Integer call() {
        OperatorLog.quiet();
        HubSettings read = HubSettings.read(settings);
        Verifier hub = new KeySuccession(new KeyFile(read.keys().receipt())).verifier();
        try (Database store = Database.open(read.store())) {
            Audit audit = new Audit(store);
            AuditEnd end = new AuditEnd(store);
            if (!audit.isAnchoredBy(hub)) {
                return broken("what stands for the " + audit.purged() + " purged entries is not signed by this hub");
            }
            if (!end.isSignedBy(hub)) {
                return broken("the signed end is not this hub's, or was removed: an end may have been cut off");
            }
            return told(end.check(hub), audit.purged());
        }
    }

    private int told(Audit.Check check, long purged) {
        return switch (check) {
            case Audit.Check.Intact intact -> {
                out().println(range("audit whole", purged, intact.entries()));
                out().println("to be kept elsewhere: entry " + intact.entries() + " has the hash " + intact.head());
                yield 0;
            }
            case Audit.Check.Broken broken -> {
                out().println(range("whole up to the break", purged, broken.entry() - 1));
                yield broken("entry " + broken.entry()
                        + " was changed, removed or cut off, or none after it can be believed");
            }
        };
    }

    private static String range(String what, long purged, long last) {
        String kept = last > purged ? "entries " + (purged + 1) + " to " + last : "no entry";
        return what + ": " + kept + (purged > 0 ? "; entries 1 to " + purged + " were purged by age" : "");
    }

    private int broken(String what) {
        command.commandLine().getErr().println("AUDIT BROKEN: " + what + ": " + NEXT);
        return 1;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
