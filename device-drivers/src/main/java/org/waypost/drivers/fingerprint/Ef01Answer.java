package org.waypost.drivers.fingerprint;

import java.nio.ByteBuffer;
import org.waypost.drivers.device.Fault;

/** What came of one command. */
sealed interface Ef01Answer {

    /**
     * The module has answered, well or not.
     *
     * @param data what follows the code; a view of the receive buffer, valid until the next command
     */
    record Acknowledged(Ef01Code code, ByteBuffer data) implements Ef01Answer {}

    /** No answer was understood: NO_ANSWER (silence), LINK_UNRELIABLE (bytes, but no packet) or DEVICE_ABSENT. */
    record Failed(Fault fault) implements Ef01Answer {}

    /** Whether the module did what it was told. */
    default boolean isDone() {
        return this instanceof Acknowledged acknowledged && acknowledged.code() == Ef01Code.DONE;
    }

    /** What stands in the way if this was to be {@link Ef01Code#DONE}. */
    default Fault fault() {
        return switch (this) {
            case Acknowledged acknowledged -> acknowledged.code().fault();
            case Failed failed -> failed.fault();
        };
    }
}
