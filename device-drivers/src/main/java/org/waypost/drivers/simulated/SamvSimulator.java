package org.waypost.drivers.simulated;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.MemoryLink;

/**
 * A resident ID card reader with a SAM_V module, as strict as the device: a wrong checksum draws 10, a wrong length 11,
 * an unknown command 21, a select without find 81, a read without select 41; one request, one reply. Cards are laid and
 * lifted, faults are armed. Safe for use by several threads.
 */
public final class SamvSimulator {
    /** The number of a module that was given no other, 16 bytes in hexadecimal digits. */
    public static final String SAM_NUMBER = "050001002502330139300000b168de3a";

    private static final int PIECE = 64;
    private static final int REMEMBERED = 10_000;

    private WirePace pace;
    private SpeedHabit speedHabit = SpeedHabit.ANSWERS_THEN_CHANGES;
    private final SamvModule module;
    private final RequestScanner scanner = new RequestScanner();
    private final Map<SamvCommand, Deque<SamvFault>> armed = new EnumMap<>(SamvCommand.class);
    private final Deque<SamvCommand> commands = new ArrayDeque<>();
    private boolean unplugged;
    private Optional<Link> cable = Optional.empty();

    public SamvSimulator(IdleHabit habit, WirePace pace) {
        this.module = new SamvModule(habit);
        this.pace = pace;
    }

    /** A module that keeps reporting its card, on a line of 115200 baud. */
    public SamvSimulator() {
        this(IdleHabit.KEEPS_REPORTING, WirePace.ofBaud(115_200));
    }

    /** Lays a card on the reader, in place of one that lies there. */
    public synchronized void place(CardImage card) {
        module.lay(card);
    }

    /** Lifts the card, if there is one. */
    public synchronized void remove() {
        module.lift();
    }

    /** Gives the card a newest address for 30 03; without one the answer is 91. */
    public synchronized void newestAddress(String address) {
        module.newestAddress(address);
    }

    /** Gives the module another number, 32 hexadecimal digits. */
    public synchronized void samNumber(String hex) {
        module.samNumber(hex);
    }

    /** Sets the module's speed, as its maker would have; links opened from now on begin with it. */
    public synchronized void runAt(int baud, SpeedHabit habit) {
        module.baud(baud);
        speedHabit = habit;
    }

    /** The module's present speed. */
    public synchronized int baud() {
        return module.baud();
    }

    /** At which speed the module answers the command that changes it. */
    public synchronized SpeedHabit speedHabit() {
        return speedHabit;
    }

    /** Spoils the answer to the next {@code command} that is not spoilt yet; calls add up. */
    public synchronized void arm(SamvCommand command, SamvFault fault) {
        armed.computeIfAbsent(command, key -> new ArrayDeque<>()).add(fault);
    }

    /** Spoils the answers to the next so many requests in the same way. */
    public synchronized void arm(SamvCommand command, SamvFault fault, int times) {
        for (int i = 0; i < times; i++) {
            arm(command, fault);
        }
    }

    /** Takes back every fault that is armed and not spent. */
    public synchronized void disarm() {
        armed.clear();
    }

    /** The well-formed requests received, in order; the last ten thousand. */
    public synchronized List<SamvCommand> commands() {
        return List.copyOf(commands);
    }

    /** Pulls the cable: the link is lost and cannot be opened until {@link #plug()}. */
    public synchronized void unplug() {
        unplugged = true;
        cable.ifPresent(Link::close);
    }

    public synchronized void plug() {
        unplugged = false;
    }

    /** Opens a link to this module in memory; served by a virtual thread until either end closes. */
    public synchronized Link connect() throws LinkLost {
        if (unplugged) {
            throw new LinkLost("the simulated card reader is unplugged");
        }
        MemoryLink.Cable laid = MemoryLink.Cable.laid();
        cable = Optional.of(laid.far());
        Thread.ofVirtual().name("waypost-samv-simulator").start(() -> serve(laid.far()));
        return laid.near();
    }

    /** Serves a link, for instance one port of a pair of pseudo terminals, until it is lost. */
    public void serve(Link link) {
        SamvService.over(link, Ticker.SYSTEM).run(this);
    }

    /** Serves a pair of streams until the input ends. */
    public void serve(InputStream in, OutputStream out) {
        SamvService.over(in, out, Ticker.SYSTEM).run(this);
    }

    /**
     * What the module sends on receiving these bytes, without a thread or a clock.
     *
     * @return pieces in the order of sending, each with its delay; none while no request is complete
     */
    public synchronized List<Emission> receive(byte[] bytes) {
        List<Emission> sent = new ArrayList<>();
        for (byte received : bytes) {
            scanner.take(received & 0xFF).ifPresent(request -> sent.addAll(reply(request)));
        }
        return sent;
    }

    private List<Emission> reply(RequestScanner.Request request) {
        return switch (request) {
            case RequestScanner.Request.WrongChecksum wrongChecksum -> paced(SamvFrames.status(0x10), 0);
            case RequestScanner.Request.WrongLength wrongLength -> paced(SamvFrames.status(0x11), 0);
            case RequestScanner.Request.Wellformed wellformed -> {
                note(wellformed.command());
                SamvFault fault = armed.getOrDefault(wellformed.command(), new ArrayDeque<>())
                        .poll();
                yield fault == null
                        ? paced(module.answer(wellformed.command()), 0)
                        : spoilt(wellformed.command(), fault);
            }
        };
    }

    private void note(SamvCommand command) {
        if (commands.size() == REMEMBERED) {
            commands.remove();
        }
        commands.add(command);
    }

    private List<Emission> spoilt(SamvCommand command, SamvFault fault) {
        return switch (fault) {
            case SamvFault.NoAnswer noAnswer -> answered(command, new byte[0]);
            case SamvFault.LateAnswer late ->
                paced(module.answer(command), late.by().toNanos());
            case SamvFault.CutAfter cut -> {
                byte[] whole = module.answer(command);
                yield paced(Arrays.copyOf(whole, Math.min(cut.bytes(), whole.length)), 0);
            }
            case SamvFault.FlippedBit flipped -> paced(flipped(module.answer(command), flipped.bit()), 0);
            case SamvFault.FlippedBits flipped ->
                paced(flipped(flipped(module.answer(command), flipped.one()), flipped.other()), 0);
            case SamvFault.NoiseBefore noise -> {
                byte[] before = new byte[noise.count()];
                Arrays.fill(before, (byte) 0xAA);
                yield paced(SamvFrames.joined(before, module.answer(command)), 0);
            }
            case SamvFault.Status status -> {
                module.forget();
                yield paced(SamvFrames.words(status.sw1(), status.sw2(), status.sw3()), 0);
            }
            case SamvFault.CardLifted cardLifted -> {
                module.lift();
                yield paced(module.answer(command), 0);
            }
            case SamvFault.LengthsSwapped lengthsSwapped ->
                paced(SamvFrames.withLengthsSwapped(module.answer(command)), 0);
        };
    }

    /** Does what the command asks and sends something else. */
    private List<Emission> answered(SamvCommand command, byte[] instead) {
        module.answer(command);
        return paced(instead, 0);
    }

    private static byte[] flipped(byte[] frame, int bit) {
        byte[] wrong = frame.clone();
        int at = bit / 8 % frame.length;
        wrong[at] = (byte) (wrong[at] ^ (1 << bit % 8));
        return wrong;
    }

    private List<Emission> paced(byte[] frame, long delayNanos) {
        List<Emission> pieces = new ArrayList<>();
        long delay = delayNanos + 10 * pace.nanosPerByte();
        for (int at = 0; at < frame.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(frame, at, Math.min(frame.length, at + PIECE));
            pieces.add(new Emission(delay + piece.length * pace.nanosPerByte(), piece));
            delay = 0;
        }
        return pieces;
    }
}
