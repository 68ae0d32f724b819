package org.waypost.drivers.simulated;

import java.util.Arrays;
import java.util.Optional;

/** Finds requests in the bytes a module receives, and judges them as strictly as the module does. */
final class RequestScanner {
    private static final int[] PREAMBLE = {0xAA, 0xAA, 0xAA, 0x96, 0x69};
    private static final int LONGEST = 16;

    private final int[] header = new int[5];
    private final int[] body = new int[2 + LONGEST];
    private int bodyCount;
    private boolean inBody;

    /** A request, or what is wrong with one. */
    sealed interface Request {
        record Wellformed(SamvCommand command) implements Request {}

        record WrongChecksum() implements Request {}

        record WrongLength() implements Request {}
    }

    /** Takes one byte; a request is complete with its last. */
    Optional<Request> take(int received) {
        if (!inBody) {
            slide(received);
            return Optional.empty();
        }
        body[bodyCount++] = received;
        if (bodyCount < 2) {
            return Optional.empty();
        }
        int length = body[0] << 8 | body[1];
        if (length < 3 || length > LONGEST) {
            return ended(new Request.WrongLength());
        }
        return bodyCount < 2 + length ? Optional.empty() : ended(judged(length));
    }

    private void slide(int received) {
        System.arraycopy(header, 1, header, 0, 4);
        header[4] = received;
        inBody = Arrays.equals(header, PREAMBLE);
        bodyCount = 0;
    }

    private Optional<Request> ended(Request request) {
        inBody = false;
        header[4] = 0;
        return Optional.of(request);
    }

    private Request judged(int length) {
        int check = 0;
        for (int i = 0; i < 2 + length; i++) {
            check ^= body[i];
        }
        if (check != 0) {
            return new Request.WrongChecksum();
        }
        SamvCommand command = SamvCommand.of(body[2], body[3]);
        return command != SamvCommand.UNKNOWN && length != command.length()
                ? new Request.WrongLength()
                : new Request.Wellformed(command);
    }
}
