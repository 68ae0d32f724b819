package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jmrtd.PassportService;
import org.waypost.drivers.fuzz.Script;

/**
 * Files of a chip that sends them in what pieces it likes, or none: a file is given only as the chip holds it and as
 * long as it announces, one beyond 65,535 bytes is refused, and no chip is asked for ever.
 */
public final class ChipFileFuzz {
    private static final List<EmrtdFile> FILES = List.of(EmrtdFile.values());
    private static final int NORMAL = PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;

    private ChipFileFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "0002" + "61055f1f02aabb" + "ff",
                        "0103" + "7581c8" + "07",
                        "0103" + "75829000" + "ff",
                        "0003" + "75829000" + "60",
                        "0103" + "758300fffb" + "ff",
                        "0103" + "758300fffc" + "ff",
                        "0001" + "7720" + "01",
                        "0004" + "6e10" + "00",
                        "0105" + "6f82" + "ff",
                        "0002" + "6180" + "10",
                        "0802" + "6104" + "10",
                        "1002" + "6104" + "10",
                        "2002" + "61820120" + "10",
                        "4103" + "75828800" + "ff",
                        "0602" + "6104" + "ff00ff",
                        "8103" + "75828800" + "ff")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Script script = new Script(input);
        int habits = script.next();
        EmrtdFile file = FILES.get(script.next() % FILES.size());
        byte[] head = script.take(PiecemealChip.HEAD);
        PiecemealChip chip = new PiecemealChip(habits, head, script);
        Blocks blocks = (habits & 1) == 1 ? Blocks.EXTENDED : Blocks.SHORT;
        ScubaChannel scuba = new ScubaChannel(chip);
        ChipProtocol protocol = new ChipProtocol(scuba);
        PassportService service = new PassportService(scuba, NORMAL, NORMAL, NORMAL, false, true);
        try {
            judge(file, chip, new EmrtdFiles(service, protocol, blocks).read(file));
            new EmrtdFiles(service, protocol, blocks).prepare(file);
        } catch (ChipFailure failure) {
            boolean tooLarge = chip.announced() > 65_535 && (head[0] & 0xFF) == file.tag();
            unless(!failure.isTooLarge() || tooLarge, "only what is too large is called so");
            boolean readable = chip.isHonest() && (head[0] & 0xFF) == file.tag() && chip.announced() >= 2 && !tooLarge;
            unless(!readable, "an honest chip is read");
            unless(failure.isAnswer() && !scuba.lost(), "a chip that answers is not called lost");
        }
    }

    private static void judge(EmrtdFile file, PiecemealChip chip, Optional<byte[]> read) {
        if (read.isEmpty()) {
            unless(chip.isAbsent(), "a file is missing only if the chip says so");
            return;
        }
        byte[] bytes = read.get();
        unless((bytes[0] & 0xFF) == file.tag(), "a file begins with its tag");
        unless(bytes.length == chip.announced() && bytes.length <= 65_535, "a file is as long as it announces");
        unless(Arrays.equals(bytes, chip.first(bytes.length)), "a file is what the chip holds");
    }
}
