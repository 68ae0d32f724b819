package org.waypost.agent.face;

/**
 * A place in a picture that may be a face.
 *
 * @param score how surely, 0..1
 */
record FaceCandidate(double score, Face face) {
    /** What both boxes cover as a share of what either covers, 0..1. */
    double overlap(FaceCandidate other) {
        double width = common(left(), right(), other.left(), other.right());
        double height = common(top(), bottom(), other.top(), other.bottom());
        double both = width * height;
        double either = area() + other.area() - both;
        return either <= 0 ? 1 : both / either;
    }

    private static double common(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    private double area() {
        return (right() - left()) * (bottom() - top());
    }

    private double left() {
        return face.corner().x();
    }

    private double top() {
        return face.corner().y();
    }

    private double right() {
        return left() + face.size().x();
    }

    private double bottom() {
        return top() + face.size().y();
    }
}
