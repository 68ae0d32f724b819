package org.waypost.agent.face;

import java.time.Duration;

/**
 * Where a thread was while it worked, by the innermost frame of its stack, looked at about every millisecond. A thread
 * that computes in Java is seen at its next safepoint, some microseconds late.
 *
 * @param openCv looks that found it in a native method of OpenCV's classes
 * @param besides looks that found it in another native method: JavaCPP overwriting and freeing memory, above all
 * @param looks in all
 */
record Whereabouts(long openCv, long besides, long looks) {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final double HUNDRED = 100;

    /** Lets this thread work, and another one look at it. */
    static Whereabouts during(Runnable work) {
        Watcher watcher = new Watcher(Thread.currentThread());
        Thread watching = Thread.ofPlatform().name("waypost-bench-watcher").start(watcher);
        try {
            work.run();
        } finally {
            watcher.ended = true;
        }
        joined(watching);
        return new Whereabouts(watcher.openCv, watcher.besides, watcher.looks);
    }

    private static void joined(Thread watching) {
        try {
            watching.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the bench was interrupted", e);
        }
    }

    /** Share of the time in OpenCV, in %. */
    double inOpenCv() {
        return HUNDRED * openCv / looks;
    }

    /** Share of the time in other native methods, in %. */
    double inOtherNative() {
        return HUNDRED * besides / looks;
    }

    /** Looks until the work has ended; its counts are read when its own thread has. */
    private static final class Watcher implements Runnable {
        private final Thread worker;
        private long openCv;
        private long besides;
        private long looks;
        private volatile boolean ended;

        Watcher(Thread worker) {
            this.worker = worker;
        }

        @Override
        public void run() {
            while (!ended) {
                StackTraceElement[] stack = worker.getStackTrace();
                if (stack.length > 0) {
                    count(stack[0]);
                }
                pause();
            }
        }

        private void count(StackTraceElement innermost) {
            looks++;
            if (!innermost.isNativeMethod()) {
                return;
            }
            if (innermost.getClassName().startsWith("org.bytedeco.opencv.")) {
                openCv++;
            } else {
                besides++;
            }
        }

        private static void pause() {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                throw new IllegalStateException("the bench was interrupted", e);
            }
        }
    }
}
