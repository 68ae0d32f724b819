package org.waypost.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub or a terminal as its own process, started as a site starts it. Closing it asks it to end, then ends it. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final long startedNanos;
    private volatile long readyNanos;
    private volatile String last = "nothing";

    /**
     * Starts it.
     *
     * @param log takes all it prints
     * @param readyMark part of the line by which it says that it serves
     */
    Program(List<String> command, Path log, String readyMark) throws IOException {
        this.startedNanos = System.nanoTime();
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().name("waypost-program").start(() -> read(log, readyMark));
    }

    /** The command that runs a packaged jar of ours with the flags a site uses. */
    static List<String> java(Path jar, List<String> flags, String... arguments) {
        List<String> command = asASiteDoes();
        command.addAll(flags);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The command that runs a class of the packaged jar of these trials with the flags a site uses. */
    static List<String> java(Class<?> main, List<String> flags, String... arguments) {
        List<String> command = asASiteDoes();
        command.addAll(flags);
        command.addAll(List.of("-cp", Site.trialsJar().toString(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same for what starts often and is not measured: with the cache that the package step left beside the jar. */
    static List<String> rehearsed(Class<?> main, List<String> flags, String... arguments) {
        List<String> all = new ArrayList<>(List.of(Site.cached(Site.trialsJar())));
        all.addAll(flags);
        return java(main, all, arguments);
    }

    private static List<String> asASiteDoes() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx128m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=512m",
                "-Dorg.bytedeco.javacpp.platform.extension="));
    }

    /** The line by which it said that it serves. */
    String readyLine() throws IOException, InterruptedException {
        try {
            return ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IOException("the program did not get ready; it said: " + last, e);
        }
    }

    /** From the start of the process to the line that it serves. */
    Duration startTime() throws IOException, InterruptedException {
        readyLine();
        return Duration.ofNanos(readyNanos - startedNanos);
    }

    /** Resident memory now, in MiB. */
    double residentMebibytes() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        if (!matcher.find()) {
            throw new IOException("the process is gone");
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read(Path log, String readyMark) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
                var out = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(readyMark) && !ready.isDone()) {
                    readyNanos = System.nanoTime();
                    ready.complete(line);
                }
                last = line;
                out.write(line);
                out.newLine();
                out.flush();
            }
            ready.completeExceptionally(new IOException("the program ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
