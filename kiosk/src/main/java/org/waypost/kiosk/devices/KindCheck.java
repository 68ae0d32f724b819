package org.waypost.kiosk.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.waypost.drivers.device.Device;
import org.waypost.drivers.device.DeviceKind;
import org.waypost.drivers.device.Reading;

/**
 * How the devices of one kind are tried; one class for each kind. What comes of it is told in lines that hold nothing
 * of a person; what was read is closed before they are handed on.
 *
 * @param <D> the interface of the kind
 */
interface KindCheck<D extends Device> {

    Class<D> type();

    /** A use lasts so much longer than its patience at most. */
    Duration limit();

    /** What a person is to do, such as {@code lay an ID card on the reader}. */
    String invitation();

    /** What it shows that the device was reached and nobody presented anything. */
    String silence();

    /**
     * Makes the device answer, without looking at what lies there.
     *
     * @return {@code Taken} if something lay there
     */
    Reading<List<Line>> look(D device, Duration patience);

    /**
     * Asks the technician for what it needs, and gives the use of a device that waits for something to be presented and
     * tells whether it was read and which checks held.
     */
    Function<D, Reading<List<Line>>> reading(Duration patience, Talk talk);

    /** The check of a kind. */
    static KindCheck<?> of(DeviceKind kind, InstantSource clock) {
        return switch (kind) {
            case ID_CARD_READER -> new CardCheck();
            case PASSPORT_READER -> new ChipCheck(clock);
            case MRZ_READER -> new ZoneCheck();
            case CODE_READER -> new CodeCheck();
            case FINGERPRINT_MODULE -> new FingerCheck();
            case CAMERA -> new CameraCheck();
            case PANEL -> new PanelCheck();
        };
    }

    /** A reading in words. */
    static <T> Reading<List<Line>> told(Reading<T> reading, Function<T, List<Line>> words) {
        return switch (reading) {
            case Reading.Taken<T> taken -> new Reading.Taken<>(words.apply(taken.value()));
            case Reading.Nobody<T> nobody -> new Reading.Nobody<>();
            case Reading.Faulty<T> faulty -> new Reading.Faulty<>(faulty.fault());
        };
    }
}
