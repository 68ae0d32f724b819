package org.waypost.kiosk.devices;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.waypost.drivers.device.DeviceKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The kinds of device in a technician's words. */
final class KindWords implements ITypeConverter<DeviceKind> {

    /** The word on the command line. */
    static String word(DeviceKind kind) {
        return switch (kind) {
            case ID_CARD_READER -> "card";
            case PASSPORT_READER -> "chip";
            case MRZ_READER -> "zone";
            case CODE_READER -> "code";
            case FINGERPRINT_MODULE -> "finger";
            case CAMERA -> "camera";
            case PANEL -> "panel";
        };
    }

    /** What it is called. */
    static String noun(DeviceKind kind) {
        return switch (kind) {
            case ID_CARD_READER -> "ID card reader";
            case PASSPORT_READER -> "passport chip reader";
            case MRZ_READER -> "reader of machine readable zones";
            case CODE_READER -> "code reader";
            case FINGERPRINT_MODULE -> "fingerprint module";
            case CAMERA -> "camera";
            case PANEL -> "panel of lamps and buttons";
        };
    }

    @Override
    public DeviceKind convert(String word) {
        return Arrays.stream(DeviceKind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + word + "' is no kind of device: choose of " + all()));
    }

    private static String all() {
        return Arrays.stream(DeviceKind.values()).map(KindWords::word).collect(Collectors.joining(", "));
    }
}
