package org.waypost.drivers.passport;

import static org.waypost.drivers.fuzz.Finding.unless;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportFiles;
import org.waypost.drivers.simulated.PassportSignature;
import org.waypost.drivers.simulated.PassportSpecimen;

/**
 * Security objects: whatever is changed in one, it is refused or still says what its issuer signed. The keys are drawn
 * anew in each process, so an input is a list of changes.
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

    private TrustFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.concat(
                        Stream.of("0000", "00000040000004", "0100", "0101000001", "0102", "03"),
                        IntStream.range(0, 12)
                                .mapToObj(situation -> "02" + HexFormat.of().toHexDigits((byte) situation)))
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Script script = new Script(input);
        switch (script.next() % 4) {
            case 0 -> securityObject(script);
            case 1 -> proof(script);
            case 2 -> TrustSituation.judge(script.next());
            default -> otherKind();
        }
    }

    private static void securityObject(Script script) throws IOException {
        script.next();
        byte[] file = script.changed(SECURITY_OBJECT);
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
        byte[] signature = script.changed(keys.signature());
        boolean same = Arrays.equals(signature, keys.signature());
        ActiveAuthentication key = ActiveAuthentication.of(keys.dg15()).orElseThrow();
        unless(key.verifies(challenge, signature) || !same, "the chip's own signature verifies");
        challenge[0] ^= 1;
        unless(!key.verifies(challenge, signature), "a signature is for one challenge only");
        unless(ActiveAuthentication.of(new byte[] {0x6F, 0}).isEmpty(), "no key is no key");
    }

    /** A signed file of another kind than asked for, in the wrapping of the one asked for. */
    private static void otherKind() {
        byte[] wrapped = new byte[4 + MASTER_LIST.length];
        wrapped[0] = 0x77;
        wrapped[1] = (byte) 0x82;
        wrapped[2] = (byte) (MASTER_LIST.length >> 8);
        wrapped[3] = (byte) MASTER_LIST.length;
        System.arraycopy(MASTER_LIST, 0, wrapped, 4, MASTER_LIST.length);
        unless(SecurityObject.of(wrapped).isEmpty(), "a list of another kind is no security object");
    }
}
