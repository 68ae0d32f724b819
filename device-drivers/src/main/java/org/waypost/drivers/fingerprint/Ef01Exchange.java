package org.waypost.drivers.fingerprint;

import java.time.Duration;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.Ef01Answer.Acknowledged;
import org.waypost.drivers.fingerprint.Ef01Answer.Failed;
import org.waypost.drivers.fingerprint.Ef01Buffer.Kind;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * One command and its acknowledge. An acknowledge does not say what it answers, so one that comes too late could be
 * taken for the next: after every silence the line is synchronised by a command whose answer has a length of its own.
 * Modules answer in order, so nothing older comes after it. Otherwise the picture of an earlier finger could pass for a
 * new one.
 */
final class Ef01Exchange {
    /** Longest gap inside a packet; longest gap between data packets. */
    static final Duration GAP = Duration.ofMillis(500);
    /** Longest time for anything whatever: an image in packets of 32 bytes takes 8.6 s at 57600 baud. */
    static final Duration LONGEST = Duration.ofSeconds(12);

    private final Ef01Buffer buffer = new Ef01Buffer();
    private final Ticker ticker;
    private boolean flooded;
    private boolean owed;

    Ef01Exchange(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Forgets what an earlier link may still owe. */
    void begin() {
        flooded = false;
        owed = false;
    }

    /** Asks once, after the line was synchronised if an earlier answer is missing. */
    Ef01Answer once(Ef01Command command, Link link) throws LinkLost {
        return owed && !synchronised(command.instruction(), link) ? new Failed(Fault.NO_ANSWER) : asked(command, link);
    }

    /** Asks, and once more if the first answer was not understood on either side. */
    Ef01Answer twice(Ef01Command command, Link link) throws LinkLost {
        Ef01Answer first = once(command, link);
        return switch (first) {
            case Acknowledged acknowledged ->
                acknowledged.code().wantsRepetition() ? once(command, link) : acknowledged;
            case Failed failed -> synchronised(command.instruction(), link) ? asked(command, link) : failed;
        };
    }

    /**
     * Makes sure that no older answer can follow.
     *
     * @param after what was asked last
     */
    boolean synchronised(Ef01Instruction after, Link link) throws LinkLost {
        boolean counted = after == Ef01Instruction.COUNT_LIBRARY;
        return passes(counted ? Ef01Instruction.READ_PARAMETERS : Ef01Instruction.COUNT_LIBRARY, link)
                || passes(counted ? Ef01Instruction.COUNT_LIBRARY : Ef01Instruction.READ_PARAMETERS, link);
    }

    private boolean passes(Ef01Instruction barrier, Link link) throws LinkLost {
        owed = !asked(Ef01Command.of(barrier), link).isDone();
        return !owed;
    }

    private Ef01Answer asked(Ef01Command command, Link link) throws LinkLost {
        settle(link);
        buffer.wipe();
        link.drain();
        link.write(command.packet());
        Ef01Answer answer = listen(command.instruction(), link);
        owed = owed || answer instanceof Failed;
        return answer;
    }

    /** The buffer, for the packets that follow an acknowledge. */
    Ef01Buffer buffer() {
        return buffer;
    }

    /** Notes whether packets may still be coming that nobody wants. */
    void flooded(boolean coming) {
        flooded = coming;
    }

    /** Overwrites what was received with zero. */
    void wipe() {
        buffer.wipe();
    }

    private Ef01Answer listen(Ef01Instruction instruction, Link link) throws LinkLost {
        long begin = ticker.nanos();
        while (ticker.nanos() - begin < LONGEST.toNanos()) {
            boolean waiting = buffer.isEmpty() && !buffer.isNoisy();
            boolean more = buffer.fill(link, waiting ? instruction.patience() : GAP);
            Optional<Packet> packet = more ? buffer.next() : buffer.nextDespiteGap();
            while (packet.isPresent()) {
                Optional<Acknowledged> answer = answer(instruction, packet.get());
                if (answer.isPresent()) {
                    return answer.get();
                }
                packet = buffer.next();
            }
            if (!more) {
                return new Failed(buffer.isNoisy() ? Fault.LINK_UNRELIABLE : Fault.NO_ANSWER);
            }
        }
        return new Failed(Fault.LINK_UNRELIABLE);
    }

    private static Optional<Acknowledged> answer(Ef01Instruction instruction, Packet packet) {
        if (packet.kind() != Kind.ACKNOWLEDGE) {
            return Optional.empty();
        }
        Ef01Code code = Ef01Code.of(packet.content().get(0) & 0xFF);
        int length = packet.content().capacity();
        return instruction.isAnsweredBy(code, length)
                ? Optional.of(new Acknowledged(code, packet.content().slice(1, length - 1)))
                : Optional.empty();
    }

    /**
     * Waits until a module that cannot be stopped has sent everything; an interrupt leaves that to the next command.
     */
    private void settle(Link link) throws LinkLost {
        long begin = ticker.nanos();
        while (flooded && ticker.nanos() - begin < LONGEST.toNanos()) {
            buffer.wipe();
            boolean more = buffer.fill(link, GAP);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            flooded = more;
        }
        flooded = false;
    }
}
