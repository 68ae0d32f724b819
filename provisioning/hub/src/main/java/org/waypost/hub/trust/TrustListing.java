package org.waypost.hub.trust;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waypost.contract.Codec;
import org.waypost.contract.SignedTrustStore;
import org.waypost.contract.Signer;
import org.waypost.contract.TrustStoreIssue;
import org.waypost.contract.TrustStoreIssue.CountrySigner;
import org.waypost.hub.listing.IssueNumbers;
import org.waypost.hub.listing.IssuedFile;

/** Makes trust stores: every list and every revocation list given is good and a store is issued, or none is. */
public final class TrustListing {
    private final IssueNumbers numbers;
    private final Signer listKey;
    private final InstantSource clock;

    /** Issues stores under one key. */
    public TrustListing(IssueNumbers numbers, Signer listKey, InstantSource clock) {
        this.numbers = numbers;
        this.listKey = listKey;
        this.clock = clock;
    }

    /**
     * A master list and the certificate of its issuer, which came by another way.
     *
     * @param list file with CMS
     * @param issuer file with X.509, DER
     */
    public record Pinned(Path list, Path issuer) {}

    /**
     * Checks the lists, joins them, numbers and signs the store and puts it where it is wanted in one step.
     *
     * @param revocationLists files with X.509 CRLs, DER; whether their country signed them, the terminal checks for
     *     each passport
     * @throws IOException if a file cannot be read, or the store not written; its number is then skipped
     */
    public Outcome issue(List<Pinned> lists, List<Path> revocationLists, IssuedFile out) throws IOException {
        Gathering gathering = new Gathering();
        for (Pinned list : lists) {
            gathering.addList(list);
        }
        for (Path list : revocationLists) {
            gathering.addRevocationList(list);
        }
        if (gathering.signers.isEmpty() && gathering.broken.isEmpty()) {
            gathering.broken.add("the lists hold no certificate of a country");
        }
        return gathering.broken.isEmpty() ? issued(gathering, out) : new Rejected(gathering.broken);
    }

    private Outcome issued(Gathering gathering, IssuedFile out) throws IOException {
        Instant now = clock.instant().truncatedTo(SECONDS);
        List<CountrySigner> signers = List.copyOf(gathering.signers.values());
        try {
            requireReadable(new TrustStoreIssue(Long.MAX_VALUE, now, signers, gathering.revocationLists));
        } catch (IllegalArgumentException beyondLimits) {
            return new Rejected(List.of(beyondLimits.getMessage() + ": give fewer or smaller lists"));
        }
        long number = numbers.take(now, signers.size());
        out.write(SignedTrustStore.sign(new TrustStoreIssue(number, now, signers, gathering.revocationLists), listKey));
        return new Issued(number, signers.size(), gathering.leftOut);
    }

    /** Terminals read no longer file; what the longest number makes short enough, any number does. */
    private void requireReadable(TrustStoreIssue longest) {
        if (Codec.write(SignedTrustStore.sign(longest, listKey)).length() > Codec.FILE_MAX) {
            throw new IllegalArgumentException("the trust store has more than " + Codec.FILE_MAX + " bytes");
        }
    }

    private static boolean isRevocationList(byte[] der) {
        try {
            return new X509CRLHolder(der).getIssuer() != null;
        } catch (IOException | RuntimeException torn) {
            return false;
        }
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    /** What the lists hold together, each certificate once, under the first list that has it. */
    private static final class Gathering {
        private final Map<String, CountrySigner> signers = new LinkedHashMap<>();
        private final List<String> revocationLists = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private int leftOut;

        void addList(Pinned list) throws IOException {
            byte[] issuer = Files.readAllBytes(list.issuer());
            switch (MasterList.read(Files.readAllBytes(list.list()), issuer)) {
                case MasterList.Result.Refused refused ->
                    broken.add(list.list().getFileName() + ": " + why(refused.reason(), list.issuer()));
                case MasterList.Result.Read read -> {
                    String source = country(new X509CertificateHolder(issuer)).orElse("list");
                    read.certificates().forEach(listed -> add(listed, source));
                }
            }
        }

        void addRevocationList(Path list) throws IOException {
            byte[] der = Files.readAllBytes(list);
            if (isRevocationList(der)) {
                revocationLists.add(base64(der));
            } else {
                broken.add(list.getFileName() + ": not a revocation list (X.509 CRL, DER)");
            }
        }

        private void add(X509CertificateHolder listed, String source) {
            Optional<CountrySigner> signer = signer(listed, source);
            signer.ifPresentOrElse(found -> signers.putIfAbsent(found.certificate(), found), () -> leftOut++);
        }
    }

    private static String why(MasterList.Reason reason, Path issuer) {
        return switch (reason) {
            case NOT_A_MASTER_LIST ->
                "not a master list (CMS), or " + issuer.getFileName() + " is no certificate (DER)";
            case ISSUER_UNKNOWN ->
                "not signed by " + issuer.getFileName() + ": get the issuer's certificate by another way than the list";
            case SIGNATURE_WRONG -> "its signature does not fit: fetch the list again";
        };
    }

    private static Optional<CountrySigner> signer(X509CertificateHolder listed, String source) {
        try {
            String der = base64(listed.getEncoded());
            Instant expires = listed.getNotAfter().toInstant();
            return country(listed).map(country -> new CountrySigner(country, der, expires, source));
        } catch (IOException | IllegalArgumentException noCountry) {
            return Optional.empty();
        }
    }

    private static Optional<String> country(X509CertificateHolder certificate) {
        RDN[] countries = certificate.getSubject().getRDNs(BCStyle.C);
        return countries.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(countries[0].getFirst().getValue())
                        .strip()
                        .toUpperCase(Locale.ROOT));
    }

    /** What became of the lists. */
    public sealed interface Outcome {}

    /**
     * The store was made.
     *
     * @param leftOut entries that are no certificate of a country of two letters
     */
    public record Issued(long number, int signers, int leftOut) implements Outcome {}

    /** Nothing was made; each line names a file and what to do. */
    public record Rejected(List<String> lines) implements Outcome {
        public Rejected {
            lines = List.copyOf(lines);
        }
    }
}
