package org.waypost.agent.face;

/**
 * Measures of one face that need no model, after BSI-OFIQ where it has them; taken of the aligned face of 112x112
 * pixels, except the first. They are advice and go to the audit; no person can be told from them.
 *
 * @param eyeDistance pixels between the eyes in the picture as it came
 * @param luminance mean, 0..255
 * @param sharpness variance of the Laplacian; blur leaves next to nothing of it
 * @param turn how far the nose is off the middle of the eyes, percent of the eye distance
 * @param colour mean difference between the strongest and the weakest channel, 0..255; grey pictures have none
 */
public record FaceQuality(int eyeDistance, int luminance, int sharpness, int turn, int colour) {

    /** Five numbers for the audit. */
    String summary() {
        return eyeDistance + "/" + luminance + "/" + sharpness + "/" + turn + "/" + colour;
    }
}
