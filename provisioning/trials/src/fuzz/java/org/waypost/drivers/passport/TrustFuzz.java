package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * Signed files: whatever is changed in one, it is refused or still says what its issuer signed; and what is signed but
 * of no known form is refused too. The keys are drawn anew in each process, so an input is a list of changes.
 */
public final class TrustFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW);
    private static final PassportAuthority FRIEND = PassportAuthority.founded("XA", NOW);
    private static final List<byte[]> LISTED = List.of(UTOPIA.certificate(), FRIEND.certificate());
    private static final byte[] MASTER_LIST = UTOPIA.masterList(LISTED);
    private static final byte[] DG1 = PassportFiles.dg1(PassportSpecimen.ANNA);
    private static final byte[] DG2 = {0x75, 0};
    private static final byte[] SECURITY_OBJECT =
            UTOPIA.appoint(PassportSignature.ECDSA, NOW).securityObject(Map.of(1, DG1, 2, DG2));
    private static final byte[] REVOCATIONS =
            UTOPIA.revocationList(List.of(), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)));
    private static final TrustStore STORE = new TrustStore(7, NOW, LISTED, List.of(REVOCATIONS));
    private static final KeyPair HUB = hub();
    private static final byte[] SEALED = SignedTrustStore.seal(STORE, HUB.getPrivate());

    private TrustFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.of(
                        "0000",
                        "0001",
                        "000008000008",
                        "0100",
                        "01000010000001",
                        "0206",
                        "0207",
                        "0208",
                        "03" + "5750545301" + "0000000000000009" + "0000000065000000" + "00000001" + "00000002abcd"
                                + "00000000",
                        "03" + "5750545301" + "ffffffffffffffff" + "0000000065000000" + "00000000" + "00000000",
                        "03" + "5750545302" + "0000000000000009" + "0000000065000000" + "00000000" + "00000000",
                        "0600",
                        "0601",
                        "0602",
                        "0603",
                        "0604",
                        "0605",
                        "0606",
                        "0607",
                        "0608",
                        "0609",
                        "060a",
                        "060b",
                        "0700",
                        "0701",
                        "0702",
                        "0703",
                        "0400",
                        "04000040000004",
                        "0500",
                        "0501000001")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    private static KeyPair hub() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException, GeneralSecurityException {
        Script script = new Script(input);
        switch (script.next() % 8) {
            case 0 -> masterList(script);
            case 1 -> sealedStore(script);
            case 2 -> versions(script);
            case 3 -> signedBytes(script.rest());
            case 4 -> securityObject(script);
            case 5 -> proof(script);
            case 6 -> TrustSituation.judge(script.next());
            default -> otherKinds(script.next());
        }
    }

    /** Changes of three bytes each: a place as a fraction of the file, and what is added there; the last may cut it. */
    private static byte[] changed(byte[] good, Script script) {
        byte[] changed = good.clone();
        while (script.hasMore()) {
            int place = (int) ((long) script.pair() * changed.length / 65_536);
            int more = script.next();
            if (more == 0xFF) {
                return Arrays.copyOf(changed, place);
            }
            changed[place] += (byte) more;
        }
        return changed;
    }

    private static void masterList(Script script) {
        int pin = script.next() % 2;
        byte[] cms = changed(MASTER_LIST, script);
        boolean same = Arrays.equals(cms, MASTER_LIST);
        switch (MasterList.read(cms, (pin == 0 ? UTOPIA : FRIEND).certificate())) {
            case MasterList.Result.Read read -> {
                unless(pin == 0, "a list of an issuer nobody pinned is refused");
                boolean listed = read.certificates().size() == LISTED.size() && read.unusable() == 0;
                unless(listed && read.certificates().stream().allMatch(TrustFuzz::isListed), "a list is as signed");
            }
            case MasterList.Result.Refused refused -> unless(pin != 0 || !same, "a list as signed is read");
        }
    }

    private static boolean isListed(byte[] certificate) {
        return LISTED.stream().anyMatch(listed -> Arrays.equals(listed, certificate));
    }

    private static void sealedStore(Script script) {
        int known = script.next() % 16 - 1;
        byte[] sealed = changed(SEALED, script);
        boolean same = Arrays.equals(sealed, SEALED);
        switch (SignedTrustStore.open(sealed, HUB.getPublic(), known)) {
            case SignedTrustStore.Opening.Opened opened -> {
                unless(same && known <= 7, "a store changed or older than the known one is refused");
                unless(isSame(opened.store(), STORE), "a store is as sealed");
            }
            case SignedTrustStore.Opening.Refused refused -> unless(!same || known > 7, "a store as sealed is opened");
        }
    }

    private static boolean isSame(TrustStore one, TrustStore other) {
        return one.version() == other.version()
                && one.issued().equals(other.issued())
                && Arrays.deepEquals(
                        one.certificates().toArray(), other.certificates().toArray())
                && Arrays.deepEquals(
                        one.revocationLists().toArray(), other.revocationLists().toArray());
    }

    private static void versions(Script script) {
        int version = script.next();
        int known = script.next() - 1;
        TrustStore store = new TrustStore(version, NOW, List.of(), List.of());
        boolean opened = SignedTrustStore.open(SignedTrustStore.seal(store, HUB.getPrivate()), HUB.getPublic(), known)
                instanceof SignedTrustStore.Opening.Opened;
        unless(opened == version >= known, "a store is never replaced by an older one");
    }

    /** What is accepted is what would be sealed again. */
    private static void signedBytes(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(HUB.getPrivate());
        signature.update(content);
        byte[] sealed = Arrays.copyOf(content, content.length + 64);
        System.arraycopy(signature.sign(), 0, sealed, content.length, 64);
        if (SignedTrustStore.open(sealed, HUB.getPublic(), -1) instanceof SignedTrustStore.Opening.Opened opened) {
            byte[] again = SignedTrustStore.seal(opened.store(), HUB.getPrivate());
            unless(Arrays.equals(again, sealed), "what is opened seals to the same bytes");
        }
    }

    private static void securityObject(Script script) throws IOException {
        script.next();
        byte[] file = changed(SECURITY_OBJECT, script);
        Optional<SecurityObject> object = SecurityObject.of(file);
        if (object.filter(SecurityObject::signatureHolds).isEmpty()) {
            unless(!Arrays.equals(file, SECURITY_OBJECT), "a security object as signed holds");
            return;
        }
        SecurityObject held = object.get();
        boolean lists = held.lists(EmrtdFile.DG1) && held.lists(EmrtdFile.DG2) && !held.lists(EmrtdFile.DG14);
        unless(lists, "a security object lists what its issuer signed");
        boolean holds = held.holds(EmrtdFile.DG1, DG1) && held.holds(EmrtdFile.DG2, DG2);
        unless(holds && !held.holds(EmrtdFile.DG2, DG1), "a file is the one signed or none");
        var passive = new PassiveAuthentication(STORE, InstantSource.fixed(NOW), held);
        if (passive.chain().equals(Authenticity.GENUINE)) {
            byte[] signed = SecurityObject.of(SECURITY_OBJECT)
                    .orElseThrow()
                    .certificate()
                    .toASN1Structure()
                    .getTBSCertificate()
                    .getEncoded();
            byte[] found =
                    held.certificate().toASN1Structure().getTBSCertificate().getEncoded();
            unless(Arrays.equals(signed, found), "a signer's certificate is the one its authority signed");
        }
        boolean same =
                passive.countries(PassportFields.of(PassportSpecimen.ANNA)).equals(Authenticity.GENUINE)
                        && passive.validity().equals(Authenticity.GENUINE)
                        && passive.revocation().equals(Authenticity.GENUINE);
        unless(same || !Arrays.equals(file, SECURITY_OBJECT), "a signer as appointed is valid");
    }

    private static void proof(Script script) {
        ChipKeys keys = ChipKeys.of(script.next() % 3);
        byte[] challenge = ChipKeys.challenge();
        byte[] signature = changed(keys.signature(), script);
        boolean same = Arrays.equals(signature, keys.signature());
        ActiveAuthentication key = ActiveAuthentication.of(keys.dg15()).orElseThrow();
        unless(key.verifies(challenge, signature) || !same, "the chip's own signature verifies");
        challenge[0] ^= 1;
        unless(!key.verifies(challenge, signature), "a signature is for one challenge only");
        unless(ActiveAuthentication.of(new byte[] {0x6F, 0}).isEmpty(), "no key is no key");
    }

    /** Signed files of another kind than asked for, and one too large. */
    private static void otherKinds(int kind) {
        byte[] pinned = UTOPIA.certificate();
        byte[] cms = Tlv.first(SECURITY_OBJECT).orElseThrow().value();
        switch (kind % 4) {
            case 0 -> refused(MasterList.read(cms, pinned), MasterList.Reason.NOT_A_MASTER_LIST);
            case 1 -> {
                byte[] large = Arrays.copyOf(MASTER_LIST, 16 * 1024 * 1024 + 1);
                refused(MasterList.read(large, pinned), MasterList.Reason.NOT_A_MASTER_LIST);
            }
            case 2 -> refused(MasterList.read(MASTER_LIST, new byte[3]), MasterList.Reason.ISSUER_UNKNOWN);
            default -> {
                byte[] wrapped = new byte[4 + MASTER_LIST.length];
                wrapped[0] = 0x77;
                wrapped[1] = (byte) 0x82;
                wrapped[2] = (byte) (MASTER_LIST.length >> 8);
                wrapped[3] = (byte) MASTER_LIST.length;
                System.arraycopy(MASTER_LIST, 0, wrapped, 4, MASTER_LIST.length);
                unless(SecurityObject.of(wrapped).isEmpty(), "a list of another kind is no security object");
            }
        }
    }

    private static void refused(MasterList.Result result, MasterList.Reason reason) {
        unless(result.equals(new MasterList.Result.Refused(reason)), "what is no list of the issuer is refused");
    }
}
