package org.waypost.agent.face;

import java.util.regex.Pattern;

/**
 * One file of a model, as its manifest pins it.
 *
 * @param file its name in the manifest's directory
 * @param bytes its length, at most {@value #LONGEST}
 * @param sha256 of its content, lower case hex
 * @param licence as its publisher names it
 * @param source repository, commit and path it was taken from
 */
public record ModelFile(String file, long bytes, String sha256, String licence, String source) {
    /** SFace has 39 MB; a terminal has 2 GB in all. */
    public static final long LONGEST = 128L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final int NAME_LONGEST = 100;
    private static final int DIGITS = 12;

    public ModelFile {
        if (!NAME.matcher(file).matches() || !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a model file has a plain name and a SHA-256 in lower case hex");
        }
        if (bytes < 1 || bytes > LONGEST || licence.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a model file has 1.." + LONGEST + " bytes, a licence and a source");
        }
    }

    /** The same under a name that no other content has. */
    ModelFile withDigestInName() {
        String name = sha256.substring(0, DIGITS) + "-" + file;
        return new ModelFile(name.substring(0, Math.min(name.length(), NAME_LONGEST)), bytes, sha256, licence, source);
    }
}
