package org.waypost.trials;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.waypost.agent.watchlist.Applied;
import org.waypost.agent.watchlist.Watchlist;
import org.waypost.contract.Codec;
import org.waypost.contract.DocumentBlinder;
import org.waypost.contract.DocumentType;
import org.waypost.contract.SignedWatchlist;
import org.waypost.contract.WatchlistEntry;
import org.waypost.contract.WatchlistIssue;

/**
 * A terminal that takes one issue of the list after the other and tells the number of each on its standard output,
 * unbuffered, once it is in use.
 */
final class ListLife {
    /** The list's file in the directory. */
    static final String FILE = "list.json";

    /** When it plays. */
    static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private ListLife() {}

    /** Takes the directory, that of the keys, that of the issues, how it is written, and how many issues there are. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve(FILE);
        Way way = Way.valueOf(arguments[3]);
        Watchlist list = list(file, new TrialKeys(Path.of(arguments[1])));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int number = 1; number <= Integer.parseInt(arguments[4]); number++) {
            way.take(list, issue(Path.of(arguments[2]), number), file);
            out.write((number + "\n").getBytes(US_ASCII));
        }
    }

    static List<String> command(Path disk, TrialKeys keys, Path issues, Way way, int count) {
        return Program.rehearsed(
                ListLife.class,
                List.of(),
                disk.toString(),
                keys.directory().toString(),
                issues.toString(),
                way.name(),
                Integer.toString(count));
    }

    static Watchlist list(Path file, TrialKeys keys) {
        return new Watchlist(file, keys.hub(), keys.blinding(), InstantSource.fixed(NOON), ZoneId.of("Asia/Shanghai"));
    }

    static Path issue(Path directory, long number) {
        return directory.resolve(number + ".json");
    }

    /** Signs issues 1 to {@code count}, of 10 to 300 entries, growing and shrinking. */
    static void sign(Path directory, TrialKeys keys, int count) throws IOException {
        DocumentBlinder blinder = keys.blinder();
        for (int number = 1; number <= count; number++) {
            List<WatchlistEntry> entries = IntStream.range(0, 10 + 97 * number % 290)
                    .mapToObj(entry -> entry(blinder, entry))
                    .toList();
            WatchlistIssue issue = new WatchlistIssue(number, NOON, NOON.plus(Duration.ofDays(6)), entries);
            SignedWatchlist signed = SignedWatchlist.sign(issue, keys.issuer());
            Files.write(issue(directory, number), Codec.write(signed).getBytes(UTF_8));
        }
    }

    private static WatchlistEntry entry(DocumentBlinder blinder, int number) {
        LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
        return new WatchlistEntry(
                blinder.blind(DocumentType.RESIDENT_CARD, "CHN", "INVENTED" + number),
                WatchlistEntry.Category.DOCUMENT_LOST_OR_STOLEN,
                "A law, art. 1",
                "Invented County Police",
                "INV-" + number,
                today,
                today.plusDays(30),
                "author-1",
                "reviewer-2");
    }

    /** How an issue is brought to the disk. */
    enum Way {
        /** As the product does. */
        PRODUCT,
        /** Control: over the old one. */
        IN_PLACE,
        /** Control: beside the old one, forced to the disk and renamed; the directory is not. */
        WITHOUT_THE_DIRECTORY;

        void take(Watchlist list, Path offered, Path file) throws IOException {
            switch (this) {
                case PRODUCT -> applied(list.apply(offered));
                case IN_PLACE -> Files.write(file, Files.readAllBytes(offered));
                case WITHOUT_THE_DIRECTORY -> renamed(offered, file);
            }
        }

        private static void applied(Applied applied) {
            if (applied instanceof Applied.Refused refused) {
                throw new IllegalStateException("a good issue was refused: " + refused.reason());
            }
        }

        private static void renamed(Path offered, Path file) throws IOException {
            Path fresh = file.resolveSibling("fresh");
            try (RandomAccessFile out = new RandomAccessFile(fresh.toFile(), "rw")) {
                out.write(Files.readAllBytes(offered));
                out.getFD().sync();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
