package org.waypost.drivers.passport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.X509CRLHolder;

/**
 * The keys of country signers that this terminal believes, and the revocation lists it knows, as the hub put them
 * together and signed them. Immutable and safe for use by several threads.
 */
public final class TrustStore {
    /** None: version 0, no signer. A report against it has no answer about who issued the document. */
    public static final TrustStore NONE = new TrustStore(0, Instant.EPOCH, List.of(), List.of());

    private final long version;
    private final Instant issued;
    private final List<byte[]> revocationLists;
    private final List<CountrySigner> signers;
    private final Map<String, List<X509CRLHolder>> checked = new ConcurrentHashMap<>();

    /**
     * A store of this content; certificates that cannot be read are left out of use.
     *
     * @param version 0 or more; a later store has a higher one, those of a hub begin at 1
     * @param issued when it was put together
     * @param certificates DER, X.509
     * @param revocationLists DER, X.509
     */
    public TrustStore(long version, Instant issued, List<byte[]> certificates, List<byte[]> revocationLists) {
        if (version < 0) {
            throw new IllegalArgumentException("versions begin at 0");
        }
        this.version = version;
        this.issued = issued;
        this.revocationLists = revocationLists.stream().map(byte[]::clone).toList();
        this.signers = certificates.stream()
                .map(CountrySigner::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Higher than that of every store it replaces. */
    public long version() {
        return version;
    }

    /** When it was put together. */
    public Instant issued() {
        return issued;
    }

    /** How many country signers are in use. */
    public int size() {
        return signers.size();
    }

    /** @param country two letters */
    List<CountrySigner> of(String country) {
        String wanted = country.toUpperCase(Locale.ROOT);
        return signers.stream()
                .filter(signer -> signer.country().equals(wanted))
                .toList();
    }

    /** Lists that a signer of this country really signed: their signatures are looked at once. */
    List<X509CRLHolder> revocationsOf(String country) {
        return checked.computeIfAbsent(country, this::signedLists);
    }

    private List<X509CRLHolder> signedLists(String country) {
        List<CountrySigner> signed = of(country);
        List<X509CRLHolder> found = new ArrayList<>();
        for (byte[] der : revocationLists) {
            Asn1.read(() -> Optional.of(new X509CRLHolder(der)))
                    .filter(list -> signed.stream().anyMatch(signer -> signer.signed(list)))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }
}
