package org.waypost.drivers.mrz;

import org.junit.jupiter.api.AfterEach;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulatedReader;
import org.waypost.drivers.simulated.MrzSpecimen;

/** The contract over a cable in memory. */
class MrzSimulatedReaderTest extends MrzReaderContract {
    private final MrzSimulatedReader reader = new MrzSimulatedReader(MrzVectors.CLOCK);

    @AfterEach
    void close() {
        reader.close();
    }

    @Override
    protected MrzReader reader() {
        return reader;
    }

    @Override
    protected void swipe(MrzSpecimen specimen) {
        reader.swipe(specimen);
    }

    @Override
    protected void arm(MrzFault fault) {
        reader.simulator().arm(fault);
    }

    @Override
    protected void unplug() {
        reader.simulator().unplug();
    }
}
