package org.waypost.drivers.passport;

import java.time.Duration;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.device.Supervised;

/** A chip terminal whose driver may hang or fail. A chip that comes too late is powered down again. */
final class SupervisedChipTerminal implements ChipTerminal {
    private final Supervised<ChipTerminal> device;

    SupervisedChipTerminal(Supervised<ChipTerminal> device) {
        this.device = device;
    }

    @Override
    public Reading<CardChannel> await(Duration patience) {
        return device.use(patience.plus(LONGEST_POWERING), driver -> driver.await(patience), CardChannel::close);
    }

    @Override
    public Identity identity() {
        return device.health().identity();
    }

    @Override
    public void close() {
        device.close();
    }
}
