package org.waypost.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyAnnouncement;
import org.waypost.contract.KeyFile;
import org.waypost.contract.KeyLock;
import org.waypost.contract.KeySuccession;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;
import org.waypost.hub.intake.KeyDirectory;
import org.waypost.hub.store.Audit;
import org.waypost.hub.store.Database;
import org.waypost.hub.store.StoreAddress;
import picocli.CommandLine;

/** A terminal's announcement, as a person lays it before the hub's command. */
class TakeTerminalKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @TempDir
    Path directory;

    private final TerminalId counter = new TerminalId("counter-1");
    private Path settings;
    private KeyFile known;
    private KeySuccession keys;
    private KeyDirectory hub;
    private StringWriter said = new StringWriter();

    @BeforeEach
    void site() throws Exception {
        TestSite site = new TestSite(directory);
        settings = site.write(TestSite.settings());
        keys = made("signing.json");
        known = new KeyFile(directory.resolve("terminals/counter-1.json"));
        Files.createDirectories(known.path().getParent());
        known.writePublic(keys.keys().read());
        hub = new KeyDirectory(directory.resolve("terminals"));
    }

    private KeySuccession made(String name) throws Exception {
        KeyFile file = new KeyFile(directory.resolve(name));
        file.writePrivate(KeyFile.newSigningKey());
        return new KeySuccession(file);
    }

    private int take(KeyAnnouncement announcement) throws Exception {
        return take(Codec.write(announcement));
    }

    private int take(String text) throws Exception {
        Path file = directory.resolve("carried.json");
        Files.writeString(file, text);
        said = new StringWriter();
        return new CommandLine(new TakeTerminalKeys(() -> NOW))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute("--settings", settings + "", "--file", file + "", "--officer", "Technician Wu");
    }

    private boolean knows(String signature) {
        return hub.of(counter).map(key -> key.signed("text", signature)).orElse(false);
    }

    private long audited() {
        try (Database database = Database.open(new StoreAddress.Directory(directory.resolve("data")))) {
            return new Audit(database).check() instanceof Audit.Check.Intact intact ? intact.entries() : -1;
        }
    }

    @Test
    void theHubKnowsBothKeysAndThenTheNewOneAlone() throws Exception {
        Signer terminal = new Signer(keys.keys());
        String old = terminal.sign("text");
        keys.add();
        KeyAnnouncement both = KeyAnnouncement.ofAll(counter, keys, NOW);
        assertEquals(0, take(both), said.toString());
        assertTrue(said.toString().contains(both.taken()), said.toString());
        keys.activate(NOW);
        String young = terminal.sign("text");
        assertTrue(knows(old) && knows(young));
        assertEquals(0, take(KeyAnnouncement.withoutFormer(counter, keys, NOW)), said.toString());
        assertTrue(knows(young));
        assertFalse(knows(old));
        assertEquals(2, audited());
        assertEquals(1, take(both), "replayed, it is signed with a key that is known no more");
        assertFalse(knows(old));
    }

    @Test
    void takesNothingThatAnotherTerminalOrNobodyKnownSigned() throws Exception {
        String before = Files.readString(known.path());
        KeySuccession thief = made("thief.json");
        assertEquals(1, take(KeyAnnouncement.ofAll(counter, thief, NOW)));
        assertTrue(said.toString().contains("none of the keys known here"), said.toString());
        assertEquals(1, take(KeyAnnouncement.ofAll(new TerminalId("counter-2"), keys, NOW)));
        assertTrue(said.toString().contains("not enrolled"), said.toString());
        KeyAnnouncement own = KeyAnnouncement.ofAll(counter, keys, NOW);
        KeyAnnouncement forged = KeyAnnouncement.ofAll(counter, thief, NOW);
        assertEquals(1, take(new KeyAnnouncement(own.format(), counter, own.at(), forged.keys(), own.signature())));
        assertEquals(1, take(Codec.write(own).replace("waypost-terminal-keys-1", "waypost-terminal-keys-2")));
        assertEquals(1, take("no JSON"));
        assertEquals(before, Files.readString(known.path()));
        assertEquals(0, audited());
    }

    /** Signed as it must be, of keys that are no keys for signatures: nothing is replaced, nothing accounted for. */
    @Test
    void takesNoKeysOfAnotherKind() throws Exception {
        String before = Files.readString(known.path());
        KeyFile seal = new KeyFile(directory.resolve("seal.json"));
        seal.writePublic(KeyFile.newSealingKey());
        String text = String.join(
                "\n",
                KeyAnnouncement.FORMAT,
                counter.value(),
                NOW + "",
                Files.readString(seal.path()).strip());
        KeyAnnouncement other = new KeyAnnouncement(
                KeyAnnouncement.FORMAT,
                counter,
                NOW,
                Files.readString(seal.path()).strip(),
                new Signer(keys.keys()).sign(text));
        assertTrue(other.signedBy(new Verifier(known)), "control: it is the terminal's");
        assertEquals(1, take(other));
        assertEquals(before, Files.readString(known.path()));
        assertEquals(0, audited());
    }

    @Test
    void waitsForNobodyElseWhoChangesTheseKeys() throws Exception {
        KeyLock other = KeyLock.take(known).orElseThrow();
        assertEquals(1, take(KeyAnnouncement.ofAll(counter, keys, NOW)));
        assertTrue(said.toString().contains("do this again when it has ended"), said.toString());
        other.close();
        assertEquals(0, take(KeyAnnouncement.ofAll(counter, keys, NOW)), said.toString());
        assertTrue(Hub.commandLine().getSubcommands().containsKey("take-terminal-keys"));
    }
}
