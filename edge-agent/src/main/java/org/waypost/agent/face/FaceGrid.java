package org.waypost.agent.face;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * One of the three grids that YuNet lays over a picture: for each cell whether a face's middle lies there, and if so
 * its box and its five points, in cells from that one. Read as OpenCV 4.13.0 does (modules/objdetect/src/
 * face_detect.cpp), in the network's own memory. Used within a {@code PointerScope}.
 */
final class FaceGrid {
    private static final int[] STEPS = {8, 16, 32};

    /** What a network must answer to be this one, in the order of {@link #candidates}. */
    static final String[] OUTPUTS = {
        "cls_8", "cls_16", "cls_32", "obj_8", "obj_16", "obj_32", "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16",
        "kps_32"
    };

    /** Pixels a cell. */
    private final int step;

    private final int columns;
    private final int cells;
    /** How surely it is a face, 0..1, a number a cell. */
    private final FloatBuffer kind;
    /** How surely it is anything, 0..1, a number a cell. */
    private final FloatBuffer object;
    /** Middle and logarithm of the size, four numbers a cell. */
    private final FloatBuffer box;
    /** Right eye, left eye, nose, right and left corner of the mouth, ten numbers a cell. */
    private final FloatBuffer points;

    private FaceGrid(MatVector answers, int which, int width, int height) {
        this.step = STEPS[which];
        this.columns = width / step;
        this.cells = columns * (height / step);
        this.kind = numbers(answers.get(which), cells);
        this.object = numbers(answers.get(3L + which), cells);
        this.box = numbers(answers.get(6L + which), 4 * cells);
        this.points = numbers(answers.get(9L + which), 10 * cells);
    }

    /** A side of a picture with the cells of every grid whole. */
    static int rounded(int side) {
        return Math.ceilDiv(side, 32) * 32;
    }

    /**
     * Every cell that may be a face.
     *
     * @param answers of {@link #OUTPUTS}
     * @param width of the picture, {@link #rounded}
     * @param height of the picture, {@link #rounded}
     * @throws RuntimeException if they are not of the sizes that YuNet has
     */
    static FaceCandidates candidates(MatVector answers, int width, int height) {
        FaceCandidates all = new FaceCandidates();
        for (int i = 0; i < STEPS.length; i++) {
            new FaceGrid(answers, i, width, height).addTo(all);
        }
        return all;
    }

    private static FloatBuffer numbers(Mat answer, int count) {
        if (answer.total() != count) {
            throw new IllegalStateException("a detector answered " + answer.total() + " numbers, not " + count);
        }
        return answer.createBuffer();
    }

    private void addTo(FaceCandidates all) {
        for (int cell = 0; cell < cells; cell++) {
            double score = Math.sqrt(Math.clamp(kind.get(cell), 0f, 1f) * Math.clamp(object.get(cell), 0f, 1f));
            if (FaceCandidates.isLikely(score)) {
                all.add(new FaceCandidate(score, face(cell)));
            }
        }
    }

    private Face face(int cell) {
        Spot size = new Spot(Math.exp(box.get(4 * cell + 2)) * step, Math.exp(box.get(4 * cell + 3)) * step);
        Spot middle = spot(cell, box, 4 * cell);
        return new Face(
                middle.minus(new Spot(size.x() / 2, size.y() / 2)),
                size,
                spot(cell, points, 10 * cell),
                spot(cell, points, 10 * cell + 2),
                spot(cell, points, 10 * cell + 4),
                spot(cell, points, 10 * cell + 6),
                spot(cell, points, 10 * cell + 8));
    }

    private Spot spot(int cell, FloatBuffer offsets, int at) {
        int column = cell % columns;
        int row = cell / columns;
        return new Spot((column + offsets.get(at)) * step, (row + offsets.get(at + 1)) * step);
    }
}
