package org.waypost.drivers.passport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Portrait;

/** Zone and portrait, each empty where its file is not as signed. The bytes of both files are wiped in any case. */
final class SignedContent {
    private final SignedFiles files;

    SignedContent(SignedFiles files) {
        this.files = files;
    }

    /** Of DG1. */
    Optional<PassportFields> fields() throws ChipFailure {
        Optional<byte[]> dg1 = files.read(EmrtdFile.DG1, Mechanism.DG1);
        if (dg1.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(zone(dg1.get()));
        } finally {
            Arrays.fill(dg1.get(), (byte) 0);
        }
    }

    private static PassportFields zone(byte[] dg1) throws ChipFailure {
        byte[] text = Tlv.first(dg1)
                .flatMap(tlv -> tlv.child(0x5F1F))
                .map(Tlv::value)
                .orElseThrow(() -> new ChipFailure(Fault.CARD_UNREADABLE));
        try {
            return PassportFields.of(new String(text, StandardCharsets.US_ASCII))
                    .orElseThrow(() -> new ChipFailure(Fault.CARD_UNREADABLE));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Of DG2; also empty if it holds no picture within the limits. */
    Optional<Portrait> portrait() throws ChipFailure {
        Optional<byte[]> dg2 = files.read(EmrtdFile.DG2, Mechanism.DG2);
        if (dg2.isEmpty()) {
            return Optional.empty();
        }
        byte[] picture = FaceImage.in(dg2.get()).map(Tlv::value).orElse(new byte[0]);
        try {
            return PictureDecoder.decode(picture);
        } finally {
            Arrays.fill(dg2.get(), (byte) 0);
            Arrays.fill(picture, (byte) 0);
        }
    }
}
