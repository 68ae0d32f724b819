package org.waypost.drivers.simulated;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A chip of ICAO Doc 9303 parts 10 and 11 that answers commands: one power cycle of one {@link EmrtdCard}. As strict as
 * a real one: no data group without secure messaging (6982), a plain command or a wrong MAC ends the channel (6988).
 * Used by one thread; {@link #selected} may be read by others.
 */
public final class EmrtdApplet {
    private static final byte[] AID = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
    private static final int MASTER_FILE = 0x3F00;

    private final EmrtdCard card;
    private final EmrtdAuthentication authentication;
    private final List<Integer> selected = new CopyOnWriteArrayList<>();
    private boolean application;
    private int current = MASTER_FILE;
    private int status = ChipStatus.OK;

    public EmrtdApplet(EmrtdCard card, ChipRandom random) {
        this.card = card;
        this.authentication = new EmrtdAuthentication(card, random);
    }

    /** Every file identifier that the terminal tried to select, in order. */
    public List<Integer> selected() {
        return List.copyOf(selected);
    }

    /** Answers one command, always with a status word at the end. */
    public byte[] transmit(byte[] command) {
        try {
            ChipApdu apdu = ChipApdu.of(command);
            status = ChipStatus.OK;
            if (card.has(ChipQuirk.SHORT_LENGTH_ONLY) && command.length > 6 && command[4] == 0) {
                throw new ChipStatus(ChipStatus.WRONG_LENGTH);
            }
            return apdu.secured() ? secured(apdu) : plain(apdu);
        } catch (ChipStatus refused) {
            return ChipStatus.bytes(refused.word());
        }
    }

    private byte[] plain(ChipApdu apdu) {
        authentication.closeChannel();
        byte[] answer = answer(apdu);
        return ChipTlv.joined(answer, ChipStatus.bytes(status));
    }

    private byte[] secured(ChipApdu apdu) {
        ChipSecureChannel channel =
                authentication.channel().orElseThrow(() -> new ChipStatus(ChipStatus.SECURE_OBJECTS_INCORRECT));
        ChipApdu open = opened(channel, apdu);
        boolean odd = (apdu.ins() & 1) == 1;
        try {
            byte[] answer = answer(open);
            return channel.seal(answer, status, odd);
        } catch (ChipStatus refused) {
            return channel.seal(new byte[0], refused.word(), odd);
        } finally {
            authentication.switchChannel();
        }
    }

    private ChipApdu opened(ChipSecureChannel channel, ChipApdu apdu) {
        try {
            return channel.open(apdu);
        } catch (ChipStatus broken) {
            authentication.closeChannel();
            throw broken;
        }
    }

    private byte[] answer(ChipApdu apdu) {
        return switch (apdu.ins()) {
            case 0xA4 -> select(apdu);
            case 0xB0 -> readEven(apdu);
            case 0xB1 -> readOdd(apdu);
            default -> authentication.answer(apdu);
        };
    }

    private byte[] select(ChipApdu apdu) {
        if (apdu.p1() == 4) {
            require(Arrays.equals(apdu.body(), AID), ChipStatus.FILE_NOT_FOUND);
            application = true;
            return new byte[0];
        }
        int fid = apdu.body().length == 2 ? ((apdu.body()[0] & 0xFF) << 8) | (apdu.body()[1] & 0xFF) : MASTER_FILE;
        if (fid == MASTER_FILE) {
            application = false;
            return new byte[0];
        }
        choose(fid);
        return new byte[0];
    }

    private void choose(int fid) {
        selected.add(fid);
        require(content(fid).isPresent(), ChipStatus.FILE_NOT_FOUND);
        current = fid;
    }

    private Optional<byte[]> content(int fid) {
        boolean outside = fid == EmrtdCard.CARD_ACCESS;
        if (!outside) {
            require(application, ChipStatus.FILE_NOT_FOUND);
            require(authentication.channel().isPresent(), ChipStatus.SECURITY_NOT_SATISFIED);
            require(fid != EmrtdCard.dataGroup(3) && fid != EmrtdCard.dataGroup(4), ChipStatus.SECURITY_NOT_SATISFIED);
        }
        return Optional.ofNullable(card.files().get(fid));
    }

    private byte[] readEven(ChipApdu apdu) {
        if ((apdu.p1() & 0x80) != 0) {
            int fid = (apdu.p1() & 0x1F) == 0x1C ? EmrtdCard.CARD_ACCESS : 0x0100 | (apdu.p1() & 0x1F);
            choose(fid);
            return part(apdu.p2(), apdu.expected());
        }
        return part(apdu.parameters(), apdu.expected());
    }

    /** Odd READ BINARY: object 54 carries the offset, object 53 the answer. ISO/IEC 7816-4, section 11.3.3. */
    private byte[] readOdd(ChipApdu apdu) {
        byte[] coded = ChipTlv.find(apdu.body(), 0x54).orElseThrow(() -> new ChipStatus(ChipStatus.WRONG_PARAMETERS));
        int offset = 0;
        for (byte one : coded) {
            offset = (offset << 8) | (one & 0xFF);
        }
        int room = apdu.expected() - (apdu.expected() > 0x100 ? 4 : apdu.expected() > 0x80 ? 3 : 2);
        return ChipTlv.of(0x53, part(offset, Math.max(1, room)));
    }

    private byte[] part(int offset, int expected) {
        boolean guarded = current != EmrtdCard.CARD_ACCESS;
        require(!guarded || authentication.channel().isPresent(), ChipStatus.SECURITY_NOT_SATISFIED);
        byte[] content = content(current).orElseThrow(() -> new ChipStatus(ChipStatus.CONDITIONS_NOT_SATISFIED));
        require(offset <= content.length, ChipStatus.WRONG_OFFSET);
        if (guarded && card.has(ChipQuirk.EMPTY_READS)) {
            return new byte[0];
        }
        int length = Math.min(limit(expected), content.length - offset);
        if (length < expected) {
            endReached(length);
        }
        return Arrays.copyOfRange(content, offset, offset + length);
    }

    private void endReached(int left) {
        require(!card.has(ChipQuirk.REFUSES_PAST_THE_END), ChipStatus.WRONG_LENGTH);
        require(!card.has(ChipQuirk.TELLS_THE_LENGTH) || left > 0xFF, ChipStatus.LENGTH_TOLD | left);
        status = card.has(ChipQuirk.WARNS_AT_THE_END) ? ChipStatus.END_OF_FILE : ChipStatus.OK;
    }

    private int limit(int expected) {
        require(expected <= 0x100 || !card.has(ChipQuirk.SHORT_LENGTH_ONLY), ChipStatus.WRONG_LENGTH);
        return expected;
    }

    private static void require(boolean holds, int otherwise) {
        if (!holds) {
            throw new ChipStatus(otherwise);
        }
    }
}
