package org.waypost.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk on which recorded operations are done again up to the moment when the power fails. A file's bytes are safe
 * once it was synced, its name once its directory was. For one thread.
 */
final class CrashDisk {
    private final Map<String, DiskFile> seen = new HashMap<>();
    private final Map<String, DiskFile> platter = new HashMap<>();
    private final List<EntryChange> pending = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    /** A disk with these files, safe all of them. */
    CrashDisk(Map<String, byte[]> files) {
        files.forEach((name, bytes) -> platter.put(name, new DiskFile(bytes)));
        seen.putAll(platter);
    }

    /** What was told the outside world so far. */
    List<String> said() {
        return List.copyOf(said);
    }

    void apply(DiskOp operation) {
        switch (operation) {
            case DiskOp.Create create -> entry(create.file(), new DiskFile());
            case DiskOp.Write write -> file(write.file()).ifPresent(file -> file.write(write));
            case DiskOp.Truncate truncate -> file(truncate.file()).ifPresent(file -> file.truncate(truncate));
            case DiskOp.Sync sync -> file(sync.file()).ifPresent(DiskFile::sync);
            case DiskOp.SyncFolder folder -> settle();
            case DiskOp.Rename rename -> rename(rename.from(), rename.to());
            case DiskOp.Unlink unlink -> change(names -> names.remove(unlink.file()));
            case DiskOp.Said line -> said.add(line.line());
        }
    }

    private Optional<DiskFile> file(String name) {
        return Optional.ofNullable(seen.get(name));
    }

    private void entry(String name, DiskFile file) {
        change(names -> names.put(name, file));
    }

    private void rename(String from, String to) {
        file(from)
                .ifPresent(file -> change(names -> {
                    names.remove(from, file);
                    names.put(to, file);
                }));
    }

    private void change(EntryChange change) {
        change.in(seen);
        pending.add(change);
    }

    private void settle() {
        pending.forEach(change -> change.in(platter));
        pending.clear();
    }

    /** Cuts the power and writes what is left into an empty directory; the disk here stays as it is. */
    void cut(PowerCut cut, RandomGenerator random, Path into) throws IOException {
        // in the order of their names, so that a seed gives the same disk again
        Map<String, DiskFile> names = new TreeMap<>(platter);
        for (EntryChange change : pending) {
            boolean survives = switch (cut) {
                case NOTHING_PENDING_SURVIVES -> false;
                case ALL_PENDING_SURVIVES -> true;
                case SOME_PENDING_SURVIVES -> random.nextBoolean();
            };
            if (survives) {
                change.in(names);
            }
        }
        for (Map.Entry<String, DiskFile> file : names.entrySet()) {
            Files.write(into.resolve(file.getKey()), file.getValue().after(cut, random));
        }
    }

    /** One change of the names in the directory. */
    private interface EntryChange {
        void in(Map<String, DiskFile> names);
    }
}
