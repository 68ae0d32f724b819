package org.waypost.agent.settings;

import java.time.Duration;
import org.waypost.agent.settings.Settings.Biometrics;

/**
 * The processing profile of one kind of biometrics. Without a device, an impact assessment, a posted notice and a
 * retention nobody is compared (invariant I19): the terminal does not start rather than compare.
 *
 * @param mode on or off
 * @param device the driver of what it needs
 * @param longest minutes of the longest retention
 */
record Profile(Key mode, Key device, Key assessment, Key notice, Key retention, int longest) {
    static final Profile FACE = new Profile(
            Key.FACE_MODE,
            Key.CAMERA_DRIVER,
            Key.FACE_IMPACT_ASSESSMENT,
            Key.FACE_NOTICE,
            Key.FACE_RETENTION_MINUTES,
            30);

    /** Two private interviews lie between the first finger and the last. */
    static final Profile FINGER = new Profile(
            Key.FINGER_MODE,
            Key.FINGERPRINT_DRIVER,
            Key.FINGER_IMPACT_ASSESSMENT,
            Key.FINGER_NOTICE,
            Key.FINGER_RETENTION_MINUTES,
            120);

    private static final String NONE = "none";
    private static final int LONGEST_ID = 80;

    Biometrics read(Entries in) {
        boolean on = in.as(mode, "on or off", text -> either(text, "on", "off"));
        String id = in.as(assessment, "none or 1 to 80 characters", Profile::id);
        boolean posted = in.as(notice, "posted or none", text -> either(text, "posted", NONE));
        Duration held = Duration.ofMinutes(in.number(retention, 1, longest));
        if (!on) {
            return new Biometrics.Off();
        }
        need(in, !id.equals(NONE), assessment, "name the assessment made");
        need(in, posted, notice, "post the notice at the counter first");
        need(in, !in.text(device).equals(NONE), device, "name a device, or set " + mode.text() + " to off");
        return new Biometrics.On(id, held);
    }

    private void need(Entries in, boolean there, Key key, String step) {
        if (!there) {
            throw in.failure(key, "is none, but " + mode.text() + " is on: " + step);
        }
    }

    private static boolean either(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException(text);
        }
        return text.equals(yes);
    }

    private static String id(String text) {
        if (text.length() > LONGEST_ID) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
