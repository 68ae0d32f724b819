package org.waypost.drivers.mrz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSpecimen;

/** Nothing of a document reaches a log, and optional data reaches nobody. */
class MrzNoTraceTest {
    private static final List<String> MARKERS =
            List.of("ERIKSSON", "STEVENSON", "ANNA", "L898902C", "D2314589", "740812", "1974", "ZE184226B", "UTO");

    @Test
    void logsHoldNothingOfTheDocument() {
        List<String> lines = new ArrayList<>();
        Handler handler = recorder(lines);
        Logger ours = Logger.getLogger("org.waypost");
        Level before = ours.getLevel();
        ours.setLevel(Level.ALL);
        ours.addHandler(handler);
        try {
            MrzProfilesTest.all().forEach(profile -> readInGoodAndBadTimes(profile, lines));
        } finally {
            ours.removeHandler(handler);
            ours.setLevel(before);
        }
        assertFalse(lines.isEmpty(), "faults of the line are logged");
        for (String line : lines) {
            MARKERS.forEach(marker -> assertFalse(line.contains(marker), line));
        }
    }

    private static void readInGoodAndBadTimes(MrzProfile profile, List<String> lines) {
        for (MrzFault fault : MrzFault.values()) {
            try (MrzRig rig = new MrzRig(profile)) {
                for (MrzSpecimen specimen : MrzSpecimen.values()) {
                    lines.add(rig.read(specimen).toString());
                    lines.add(rig.read(specimen, fault).toString());
                }
                rig.link.cut();
                lines.add(rig.read().toString());
            }
        }
    }

    @Test
    void optionalDataAndPlaceOfBirthHaveNoComponent() {
        assertEquals(List.of("format", "document", "holder"), components(Mrz.class));
        assertEquals(List.of("code", "issuer", "number", "expiry"), components(Mrz.Document.class));
        assertEquals(List.of("name", "nationality", "birth", "sex"), components(Mrz.Holder.class));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
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
}
