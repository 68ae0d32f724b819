package org.waypost.kiosk;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waypost.agent.audit.AuditEvent;
import org.waypost.agent.audit.SqliteAudit;
import org.waypost.agent.face.ModelFile;
import org.waypost.agent.face.ModelImport;
import org.waypost.agent.settings.Settings;
import org.waypost.agent.settings.SettingsFailure;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings face models to a terminal that is not running, by a named person who accepts their licences. */
@Command(
        name = "import-models",
        description = "Checks face models in a directory or on a stick and brings them to this terminal. End it first.")
final class ImportModels implements Callable<Integer> {
    private static final int BROKEN = 2;
    private static final int REFUSED = 1;
    private static final int DIGEST_SHOWN = 12;
    private static final int NAME_LONGEST = 40;

    @Option(names = "--settings", required = true, paramLabel = "FILE", description = "The terminal's settings.")
    private Path settings = Path.of("");

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DIRECTORY",
            description =
                    "Where face-models.json and the files it names lie; without that file YuNet and SFace as published.")
    private Path from = Path.of("");

    @Option(
            names = "--accept-licences",
            paramLabel = "NAME",
            description =
                    "Who accepts the licences, for the audit; without it they are listed and nothing is imported.")
    private @Nullable String acceptedBy;

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    ImportModels(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            Settings read = Settings.read(settings);
            return switch (ModelImport.from(from)) {
                case ModelImport.Offer.Unsound unsound -> refused(unsound.why());
                case ModelImport.Offer.Sound sound -> offered(sound.models(), read);
            };
        } catch (SettingsFailure | StoreFailure | IOException broken) {
            err.println("models not imported: " + broken.getMessage());
            return BROKEN;
        }
    }

    private int offered(ModelImport models, Settings read) throws IOException {
        for (ModelFile file : models.files()) {
            out.println(file.file() + ": " + file.licence() + ", from " + file.source() + ", sha256 " + shown(file));
        }
        String name = Optional.ofNullable(acceptedBy).orElse("").strip();
        if (name.isEmpty() || name.length() > NAME_LONGEST) {
            return refused(
                    "a licence of a model is not one for the data it was trained on; once they are reviewed, name "
                            + "who accepts them: --accept-licences NAME, 1 to " + NAME_LONGEST + " characters");
        }
        models.into(read.files().models());
        account(models, read, name);
        out.println("imported into " + read.files().models() + " and accounted for under " + name);
        return 0;
    }

    private void account(ModelImport models, Settings read, String name) {
        String what = String.join(
                " ", models.files().stream().map(ImportModels::shown).toList());
        try (TerminalStore store = TerminalStore.open(read.files().store(), clock)) {
            new SqliteAudit(store)
                    .append(new AuditEvent(
                            clock.instant(),
                            name,
                            AuditEvent.Action.MODELS_IMPORTED,
                            UUID.randomUUID(),
                            "licences accepted, sha256 " + what));
        }
    }

    private static String shown(ModelFile file) {
        return file.sha256().substring(0, DIGEST_SHOWN);
    }

    private int refused(String why) {
        err.println("models not imported: " + why);
        return REFUSED;
    }
}
