package org.waypost.drivers.simulated;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.waypost.drivers.mrz.MrzFraming;
import org.waypost.drivers.mrz.MrzProfile;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * A serial reader of machine readable zones, by profile. One that only talks sends at the swipe and takes no commands;
 * a polled one keeps the zone until it is asked. Faults are armed and spent one a swipe. Safe for use by several
 * threads.
 */
public final class MrzSimulator {
    private static final byte[] QUESTION = {'I', 0, 0};
    private static final int OVERLONG = 600;

    private final MrzProfile profile;
    private final MrzFrames frames;
    private final MrzCable cable = new MrzCable(this::receive);
    private final Deque<MrzFault> armed = new ArrayDeque<>();
    private final List<Emission> kept = new ArrayList<>();
    private byte[] asked = new byte[0];

    public MrzSimulator(MrzProfile profile) {
        this.profile = profile;
        this.frames = new MrzFrames(profile.framing());
    }

    /** Spoils the next swipe that is not spoilt yet. */
    public synchronized void arm(MrzFault fault) {
        armed.add(fault);
    }

    /** Draws a document through the reader. */
    public void swipe(MrzSpecimen specimen) {
        swipe(specimen.lines());
    }

    /** Draws a document with these lines through the reader. */
    public void swipe(List<String> lines) {
        List<Emission> pieces = emitted(lines);
        if (isPolled()) {
            keep(pieces);
        } else {
            cable.send(pieces);
        }
    }

    /** What is sent for a swipe, without a cable or a clock; spends a fault. */
    public synchronized List<Emission> emitted(List<String> lines) {
        MrzFault fault = armed.poll();
        return fault == null ? List.of(piece(frames.message(lines), 0)) : spoilt(lines, fault);
    }

    /** Opens a link to this reader in memory. */
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

    /** What is answered to these bytes: nothing, unless the reader is polled and the question is complete. */
    public synchronized List<Emission> receive(byte[] bytes) {
        asked = MrzFrames.joined(asked, bytes);
        if (!isPolled() || asked.length < QUESTION.length) {
            return List.of();
        }
        boolean question = Arrays.equals(asked, QUESTION);
        asked = new byte[0];
        return question ? answered() : List.of();
    }

    private List<Emission> answered() {
        List<Emission> answer = kept.isEmpty() ? List.of(piece(QUESTION, 0)) : List.copyOf(kept);
        kept.clear();
        return answer;
    }

    private synchronized void keep(List<Emission> pieces) {
        kept.clear();
        kept.addAll(pieces);
    }

    private boolean isPolled() {
        return profile.framing() == MrzFraming.Plain.COUNTED;
    }

    private List<Emission> spoilt(List<String> lines, MrzFault fault) {
        byte[] whole = frames.message(lines);
        return switch (fault) {
            case TORN -> List.of(piece(Arrays.copyOf(whole, whole.length - 20), 0));
            case NO_TERMINATOR -> List.of(piece(Arrays.copyOf(whole, whole.length - frames.terminator()), 0));
            case GARBLED_BYTE -> List.of(garbled(whole));
            case MISREAD -> List.of(piece(frames.message(misread(lines)), 0));
            case WRONG_CHECK -> List.of(piece(withWrongCheck(whole), 0));
            case DOUBLE_READ -> List.of(piece(whole, 0), piece(whole, 500));
            case OVERLONG -> List.of(piece(frames.message(List.of("<".repeat(OVERLONG))), 0));
            case NOISE_BEFORE -> List.of(piece(MrzFrames.joined(noise(), whole), 0));
            case SPLIT -> halves(whole, 60);
            case PAUSE_WITHIN -> halves(whole, 900);
            case SILENCE -> List.of();
        };
    }

    private static byte[] noise() {
        return "~~~".getBytes(StandardCharsets.US_ASCII);
    }

    /** The third character of the second line: of the number in TD2, TD3 and visas, of the birth date in TD1. */
    private static List<String> misread(List<String> lines) {
        List<String> wrong = new ArrayList<>(lines);
        String second = wrong.get(1);
        char read = second.charAt(2) == '7' ? '4' : '7';
        wrong.set(1, second.substring(0, 2) + read + second.substring(3));
        return Collections.unmodifiableList(wrong);
    }

    private byte[] withWrongCheck(byte[] whole) {
        byte[] wrong = whole.clone();
        if (frames.hasCheckByte()) {
            wrong[wrong.length - 1] ^= 0x15;
        }
        return wrong;
    }

    private List<Emission> halves(byte[] whole, int millis) {
        int middle = whole.length / 2;
        return List.of(
                piece(Arrays.copyOf(whole, middle), 0), piece(Arrays.copyOfRange(whole, middle, whole.length), millis));
    }

    private Emission garbled(byte[] whole) {
        byte[] carried = carried(whole);
        carried[carried.length / 2] ^= (byte) 0x80;
        return new Emission(0, carried);
    }

    private Emission piece(byte[] bytes, int delayMillis) {
        return new Emission(Duration.ofMillis(delayMillis).toNanos(), carried(bytes));
    }

    private byte[] carried(byte[] bytes) {
        byte[] carried = bytes.clone();
        for (int i = 0; i < carried.length; i++) {
            carried[i] = (byte) profile.parity().carrier(bytes[i] & 0x7F);
        }
        return carried;
    }
}
