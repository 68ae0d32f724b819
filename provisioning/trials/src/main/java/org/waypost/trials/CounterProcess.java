package org.waypost.trials;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@link Counters} as a process that can be killed and started again. */
final class CounterProcess implements AutoCloseable {
    private final List<Path> settings;
    private final Share share;
    private final Path log;
    private Process process;

    CounterProcess(List<Path> settings, Share share, Path log) throws IOException {
        this.settings = List.copyOf(settings);
        this.share = share;
        this.log = log;
        this.process = started();
    }

    /**
     * What each terminal files.
     *
     * @param pause after each report
     */
    record Share(long reports, Duration pause) {}

    private Process started() throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(Long.toString(share.reports), Long.toString(share.pause.toMillis())));
        settings.forEach(file -> arguments.add(file.toString()));
        return new ProcessBuilder(
                        Program.rehearsed(Counters.class, List.of("-Xmx256m"), arguments.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Kill -9 amid what it does, and a new life over the same files; nothing if it is done. */
    boolean killed() throws IOException {
        if (done()) {
            return false;
        }
        process.destroyForcibly().onExit().join();
        process = started();
        return true;
    }

    /** Sets the clock of one of its terminals wrong; false if it is done. */
    boolean jumped(int which, Duration by) throws IOException {
        if (done()) {
            return false;
        }
        try {
            Writer in = process.outputWriter();
            in.write(which + " " + by.toSeconds() + "\n");
            in.flush();
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /**
     * Whether all its terminals have all receipts.
     *
     * @throws IOException if it ended in any other way
     */
    boolean done() throws IOException {
        if (process.isAlive()) {
            return false;
        }
        if (process.exitValue() != 0) {
            throw new IOException("terminals ended: " + Files.readString(log).strip());
        }
        return true;
    }

    int terminals() {
        return settings.size();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
