package org.waypost.drivers.fingerprint;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Ticker;
import org.waypost.drivers.fingerprint.CaptureProgress.Stage.Transferring;
import org.waypost.drivers.fingerprint.Ef01Buffer.Kind;
import org.waypost.drivers.fingerprint.Ef01Buffer.Packet;
import org.waypost.drivers.serial.Link;
import org.waypost.drivers.serial.LinkLost;

/**
 * Brings the picture in the module's buffer to the host, asking twice at most. One byte that belongs to no intact
 * packet, a packet too many, or a size that no sensor has spoils the whole picture: nothing is pieced together.
 */
final class ImageTransfer {
    private static final Ef01Command SEND = Ef01Command.of(Ef01Instruction.SEND_IMAGE);

    private final Ef01Exchange exchange;
    private final Ticker ticker;
    private int lastSize;

    ImageTransfer(Ef01Exchange exchange, Ticker ticker) {
        this.exchange = exchange;
        this.ticker = ticker;
    }

    /** Forgets the size of the pictures of this module: another may be plugged in. */
    void forget() {
        lastSize = 0;
    }

    /**
     * The picture; a fault if it does not come whole; nobody if it was abandoned.
     *
     * @param abandoned asked whenever nothing has arrived yet
     */
    Reading<Fingerprint> picture(Link link, CaptureProgress progress, BooleanSupplier abandoned) throws LinkLost {
        Reading<Fingerprint> first = attempt(link, progress, abandoned);
        boolean again = first instanceof Reading.Faulty
                && !abandoned.getAsBoolean()
                && exchange.synchronised(Ef01Instruction.SEND_IMAGE, link);
        return again ? attempt(link, progress, abandoned) : first;
    }

    private Reading<Fingerprint> attempt(Link link, CaptureProgress progress, BooleanSupplier abandoned)
            throws LinkLost {
        Ef01Answer answer = exchange.once(SEND, link);
        if (!answer.isDone()) {
            return new Reading.Faulty<>(answer.fault());
        }
        exchange.flooded(true);
        try (ImageIntake intake = new ImageIntake()) {
            return received(intake, link, progress, abandoned);
        }
    }

    private Reading<Fingerprint> received(
            ImageIntake intake, Link link, CaptureProgress progress, BooleanSupplier abandoned) throws LinkLost {
        Ef01Buffer buffer = exchange.buffer();
        long begin = ticker.nanos();
        while (ticker.nanos() - begin < Ef01Exchange.LONGEST.toNanos()) {
            Optional<Packet> packet = buffer.next();
            if (packet.isPresent()) {
                if (buffer.isNoisy() || !intake.take(packet.get())) {
                    return torn();
                }
                if (packet.get().kind() == Kind.LAST_DATA) {
                    exchange.flooded(false);
                    return whole(intake, progress);
                }
                progress.reached(new Transferring(intake.received(), expected(intake.received())));
            } else if (abandoned.getAsBoolean()) {
                return new Reading.Nobody<>();
            } else if (buffer.isNoisy() || !buffer.fill(link, Ef01Exchange.GAP)) {
                return torn();
            }
        }
        return torn();
    }

    private Reading<Fingerprint> whole(ImageIntake intake, CaptureProgress progress) {
        int size = intake.received();
        if (lastSize != 0 && size != lastSize) {
            return torn();
        }
        Optional<Fingerprint> picture = intake.picture();
        if (picture.isEmpty()) {
            return torn();
        }
        lastSize = size;
        progress.reached(new Transferring(size, size));
        return new Reading.Taken<>(picture.get());
    }

    private int expected(int received) {
        return lastSize < received ? ImageFormat.MOST_BYTES : lastSize;
    }

    private static Reading<Fingerprint> torn() {
        return new Reading.Faulty<>(Fault.LINK_UNRELIABLE);
    }
}
