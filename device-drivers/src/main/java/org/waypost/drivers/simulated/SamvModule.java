package org.waypost.drivers.simulated;

import java.util.Optional;

/** The state of a module and of the card on it: the three steps find, select, read are needed for every reading. */
final class SamvModule {
    private final IdleHabit habit;
    private Optional<CardImage> card = Optional.empty();
    private Optional<String> newestAddress = Optional.empty();
    private String samNumber = SamvSimulator.SAM_NUMBER;
    private int baud = 115_200;
    private boolean reported;
    private boolean found;
    private boolean selected;

    SamvModule(IdleHabit habit) {
        this.habit = habit;
    }

    void lay(CardImage image) {
        lift();
        card = Optional.of(image);
    }

    void lift() {
        card = Optional.empty();
        reported = false;
        forget();
    }

    void samNumber(String hex) {
        samNumber = hex;
    }

    int baud() {
        return baud;
    }

    void baud(int speed) {
        baud = speed;
    }

    void newestAddress(String address) {
        newestAddress = Optional.of(address);
    }

    /** Forgets that a card was found or selected. */
    void forget() {
        found = false;
        selected = false;
    }

    byte[] answer(SamvCommand command) {
        return switch (command) {
            case RESET -> reset();
            case STATUS, SET_RF_BYTES -> SamvFrames.status(0x90);
            case SET_BAUD_115200, SET_BAUD_57600, SET_BAUD_38400, SET_BAUD_19200, SET_BAUD_9600 -> setBaud(command);
            case SAM_NUMBER -> SamvFrames.samNumber(samNumber);
            case FIND -> find();
            case SELECT -> select();
            case READ_TEXT_PHOTO -> read(card.map(SamvFrames::textAndPhoto));
            case READ_TEXT_PHOTO_FINGERPRINTS -> read(card.map(SamvFrames::textPhotoAndNoFingerprints));
            case READ_NEWEST_ADDRESS -> newestAddress();
            case READ_CARD_BODY_NUMBER, UNKNOWN -> SamvFrames.status(0x21);
        };
    }

    private byte[] reset() {
        forget();
        return SamvFrames.status(0x90);
    }

    private byte[] setBaud(SamvCommand command) {
        baud = command.baud().orElse(baud);
        return SamvFrames.status(0x90);
    }

    private byte[] find() {
        forget();
        if (card.isEmpty() || (reported && habit == IdleHabit.REPORTS_ONCE)) {
            return SamvFrames.status(0x80);
        }
        reported = true;
        found = true;
        return SamvFrames.found();
    }

    private byte[] select() {
        selected = found && card.isPresent();
        found = false;
        return selected ? SamvFrames.selected() : SamvFrames.status(0x81);
    }

    private byte[] read(Optional<byte[]> reply) {
        boolean ready = selected;
        forget();
        return ready && reply.isPresent() ? reply.get() : SamvFrames.status(0x41);
    }

    private byte[] newestAddress() {
        if (!selected) {
            return SamvFrames.status(0x41);
        }
        return newestAddress.map(SamvFrames::newestAddress).orElseGet(() -> SamvFrames.status(0x91));
    }
}
