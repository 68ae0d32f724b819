package org.waypost.agent.settings;

import java.time.Duration;

/**
 * The processing profile of face comparison. Without an impact assessment, a posted notice and a retention there is no
 * face mode (invariant I19): the terminal does not start rather than compare.
 */
final class FaceProfile {
    private static final String NONE = "none";
    private static final int LONGEST_ID = 80;

    private FaceProfile() {}

    static Settings.FaceMode read(Entries in) {
        boolean on = in.as(Key.FACE_MODE, "on or off", FaceProfile::isOn);
        String assessment = in.as(Key.FACE_IMPACT_ASSESSMENT, "none or 1 to 80 characters", FaceProfile::id);
        boolean posted = in.as(Key.FACE_NOTICE, "posted or none", FaceProfile::isPosted);
        Duration retention = Duration.ofMinutes(in.number(Key.FACE_RETENTION_MINUTES, 1, 30));
        if (!on) {
            return new Settings.FaceMode.Off();
        }
        if (assessment.equals(NONE)) {
            throw in.failure(Key.FACE_IMPACT_ASSESSMENT, "is none, but face.mode is on: name the assessment made");
        }
        if (!posted) {
            throw in.failure(Key.FACE_NOTICE, "is none, but face.mode is on: post the notice at the counter first");
        }
        return new Settings.FaceMode.On(assessment, retention);
    }

    private static boolean isOn(String text) {
        return either(text, "on", "off");
    }

    private static boolean isPosted(String text) {
        return either(text, "posted", NONE);
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
