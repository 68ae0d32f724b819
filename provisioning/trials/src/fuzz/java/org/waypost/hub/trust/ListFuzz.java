package org.waypost.hub.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.waypost.drivers.fuzz.Finding.unless;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waypost.contract.Codec;
import org.waypost.contract.KeyFile;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.Signer;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.contract.Verifier;
import org.waypost.drivers.fuzz.Script;
import org.waypost.drivers.simulated.PassportAuthority;
import org.waypost.drivers.simulated.PassportSignature;

/**
 * Master lists and the trust stores made of them: whatever is changed in one, it is refused or still says what its
 * issuer signed; and what is signed but beyond the limits is refused too. The keys are drawn anew in each process.
 */
public final class ListFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PassportAuthority UTOPIA = PassportAuthority.founded("UT", NOW);
    private static final PassportAuthority FRIEND = PassportAuthority.founded("XA", NOW);
    private static final List<byte[]> LISTED = List.of(UTOPIA.certificate(), FRIEND.certificate());
    private static final byte[] MASTER_LIST = UTOPIA.masterList(LISTED);
    private static final byte[] OTHER_KIND = UTOPIA.appoint(PassportSignature.ECDSA, NOW)
            .securityObject(Map.of(1, new byte[] {0x61, 0}, 2, new byte[] {0x75, 0}));
    private static final KeysetHandle HUB = hub();
    private static final Signer SIGNER = new Signer(HUB);
    private static final Verifier VERIFIER = verifier();
    private static final SignedTrustStore STORE = SignedTrustStore.sign(store(), SIGNER);

    private ListFuzz() {}

    public static List<byte[]> seeds() {
        return Stream.concat(
                        Stream.of(
                                        "0000",
                                        "0001",
                                        "000008000008",
                                        "0001000008",
                                        "0100",
                                        "0101",
                                        "0102",
                                        "02",
                                        "02000001")
                                .map(HexFormat.of()::parseHex),
                        Stream.of(text("1", "", ""), text("0", "", ""), text("-1", "", ""), signers(), lists())
                                .map(text -> ("\3" + text).getBytes(ISO_8859_1)))
                .toList();
    }

    private static String text(String number, String signers, String lists) {
        return "{\"number\":" + number + ",\"issued\":\"2026-11-23T12:00:00Z\",\"signers\":[" + signers
                + "],\"revocationLists\":[" + lists + "]}";
    }

    private static String signers() {
        String good =
                "{\"country\":\"UT\",\"certificate\":\"Zg==\",\"expires\":\"2026-11-23T12:00:00Z\",\"source\":\"DE\"}";
        return text("1", good + "," + good.replace("UT", "ut"), "");
    }

    private static String lists() {
        return text("1", "", "\"Zg==\",\"\",\"?\"");
    }

    private static KeysetHandle hub() {
        try {
            return KeyFile.newSigningKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Verifier verifier() {
        try {
            return new Verifier(HUB.getPublicKeysetHandle());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TrustStoreIssue store() {
        Base64.Encoder base64 = Base64.getEncoder();
        List<CountrySigner> signers = List.of(
                new CountrySigner("UT", base64.encodeToString(UTOPIA.certificate()), NOW, "UT"),
                new CountrySigner("XA", base64.encodeToString(FRIEND.certificate()), NOW, "UT"));
        return new TrustStoreIssue(7, NOW, signers, List.of(base64.encodeToString(new byte[9])));
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Script script = new Script(input);
        switch (script.next() % 4) {
            case 0 -> masterList(script);
            case 1 -> otherKinds(script.next());
            case 2 -> changedStore(script);
            default -> signedText(script.text());
        }
    }

    private static void masterList(Script script) throws IOException {
        int pin = script.next() % 2;
        byte[] cms = script.changed(MASTER_LIST);
        boolean same = Arrays.equals(cms, MASTER_LIST);
        switch (MasterList.read(cms, (pin == 0 ? UTOPIA : FRIEND).certificate())) {
            case MasterList.Result.Read read -> {
                unless(pin == 0, "a list of an issuer nobody pinned is refused");
                unless(read.certificates().size() == LISTED.size(), "a list is as long as signed");
                for (X509CertificateHolder certificate : read.certificates()) {
                    unless(isListed(certificate.getEncoded()), "a list is as signed");
                }
            }
            case MasterList.Result.Refused refused -> unless(pin != 0 || !same, "a list as signed is read");
        }
    }

    private static boolean isListed(byte[] certificate) {
        return LISTED.stream().anyMatch(listed -> Arrays.equals(listed, certificate));
    }

    /** Signed files of another kind than asked for, one too large, and an issuer that is no certificate. */
    private static void otherKinds(int kind) {
        byte[] pinned = UTOPIA.certificate();
        switch (kind % 4) {
            case 0 -> refused(Arrays.copyOfRange(OTHER_KIND, 4, OTHER_KIND.length), pinned);
            case 1 -> refused(Arrays.copyOf(MASTER_LIST, MasterList.LARGEST + 1), pinned);
            case 2 -> refused(MASTER_LIST, new byte[3]);
            default -> refused(pinned, pinned);
        }
    }

    private static void refused(byte[] cms, byte[] pinned) {
        var none = new MasterList.Result.Refused(MasterList.Reason.NOT_A_MASTER_LIST);
        unless(MasterList.read(cms, pinned).equals(none), "what is no list of the issuer is refused");
    }

    private static void changedStore(Script script) {
        byte[] issue = STORE.issue().getBytes(ISO_8859_1);
        String text = new String(script.changed(issue), ISO_8859_1);
        if (text.isEmpty()) {
            return;
        }
        Optional<TrustStoreIssue> opened =
                new SignedTrustStore(SignedTrustStore.FORMAT, text, STORE.signature()).opened(VERIFIER);
        unless(opened.isPresent() == text.equals(STORE.issue()), "a store is opened as signed or not at all");
    }

    /** What is opened is within the limits, and is opened again when it is written again. */
    private static void signedText(String text) {
        if (text.isEmpty()) {
            return;
        }
        String signature = SIGNER.sign(SignedTrustStore.FORMAT + "\n" + text);
        new SignedTrustStore(SignedTrustStore.FORMAT, text, signature)
                .opened(VERIFIER)
                .ifPresent(ListFuzz::check);
    }

    private static void check(TrustStoreIssue opened) {
        unless(opened.number() >= 1, "issues are numbered from 1");
        unless(opened.signers().size() <= TrustStoreIssue.SIGNERS_MAX, "signers are bounded");
        for (CountrySigner signer : opened.signers()) {
            unless(signer.country().matches("[A-Z]{2}"), "a country is two letters");
            unless(Base64.getDecoder().decode(signer.certificate()).length > 0, "a certificate is not empty");
        }
        String again = Codec.write(opened);
        SignedTrustStore signed = SignedTrustStore.sign(opened, SIGNER);
        unless(signed.issue().equals(again), "what is opened is written as it is signed");
        unless(signed.opened(VERIFIER).equals(Optional.of(opened)), "what is opened and signed again is the same");
    }
}
