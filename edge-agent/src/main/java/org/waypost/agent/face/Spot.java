package org.waypost.agent.face;

/** A point of a picture, in pixels from its upper left corner. */
record Spot(double x, double y) {
    Spot minus(Spot other) {
        return new Spot(x - other.x, y - other.y);
    }

    Spot by(double scale) {
        return new Spot(x * scale, y * scale);
    }

    Spot middle(Spot other) {
        return new Spot((x + other.x) / 2, (y + other.y) / 2);
    }

    double dot(Spot other) {
        return x * other.x + y * other.y;
    }

    double cross(Spot other) {
        return x * other.y - y * other.x;
    }

    double length() {
        return Math.hypot(x, y);
    }
}
