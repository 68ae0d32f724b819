package org.example.decoder;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.PortraitDecoder;

/** A decoder whose native library is missing. */
public final class BrokenDecoder implements PortraitDecoder {
    @Override
    public Optional<Portrait> decode(byte[] block) {
        throw new UnsatisfiedLinkError("no example in java.library.path");
    }
}
