package org.waypost.hub.intake;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.waypost.contract.SignedNotice;
import org.waypost.contract.SignedReceipt;
import org.waypost.contract.Topic;
import org.waypost.hub.tip.Reply;
import org.waypost.hub.tip.ReplySender;

/**
 * Keeps a connection to the broker and takes messages from it, batch after batch, on a thread of its own. A batch is
 * acknowledged after the intake has dealt with it, the next one is inspected meanwhile; if the store fails, none of it
 * is, and the connection starts anew.
 */
public final class MqttIntake implements ReceiptSender, ReplySender, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MqttIntake.class.getName());
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final BrokerAddress address;
    private final Intake intake;
    private final Bell receipts;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable BrokerLink link;

    /**
     * Starts taking in.
     *
     * @param address the broker
     * @param intake what happens to each message
     * @param receipts rings when a receipt may wait
     */
    public MqttIntake(BrokerAddress address, Intake intake, Bell receipts) {
        this.address = address;
        this.intake = intake;
        this.receipts = receipts;
        this.thread = Thread.ofVirtual().name("waypost-intake").start(this::run);
    }

    /** Whether it was connected, at least once, within that time. */
    public boolean ready(Duration limit) throws InterruptedException {
        return connected.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            do {
                pause = session() ? FIRST_PAUSE : longer(pause);
            } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "the intake stops");
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** One connection until it is lost; whether there was one. */
    private boolean session() throws InterruptedException {
        boolean opened = false;
        try (BrokerLink opening = BrokerLink.open(address)) {
            opened = true;
            link = opening;
            connected.countDown();
            receipts.ring();
            LOG.log(Level.INFO, "the intake is connected to {0}", address.url());
            drain(opening);
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "no connection to {0}, trying again: {1}", address.url(), Trouble.of(e));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "reports were not stored and not acknowledged: look at the store", e);
            return false;
        } finally {
            link = null;
        }
        return opened;
    }

    private void drain(BrokerLink opened) throws InterruptedException, MqttException {
        Lanes<Arrivals.Arrival> lanes = intake.lanes();
        try (Conveyor conveyor = new Conveyor(intake)) {
            while (opened.up() && closing.getCount() > 0) {
                Lanes.Sorted<Arrivals.Arrival> sorted = lanes.sort(opened.next(POLL));
                intake.letGo(sorted.letGo());
                opened.acknowledge(sorted.letGo());
                conveyor.check();
                if (!sorted.now().isEmpty()) {
                    conveyor.give(sorted.now(), outcomes -> stored(opened, sorted.now()));
                }
            }
        }
    }

    private void stored(BrokerLink opened, List<Arrivals.Arrival> batch) {
        receipts.ring();
        try {
            opened.acknowledge(batch);
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "the connection is gone, what was stored comes again: {0}", Trouble.of(e));
        }
    }

    @Override
    public List<SignedReceipt> send(List<SignedReceipt> batch) {
        BrokerLink current = link;
        return current == null ? List.of() : current.publish(batch, receipt -> Topic.receipt(receipt.terminal()));
    }

    /** Notices that the broker took; as {@link #send}. */
    public List<SignedNotice> sendNotices(List<SignedNotice> batch) {
        BrokerLink current = link;
        return current == null ? List.of() : current.publish(batch, notice -> Topic.notice(notice.terminal()));
    }

    @Override
    public void say(Reply reply) {
        BrokerLink current = link;
        if (current != null) {
            current.say(reply);
        }
    }

    /** Not by interrupt, which would end a store's connection under it. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
