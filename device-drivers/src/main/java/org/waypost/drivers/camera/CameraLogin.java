package org.waypost.drivers.camera;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.drivers.device.Setting;
import org.waypost.drivers.device.Setting.Form;
import org.waypost.drivers.device.SettingValues;

/**
 * As whom a camera is asked: by a digest of the password (RFC 7616, MD5 or SHA-256), or in the clear (RFC 7617) where
 * that stays within this machine or the settings allow it. Never shown, never logged.
 *
 * @param user empty: nobody, and no camera is told anything
 * @param password of that user
 * @param inClear whether {@code Basic} may go over the network
 */
public record CameraLogin(String user, String password, boolean inClear) {
    /** Nobody. */
    public static final CameraLogin NONE = new CameraLogin("", "", false);

    private static final Map<String, Boolean> ANSWERS = Map.of("yes", true, "no", false);

    /** What a driver takes of it. */
    public static List<Setting> settings() {
        return List.of(
                new Setting("user", new Form.Text(), ""),
                new Setting("password", new Form.Text(), ""),
                new Setting("basic-in-clear", new Form.Choice(ANSWERS.keySet()), "no"));
    }

    /** The login of those settings. */
    public static CameraLogin of(SettingValues values) {
        return new CameraLogin(
                values.text("user").orElse(""),
                values.text("password").orElse(""),
                values.one("basic-in-clear", ANSWERS));
    }

    /**
     * What answers a camera that wants to be told who asks, the strongest of its means.
     *
     * @param wanted value of {@code WWW-Authenticate}
     * @param loopback whether the camera is on this machine
     * @return empty where nobody is named here, or the camera wants it in a way that is not known or not allowed
     */
    public Optional<Answering> answering(String wanted, boolean loopback) {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        List<Challenge> challenges = Challenge.all(wanted);
        return challenges.stream()
                .flatMap(challenge -> DigestAnswer.of(this, challenge).stream())
                .max(Comparator.comparingInt(DigestAnswer::strength))
                .<Answering>map(digest -> digest)
                .or(() -> challenges.stream()
                        .filter(challenge -> challenge.scheme().equals("basic") && (loopback || inClear))
                        .findFirst()
                        .map(basic -> (method, address) -> "Basic " + inBase64()));
    }

    private String inBase64() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers a camera for one request after the other. Used by one thread at a time. */
    @FunctionalInterface
    public interface Answering {
        /** The value of {@code Authorization} for a request of this method and address. */
        String header(String method, String address);
    }

    @Override
    public String toString() {
        return user.isEmpty() ? "CameraLogin[nobody]" : "CameraLogin[somebody]";
    }
}
