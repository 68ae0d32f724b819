package org.waypost.agent.face;

/**
 * One face in a picture, in its pixels; right and left are the person's own.
 *
 * @param corner upper left one of the box around the face
 * @param size of the box: width and height
 * @param rightEye its centre
 * @param leftEye its centre
 * @param nose its tip
 * @param rightMouth corner
 * @param leftMouth corner
 */
record Face(Spot corner, Spot size, Spot rightEye, Spot leftEye, Spot nose, Spot rightMouth, Spot leftMouth) {

    /** The same face in a picture so many times as large. */
    Face by(double scale) {
        return new Face(
                corner.by(scale),
                size.by(scale),
                rightEye.by(scale),
                leftEye.by(scale),
                nose.by(scale),
                rightMouth.by(scale),
                leftMouth.by(scale));
    }

    double eyeDistance() {
        return leftEye.minus(rightEye).length();
    }

    /** How far the nose is off the middle of the eyes, along their line, as a share of their distance; 0 or more. */
    double turn() {
        Spot eyes = leftEye.minus(rightEye);
        return Math.abs(nose.minus(rightEye.middle(leftEye)).dot(eyes)) / eyes.dot(eyes);
    }
}
