package org.waypost.drivers.passport;

import java.util.Arrays;
import java.util.Optional;
import net.sf.scuba.smartcards.APDUWrapper;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.PassportService;
import org.jspecify.annotations.Nullable;
import org.waypost.drivers.device.Fault;

/**
 * Reads elementary files with SELECT and READ BINARY (ISO/IEC 7816-4, section 11.3) inside whatever secure channel the
 * service has. JMRTD's own stream is not used: it wraps silently above 64 KiB and never ends on an empty answer.
 */
final class EmrtdFiles {
    /** Greatest file, header included: what two bytes of length and of offset can name. */
    static final int LIMIT = 65_535;

    private static final int EVEN_LIMIT = 0x8000;
    private static final int OK = 0x9000;
    private static final int END_OF_FILE = 0x6282;
    static final int NOT_FOUND = 0x6A82;

    private final PassportService service;
    private final ChipProtocol protocol;
    private final Blocks blocks;
    private Optional<EmrtdFile> prepared = Optional.empty();

    EmrtdFiles(PassportService service, ChipProtocol protocol, Blocks blocks) {
        this.service = service;
        this.protocol = protocol;
        this.blocks = blocks;
    }

    /**
     * Selects the file that is read next. Inside a channel the answer carries the chip's MAC: a proof that the channel
     * works, which costs no command of its own. A file that is not there leaves that proof to the security object.
     */
    void prepare(EmrtdFile file) throws ChipFailure {
        try {
            select(file);
            prepared = Optional.of(file);
        } catch (ChipFailure refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            select(EmrtdFile.SECURITY_OBJECT);
        }
    }

    /**
     * Reads a whole file. EF.CardAccess is read in short blocks: a chip that refuses extended length must not seem to
     * have none.
     *
     * @return empty if the chip has no such file
     * @throws ChipFailure {@code CARD_UNREADABLE} if it is larger than {@link #LIMIT}, torn, or not what its tag says
     */
    Optional<byte[]> read(EmrtdFile file) throws ChipFailure {
        if (!isThere(file)) {
            return Optional.empty();
        }
        Blocks asked = file == EmrtdFile.CARD_ACCESS && blocks == Blocks.EXTENDED ? Blocks.SHORT : blocks;
        byte[] head = first(asked);
        try {
            return Optional.of(rest(head, length(file, head), asked.most()));
        } finally {
            Arrays.fill(head, (byte) 0);
        }
    }

    private boolean isThere(EmrtdFile file) throws ChipFailure {
        boolean selected = prepared.filter(file::equals).isPresent();
        prepared = Optional.empty();
        try {
            if (!selected) {
                select(file);
            }
            return true;
        } catch (ChipFailure refused) {
            if (refused.status() != NOT_FOUND) {
                throw refused;
            }
            return false;
        }
    }

    /** A whole block, in which most files end: their length needs no command of its own. */
    private byte[] first(Blocks asked) throws ChipFailure {
        try {
            return part(0, asked.first());
        } catch (ChipFailure refused) {
            throw asked.refused(refused);
        }
    }

    private static int length(EmrtdFile file, byte[] head) throws ChipFailure {
        if (head.length < 2 || (head[0] & 0xFF) != file.tag()) {
            throw new ChipFailure(Fault.CARD_UNREADABLE);
        }
        int first = head[1] & 0xFF;
        int octets = first < 0x80 ? 0 : first & 0x7F;
        if (octets > 3 || 2 + octets > head.length || first == 0x80) {
            throw new ChipFailure(Fault.CARD_UNREADABLE);
        }
        int length = octets == 0 ? first : 0;
        for (int i = 0; i < octets; i++) {
            length = (length << 8) | (head[2 + i] & 0xFF);
        }
        if (2 + octets + length > LIMIT) {
            throw ChipFailure.tooLarge();
        }
        return 2 + octets + length;
    }

    private byte[] rest(byte[] head, int length, int most) throws ChipFailure {
        byte[] file = Arrays.copyOf(head, length);
        int have = Math.min(head.length, length);
        while (have < length) {
            byte[] part = part(have, Math.min(most, length - have));
            int taken = Math.min(part.length, length - have);
            System.arraycopy(part, 0, file, have, taken);
            Arrays.fill(part, (byte) 0);
            have += taken;
        }
        return file;
    }

    /** At least one byte; an empty answer with status 9000 would otherwise be asked for again for ever. */
    private byte[] part(int offset, int length) throws ChipFailure {
        byte[] part = offset < EVEN_LIMIT ? even(offset, length) : odd(offset, length);
        if (part.length == 0) {
            throw new ChipFailure(Fault.CARD_UNREADABLE, OK);
        }
        return part;
    }

    private byte[] even(int offset, int length) throws ChipFailure {
        return exchange(new CommandAPDU(0x00, 0xB0, offset >> 8, offset & 0xFF, length));
    }

    /** Odd READ BINARY: the offset travels in object 54, the answer in object 53. */
    private byte[] odd(int offset, int length) throws ChipFailure {
        byte[] where = {0x54, 2, (byte) (offset >> 8), (byte) offset};
        int wrapped = length + (length < 0x80 ? 2 : length < 0x100 ? 3 : 4);
        byte[] answer = exchange(new CommandAPDU(0x00, 0xB1, 0, 0, where, Math.min(wrapped, blocks.most())));
        Tlv object = Tlv.first(answer).orElseThrow(() -> new ChipFailure(Fault.CARD_UNREADABLE));
        return object.tag() == 0x53 ? object.value() : new byte[0];
    }

    private void select(EmrtdFile file) throws ChipFailure {
        byte[] identifier = {(byte) (file.identifier() >> 8), (byte) file.identifier()};
        exchange(new CommandAPDU(0x00, 0xA4, 0x02, 0x0C, identifier));
    }

    private byte[] exchange(CommandAPDU command) throws ChipFailure {
        ResponseAPDU answer = protocol.run(() -> unwrapped(service.getWrapper(), command));
        if (answer.getSW() != OK && answer.getSW() != END_OF_FILE) {
            throw new ChipFailure(Fault.CARD_UNREADABLE, answer.getSW());
        }
        return answer.getData();
    }

    /** A bare status word inside a channel is the chip's refusal; it carries no MAC that could be checked. */
    private ResponseAPDU unwrapped(@Nullable APDUWrapper wrapper, CommandAPDU command)
            throws net.sf.scuba.smartcards.CardServiceException {
        if (wrapper == null) {
            return service.transmit(command);
        }
        ResponseAPDU sealed = service.transmit(wrapper.wrap(command));
        if (sealed.getData().length > 0) {
            return wrapper.unwrap(sealed);
        }
        if (sealed.getSW() == OK || sealed.getSW() == END_OF_FILE) {
            throw new net.sf.scuba.smartcards.CardServiceException("unprotected answer in a secure channel");
        }
        return sealed;
    }
}
