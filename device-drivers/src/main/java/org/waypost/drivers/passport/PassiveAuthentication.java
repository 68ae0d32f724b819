package org.waypost.drivers.passport;

import static org.waypost.drivers.passport.Authenticity.GENUINE;

import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waypost.drivers.passport.Authenticity.Altered;
import org.waypost.drivers.passport.Authenticity.Cause;
import org.waypost.drivers.passport.Authenticity.Finding;
import org.waypost.drivers.passport.Authenticity.Unchecked;

/**
 * Passive authentication of one security object, ICAO Doc 9303-11, section 5.1: signature, chain, countries, validity
 * and revocation, each its own answer. Works on bytes alone; no chip is needed.
 */
final class PassiveAuthentication {
    private final TrustStore trust;
    private final InstantSource clock;
    private final SecurityObject object;
    private final Optional<String> country;
    private final Optional<CountrySigner> signer;

    PassiveAuthentication(TrustStore trust, InstantSource clock, SecurityObject object) {
        this.trust = trust;
        this.clock = clock;
        this.object = object;
        this.country = Asn1.read(() -> Asn1.country(object.certificate().getIssuer()));
        this.signer = country.flatMap(this::signerOf);
    }

    private Optional<CountrySigner> signerOf(String of) {
        X509CertificateHolder certificate = object.certificate();
        return trust.of(of).stream()
                .filter(candidate -> candidate.signed(certificate))
                .findFirst();
    }

    Authenticity signature() {
        return object.signatureHolds() ? GENUINE : new Altered(Finding.SIGNATURE_WRONG);
    }

    /** No key of the country at all is a missing answer; keys of which none fits is not. */
    Authenticity chain() {
        if (signer.isPresent()) {
            return GENUINE;
        }
        boolean known = country.isPresent() && !trust.of(country.get()).isEmpty();
        return known ? new Altered(Finding.SIGNER_NOT_TRUSTED) : new Unchecked(Cause.COUNTRY_UNKNOWN);
    }

    /** @param fields the zone whose issuing state must be the signers' */
    Authenticity countries(Optional<PassportFields> fields) {
        if (fields.isEmpty() || signer.isEmpty()) {
            return new Unchecked(Cause.EARLIER_STEP);
        }
        Optional<String> subject =
                Asn1.read(() -> Asn1.country(object.certificate().getSubject()));
        Optional<String> state = IssuingState.countryOf(fields.get().issuingState());
        String authority = signer.get().country();
        boolean same = state.filter(authority::equals).isPresent()
                && subject.filter(authority::equals).isPresent();
        return same ? GENUINE : new Altered(Finding.COUNTRIES_DIFFER);
    }

    Authenticity validity() {
        Date now = Date.from(clock.instant());
        if (!object.certificate().isValidOn(now)) {
            return new Altered(Finding.SIGNER_EXPIRED);
        }
        if (signer.isEmpty()) {
            return new Unchecked(Cause.EARLIER_STEP);
        }
        return signer.get().isValidOn(now) ? GENUINE : new Altered(Finding.AUTHORITY_EXPIRED);
    }

    /** A revocation counts even out of a stale list; its absence only out of a fresh one. */
    Authenticity revocation() {
        if (signer.isEmpty()) {
            return new Unchecked(Cause.EARLIER_STEP);
        }
        List<X509CRLHolder> lists = trust.revocationsOf(signer.get().country());
        if (lists.stream().anyMatch(this::revoked)) {
            return new Altered(Finding.SIGNER_REVOKED);
        }
        if (lists.isEmpty()) {
            return new Unchecked(Cause.NO_REVOCATION_LIST);
        }
        return lists.stream().anyMatch(this::fresh) ? GENUINE : new Unchecked(Cause.REVOCATION_LIST_STALE);
    }

    private boolean revoked(X509CRLHolder list) {
        return list.getRevokedCertificate(object.certificate().getSerialNumber()) != null;
    }

    private boolean fresh(X509CRLHolder list) {
        return list.getNextUpdate() != null && list.getNextUpdate().toInstant().isAfter(clock.instant());
    }
}
