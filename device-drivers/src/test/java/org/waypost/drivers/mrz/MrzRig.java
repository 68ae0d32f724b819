package org.waypost.drivers.mrz;

import java.time.Duration;
import java.util.List;
import org.waypost.drivers.device.Reading;
import org.waypost.drivers.simulated.MrzFault;
import org.waypost.drivers.simulated.MrzSimulator;
import org.waypost.drivers.simulated.MrzSpecimen;

/** Driver and simulated reader of one profile, without threads and without real time. */
final class MrzRig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    final ScriptedLink.Clockwork ticker = new ScriptedLink.Clockwork();
    final MrzSimulator simulator;
    final ScriptedLink link;
    final SerialMrzReader reader;
    private final MrzProfile profile;

    MrzRig(MrzProfile profile) {
        this.profile = profile;
        this.simulator = new MrzSimulator(profile);
        this.link = new ScriptedLink(ticker, simulator::receive);
        this.reader = new SerialMrzReader(link::open, profile, new MrzParser(MrzVectors.CLOCK), ticker);
    }

    Reading<MrzOutcome> read() {
        return reader.read(PATIENCE);
    }

    Reading<MrzOutcome> read(MrzSpecimen specimen) {
        return read(specimen.lines());
    }

    Reading<MrzOutcome> read(List<String> lines) {
        if (profile.framing() == MrzFraming.Plain.COUNTED) {
            simulator.swipe(lines);
        } else {
            link.arriveIn(Duration.ofMillis(300), simulator.emitted(lines));
        }
        return read();
    }

    Reading<MrzOutcome> read(MrzSpecimen specimen, MrzFault fault) {
        simulator.arm(fault);
        return read(specimen);
    }

    @Override
    public void close() {
        reader.close();
    }
}
