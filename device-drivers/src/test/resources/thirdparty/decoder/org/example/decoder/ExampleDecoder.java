package org.example.decoder;

import java.util.Optional;
import org.waypost.drivers.device.Portrait;
import org.waypost.drivers.idcard.PortraitDecoder;

/** An operator's licensed decoder: every block becomes a picture of the size that cards have. */
public final class ExampleDecoder implements PortraitDecoder {
    @Override
    public Optional<Portrait> decode(byte[] block) {
        return block.length == 1024 ? Optional.of(new Portrait(102, 126, new byte[102 * 126 * 3])) : Optional.empty();
    }
}
