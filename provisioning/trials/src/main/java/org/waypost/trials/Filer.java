package org.waypost.trials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.waypost.agent.settings.Settings;
import org.waypost.contract.CaseReport.Urgency;

/** A terminal that files reports and carries them to its hub until it is killed; tells each one after it was saved. */
final class Filer {
    /** Between two reports; a decision a second would be many. */
    private static final long PAUSE_MILLIS = 2;

    private Filer() {}

    /** Takes the terminal's settings file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try (Dispatch dispatch = new Dispatch(Settings.read(Path.of(arguments[0])))) {
            dispatch.start();
            while (!Thread.currentThread().isInterrupted()) {
                UUID report = dispatch.file(Urgency.OTHER);
                out.write((report + "\n").getBytes(US_ASCII));
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
