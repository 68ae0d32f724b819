package org.waypost.drivers.idcard;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;

/**
 * Turns the 1,024 byte picture block of a card into pixels. The operator's licensed decoder is one, a jar on the class
 * path with {@code META-INF/services/org.waypost.drivers.idcard.PortraitDecoder} and a public constructor without
 * parameters; the simulator's own test format has another; {@link #NONE} stands where there is none, and the clerk then
 * compares by eye.
 */
public interface PortraitDecoder {

    /** Decodes nothing: the document carries no portrait. */
    PortraitDecoder NONE = block -> Optional.empty();

    /**
     * The decoders that a class loader finds, asked one after another until one knows the block; none: as
     * {@link #NONE}. One that cannot be made, or throws, is logged and gives no portrait.
     */
    static PortraitDecoder installed(ClassLoader loader) {
        return InstalledDecoders.of(loader);
    }

    /**
     * Decodes one block. Must not keep, log or send it.
     *
     * @param block 1,024 bytes; the caller wipes them afterwards
     * @return empty if the block is not of this decoder's format
     */
    Optional<Portrait> decode(byte[] block);
}
