package org.waypost.drivers.passport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.drivers.passport.PassportBench.ANNA;
import static org.waypost.drivers.passport.PassportBench.CLOCK;
import static org.waypost.drivers.passport.PassportBench.ECDSA;
import static org.waypost.drivers.passport.PassportBench.UTOPIA;
import static org.waypost.drivers.passport.PassportBench.taken;
import static org.waypost.drivers.passport.PassportBench.trusting;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.ChipQuirk;
import org.waypost.drivers.simulated.ChipRandom;
import org.waypost.drivers.simulated.EmrtdCard;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSpecimen;
import org.waypost.drivers.simulated.SimulatedChipTerminal;
import org.waypost.testing.ExpectFailure;

/** Nothing of a document is left in logs, in good times and in bad; {@link PassportWipedTest} has the memory. */
class PassportNoTraceTest {
    private static final String SOFIA = PassportSpecimen.ANNA.replace("ANNA<MARIA", "ANNA<SOFIA");
    private static final List<String> LIBRARIES = List.of("org.jmrtd", "net.sf.scuba");
    private static final EmrtdCard CARD = PassportSpecimen.modern().personalised(ECDSA);

    private final SimulatedChipTerminal terminal = new SimulatedChipTerminal(false, ChipRandom.secure());

    /** Names, number, dates, the card access number, and what the chip's keys are derived from. */
    private static List<String> markers() {
        String key = PassportSpecimen.mrzInformation(PassportSpecimen.ANNA);
        Stream<String> printed = Stream.of(
                "ERIKSSON", "MARIA", "SOFIA", "L898902C3", "740812", "330415", "ZE184226B", PassportSpecimen.CAN, key);
        return Stream.concat(printed, Stream.of(HexFormat.of().formatHex(Arrays.copyOf(sha1(key), 16))))
                .toList();
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean holdsOne(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return markers().stream().anyMatch(marker -> {
            byte[] bytes = marker.getBytes(StandardCharsets.US_ASCII);
            return lower.contains(marker.toLowerCase(Locale.ROOT))
                    || lower.contains(HexFormat.of().formatHex(bytes))
                    || line.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        });
    }

    /** Everything that is logged meanwhile, with its stack traces. */
    private static List<LogRecord> logged(Runnable meanwhile) {
        List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(@Nullable LogRecord entry) {
                if (entry != null) {
                    records.add(entry);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            meanwhile.run();
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        return List.copyOf(records);
    }

    private static String line(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(new SimpleFormatter().format(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static boolean isOf(List<String> loggers, LogRecord entry) {
        String name = String.valueOf(entry.getLoggerName());
        return loggers.stream().anyMatch(name::startsWith);
    }

    private void goodTimesAndBad(ChipTerminal reader) {
        read(reader, CARD, ANNA);
        read(reader, CARD, PassportBench.CAN);
        read(reader, CARD, new AccessKey.MrzKey("L898902C3", "740812", "330416"));
        read(reader, PassportSpecimen.old().personalised(ECDSA), new AccessKey.MrzKey("L898902C3", "740812", "330416"));
        for (int answers = 0; answers < 60; answers += 7) {
            terminal.place(CARD);
            terminal.removeAfter(answers);
            PassportBench.read(reader, ANNA, AccessPolicy.PACE_ONLY);
        }
        read(reader, PassportSpecimen.modern().with(ChipQuirk.EMPTY_READS).personalised(ECDSA), ANNA);
        silent(reader);
        read(reader, PassportSpecimen.modern().with(SOFIA).personalised(ECDSA), ANNA);
    }

    private void read(ChipTerminal reader, EmrtdCard card, AccessKey key) {
        terminal.place(card);
        if (PassportBench.read(reader, key, AccessPolicy.BAC_WITHOUT_PACE) instanceof Reading.Taken<Passport> taken) {
            taken.value().close();
        }
    }

    private void silent(ChipTerminal reader) {
        terminal.place(CARD);
        terminal.fallSilent();
        var settings = new PassportReader.Settings(AccessPolicy.PACE_ONLY, Duration.ofMillis(100));
        var hurried = new PassportReader(reader, () -> trusting(UTOPIA), settings, CLOCK, stage -> {});
        assertEquals(
                new Reading.Faulty<Passport>(Fault.NO_ANSWER), hurried.read(ANNA, Optional.empty(), Duration.ZERO));
    }

    @Test
    void cases1And9And12And19And22LogNothingOfTheDocument() {
        List<LogRecord> records = logged(() -> goodTimesAndBad(terminal));
        assertTrue(records.stream().anyMatch(entry -> isOf(List.of("org.waypost"), entry)), "faults are logged");
        records.forEach(entry -> assertFalse(holdsOne(line(entry)), () -> line(entry)));
        assertTrue(records.stream().noneMatch(entry -> isOf(LIBRARIES, entry)), "the libraries are silent");
    }

    /** The silence above is ours: the same libraries do speak when their loggers are opened meanwhile. */
    @Test
    @ExpectFailure(GeneralSecurityException.class)
    void theLibrariesWouldLogIfTheirLoggersWereNotShut() {
        List<Logger> loggers = LIBRARIES.stream().map(Logger::getLogger).toList();
        try {
            ChipTerminal opening = new OpeningTerminal(terminal, () -> loggers.forEach(one -> one.setLevel(Level.ALL)));
            List<LogRecord> records = logged(() -> goodTimesAndBad(opening));
            assertTrue(records.stream().anyMatch(entry -> isOf(LIBRARIES, entry)));
        } finally {
            loggers.forEach(one -> one.setLevel(Level.OFF));
        }
    }

    /** And what looks for traces finds them. */
    @Test
    void aLineWithATraceIsFound() {
        byte[] dg1 = PassportFiles.dg1(PassportSpecimen.ANNA);
        for (String trace : List.of(
                "zone " + PassportSpecimen.ANNA,
                HexFormat.of().withUpperCase().formatHex(dg1),
                "BACKey [L898902C3, 740812, 330415]",
                "CAN " + PassportSpecimen.CAN,
                Base64.getEncoder().encodeToString("L898902C3".getBytes(StandardCharsets.US_ASCII)))) {
            LogRecord entry = new LogRecord(Level.FINEST, trace);
            assertEquals(
                    1,
                    logged(() -> Logger.getLogger("org.waypost.trace").log(entry)).stream()
                            .filter(one -> holdsOne(line(one)))
                            .count());
        }
    }

    /** Does something before each command. */
    private record OpeningTerminal(ChipTerminal inner, Runnable before) implements ChipTerminal {
        @Override
        public Reading<CardChannel> await(Duration patience) {
            return inner.await(patience) instanceof Reading.Taken<CardChannel> taken
                    ? new Reading.Taken<>(new OpeningChannel(taken.value(), before))
                    : new Reading.Nobody<>();
        }
    }

    private record OpeningChannel(CardChannel inner, Runnable before) implements CardChannel {
        @Override
        public byte[] transmit(byte[] command) throws CardLost {
            before.run();
            return inner.transmit(command);
        }

        @Override
        public boolean extendedLength() {
            return inner.extendedLength();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
