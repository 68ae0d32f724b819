package org.waypost.drivers.serial;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract over jSerialComm and a pair of pseudo terminals. */
class SerialLinkIT extends LinkContract {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private PtyPair pair;
    private Link near;
    private Link far;

    @BeforeEach
    void open() throws IOException, InterruptedException, LinkLost {
        pair = PtyPair.laid();
        opened.push(pair);
        near = SerialLink.open(pair.near(), 115_200);
        opened.push(near);
        far = SerialLink.open(pair.far(), 115_200);
        opened.push(far);
    }

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Override
    Link near() {
        return near;
    }

    @Override
    Link far() {
        return far;
    }

    @Override
    void cut() throws InterruptedException {
        pair.cut();
    }

    @Test
    void aPortThatIsNotThereCannotBeOpened() {
        assertThrows(LinkLost.class, () -> SerialLink.open("/dev/waypost-no-such-port", 115_200));
        assertThrows(LinkLost.class, () -> SerialLink.open("/etc/hostname", 115_200));
    }
}
