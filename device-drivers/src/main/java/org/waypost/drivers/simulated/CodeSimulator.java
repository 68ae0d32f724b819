package org.waypost.drivers.simulated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.drivers.mrz.CodeEngine;
import org.waypost.drivers.mrz.Gm65Frame;
import org.waypost.drivers.mrz.Prompt;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A scan engine, as strict as the device: it looks only while triggered, reads one code a trigger, answers nothing to
 * what is no command. A continuous one looks always. Safe for use by several threads.
 */
public final class CodeSimulator {
    private static final int OVERLONG = 3_000;

    private final CodeEngine engine;
    private final MrzCable cable = new MrzCable(this::receive);
    private final Set<CodeFault> armed = EnumSet.noneOf(CodeFault.class);
    private String commands = "";
    private boolean looking;
    private Optional<String> shown = Optional.empty();

    public CodeSimulator(CodeEngine engine) {
        this.engine = engine;
        this.looking = engine == CodeEngine.CONTINUOUS;
    }

    /** Spoils the next reply or text. */
    public synchronized void arm(CodeFault fault) {
        armed.add(fault);
    }

    /** Shows a code, until it is read once. */
    public void show(String text) {
        cable.send(shown(text));
    }

    /** Opens a link to this engine in memory. */
    public Link connect() throws LinkLost {
        return cable.connect();
    }

    /** Serves a link, for instance one port of a pair of pseudo terminals, until it is lost. */
    public void serve(Link link) {
        cable.serve(link);
    }

    /** Pulls the cable: the link is lost and cannot be opened until {@link #plug()}. */
    public void unplug() {
        cable.unplug();
    }

    public void plug() {
        cable.plug();
    }

    /** What is sent on showing a code, without a cable or a clock. */
    public synchronized List<Emission> shown(String text) {
        shown = Optional.of(text);
        return scanned();
    }

    /** What is sent on receiving these bytes: the reply to a whole command, then the text if a code is shown. */
    public synchronized List<Emission> receive(byte[] bytes) {
        commands += HexFormat.of().withUpperCase().formatHex(bytes);
        List<Emission> sent = new ArrayList<>();
        for (Optional<Prompt> known : List.of(engine.trigger(), engine.stop())) {
            if (known.isPresent() && commands.endsWith(known.get().hex())) {
                commands = "";
                sent.addAll(obeyed(known.get(), known.equals(engine.trigger())));
            }
        }
        return sent;
    }

    private List<Emission> obeyed(Prompt command, boolean trigger) {
        if (armed.remove(CodeFault.NO_REPLY)) {
            return List.of();
        }
        boolean refused = armed.remove(CodeFault.REFUSED);
        looking = trigger && !refused;
        List<Emission> sent = new ArrayList<>(reply(command, refused));
        sent.addAll(scanned());
        return sent;
    }

    private List<Emission> reply(Prompt command, boolean refused) {
        return switch (engine) {
            case GM65 -> List.of(new Emission(0, gm65(refused)));
            case NEWLAND -> List.of(new Emission(0, echo(command.bytes(), refused)));
            case HONEYWELL, CONTINUOUS -> List.of();
        };
    }

    private byte[] gm65(boolean refused) {
        byte[] reply = Gm65Frame.reply(refused ? 1 : 0, (byte) 0);
        if (armed.remove(CodeFault.WRONG_CRC)) {
            reply[reply.length - 1] ^= 0x40;
        }
        return reply;
    }

    /** The command with 02 for 7E and a status byte before the semicolon. */
    private static byte[] echo(byte[] command, boolean refused) {
        int end = command.length - 2;
        byte[] status = {(byte) (refused ? 0x05 : 0x06)};
        byte[] echo =
                MrzFrames.joined(Arrays.copyOf(command, end), status, Arrays.copyOfRange(command, end, command.length));
        echo[0] = 0x02;
        return echo;
    }

    private List<Emission> scanned() {
        if (!looking || shown.isEmpty()) {
            return List.of();
        }
        looking = engine == CodeEngine.CONTINUOUS;
        String text = shown.get();
        shown = Optional.empty();
        return sent(armed.remove(CodeFault.OVERLONG) ? "A".repeat(OVERLONG) : text);
    }

    private List<Emission> sent(String text) {
        byte[] whole = (text + (armed.remove(CodeFault.NO_TERMINATOR) ? "" : "\r")).getBytes(StandardCharsets.UTF_8);
        if (armed.remove(CodeFault.GARBLED_BYTE)) {
            whole[whole.length / 2] ^= (byte) 0x80;
        }
        int length = armed.remove(CodeFault.TORN) ? whole.length / 2 : whole.length;
        Emission first = new Emission(0, Arrays.copyOf(whole, length));
        return armed.remove(CodeFault.DOUBLE_READ)
                ? List.of(first, new Emission(Duration.ofSeconds(1).toNanos(), whole))
                : List.of(first);
    }
}
