package org.waypost.hub.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: Argon2id of RFC 9106 with its parameters,
 * {@code $argon2id$v=19$m=KIBIBYTES,t=PASSES,p=1$salt$hash}, salt and hash in base64 without padding. New ones take the
 * parameters that OWASP's password storage cheat sheet names first, 19 MiB and two passes; stored ones keep theirs. Not
 * printed.
 *
 * @param text what is stored
 */
public record HashedPassword(String text) {
    private static final int MEMORY = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** At most 64 MiB and nine passes: a row that was tampered with does not stop the hub. */
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9][0-9]{1,4}),t=([1-9]),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    public HashedPassword {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("no Argon2id hash of a password: enrol the officer again");
        }
    }

    /** Hashes a password; takes about a tenth of a second and 19 MiB. */
    public static HashedPassword of(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new HashedPassword("$argon2id$v=19$m=" + MEMORY + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash(password, MEMORY, PASSES, salt)));
    }

    /** Whether it was made of this password; takes as long either way. */
    public boolean matches(Password password) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("checked when made");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] found = hash(password, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), salt);
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts.group(4)), found);
    }

    private static byte[] hash(Password password, int memory, int passes, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.text().getBytes(UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "HashedPassword";
    }
}
