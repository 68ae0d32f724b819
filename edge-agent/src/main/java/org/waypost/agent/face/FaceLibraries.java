package org.waypost.agent.face;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_dnn;

/** What of OpenCV the comparison of faces needs: core, pictures and networks, no camera and no window. */
final class FaceLibraries {
    private FaceLibraries() {}

    /**
     * Begins to load them and returns: reading and hashing the models takes as long on another core. Whoever needs them
     * waits for them by itself. A thread of the system's: a virtual one would hold one of the few that all share.
     */
    static void begin() {
        Thread.ofPlatform().daemon().name("waypost-face-libraries").start(FaceLibraries::load);
    }

    private static void load() {
        try {
            Loader.load(opencv_dnn.class);
        } catch (LinkageError absent) {
            // whoever needs them meets the same, and says so
        }
    }
}
