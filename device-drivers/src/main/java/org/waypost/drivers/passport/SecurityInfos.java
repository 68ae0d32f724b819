package org.waypost.drivers.passport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;

/** The security parameters of a chip, ICAO Doc 9303-11, section 9.2: from EF.CardAccess unsigned, from DG14 signed. */
record SecurityInfos(List<SecurityInfo> infos) {

    static final SecurityInfos NONE = new SecurityInfos(List.of());

    SecurityInfos {
        infos = List.copyOf(infos);
    }

    static SecurityInfos ofCardAccess(byte[] file) throws IOException {
        return of(new CardAccessFile(new ByteArrayInputStream(file)).getSecurityInfos());
    }

    static SecurityInfos ofDg14(byte[] file) throws IOException {
        return of(new DG14File(new ByteArrayInputStream(file)).getSecurityInfos());
    }

    private static SecurityInfos of(Collection<SecurityInfo> infos) {
        return new SecurityInfos(infos.stream().filter(Objects::nonNull).toList());
    }

    /** The PACE variants, those with generic mapping first. */
    List<PACEInfo> pace() {
        return infos.stream()
                .filter(PACEInfo.class::isInstance)
                .map(PACEInfo.class::cast)
                .sorted(Comparator.comparingInt(SecurityInfos::rank))
                .toList();
    }

    private static int rank(PACEInfo info) {
        return switch (PACEInfo.toMappingType(info.getObjectIdentifier())) {
            case GM -> 0;
            case CAM -> 1;
            case IM -> 2;
        };
    }

    /** Whether both name exactly the same PACE variants. */
    boolean samePaceAs(SecurityInfos other) {
        return variants().equals(other.variants());
    }

    private Set<String> variants() {
        return pace().stream().map(SecurityInfos::encoded).collect(Collectors.toUnmodifiableSet());
    }

    private static String encoded(PACEInfo info) {
        return info.getObjectIdentifier() + " " + info.getVersion() + " " + info.getParameterId();
    }

    /** A key of chip authentication and the protocol the chip wants for it. */
    record Agreement(ChipAuthenticationInfo how, ChipAuthenticationPublicKeyInfo with) {}

    /** Key and protocol with one key identifier; the strongest cipher first. Empty if the chip has none. */
    Optional<Agreement> agreement() {
        return infos.stream()
                .filter(ChipAuthenticationInfo.class::isInstance)
                .map(ChipAuthenticationInfo.class::cast)
                .sorted(Comparator.comparing(ChipAuthenticationInfo::getObjectIdentifier)
                        .reversed())
                .flatMap(how -> keyFor(how).map(with -> new Agreement(how, with)).stream())
                .findFirst();
    }

    /** Whether the issuer promises chip authentication at all. */
    boolean promisesAgreement() {
        return infos.stream().anyMatch(ChipAuthenticationPublicKeyInfo.class::isInstance);
    }

    private Optional<ChipAuthenticationPublicKeyInfo> keyFor(ChipAuthenticationInfo how) {
        return infos.stream()
                .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
                .map(ChipAuthenticationPublicKeyInfo.class::cast)
                .filter(key -> Objects.equals(key.getKeyId(), how.getKeyId()))
                .findFirst();
    }
}
