package org.waypost.drivers.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.drivers.simulated.Ef01Scanner.Command;

/**
 * The state of a module: speed and packet size survive the loss of power, the image and the shown password do not. It
 * has no templates and compares nothing.
 */
final class Ef01Module {
    private static final int[] PACKET_SIZES = {32, 64, 128, 256};
    private static final int FIRST_BAUD_STEP = 6;
    private static final int LAST_BAUD_STEP = 12;
    private static final int BAUD_STEP = 9_600;
    private static final int FIRST_SIZE_CODE = 2;

    private final Ef01Model model;
    private Optional<SpecimenFinger> finger = Optional.empty();
    private byte[] picture = new byte[0];
    private byte[] image = new byte[0];
    private int password;
    private boolean locked;
    private boolean verified;
    private int baudStep = FIRST_BAUD_STEP;
    private int sizeCode = FIRST_SIZE_CODE;
    private int security = 3;
    private int templates;

    Ef01Module(Ef01Model model) {
        this.model = model;
    }

    void touch(SpecimenFinger touching) {
        finger = Optional.of(touching);
        picture = touching.packed(model.width(), model.height());
    }

    void lift() {
        finger = Optional.empty();
    }

    void password(int secret) {
        password = secret;
        restart();
    }

    void templates(int count) {
        templates = count;
    }

    int baud() {
        return baudStep * BAUD_STEP;
    }

    void baud(int baud) {
        baudStep = baud / BAUD_STEP;
    }

    /** What the loss of power does. */
    void restart() {
        image = new byte[0];
        verified = false;
        locked = password != 0;
    }

    /** The packets that answer a command; none for silence. */
    List<byte[]> answer(Command command) {
        Ef01Order order = command.order();
        if (locked && order != Ef01Order.VERIFY_PASSWORD) {
            return code(0x21);
        }
        return switch (order) {
            case TAKE_IMAGE -> takeImage(false);
            case TAKE_GOOD_IMAGE -> model.hasLamp() ? takeImage(true) : unknown();
            case SEND_IMAGE -> sendImage(image);
            case CLEAR_LIBRARY -> cleared();
            case SET_BAUD -> setBaud(command.parameter(1));
            case SET_SECURITY -> setSecurity(command.parameter(1));
            case SET_PACKET_SIZE -> setPacketSize(command.parameter(1));
            case SET_UNKNOWN -> code(0x1A);
            case READ_PARAMETERS -> parameters();
            case SET_PASSWORD -> setPassword(command.word());
            case VERIFY_PASSWORD -> verify(command.word());
            case COUNT_LIBRARY -> List.of(Ef01Packets.acknowledge(0, templates >> 8, templates));
            case LAMP -> model.hasLamp() ? lamp(command) : unknown();
            case CHECK_SENSOR, HANDSHAKE -> model.hasLamp() ? code(0) : unknown();
            case SOFT_RESET -> model.hasLamp() ? reset() : unknown();
            case SEARCH, SEARCH_FAST, SEARCH_NOW -> code(0xFC);
            case UNKNOWN -> unknown();
        };
    }

    /** An image of any number of bytes, in the packets of the moment. */
    List<byte[]> sendImage(byte[] bytes) {
        if (bytes.length == 0) {
            return code(0x15);
        }
        List<byte[]> packets = new ArrayList<>(code(0));
        packets.addAll(Ef01Packets.data(bytes, PACKET_SIZES[sizeCode]));
        return packets;
    }

    byte[] image() {
        return image.clone();
    }

    static List<byte[]> code(int code) {
        return List.of(Ef01Packets.acknowledge(code));
    }

    private List<byte[]> unknown() {
        return model.isSilentAboutUnknown() ? List.of() : code(0xFC);
    }

    /** An image that was not taken leaves the one before in the module, as in the real one. */
    private List<byte[]> takeImage(boolean strict) {
        if (finger.isEmpty()) {
            return code(0x02);
        }
        image = picture.clone();
        return code(strict && finger.get().condition() != FingerCondition.CLEAN ? 0x07 : 0);
    }

    private List<byte[]> cleared() {
        templates = 0;
        return code(0);
    }

    private List<byte[]> setBaud(int step) {
        if (step < 1 || step > LAST_BAUD_STEP) {
            return code(0x1B);
        }
        baudStep = step;
        return code(0);
    }

    private List<byte[]> setSecurity(int level) {
        if (level < 1 || level > 5) {
            return code(0x1B);
        }
        security = level;
        return code(0);
    }

    private List<byte[]> setPacketSize(int code) {
        if (code >= PACKET_SIZES.length) {
            return code(0x1B);
        }
        sizeCode = code;
        return code(0);
    }

    private List<byte[]> parameters() {
        int status = (verified ? 4 : 0) | (image.length > 0 ? 8 : 0);
        int id = model.systemId();
        int places = model.librarySize();
        return List.of(Ef01Packets.acknowledge(
                0, 0, status, id >> 8, id, places >> 8, places, 0, security, -1, -1, -1, -1, 0, sizeCode, 0, baudStep));
    }

    private List<byte[]> setPassword(int secret) {
        password = secret;
        return code(0);
    }

    private List<byte[]> verify(int shown) {
        verified = shown == password;
        locked = !verified && password != 0;
        return code(verified ? 0 : 0x13);
    }

    private static List<byte[]> lamp(Command command) {
        boolean known = command.parameter(0) >= 1 && command.parameter(0) <= 6 && command.parameter(2) <= 7;
        return code(known ? 0 : 0x1B);
    }

    private List<byte[]> reset() {
        restart();
        return List.of(Ef01Packets.acknowledge(0), new byte[] {0x55});
    }
}
