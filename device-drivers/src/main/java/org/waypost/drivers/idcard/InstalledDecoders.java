package org.waypost.drivers.idcard;

import static java.lang.System.Logger.Level.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.waypost.drivers.device.Portrait;

/** Others' decoders, asked one after another; a defect of one is told, and costs the portrait but not the document. */
final class InstalledDecoders implements PortraitDecoder {
    private static final System.Logger LOG = System.getLogger(InstalledDecoders.class.getName());

    private final List<PortraitDecoder> decoders;

    private InstalledDecoders(List<PortraitDecoder> decoders) {
        this.decoders = decoders;
    }

    static InstalledDecoders of(ClassLoader loader) {
        return new InstalledDecoders(ServiceLoader.load(PortraitDecoder.class, loader).stream()
                .flatMap(InstalledDecoders::made)
                .toList());
    }

    private static Stream<PortraitDecoder> made(ServiceLoader.Provider<PortraitDecoder> provider) {
        try {
            return Stream.of(provider.get());
        } catch (ServiceConfigurationError broken) {
            LOG.log(WARNING, "a portrait decoder is left out, ask its maker: {0}", broken.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public Optional<Portrait> decode(byte[] block) {
        return decoders.stream()
                .flatMap(decoder -> decoded(decoder, block).stream())
                .findFirst();
    }

    /** A library that is missing shows itself here at the latest. What the decoder says may hold a person's data. */
    private static Optional<Portrait> decoded(PortraitDecoder decoder, byte[] block) {
        try {
            return decoder.decode(block);
        } catch (RuntimeException | LinkageError defect) {
            LOG.log(
                    WARNING,
                    "defect of the portrait decoder {0}, ask its maker: {1}",
                    decoder.getClass().getName(),
                    defect.getClass().getName());
            return Optional.empty();
        }
    }
}
