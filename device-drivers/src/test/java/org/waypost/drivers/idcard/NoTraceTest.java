package org.waypost.drivers.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.device.Readings.taken;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.simulated.CardImage;
import org.waypost.drivers.simulated.IdleHabit;
import org.waypost.drivers.simulated.SamvCommand;
import org.waypost.drivers.simulated.SamvFault;
import org.waypost.drivers.simulated.SpecimenCard;
import org.waypost.drivers.simulated.WirePace;

/** Nothing of a card is left in logs, in buffers or in a closed portrait. */
class NoTraceTest {
    private static final List<String> MARKERS = List.of("测试标记", "110101199003070011", "示例标记路", "标记分局", "19900307");

    private static final CardImage MARKED = SpecimenCard.TEST_JIA
            .image()
            .with(0, 15, "测试标记")
            .with(52, 35, "示例标记路")
            .with(158, 15, "标记分局");

    @Test
    void logsHoldNothingOfTheCard() {
        List<String> lines = new ArrayList<>();
        Handler handler = recorder(lines);
        Logger ours = Logger.getLogger("org.waypost");
        Level before = ours.getLevel();
        ours.setLevel(Level.ALL);
        ours.addHandler(handler);
        try {
            readInGoodAndBadTimes();
        } finally {
            ours.removeHandler(handler);
            ours.setLevel(before);
        }
        assertFalse(lines.isEmpty(), "faults of the device are logged");
        lines.forEach(NoTraceTest::assertClean);
    }

    private static void readInGoodAndBadTimes() {
        for (SamvFault fault : List.of(
                new SamvFault.NoAnswer(),
                new SamvFault.CutAfter(700),
                new SamvFault.FlippedBit(1200),
                new SamvFault.LengthsSwapped(),
                new SamvFault.Status(0x60))) {
            for (int times = 0; times < 8; times += 3) {
                try (SamvRig rig = new SamvRig()) {
                    rig.simulator.arm(SamvCommand.READ_TEXT_PHOTO, fault, times);
                    rig.simulator.arm(SamvCommand.STATUS, fault, times);
                    rig.read(MARKED);
                    rig.read(MARKED.withType('Q'));
                    rig.absent = true;
                    rig.read(MARKED);
                }
            }
        }
    }

    private static void assertClean(String line) {
        for (String marker : MARKERS) {
            byte[] utf16 = marker.getBytes(StandardCharsets.UTF_16LE);
            assertFalse(line.contains(marker), line);
            assertFalse(
                    line.toLowerCase(java.util.Locale.ROOT)
                            .contains(HexFormat.of().formatHex(utf16)),
                    line);
            assertFalse(line.contains(Base64.getEncoder().withoutPadding().encodeToString(utf16)), line);
        }
    }

    private static Handler recorder(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(@Nullable LogRecord entry) {
                if (entry != null) {
                    StringWriter text = new StringWriter();
                    text.append(new SimpleFormatter().format(entry));
                    if (entry.getThrown() != null) {
                        entry.getThrown().printStackTrace(new PrintWriter(text, true));
                    }
                    lines.add(text.toString());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void theDocumentAndItsPortraitDescribeThemselvesWithoutContent() {
        try (SamvRig rig = new SamvRig();
                Document document = taken(rig.read(MARKED))) {
            assertClean(document.toString());
            assertEquals("Document[RESIDENT_CARD]", document.toString());
            assertEquals("Portrait[102x126]", document.portrait().orElseThrow().toString());
        }
    }

    @Test
    void thePictureBlockIsWipedAfterDecoding() {
        List<byte[]> seen = new ArrayList<>();
        PortraitDecoder keeping = block -> {
            assertTrue(block[0] != 0);
            seen.add(block);
            return Optional.empty();
        };
        try (SamvRig rig = new SamvRig(IdleHabit.KEEPS_REPORTING, WirePace.unpaced(), keeping);
                Document document = taken(rig.read(MARKED))) {
            assertTrue(document.portrait().isEmpty());
            assertArrayEquals(new byte[1024], seen.getFirst());
        }
    }

    @Test
    void aClosedPortraitCannotBeRead() {
        try (SamvRig rig = new SamvRig()) {
            Document document = taken(rig.read(MARKED));
            Portrait portrait = document.portrait().orElseThrow();
            MemorySegment pixels = portrait.pixels();
            assertTrue(pixels.get(ValueLayout.JAVA_BYTE, 0) != 0);
            document.close();
            document.close();
            assertThrows(IllegalStateException.class, () -> pixels.get(ValueLayout.JAVA_BYTE, 0));
        }
    }
}
