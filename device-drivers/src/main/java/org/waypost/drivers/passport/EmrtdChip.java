package org.waypost.drivers.passport;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Optional;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.waypost.drivers.device.Fault;

/**
 * One powered chip and what can be asked of it, in the order of ICAO Doc 9303-11, section 4.2. The bytes of files are
 * those of the chip, never a re-encoding. Used by one thread.
 */
final class EmrtdChip implements ChipFiles {
    private static final int SHORT = PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;
    private static final int EXTENDED = PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH;

    private final ChipProtocol protocol;
    private final PassportService service;
    private final EmrtdFiles files;

    EmrtdChip(CardChannel channel, Blocks blocks) {
        ScubaChannel scuba = new ScubaChannel(channel);
        this.protocol = new ChipProtocol(scuba);
        this.service =
                new PassportService(scuba, SHORT, blocks == Blocks.EXTENDED ? EXTENDED : SHORT, SHORT, false, true);
        this.files = new EmrtdFiles(service, protocol, blocks);
    }

    /** Readies the chip; no file of the application is selected yet. */
    void power() throws ChipFailure {
        protocol.run(() -> {
            service.open();
            return service;
        });
    }

    @Override
    public Optional<byte[]> read(EmrtdFile file) throws ChipFailure {
        return files.read(file);
    }

    void pace(AccessKey key, PACEInfo info) throws ChipFailure {
        protocol.run(() -> {
            var parameters = PACEInfo.toParameterSpec(info.getParameterId());
            return service.doPACE(spec(key), info.getObjectIdentifier(), parameters, info.getParameterId());
        });
    }

    /** After PACE the application is selected inside the channel. */
    void selectSecured() throws ChipFailure {
        select(true);
    }

    private static PACEKeySpec spec(AccessKey key) throws java.security.GeneralSecurityException {
        return switch (key) {
            case AccessKey.MrzKey mrz -> PACEKeySpec.createMRZKey(bacKey(mrz));
            case AccessKey.Can can -> PACEKeySpec.createCANKey(can.digits());
        };
    }

    private static BACKey bacKey(AccessKey.MrzKey mrz) {
        return new BACKey(mrz.number(), mrz.birth(), mrz.expiry());
    }

    void bac(AccessKey.MrzKey key) throws ChipFailure {
        select(false);
        try {
            protocol.run(() -> service.doBAC(bacKey(key)));
        } catch (ChipFailure refused) {
            throw refused.isAnswer() ? new ChipFailure(Fault.CARD_NOT_AUTHENTICATED, refused.status()) : refused;
        }
    }

    /** A chip without the application is not a passport. */
    private void select(boolean secured) throws ChipFailure {
        try {
            protocol.run(() -> {
                service.sendSelectApplet(secured);
                return service;
            });
        } catch (ChipFailure refused) {
            throw refused.status() == EmrtdFiles.NOT_FOUND ? new ChipFailure(Fault.CARD_UNKNOWN) : refused;
        }
    }

    /**
     * Agrees new keys with the chip's static one. Only a first answer that holds under them proves the chip: a copy
     * agrees to anything, but cannot compute the keys.
     *
     * @param next the file that will be read next
     * @return whether the chip proved its key
     * @throws ChipFailure with an answer's status if the chip refused the agreement itself
     */
    boolean proveByAgreement(ChipAuthenticationInfo how, ChipAuthenticationPublicKeyInfo with, EmrtdFile next)
            throws ChipFailure {
        BigInteger keyId = with.getKeyId();
        protocol.run(() -> service.doEACCA(
                keyId, how.getObjectIdentifier(), with.getObjectIdentifier(), with.getSubjectPublicKey()));
        try {
            files.prepare(next);
            return true;
        } catch (ChipFailure silent) {
            if (!silent.isAnswer()) {
                throw silent;
            }
            return false;
        }
    }

    /** The chip's signature over a challenge of 8 bytes, unverified. */
    byte[] sign(PublicKey key, byte[] challenge) throws ChipFailure {
        return protocol.run(() -> {
            byte[] response =
                    service.doAA(key, "SHA-256", "SHA256withECDSA", challenge).getResponse();
            return response == null ? new byte[0] : response;
        });
    }

    /** The security parameters offered before the chip is opened, unsigned. */
    SecurityInfos cardAccess(byte[] file) throws ChipFailure {
        return protocol.run(() -> SecurityInfos.ofCardAccess(file));
    }

    /** The signed security parameters. */
    SecurityInfos securityInfos(byte[] dg14) throws ChipFailure {
        return protocol.run(() -> SecurityInfos.ofDg14(dg14));
    }
}
