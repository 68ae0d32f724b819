package org.waypost.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * One Tink key set in one JSON file. Private ones are written readable by their owner alone (mode 600) and never over
 * an existing file. A set may hold several keys, so that a key can be changed without losing what is queued
 * ({@link KeySuccession}).
 *
 * @param path where the file is
 */
public record KeyFile(Path path) {
    private static final Configuration TINK = registered();
    private static final String PRIVATE_MODE = "rw-------";
    private static final String PUBLIC_MODE = "rw-r--r--";

    /** A new Ed25519 key (RFC 8032) for signing. */
    public static KeysetHandle newSigningKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519, TINK);
    }

    /** A new HPKE key (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM) for sealing. */
    public static KeysetHandle newSealingKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(
                HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.TINK)
                        .build(),
                TINK);
    }

    /** A new HMAC-SHA256 key (RFC 2104) of 256 bits, without prefix, for {@link DocumentBlinder}. */
    public static KeysetHandle newBlindingKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(
                HmacParameters.builder()
                        .setKeySizeBytes(32)
                        .setTagSizeBytes(32)
                        .setHashType(HmacParameters.HashType.SHA256)
                        .setVariant(HmacParameters.Variant.NO_PREFIX)
                        .build(),
                TINK);
    }

    /**
     * The keys of the file.
     *
     * @throws KeyFailure naming the file and the next step, if it is missing, unreadable or holds no key set
     */
    public KeysetHandle read() {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(path), TINK, InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new KeyFailure("key file " + path + " cannot be read: check that it exists and who may read it", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFailure("key file " + path + " holds no key: enrol this machine again", e);
        }
    }

    /** Writes private and public keys, for the owner alone. */
    public void writePrivate(KeysetHandle key) throws GeneralSecurityException, IOException {
        write(TinkJsonProtoKeysetFormat.serializeKeyset(key, TINK, InsecureSecretKeyAccess.get()), PRIVATE_MODE);
    }

    /** Writes the public half of a signing or sealing key. */
    public void writePublic(KeysetHandle key) throws GeneralSecurityException, IOException {
        write(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(key.getPublicKeysetHandle(), TINK), PUBLIC_MODE);
    }

    /** Puts private keys in the place of those that are there, atomically and on disk; for the owner alone. */
    void replacePrivate(KeysetHandle keys) throws GeneralSecurityException, IOException {
        new WholeFile(path, path)
                .write(
                        TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get()),
                        PRIVATE_MODE);
    }

    /** The same with public halves, with the owner of another file. */
    void replacePublic(KeysetHandle keys, KeyFile like) throws GeneralSecurityException, IOException {
        new WholeFile(path, like.path())
                .write(
                        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), TINK),
                        PUBLIC_MODE);
    }

    /** The same with a text of public keys, checked before: what came from elsewhere. */
    void replacePublic(String text) throws IOException {
        try {
            new Verifier(TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(text, TINK));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFailure("what was to replace " + path + " is no set of public keys for signatures", e);
        }
        new WholeFile(path, path).write(text, PUBLIC_MODE);
    }

    /** The public halves, as text of a file. */
    static String publicText(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), TINK)
                .strip();
    }

    private void write(String json, String mode) throws IOException {
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.write(path, json.getBytes(UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Configuration registered() {
        try {
            SignatureConfig.register();
            HybridConfig.register();
            MacConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
