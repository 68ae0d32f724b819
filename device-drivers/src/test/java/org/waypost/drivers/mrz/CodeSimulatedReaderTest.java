package org.waypost.drivers.mrz;

import org.junit.jupiter.api.AfterEach;
import org.waypost.drivers.simulated.CodeFault;
import org.waypost.drivers.simulated.CodeSimulatedReader;

/** The contract over a cable in memory. */
class CodeSimulatedReaderTest extends CodeReaderContract {
    private final CodeSimulatedReader reader = new CodeSimulatedReader();

    @AfterEach
    void close() {
        reader.close();
    }

    @Override
    protected CodeReader reader() {
        return reader;
    }

    @Override
    protected void show(String text) {
        reader.simulator().show(text);
    }

    @Override
    protected void arm(CodeFault fault) {
        reader.simulator().arm(fault);
    }

    @Override
    protected void unplug() {
        reader.simulator().unplug();
    }
}
