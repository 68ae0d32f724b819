package org.waypost.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.hub.listing.Draft;
import org.waypost.hub.listing.Listing;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlIssueNumbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the next list from a reviewed draft; the hub may be running. */
@Command(name = "issue-list", description = "Checks a reviewed draft and makes the next signed list of it.")
final class IssueList implements Callable<Integer> {
    @Option(names = "--draft", required = true, paramLabel = "FILE", description = "The reviewed draft, JSON.")
    private Path draft = Path.of("");

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The list file to make.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        OperatorLog.quiet();
        HubSettings read = HubSettings.read(settings);
        Signer key = new Signer(new KeyFile(read.keys().list()).read());
        DocumentBlinder blinder = new DocumentBlinder(new KeyFile(read.keys().blinding()).read());
        try (Database database = Database.open(read.store())) {
            Listing listing = new Listing(SqlIssueNumbers.ofLists(database), blinder, key, InstantSource.system());
            return switch (listing.issue(Draft.read(draft), out)) {
                case Listing.Issued issued -> done(issued);
                case Listing.Rejected rejected -> told(rejected);
            };
        }
    }

    private int done(Listing.Issued issued) {
        spec.commandLine()
                .getOut()
                .println("list " + issued.number() + " with " + issued.entries() + " entries written to " + out);
        return 0;
    }

    private int told(Listing.Rejected rejected) {
        rejected.rules().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().println("no list was made: correct the draft and have it reviewed again");
        return 1;
    }
}
