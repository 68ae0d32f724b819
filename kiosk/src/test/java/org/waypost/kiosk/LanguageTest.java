package org.waypost.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant I22: the language of a screen is the screen's alone, and the parties' one ends with their case. */
class LanguageTest {
    @TempDir
    Path directory;

    private final Log log = new Log();
    private Installation installation;
    private Counter counter;

    @BeforeEach
    void installed() throws Exception {
        Logger.getLogger("").addHandler(log);
        installation = Installation.in(directory.resolve("terminal"));
        counter = Counter.at(installation);
    }

    @AfterEach
    void closed() {
        counter.close();
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void eachScreenHasItsOwnAndThePartiesOneEndsWithTheirCase() throws IOException, InterruptedException {
        counter.party.done("/party/language", "language", "ENGLISH");
        String encounter = counter.open();
        assertTrue(counter.party.page("/party").contains("Before we begin"));
        assertTrue(counter.clerk.page("/clerk").contains("当事人甲"));
        counter.clerk.done("/clerk/language", "language", "ENGLISH");
        assertTrue(counter.clerk.page("/clerk").contains("Party A"));
        assertTrue(counter.party.page("/party").contains("lang=\"en\""));

        counter.decided(encounter, "WITHDRAW");
        assertTrue(counter.party.page("/party").contains("Thank you"));
        counter.open();

        assertTrue(counter.party.page("/party").contains("办理前告知"));
        assertTrue(counter.clerk.page("/clerk").contains("Party A"));
    }

    @Test
    void noLanguageIsWrittenDownAnywhere() throws IOException, InterruptedException {
        for (String language : List.of("CHINESE", "ENGLISH")) {
            counter.clerk.done("/clerk/language", "language", language);
            counter.party.done("/party/language", "language", language);
            String encounter = counter.open();
            counter.raised(encounter, "1");
            counter.decided(encounter, "REFER");
        }
        assertEquals(
                1,
                counter.party.get("/party").headers().map().keySet().stream()
                        .filter(name -> name.equals("content-type"))
                        .count());
        assertFalse(counter.party.get("/party").headers().map().containsKey("set-cookie"));
        assertFalse(counter.party.get("/party").headers().map().containsKey("content-language"));
        String kept = installation.stored() + log.lines;
        assertTrue(kept.contains("CONCERN_RAISED"));
        for (String trace : List.of("ENGLISH", "CHINESE", "English", "zh-Hans", "language", "Language")) {
            assertFalse(kept.contains(trace), trace);
        }
    }

    /** Everything logged, as it would be written. */
    private static final class Log extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(@Nullable LogRecord entry) {
            if (entry != null) {
                lines.add(entry.getMessage() + " " + java.util.Arrays.toString(entry.getParameters()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
