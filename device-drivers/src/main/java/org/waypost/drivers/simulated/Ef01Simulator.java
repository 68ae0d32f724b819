package org.waypost.drivers.simulated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;
import org.waypost.drivers.serial.MemoryLink;
import org.waypost.drivers.simulated.Ef01Scanner.Command;
import org.waypost.drivers.simulated.Ef01Scanner.Received;

/**
 * A fingerprint module that speaks the EF 01 packet, as strict as the device: a wrong sum, length or identifier draws
 * 01, a wrong address 20, everything before the password 21 where one is set, a search FC. Fingers are laid and lifted,
 * faults are armed. Safe for use by several threads.
 */
public final class Ef01Simulator {
    private static final int PIECE = 64;
    private static final byte[] READY = {0x55};

    private final Ef01Model model;
    private final boolean paced;
    private final Ef01Module module;
    private final Ef01Scanner scanner = new Ef01Scanner();
    private final Map<Ef01Order, Deque<Ef01Fault>> armed = new EnumMap<>(Ef01Order.class);
    private final List<String> commands = new ArrayList<>();
    private boolean answersAtTheNewSpeed;
    private boolean unplugged;
    private Optional<Link> cable = Optional.empty();

    /** @param paced whether its bytes take the time of a real line; the time a sensor needs is not imitated */
    public Ef01Simulator(Ef01Model model, boolean paced) {
        this.model = model;
        this.paced = paced;
        this.module = new Ef01Module(model);
    }

    /** A ZFM module at the pace of a real line. */
    public Ef01Simulator() {
        this(Ef01Model.ZFM_20, true);
    }

    /** Lays a finger on the sensor, in place of one that lies there. */
    public synchronized void touch(SpecimenFinger finger) {
        module.touch(finger);
    }

    /** Lifts the finger, if there is one. */
    public synchronized void lift() {
        module.lift();
    }

    /** Sets a password other than the factory's and takes the power away for a moment. */
    public synchronized void password(int secret) {
        module.password(secret);
    }

    /** Takes the power away for a moment: image and shown password are gone. */
    public synchronized void restart() {
        module.restart();
    }

    /** Lets the library hold so many fingers of somebody else's making. */
    public synchronized void templates(int count) {
        module.templates(count);
    }

    /** The speed of the module. */
    public synchronized int baud() {
        return module.baud();
    }

    /** Sets the speed, as an earlier host may have left it; a multiple of 9600 up to 115200. */
    public synchronized void baud(int baud) {
        module.baud(baud);
    }

    /** Lets the acknowledge of a new speed come at that speed; usual is the old one. */
    public synchronized void answerAtTheNewSpeed() {
        answersAtTheNewSpeed = true;
    }

    /** Spoils the answer to the next {@code order} that is not spoilt yet; calls add up. */
    public synchronized void arm(Ef01Order order, Ef01Fault fault) {
        armed.computeIfAbsent(order, key -> new ArrayDeque<>()).add(fault);
    }

    /** Spoils the answers to the next so many orders in the same way. */
    public synchronized void arm(Ef01Order order, Ef01Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            arm(order, fault);
        }
    }

    /** Takes back every fault that is armed and not spent. */
    public synchronized void disarm() {
        armed.clear();
    }

    /** The content, instruction and parameters, of every well-formed command so far, in hex and in order. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** Pulls the cable: the link is lost and cannot be opened until {@link #plug()}. */
    public synchronized void unplug() {
        unplugged = true;
        cable.ifPresent(Link::close);
    }

    public synchronized void plug() {
        unplugged = false;
        module.restart();
    }

    /** Opens a link to this module in memory; served by a virtual thread until either end closes. */
    public synchronized Link connect() throws LinkLost {
        if (unplugged) {
            throw new LinkLost("the simulated fingerprint module is unplugged");
        }
        MemoryLink.Cable laid = MemoryLink.Cable.laid();
        cable = Optional.of(laid.far());
        Thread.ofVirtual().name("waypost-ef01-simulator").start(() -> serve(laid.far()));
        return laid.near();
    }

    /** Serves a link, for instance one port of a pair of pseudo terminals, until it is lost. */
    public void serve(Link link) {
        new Ef01Service(link, Ticker.SYSTEM).run(this);
    }

    /** What the module sends by itself when it gets power. */
    public synchronized List<Ef01Sending> powerOn() {
        return model.hasLamp() ? paced(module.baud(), READY, 0) : List.of();
    }

    /**
     * What the module sends on receiving these bytes, without a thread or a clock.
     *
     * @return pieces in the order of sending; none while no command is complete
     */
    public synchronized List<Ef01Sending> receive(byte[] bytes) {
        List<Ef01Sending> sent = new ArrayList<>();
        for (byte received : bytes) {
            scanner.take(received).ifPresent(whole -> sent.addAll(reply(whole)));
        }
        return sent;
    }

    private List<Ef01Sending> reply(Received received) {
        return switch (received) {
            case Received.Malformed malformed -> paced(module.baud(), Ef01Packets.acknowledge(0x01), 0);
            case Received.Misaddressed misaddressed -> paced(module.baud(), Ef01Packets.acknowledge(0x20), 0);
            case Received.Wellformed wellformed -> reply(wellformed.command());
        };
    }

    private List<Ef01Sending> reply(Command command) {
        commands.add(HexFormat.of().formatHex(command.content()));
        Ef01Fault fault =
                armed.getOrDefault(command.order(), new ArrayDeque<>()).poll();
        int before = module.baud();
        byte[] answer = fault == null ? Ef01Packets.joined(module.answer(command)) : spoilt(command, fault);
        long delay = fault instanceof Ef01Fault.LateAnswer late ? late.by().toNanos() : 0;
        return paced(answersAtTheNewSpeed ? module.baud() : before, answer, delay);
    }

    private byte[] spoilt(Command command, Ef01Fault fault) {
        return switch (fault) {
            case Ef01Fault.NoAnswer noAnswer -> silenced(module.answer(command));
            case Ef01Fault.LateAnswer late -> Ef01Packets.joined(module.answer(command));
            case Ef01Fault.CutAfter cut -> {
                byte[] whole = Ef01Packets.joined(module.answer(command));
                yield Arrays.copyOf(whole, Math.min(cut.bytes(), whole.length));
            }
            case Ef01Fault.FlippedBits flipped -> flipped(Ef01Packets.joined(module.answer(command)), flipped.bits());
            case Ef01Fault.WrongSum wrong -> wrongSum(module.answer(command), wrong.packet());
            case Ef01Fault.LostPacket lost -> without(module.answer(command), lost.packet());
            case Ef01Fault.Stuttered stuttered -> stuttered(module.answer(command), stuttered.packet());
            case Ef01Fault.Code code -> Ef01Packets.acknowledge(code.code());
            case Ef01Fault.FingerLifted fingerLifted -> {
                module.lift();
                yield Ef01Packets.acknowledge(0x03);
            }
            case Ef01Fault.ImageOf size ->
                Ef01Packets.joined(module.sendImage(Arrays.copyOf(module.image(), size.bytes())));
        };
    }

    private static byte[] silenced(List<byte[]> answer) {
        return Arrays.copyOf(Ef01Packets.joined(answer), 0);
    }

    private static byte[] flipped(byte[] answer, List<Integer> bits) {
        for (int bit : answer.length == 0 ? List.<Integer>of() : bits) {
            int at = bit / 8 % answer.length;
            answer[at] = (byte) (answer[at] ^ (1 << bit % 8));
        }
        return answer;
    }

    private static byte[] wrongSum(List<byte[]> packets, int index) {
        if (!packets.isEmpty()) {
            byte[] wrong = packets.get(index % packets.size());
            wrong[wrong.length - 1]++;
        }
        return Ef01Packets.joined(packets);
    }

    private static byte[] stuttered(List<byte[]> packets, int index) {
        if (packets.size() < index) {
            return Ef01Packets.joined(packets);
        }
        List<byte[]> more = new ArrayList<>(packets);
        more.add(index, packets.get(index - 1));
        return wrongSum(more, index + 1);
    }

    private static byte[] without(List<byte[]> packets, int index) {
        List<byte[]> left = new ArrayList<>(packets);
        if (!left.isEmpty()) {
            left.remove(index % left.size());
        }
        return Ef01Packets.joined(left);
    }

    private List<Ef01Sending> paced(int baud, byte[] bytes, long delayNanos) {
        WirePace pace = paced ? WirePace.ofBaud(baud) : WirePace.unpaced();
        List<Ef01Sending> pieces = new ArrayList<>();
        long delay = delayNanos;
        for (int at = 0; at < bytes.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            pieces.add(new Ef01Sending(baud, new Emission(delay + piece.length * pace.nanosPerByte(), piece)));
            delay = 0;
        }
        return pieces;
    }
}
