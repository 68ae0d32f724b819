package org.waypost.agent.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures of 112x112 pixels that show nobody, the same on every machine: they tell whether a model computes right. */
enum TestPicture {
    RINGS,
    WAVES;

    Mat drawn() {
        Mat picture = new Mat(FaceAlignment.SIDE, FaceAlignment.SIDE, CV_8UC3);
        try (UByteIndexer pixels = picture.createIndexer()) {
            for (int y = 0; y < FaceAlignment.SIDE; y++) {
                for (int x = 0; x < FaceAlignment.SIDE; x++) {
                    pixels.put(y, x, 0, at(x, y, 3)).put(y, x, 1, at(x, y, 5)).put(y, x, 2, at(x, y, 7));
                }
            }
        }
        return picture;
    }

    private int at(int x, int y, int step) {
        return switch (this) {
            case RINGS -> ((x - 56) * (x - 56) + (y - 56) * (y - 56)) * step / 32 & 0xFF;
            case WAVES -> (x * step + y * 2) * 2 & 0xFF;
        };
    }
}
