package org.waypost.kiosk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.waypost.agent.settings.SettingsFailure;
import org.waypost.agent.store.StoreFailure;
import org.waypost.contract.KeyFailure;
import picocli.CommandLine.Option;

/** A command that serves pages until the process is told to end; 2 and one line if the installation is broken. */
abstract class Service implements Callable<Integer> {
    private static final int BROKEN = 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final Console console;

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The settings of this machine.")
    private Path settings = Path.of("");

    Service(String name, Console console) {
        this.name = name;
        this.console = console;
    }

    /** Starts what the settings file describes. */
    abstract Running start(Path settings);

    @Override
    public Integer call() throws InterruptedException {
        try {
            serve(start(settings));
            return 0;
        } catch (SettingsFailure | KeyFailure | StoreFailure | StartFailure broken) {
            console.err.println(name + " not started: " + broken.getMessage());
            return BROKEN;
        }
    }

    private void serve(Running running) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(running.end, "waypost-end"));
        long millis = (System.nanoTime() - console.begun) / NANOS_PER_MILLI;
        console.out.println(name + " ready after " + millis + " ms: " + running.pages);
        asked.await();
    }

    /**
     * What started.
     *
     * @param pages where they are
     * @param end ends it
     */
    record Running(String pages, Runnable end) {}

    /**
     * Where a command speaks.
     *
     * @param begun nanoseconds at the start of the process
     */
    record Console(long begun, PrintStream out, PrintStream err) {}
}
