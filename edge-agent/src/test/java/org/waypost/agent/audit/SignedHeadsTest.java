package org.waypost.agent.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.agent.audit.AuditChain.Damage;
import org.waypost.agent.audit.AuditChain.Verdict;
import org.waypost.agent.store.StoreFailure;
import org.waypost.agent.store.TerminalStore;
import org.waypost.contract.KeyFile;
import org.waypost.contract.Signer;
import org.waypost.contract.TerminalId;
import org.waypost.contract.Verifier;

/**
 * Nine rows, heads signed behind the third, the sixth and the ninth. Whoever tampers here knows how the chain is made:
 * rows behind the change are hashed anew and the end is set to fit. Only the terminal's key is missing.
 */
class SignedHeadsTest {
    private static final TerminalId TERMINAL = new TerminalId("counter-1");
    private static final int ROWS = 9;

    @TempDir
    Path directory;

    private final KeysetHandle key = KeyFile.newSigningKey();
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private TerminalStore store;
    private SignedHeads heads;

    SignedHeadsTest() throws GeneralSecurityException {}

    @BeforeEach
    void fill() {
        store = TerminalStore.open(directory.resolve("terminal.db"), () -> now);
        heads = signing(key);
        for (int i = 1; i <= ROWS; i++) {
            append("A Verified " + i);
            if (i % 3 == 0) {
                heads.look();
                now = now.plus(SignedHeads.EVERY);
            }
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SignedHeads signing(KeysetHandle by) {
        return new SignedHeads(store, TERMINAL, () -> new Signer(by), () -> now);
    }

    private void append(String detail) {
        new SqliteAudit(store)
                .append(new AuditEvent(now, "reg-7", AuditEvent.Action.VERIFIED, UUID.randomUUID(), detail));
    }

    private Verdict verdict(SignedHead... elsewhere) throws GeneralSecurityException {
        return new AuditChain(store).verify(TERMINAL, new Verifier(key.getPublicKeysetHandle()), List.of(elsewhere));
    }

    private static Verdict broken(long number, Damage damage) {
        return new Verdict.Broken(number, damage);
    }

    private void execute(String... statements) {
        store.transaction(in -> {
            try (Statement statement = in.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return statements.length;
        });
    }

    /** As one who has the file and knows the program: the chain and its end fit again afterwards. */
    private void tamper(String... statements) {
        execute(
                "drop trigger audit_is_not_changed",
                "drop trigger audit_is_not_deleted",
                "drop trigger audit_grows_at_its_end",
                "drop trigger audit_head_only_advances",
                "drop trigger audit_head_is_not_deleted",
                "drop trigger audit_signed_head_is_not_changed",
                "drop trigger audit_signed_head_is_not_deleted");
        execute(statements);
        Forger.fit(store);
    }

    @Test
    void anUntouchedChainIsIntactWithItsHeads() throws Exception {
        assertEquals(ROWS, assertInstanceOf(Verdict.Intact.class, verdict()).count());
    }

    @Test
    void signsAtMostEverySixtySecondsAndOnlyAfterSomethingWasDone() {
        long last = heads.last().orElseThrow().number();
        assertEquals(ROWS, last);
        heads.look();
        assertEquals(ROWS, heads.last().orElseThrow().number(), "nothing was done");
        append("10");
        heads.look();
        assertEquals(10, heads.last().orElseThrow().number(), "a minute had passed");
        append("11");
        now = now.plus(SignedHeads.EVERY).minusMillis(1);
        heads.look();
        assertEquals(10, heads.last().orElseThrow().number());
        now = now.plusMillis(1);
        heads.look();
        assertEquals(11, heads.last().orElseThrow().number());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, ROWS})
    void namesTheHeadedSpanOfARowThatWasEdited(long number) throws Exception {
        tamper("update audit set detail = 'x' where number = " + number);
        assertInstanceOf(Verdict.Intact.class, new AuditChain(store).verify(), "control: the hashes alone fit");
        assertEquals(broken((number + 2) / 3 * 3, Damage.CHANGED), verdict());
    }

    @Test
    void findsARowThatWasDeleted() throws Exception {
        tamper("delete from audit where number = 5", "update audit set number = number - 1 where number > 5");
        assertInstanceOf(Verdict.Intact.class, new AuditChain(store).verify(), "control: the hashes alone fit");
        assertEquals(broken(6, Damage.CHANGED), verdict());
    }

    @Test
    void findsRowsThatChangedPlaces() throws Exception {
        tamper(
                "update audit set number = 100 where number = 4",
                "update audit set number = 4 where number = 5",
                "update audit set number = 5 where number = 100");
        assertInstanceOf(Verdict.Intact.class, new AuditChain(store).verify(), "control: the hashes alone fit");
        assertEquals(broken(6, Damage.CHANGED), verdict());
    }

    @Test
    void findsAnEndThatWasCutOff() throws Exception {
        tamper("delete from audit where number > 7");
        assertInstanceOf(Verdict.Intact.class, new AuditChain(store).verify(), "control: the hashes alone fit");
        assertEquals(broken(8, Damage.CUT_OFF), verdict());
    }

    @Test
    void findsAnEndThatWasCutOffTogetherWithItsHeadsByOneKeptElsewhere() throws Exception {
        SignedHead kept = heads.last().orElseThrow();
        tamper("delete from audit where number > 6", "delete from audit_signed_head where number > 6");
        assertInstanceOf(Verdict.Intact.class, verdict(), "control: what is in the file fits");
        assertEquals(broken(7, Damage.CUT_OFF), verdict(kept));
    }

    @Test
    void namesAHeadThatAnotherKeySigned() throws Exception {
        append("10");
        signing(KeyFile.newSigningKey()).look();
        assertEquals(broken(10, Damage.NOT_SIGNED), verdict());
    }

    @Test
    void namesAnAnchorThatTheTerminalDidNotSign() throws Exception {
        Instant later = now.plusSeconds(1);
        Anchor forged = new Anchor(TERMINAL, () -> new Signer(thief()));
        assertEquals(ROWS, (long) store.transaction(in -> forged.purge(in, later, later)));
        assertEquals(broken(ROWS, Damage.NOT_SIGNED), verdict());
    }

    private static KeysetHandle thief() {
        try {
            return KeyFile.newSigningKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_signed_head set hash = 'x'",
                "delete from audit_signed_head where number = 9",
                "update audit_anchor set number = 5, hash = 'x'",
                "update audit_anchor set number = 50",
                "delete from audit_anchor",
            })
    void theFileItselfRefusesToForget(String sql) throws Exception {
        assertThrows(StoreFailure.class, () -> execute(sql));
        assertInstanceOf(Verdict.Intact.class, verdict());
    }
}
