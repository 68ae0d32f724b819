package org.waypost.drivers.fingerprint;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;
import org.waypost.drivers.fingerprint.PacketStream.Sent;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.fuzz.ScriptedLink;
import org.waypost.drivers.serial.LinkLost;

/**
 * Packets of fingerprint modules: exactly the intact ones of a stream are found however it is cut, nothing of them
 * stays after a wipe, and a command takes only what can be its answer.
 */
public final class PacketFuzz {
    private static final List<Ef01Instruction> INSTRUCTIONS = List.of(Ef01Instruction.values());

    private PacketFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "0800" + "010000",
                        "ff04" + "0110" + "00".repeat(17),
                        "1006" + "0102" + "000102" + "0005ef01ffffff",
                        "0301" + "010002" + "010015" + "05" + "0100000104",
                        "0102" + "020804" + "01020304" + "020705" + "0001020304",
                        "1000" + "000c" + "ef01ffffffff07000302000c",
                        "1005" + "010013",
                        "1003" + "01001a",
                        "1000" + "010007",
                        "1001" + "010015" + "010020",
                        "1001" + "010021" + "0100fd",
                        "1002" + "010011",
                        "1009" + "010029",
                        "2003" + "030102" + "03aabbcc" + "010026",
                        "4005" + "0400080f33" + "04000aff11")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws LinkLost {
        Script script = new Script(input);
        int chunk = 1 + script.next() * 8;
        Ef01Instruction instruction = INSTRUCTIONS.get(script.next() % INSTRUCTIONS.size());
        PacketStream stream = PacketStream.of(script);
        List<Sent> expected = stream.packets();
        packetsAreThose(expected, stream, chunk);
        onlyAnAnswerIsTaken(instruction, expected, stream.isClean(), new ScriptedLink(stream.bytes(), chunk));
        commandsHold(instruction, input);
    }

    private static void packetsAreThose(List<Sent> expected, PacketStream stream, int chunk) throws LinkLost {
        Ef01Buffer buffer = new Ef01Buffer();
        ScriptedLink link = new ScriptedLink(stream.bytes(), chunk);
        List<ByteBuffer> views = new ArrayList<>();
        boolean more = true;
        while (more || !buffer.isEmpty()) {
            more = buffer.fill(link, Duration.ofMillis(200));
            for (Optional<Packet> packet = more ? buffer.next() : buffer.nextDespiteGap();
                    packet.isPresent();
                    packet = buffer.next()) {
                unless(views.size() < expected.size(), "no packet is found that is none");
                isThe(expected.get(views.size()), packet.get());
                views.add(packet.get().content());
            }
        }
        unless(views.size() == expected.size(), "every intact packet is found");
        unless(buffer.isNoisy() != stream.isClean(), "noise is what belongs to no packet");
        buffer.wipe();
        unless(views.stream().allMatch(PacketFuzz::isZero), "nothing is left after a wipe");
    }

    private static void isThe(Sent sent, Packet packet) {
        int pid = switch (packet.kind()) {
            case DATA -> 2;
            case ACKNOWLEDGE -> 7;
            case LAST_DATA -> 8;
        };
        unless(pid == sent.pid(), "the kind of a packet is the one sent");
        unless(packet.content().duplicate().clear().equals(ByteBuffer.wrap(sent.content())), "its content too");
    }

    private static void onlyAnAnswerIsTaken(
            Ef01Instruction instruction, List<Sent> expected, boolean clean, ScriptedLink link) throws LinkLost {
        Ef01Exchange exchange = new Ef01Exchange(link.time());
        Ef01Answer answer = exchange.once(Ef01Command.of(instruction), link);
        Optional<Sent> wanted = expected.stream()
                .filter(sent -> sent.pid() == 7 && answers(instruction, sent))
                .findFirst();
        switch (answer) {
            case Ef01Answer.Acknowledged acknowledged -> {
                unless(wanted.isPresent(), "an answer to something else is passed over");
                Sent sent = wanted.orElseThrow();
                unless(answer.isDone() == (sent.code() == 0), "done is 00 and nothing else");
                int code = sent.code();
                boolean again = code == 0x01 || code == 0x26;
                unless(acknowledged.code().wantsRepetition() == again, "what was not received is sent again");
                boolean finger = code == 0x02 || code == 0x03 || code == 0x07 || code == 0x15;
                unless(again == (answer.fault() == Fault.LINK_UNRELIABLE), "a code is the fault it names");
                unless(finger == (answer.fault() == Fault.FINGER_UNREADABLE), "a code is the fault it names");
                byte[] follows = Arrays.copyOfRange(sent.content(), 1, sent.content().length);
                unless(acknowledged.data().equals(ByteBuffer.wrap(follows)), "the data follow the code");
            }
            case Ef01Answer.Failed failed -> {
                boolean lost = clean && wanted.isPresent();
                unless(!lost, "an answer that came without noise is taken");
            }
        }
    }

    /** By length, and by codes that only one instruction can have. */
    private static boolean answers(Ef01Instruction instruction, Sent sent) {
        int own = switch (instruction.name()) {
            case "READ_PARAMETERS" -> 17;
            case "COUNT_LIBRARY" -> 3;
            default -> 1;
        };
        int length = sent.content().length;
        String name = instruction.name();
        boolean another = switch (sent.code()) {
            case 0x02, 0x03, 0x07 -> !name.endsWith("IMAGE") || name.startsWith("SEND");
            case 0x0F, 0x15 -> !name.equals("SEND_IMAGE");
            case 0x11 -> !name.equals("CLEAR_LIBRARY");
            case 0x13 -> !name.equals("VERIFY_PASSWORD");
            case 0x1A, 0x1B -> !name.equals("SET_PARAMETER");
            default -> false;
        };
        return (length == own || (sent.code() != 0 && length == 1)) && !another;
    }

    private static void commandsHold(Ef01Instruction instruction, byte[] input) {
        int[] parameters = new int[Math.min(8, input.length)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = input[i];
        }
        byte[] packet = Ef01Command.of(instruction, parameters).packet();
        packet[6] = 7;
        int sum = 256 * (packet[packet.length - 2] & 0xFF) + (packet[packet.length - 1] & 0xFF) + 6;
        packet[packet.length - 2] = (byte) (sum >> 8);
        packet[packet.length - 1] = (byte) sum;
        List<Sent> read = new PacketStream(packet).packets();
        unless(read.size() == 1 && read.getFirst().code() == instruction.code(), "a command is a packet that holds");
        for (int i = 0; i < parameters.length; i++) {
            unless(read.getFirst().content()[i + 1] == (byte) parameters[i], "its parameters are those given");
        }
    }

    private static boolean isZero(ByteBuffer view) {
        byte[] all = new byte[view.capacity()];
        view.get(0, all);
        return Arrays.equals(all, new byte[all.length]);
    }
}
