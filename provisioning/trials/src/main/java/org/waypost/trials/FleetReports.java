package org.waypost.trials;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.waypost.agent.report.Patience;
import org.waypost.contract.Codec;
import org.waypost.contract.Receipt;
import org.waypost.contract.SignedReceipt;

/**
 * Reports sent at a rate that does not wait for the answers, and the time until each was answered as stored. One that
 * has no receipt is sent again, as a terminal's courier does it.
 */
final class FleetReports {
    private static final int UNDER_WAY = 2_000;
    private static final long LOOK_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LAST_WAIT_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final Duration REMINDING = Duration.ofSeconds(1);

    private final Fleet fleet;
    private final FleetStock stock;
    private final int reportsASecond;
    private final AtomicLongArray due;
    private final AtomicLongArray answered;
    private final AtomicInteger open;
    private final Queue<CompletableFuture<?>> underWay = new ArrayDeque<>();
    private final List<Patience> patience;
    private final AtomicLongArray sent;
    private final long[] wait;
    private final BitSet repeated = new BitSet();
    private final AtomicInteger unheard = new AtomicInteger();
    private int sentAgain;
    private double seconds;

    FleetReports(Fleet fleet, FleetStock stock, int reportsASecond) {
        this.fleet = fleet;
        this.stock = stock;
        this.reportsASecond = reportsASecond;
        this.due = new AtomicLongArray(stock.size());
        this.answered = new AtomicLongArray(stock.size());
        this.open = new AtomicInteger(stock.size());
        this.patience = Stream.generate(Patience::new).limit(stock.terminals()).toList();
        this.sent = new AtomicLongArray(stock.size());
        this.wait = new long[stock.size()];
    }

    /**
     * Sends all of them and waits for the receipts, which may not come. The hub's heap is looked at from the end of the
     * first minute on: until then it meets terminals for the first time and remembers each.
     */
    void run(HubHeap heap) throws IOException, InterruptedException {
        fleet.onReceipt(this::take);
        long begun = System.nanoTime();
        long nextLook = begun + LOOK_NANOS;
        long nextReminding = begun + REMINDING.toNanos();
        for (int number = 0; number < stock.size(); number++) {
            // a report is due when it is due, also if the fleet is late: its wait counts
            due.set(number, begun + number * 1_000_000_000L / reportsASecond);
            pauseUntil(due.get(number));
            wait[number] = patience(number).toNanos();
            send(number);
            if (System.nanoTime() > nextReminding) {
                remind();
                nextReminding = System.nanoTime() + REMINDING.toNanos();
            }
            if (System.nanoTime() > nextLook) {
                heap.look();
                nextLook += LOOK_NANOS;
            }
        }
        settle(System.nanoTime() + LAST_WAIT_NANOS);
        seconds = (last() - begun) / 1e9;
        heap.look();
    }

    private void send(int number) {
        if (underWay.size() == UNDER_WAY) {
            underWay.remove().join();
        }
        sent.set(number, System.nanoTime());
        underWay.add(
                fleet.publish(stock.terminal(number), stock.payload(number)).thenAccept(this::acknowledged));
    }

    private void acknowledged(Fleet.Acknowledged how) {
        if (how == Fleet.Acknowledged.BY_A_BROKER_WITHOUT_A_HUB) {
            unheard.incrementAndGet();
        }
    }

    /** Sends again what has waited too long for its receipt, each terminal as its courier does. */
    private void remind() {
        long now = System.nanoTime();
        for (int number = 0; number < stock.size() && due.get(number) != 0; number++) {
            if (answered.get(number) == 0 && now - sent.get(number) > wait[number]) {
                wait[number] = Patience.after(Duration.ofNanos(wait[number])).toNanos();
                repeat(number);
            }
        }
    }

    private void repeat(int number) {
        synchronized (repeated) {
            repeated.set(number);
        }
        sentAgain++;
        send(number);
    }

    private Duration patience(int number) {
        Patience terminal = patience.get(stock.terminal(number));
        synchronized (terminal) {
            return terminal.first();
        }
    }

    private void measured(int number, long nanos) {
        synchronized (repeated) {
            if (repeated.get(number)) {
                return;
            }
        }
        Patience terminal = patience.get(stock.terminal(number));
        synchronized (terminal) {
            terminal.measured(nanos);
        }
    }

    private static void pauseUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void settle(long end) throws InterruptedException {
        while (open.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(REMINDING);
            remind();
        }
    }

    private void take(byte[] payload) {
        if (Codec.read(payload, SignedReceipt.class) instanceof Codec.Decoded<SignedReceipt> decoded
                && !(decoded.value().receipt() instanceof Receipt.Refused)) {
            answered(decoded.value().report());
        }
    }

    private void answered(UUID report) {
        int number = stock.numberOf(report);
        if (number >= 0 && answered.compareAndSet(number, 0, System.nanoTime())) {
            open.decrementAndGet();
            measured(number, answered.get(number) - sent.get(number));
        }
    }

    private long last() {
        long last = 0;
        for (int number = 0; number < answered.length(); number++) {
            last = Math.max(last, answered.get(number));
        }
        return last;
    }

    int unanswered() {
        return open.get();
    }

    /** How often a report was sent once more. */
    int sentAgain() {
        return sentAgain;
    }

    /** Reports that the broker acknowledged while no hub was there to take them. */
    int unheard() {
        return unheard.get();
    }

    /** Receipts a second, from the first report to the last receipt. */
    double rate() {
        return (stock.size() - open.get()) / seconds;
    }

    /** From when a report was due until its receipt was there. */
    Timings timings() {
        Timings timings = new Timings();
        for (int number = 0; number < stock.size(); number++) {
            if (answered.get(number) != 0) {
                timings.add(answered.get(number) - due.get(number));
            }
        }
        return timings;
    }
}
