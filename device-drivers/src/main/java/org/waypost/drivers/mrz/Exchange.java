package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/** One wait for one message over an open link: prompts, gathers, judges silence. */
final class Exchange {
    private static final Duration LONGEST_MESSAGE = Duration.ofSeconds(4);
    private static final Duration CONFIRMATION = Duration.ofMillis(500);

    private final Link link;
    private final Intake.Manner manner;
    private final FrameScanner scanner;
    private final Ticker ticker;
    private final long deadline;
    private final byte[] received = new byte[64];
    private boolean gathering;
    private long begunAt;
    private long promptAt;
    private boolean unconfirmed;
    private long confirmBy;

    Exchange(Link link, Intake.Manner manner, FrameScanner scanner, Ticker ticker, long deadline) {
        this.link = link;
        this.manner = manner;
        this.scanner = scanner;
        this.ticker = ticker;
        this.deadline = deadline;
        this.promptAt = ticker.nanos();
    }

    Reading<String> run() throws LinkLost {
        Optional<Reading<String>> outcome = Optional.empty();
        try {
            while (outcome.isEmpty()) {
                prompt();
                int count = link.read(received, 0, patience());
                outcome = count == 0 ? afterSilence() : afterBytes(count);
            }
            return outcome.get();
        } finally {
            Arrays.fill(received, (byte) 0);
        }
    }

    private void prompt() throws LinkLost {
        if (gathering || unconfirmed || manner.prompt().isEmpty() || isAhead(promptAt)) {
            return;
        }
        Prompt prompt = manner.prompt().get();
        link.write(prompt.bytes());
        promptAt = ticker.nanos() + prompt.every().toNanos();
        if (prompt.reply() == Prompt.Reply.EXPECTED) {
            unconfirmed = true;
            confirmBy = ticker.nanos() + CONFIRMATION.toNanos();
        }
    }

    /** A prompt is waited for beyond the deadline: a device that does not answer is not "nobody". */
    private Duration patience() {
        if (gathering) {
            return manner.idleGap();
        }
        if (unconfirmed) {
            return until(confirmBy);
        }
        Duration left = until(deadline);
        Duration next = manner.prompt().isPresent() ? until(promptAt) : left;
        return next.compareTo(left) < 0 ? next : left;
    }

    private Duration until(long moment) {
        return Duration.ofNanos(Math.max(0, moment - ticker.nanos()));
    }

    private Optional<Reading<String>> afterBytes(int count) throws LinkLost {
        Optional<Reading<String>> outcome = Optional.empty();
        for (int i = 0; i < count && outcome.isEmpty(); i++) {
            OptionalInt character = manner.parity().character(received[i]);
            outcome = judged(character.isPresent() ? scanner.take(character.getAsInt()) : Scan.Signal.BROKEN);
        }
        boolean endless = gathering && !isAhead(begunAt + LONGEST_MESSAGE.toNanos());
        return outcome.isEmpty() && endless ? broken() : outcome;
    }

    private Optional<Reading<String>> afterSilence() throws LinkLost {
        if (gathering) {
            return judged(scanner.silence());
        }
        if (Thread.currentThread().isInterrupted()) {
            return nobody();
        }
        if (unconfirmed) {
            return isAhead(confirmBy) ? Optional.empty() : faulty(Fault.NO_ANSWER);
        }
        return isAhead(deadline) ? Optional.empty() : nobody();
    }

    private Optional<Reading<String>> judged(Scan scan) throws LinkLost {
        return switch (scan) {
            case Scan.Message message -> Optional.of(new Reading.Taken<>(message.text()));
            case Scan.Signal signal -> signalled(signal);
        };
    }

    private Optional<Reading<String>> signalled(Scan.Signal signal) throws LinkLost {
        return switch (signal) {
            case NOTHING -> going(false);
            case GATHERING -> going(true);
            case CONFIRMED -> {
                unconfirmed = false;
                yield going(false);
            }
            case REFUSED -> faulty(Fault.COMMAND_REFUSED);
            case BROKEN -> broken();
        };
    }

    private Optional<Reading<String>> going(boolean withinMessage) {
        if (withinMessage && !gathering) {
            begunAt = ticker.nanos();
        }
        gathering = withinMessage;
        return Optional.empty();
    }

    /** Lets the rest of a broken message pass, for a while. */
    private Optional<Reading<String>> broken() throws LinkLost {
        long until = ticker.nanos() + LONGEST_MESSAGE.toNanos();
        int count = 1;
        while (count > 0 && isAhead(until)) {
            count = link.read(received, 0, manner.idleGap());
        }
        return faulty(Fault.LINK_UNRELIABLE);
    }

    private Optional<Reading<String>> nobody() throws LinkLost {
        if (manner.stop().isPresent()) {
            link.write(manner.stop().get().bytes());
        }
        return Optional.of(new Reading.Nobody<>());
    }

    private static Optional<Reading<String>> faulty(Fault fault) {
        return Optional.of(new Reading.Faulty<>(fault));
    }

    private boolean isAhead(long moment) {
        return moment - ticker.nanos() > 0;
    }
}
