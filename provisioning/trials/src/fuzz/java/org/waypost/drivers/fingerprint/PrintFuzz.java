package org.waypost.drivers.fingerprint;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.fingerprint.PacketStream.Sent;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.fuzz.ScriptedLink;
import org.waypost.drivers.serial.LinkLost;

/**
 * The picture of a finger: it is given only if data packets of exactly one picture came and nothing between them, and
 * its pixels are the nibbles sent; otherwise nothing is pieced together and the time is bounded.
 */
public final class PrintFuzz {
    private static final int OPTICAL = 256 * 288 / 2;
    private static final int ROUND = 192 * 192 / 2;

    private PrintFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "ff00" + "04011f7f31", // 288 packets of 128
                        "ff00" + "04008fff07", // 144 packets of 256
                        "ff00" + "04008f7f07", // 144 packets of 128: the round sensor
                        "8000" + "04023f1f99", // 576 packets of 32
                        "ff00" + "04011f7e31",
                        "ff00" + "0401207f31",
                        "ff00" + "040000000402",
                        "ff00" + "0003010203" + "04008f7f07",
                        "ff01" + "04008f7f07",
                        "ff00" + "010002" + "04008f7f07")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws LinkLost {
        Script script = new Script(input);
        int chunk = 1 + script.next() * 8;
        boolean refused = script.next() == 1;
        PacketStream stream = PacketStream.of(script);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        PacketStream.packet(all, 7, new byte[] {(byte) (refused ? 0x0F : 0)});
        all.writeBytes(stream.bytes());
        ScriptedLink link = new ScriptedLink(all.toByteArray(), chunk);
        long begin = link.time().nanos();
        List<Integer> progress = new ArrayList<>();
        Reading<Fingerprint> reading = new ImageTransfer(new Ef01Exchange(link.time()), link.time())
                .picture(link, step -> progress.add(progress.size()), () -> false);
        unless(link.time().nanos() - begin < 90_000_000_000L, "a picture that does not come is given up");
        switch (reading) {
            case Reading.Taken<Fingerprint> taken -> {
                try (Fingerprint print = taken.value()) {
                    unless(!refused && stream.bytes().length > 0, "what was refused is not made up");
                    pixelsAreThose(print, sent(stream));
                }
            }
            case Reading.Faulty<Fingerprint> faulty ->
                unless(refused || !isPicture(stream), "a picture that came whole is given");
            case Reading.Nobody<Fingerprint> nobody -> unless(false, "nobody abandoned it");
        }
    }

    /** The data to the first last packet; empty if anything else came before it. */
    private static byte[] sent(PacketStream stream) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int bytes = 0;
        for (Sent packet : stream.packets()) {
            bytes += 11 + packet.content().length;
            content.writeBytes(packet.content());
            if (packet.pid() == 7) {
                break;
            }
            if (packet.pid() == 8) {
                boolean clean = new PacketStream(java.util.Arrays.copyOf(stream.bytes(), bytes)).isClean();
                return clean ? content.toByteArray() : new byte[0];
            }
        }
        return new byte[0];
    }

    private static boolean isPicture(PacketStream stream) {
        int count = sent(stream).length;
        return count == OPTICAL || count == ROUND;
    }

    private static void pixelsAreThose(Fingerprint print, byte[] sent) {
        boolean optical = print.width() == 256 && print.height() == 288 && sent.length == OPTICAL;
        boolean round = print.width() == 192 && print.height() == 192 && sent.length == ROUND;
        unless(optical || round, "a picture has exactly the bytes of its format");
        for (int i = 0; i < sent.length; i++) {
            int left = print.pixels().get(ValueLayout.JAVA_BYTE, 2L * i) & 0xFF;
            int right = print.pixels().get(ValueLayout.JAVA_BYTE, 2L * i + 1) & 0xFF;
            int both = Byte.toUnsignedInt(sent[i]);
            unless(left == both / 16 * 17 && right == both % 16 * 17, "pixels are the nibbles sent");
        }
    }
}
