package org.waypost.agent.face;

/**
 * Where a face is in its picture, in pixels from the upper left corner; right and left are the person's own.
 *
 * @param rightEyeX centre of the right eye
 * @param rightEyeY centre of the right eye
 * @param leftEyeX centre of the left eye
 * @param leftEyeY centre of the left eye
 */
public record FaceFrame(double rightEyeX, double rightEyeY, double leftEyeX, double leftEyeY) {

    static FaceFrame of(Face face) {
        return new FaceFrame(
                face.rightEye().x(),
                face.rightEye().y(),
                face.leftEye().x(),
                face.leftEye().y());
    }

    /** Pixels between the centres of the eyes. */
    public double eyeDistance() {
        return Math.hypot(leftEyeX - rightEyeX, leftEyeY - rightEyeY);
    }
}
