package org.waypost.agent.report;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.waypost.contract.AnswersWanted;
import org.waypost.contract.Codec;
import org.waypost.contract.DeskWord;
import org.waypost.contract.SealedTip;
import org.waypost.contract.SignedAnswer;
import org.waypost.contract.SignedTipReceipt;
import org.waypost.contract.StationWord;
import org.waypost.contract.TerminalId;

/**
 * Carries the tips of a public station to the hub and brings the desk's answers back. It asks for answers as soon as a
 * connection stands and then at a fixed beat, and never because somebody asked the station for one: when it speaks says
 * nothing of people. Its log names no tip. For one courier.
 */
public final class TipErrand implements Errand {
    /** From one asking to the next; what has no receipt by then is sent again. */
    public static final Duration EVERY = Duration.ofMinutes(15);

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofMinutes(2);
    private static final UUID ASKING = new UUID(0, 0);

    private final TerminalId station;
    private final TipBox box;
    private final AnswerShelf shelf;
    private final Mailbox mailbox;
    private final LongSupplier nanos;
    private final Set<UUID> sent = new HashSet<>();
    private final Set<UUID> unacknowledged = new HashSet<>();
    private long asked;
    private long silentSince;
    private int answers;

    /**
     * An errand for one station.
     *
     * @param mailbox the courier's
     * @param nanos monotonic time
     */
    public TipErrand(TerminalId station, TipBox box, AnswerShelf shelf, Mailbox mailbox, LongSupplier nanos) {
        this.station = station;
        this.box = box;
        this.shelf = shelf;
        this.mailbox = mailbox;
        this.nanos = nanos;
    }

    @Override
    public Outbox.Backlog backlog() {
        return new Outbox.Backlog(box.waiting(), 0, Optional.empty(), Optional.empty());
    }

    @Override
    public String over(BrokerSession session) throws InterruptedException {
        unacknowledged.clear();
        ask(session);
        Optional<String> end = Optional.empty();
        while (end.isEmpty()) {
            if (nanos.getAsLong() - asked >= EVERY.toNanos() || answers >= AnswersWanted.PAGE) {
                ask(session);
            }
            sendDue(session);
            end = mailbox.await(POLL).flatMap(this::take).or(this::stuck);
        }
        return end.get();
    }

    private void ask(BrokerSession session) {
        shelf.tidy();
        sent.clear();
        asked = nanos.getAsLong();
        answers = 0;
        say(session, ASKING, new AnswersWanted(AnswersWanted.VERSION, shelf.last()));
    }

    private void sendDue(BrokerSession session) {
        for (SealedTip tip : box.due()) {
            boolean fits = Codec.write(tip).length() <= session.messageMax();
            if (unacknowledged.size() < session.window() && fits && sent.add(tip.id())) {
                say(session, tip.id(), tip);
            }
        }
    }

    private void say(BrokerSession session, UUID reference, StationWord word) {
        if (unacknowledged.isEmpty()) {
            silentSince = nanos.getAsLong();
        }
        unacknowledged.add(reference);
        session.say(station, reference, word);
    }

    private Optional<String> stuck() {
        boolean silent = !unacknowledged.isEmpty() && nanos.getAsLong() - silentSince >= ACKNOWLEDGED_WITHIN.toNanos();
        return silent
                ? Optional.of("it has acknowledged nothing for " + ACKNOWLEDGED_WITHIN.toMinutes()
                        + " min: check the line and the broker")
                : Optional.empty();
    }

    private Optional<String> take(LinkEvent event) {
        return switch (event) {
            case LinkEvent.Rung rung -> Optional.empty();
            case LinkEvent.Taken taken -> taken(taken.report());
            case LinkEvent.NotTaken refusal ->
                Optional.of("it does not take what a station says (MQTT reason code " + refusal.code()
                        + "): check its access list and that a hub is connected");
            case LinkEvent.Arrived receipt -> Optional.empty();
            case LinkEvent.Noticed notice -> Optional.empty();
            case LinkEvent.Said said -> heard(said.word());
            case LinkEvent.Unreadable unreadable -> Optional.empty();
            case LinkEvent.Lost lost -> Optional.of(lost.reason());
        };
    }

    private Optional<String> taken(UUID reference) {
        unacknowledged.remove(reference);
        silentSince = nanos.getAsLong();
        return Optional.empty();
    }

    private Optional<String> heard(DeskWord word) {
        switch (word) {
            case SignedTipReceipt receipt -> heard(receipt);
            case SignedAnswer answer -> answers += shelf.put(answer) ? 1 : 0;
        }
        return Optional.empty();
    }

    private void heard(SignedTipReceipt receipt) {
        if (box.confirm(receipt) && receipt.outcome() == SignedTipReceipt.Outcome.REFUSED) {
            LOG.log(WARNING, "the hub cannot open a tip: check that keys.desk-sealing is the desk's present key");
        }
    }
}
