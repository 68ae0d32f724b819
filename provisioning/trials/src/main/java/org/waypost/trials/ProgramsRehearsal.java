package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;
import org.waypost.hub.HubServer;
import org.waypost.hub.HubSettings;
import org.waypost.hub.Interposed;

/**
 * The training run of what trials start as programs from their own jar, most of them to be killed: a hub and a terminal
 * in one process, and a report with its receipt.
 */
public final class ProgramsRehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ProgramsRehearsal() {}

    /** Takes the settings files of hub and terminal. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (HubServer hub = HubServer.start(
                        HubSettings.read(Path.of(arguments[0])), InstantSource.system(), Interposed.NOTHING);
                Dispatch terminal = new Dispatch(Settings.read(Path.of(arguments[1])))) {
            terminal.start();
            Drain.await(terminal, terminal.file(Urgency.OTHER), PATIENCE);
            System.out.println("the receipt came over port " + hub.mqttPort().orElseThrow());
        }
    }
}
