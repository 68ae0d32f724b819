package org.waypost.testing;

import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a test that logged an exception or a SEVERE line it did not declare by {@link ExpectFailure}, or that left a
 * platform thread of ours running; prints the last lines that a failed test logged. Registered for every module by its
 * service file, so that no test can forget it.
 */
public final class FailureHonesty implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(FailureHonesty.class);
    private static final String OUR_THREADS = "waypost-";
    private static final int GRACE_MILLIS = 2_000;
    private static final int TOLD = 50;

    // whether a line that breaks does so under a packet is chance; both programs keep this logger silent
    private static final String BROKEN_LINES = "org.eclipse.paho.mqttv5.client.internal.CommsSender";

    // a server that ends before its thread has begun to accept: Helidon calls that an error (seen with 4.4.0)
    private static final String LISTENING = "io.helidon.webserver.ServerListener";

    @Override
    public void beforeEach(ExtensionContext context) {
        Recorder recorder = new Recorder(ourThreads());
        Logger.getLogger("").addHandler(recorder);
        context.getStore(SPACE).put(Recorder.class, recorder);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Recorder recorder = context.getStore(SPACE).remove(Recorder.class, Recorder.class);
        Set<Thread> left = stillRunning(recorder.threadsBefore);
        Logger.getLogger("").removeHandler(recorder);
        if (context.getExecutionException().isPresent()) {
            recorder.tell();
        }
        recorder.judge(declared(context));
        if (!left.isEmpty()) {
            throw new AssertionFailedError("the test left threads running: " + left);
        }
    }

    private static List<Class<? extends Throwable>> declared(ExtensionContext context) {
        ExpectFailure onMethod = context.getRequiredTestMethod().getAnnotation(ExpectFailure.class);
        ExpectFailure declared =
                onMethod != null ? onMethod : context.getRequiredTestClass().getAnnotation(ExpectFailure.class);
        return declared == null ? List.of() : List.of(declared.value());
    }

    private static Set<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(OUR_THREADS))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Thread> stillRunning(Set<Thread> before) throws InterruptedException {
        for (int waited = 0; ; waited += 20) {
            Set<Thread> left = ourThreads().stream()
                    .filter(thread -> !before.contains(thread))
                    .collect(Collectors.toUnmodifiableSet());
            if (left.isEmpty() || waited >= GRACE_MILLIS) {
                return left;
            }
            Thread.sleep(20);
        }
    }

    private static final class Recorder extends Handler {
        private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
        private final BlockingDeque<LogRecord> latest = new LinkedBlockingDeque<>(TOLD);
        private final Set<Thread> threadsBefore;

        Recorder(Set<Thread> threadsBefore) {
            this.threadsBefore = threadsBefore;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(@Nullable LogRecord entry) {
            if (entry != null) {
                keep(entry);
            }
            if (entry != null && isFailure(entry) && !isChance(entry)) {
                records.add(entry);
            }
        }

        private void keep(LogRecord entry) {
            while (!latest.offerLast(entry)) {
                latest.pollFirst();
            }
        }

        /** What was logged last, for whoever looks for the cause. */
        void tell() {
            Formatter lines = new SimpleFormatter();
            latest.forEach(entry -> System.err.print(lines.format(entry)));
        }

        private static boolean isChance(LogRecord entry) {
            return BROKEN_LINES.equals(entry.getLoggerName())
                    || (LISTENING.equals(entry.getLoggerName()) && entry.getThrown() instanceof ClosedChannelException);
        }

        private static boolean isFailure(LogRecord entry) {
            return entry.getThrown() != null || entry.getLevel().equals(Level.SEVERE);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        void judge(List<Class<? extends Throwable>> declared) {
            for (LogRecord entry : records) {
                Throwable thrown = entry.getThrown();
                if (thrown == null
                        ? declared.isEmpty()
                        : declared.stream().noneMatch(type -> type.isInstance(thrown))) {
                    throw new AssertionFailedError("logged and not declared: " + entry.getMessage(), thrown);
                }
            }
            for (Class<? extends Throwable> type : declared) {
                if (records.stream().noneMatch(entry -> type.isInstance(entry.getThrown()))) {
                    throw new AssertionFailedError("declared but never logged: " + type.getName());
                }
            }
        }
    }
}
