package org.waypost.kiosk.devices;

import org.waypost.drivers.device.DeviceAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Addresses as they stand in the settings. */
final class AddressWords implements ITypeConverter<DeviceAddress> {

    @Override
    public DeviceAddress convert(String text) {
        return DeviceAddress.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' is no address: write serial:/dev/waypost-card, pcsc:NAME, video:PATH, mjpeg:URL,"
                        + " rtsp://HOST/PATH, gpio:LABEL or simulated:"));
    }
}
