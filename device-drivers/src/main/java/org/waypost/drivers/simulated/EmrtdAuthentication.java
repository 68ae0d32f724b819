package org.waypost.drivers.simulated;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

/** The authentication commands of a chip and the secure channel they lead to. Used by one thread. */
final class EmrtdAuthentication {
    private static final int SET_PACE = 0xC1A4;
    private static final int SET_AGREEMENT = 0x41A4;
    private static final int SET_AGREEMENT_3DES = 0x41A6;
    private static final byte[] EMPTY = {};

    private final EmrtdCard card;
    private final ChipRandom random;
    private final ChipBac bac;
    private @Nullable ChipPace pace;
    private @Nullable ChipSecureChannel channel;
    private @Nullable ChipSecureChannel next;
    private boolean agreement;

    EmrtdAuthentication(EmrtdCard card, ChipRandom random) {
        this.card = card;
        this.random = random;
        this.bac = new ChipBac(ascii(card.secrets().mrzInformation()), random);
    }

    Optional<ChipSecureChannel> channel() {
        return Optional.ofNullable(channel);
    }

    /** A command outside the channel ends it. */
    void closeChannel() {
        channel = null;
    }

    /** After an answer: a channel agreed by that command takes over. */
    void switchChannel() {
        if (next != null) {
            channel = next;
            next = null;
        }
    }

    byte[] answer(ChipApdu apdu) {
        return switch (apdu.ins()) {
            case 0x84 -> challenge();
            case 0x82 -> openByBac(apdu.body());
            case 0x22 -> choose(apdu);
            case 0x86 -> general(apdu.body());
            case 0x88 -> sign(apdu.body());
            default -> throw new ChipStatus(ChipStatus.UNKNOWN_INSTRUCTION);
        };
    }

    private byte[] challenge() {
        if (!card.secrets().bac() || card.has(ChipQuirk.BAC_REFUSED)) {
            throw new ChipStatus(ChipStatus.CONDITIONS_NOT_SATISFIED);
        }
        return bac.challenge();
    }

    private byte[] openByBac(byte[] body) {
        ChipBac.Opened opened = bac.authenticate(body);
        channel = opened.channel();
        return opened.answer();
    }

    private byte[] choose(ChipApdu apdu) {
        switch (apdu.parameters()) {
            case SET_PACE -> pace = chosen(apdu.body());
            case SET_AGREEMENT -> agreement = required(apdu.body(), 0x80).length > 0 && offersKey(apdu.body());
            case SET_AGREEMENT_3DES -> {
                offersKey(apdu.body());
                agree(required(apdu.body(), 0x91));
            }
            default -> throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
        return EMPTY;
    }

    private ChipPace chosen(byte[] body) {
        ChipPaceVariant variant =
                card.secrets().pace().orElseThrow(() -> new ChipStatus(ChipStatus.UNKNOWN_INSTRUCTION));
        byte[] oid = required(body, 0x80);
        if (!java.util.Arrays.equals(oid, oidContent(variant.oid()))) {
            throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
        return new ChipPace(variant, oid, password(required(body, 0x83)[0]), random);
    }

    static byte[] oidContent(String oid) {
        try {
            byte[] coded = new ASN1ObjectIdentifier(oid).getEncoded();
            return java.util.Arrays.copyOfRange(coded, 2, coded.length);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] password(int reference) {
        return switch (reference) {
            case 1 -> ChipCipher.hash("SHA-1", ascii(card.secrets().mrzInformation()));
            case 2 -> ascii(card.secrets().can().orElseThrow(() -> new ChipStatus(ChipStatus.WRONG_PARAMETERS)));
            default -> throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        };
    }

    private byte[] general(byte[] body) {
        byte[] content = required(body, 0x7C);
        if (agreement) {
            agreement = false;
            agree(required(content, 0x80));
            return ChipTlv.of(0x7C);
        }
        ChipPace running = pace;
        if (running == null) {
            throw new ChipStatus(ChipStatus.CONDITIONS_NOT_SATISFIED);
        }
        byte[] answer = ChipTlv.of(0x7C, paceStep(running, content));
        if (content.length > 0 && (content[0] & 0xFF) == 0x85) {
            channel = running.channel();
            pace = null;
        }
        return answer;
    }

    private byte[] paceStep(ChipPace running, byte[] content) {
        if (card.has(ChipQuirk.PACE_FAILS) && content.length > 0 && (content[0] & 0xFF) == 0x85) {
            throw new ChipStatus(ChipStatus.AUTHENTICATION_FAILED);
        }
        return running.step(content);
    }

    /** Object 84 names the key, ICAO Doc 9303-11, section 6.2.4. */
    private boolean offersKey(byte[] body) {
        offersAgreement();
        int wanted = new BigInteger(1, required(body, 0x84)).intValue();
        if (card.keys().agreement().orElseThrow().keyId() != wanted) {
            throw new ChipStatus(ChipStatus.REFERENCE_UNKNOWN);
        }
        return true;
    }

    private boolean offersAgreement() {
        if (channel == null || card.keys().agreement().isEmpty() || card.has(ChipQuirk.CHIP_AUTHENTICATION_REFUSED)) {
            throw new ChipStatus(ChipStatus.WRONG_PARAMETERS);
        }
        return true;
    }

    private void agree(byte[] theirPoint) {
        offersAgreement();
        ChipAgreementKey key = card.keys().agreement().orElseThrow();
        ChipAgreementKey used =
                card.has(ChipQuirk.WRONG_CHIP_KEY) ? ChipAgreementKey.drawn(key.curve(), key.cipher(), random) : key;
        next = ChipSecureChannel.fresh(key.cipher(), used.secretWith(theirPoint));
    }

    private byte[] sign(byte[] challenge) {
        ChipSigningKey key = card.keys().signing().orElseThrow(() -> new ChipStatus(ChipStatus.UNKNOWN_INSTRUCTION));
        if (channel == null) {
            throw new ChipStatus(ChipStatus.SECURITY_NOT_SATISFIED);
        }
        ChipSigningKey used = card.has(ChipQuirk.WRONG_ACTIVE_KEY) ? key.another() : key;
        return used.sign(challenge, card.has(ChipQuirk.DER_ACTIVE_SIGNATURE));
    }

    private static byte[] required(byte[] body, int tag) {
        return ChipTlv.find(body, tag).orElseThrow(() -> new ChipStatus(ChipStatus.WRONG_PARAMETERS));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
