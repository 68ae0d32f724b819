package org.waypost.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.hub.listing.IssuedFile;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.SqlIssueNumbers;
import org.waypost.hub.trust.TrustListing;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the next trust store of country signers from published master lists; the hub may be running. */
@Command(
        name = "issue-trust-store",
        description = "Checks published master lists of country signers and makes the next signed trust store of them.")
final class IssueTrustStore implements Callable<Integer> {
    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<MasterListOption> lists = new ArrayList<>();

    @Option(names = "--revocation-list", paramLabel = "FILE", description = "A country's revocation list, CRL in DER.")
    private List<Path> revocationLists = new ArrayList<>();

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "Settings of this hub.")
    private Path settings = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The trust store to make.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A list and who must have signed it. */
    static final class MasterListOption {
        @Option(names = "--master-list", required = true, paramLabel = "FILE", description = "As published, CMS.")
        private Path list = Path.of("");

        @Option(
                names = "--issuer",
                required = true,
                paramLabel = "FILE",
                description = "Certificate (DER) of the list's issuer, obtained by another way than the list.")
        private Path issuer = Path.of("");
    }

    @Override
    public Integer call() throws IOException {
        OperatorLog.quiet();
        List<TrustListing.Pinned> pinned = lists.stream()
                .map(option -> new TrustListing.Pinned(readable(option.list), readable(option.issuer)))
                .toList();
        revocationLists.forEach(IssueTrustStore::readable);
        HubSettings read = HubSettings.read(settings);
        Signer key = new Signer(new KeyFile(read.keys().list()).read());
        try (Database database = Database.open(read.store())) {
            TrustListing listing =
                    new TrustListing(SqlIssueNumbers.ofTrustStores(database), key, InstantSource.system());
            return switch (listing.issue(pinned, revocationLists, new IssuedFile(out))) {
                case TrustListing.Issued issued -> done(issued);
                case TrustListing.Rejected rejected -> told(rejected);
            };
        }
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsRefused(file + " cannot be read: check its name and its rights");
        }
        return file;
    }

    private int done(TrustListing.Issued issued) {
        spec.commandLine()
                .getOut()
                .println("trust store " + issued.number() + " with " + issued.signers() + " country signers written to "
                        + out + ", " + issued.leftOut() + " entries left out");
        return 0;
    }

    private int told(TrustListing.Rejected rejected) {
        rejected.lines().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().println("no trust store was made");
        return 1;
    }
}
