package org.waypost.drivers.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;
import java.util.Arrays;

/**
 * A serial port with 8 data bits, no parity, 1 stop bit and no flow control. The port is given by its path: ports are
 * never scanned. After an unplug jSerialComm still says "open"; only a read or write of -1 tells, so nothing else is
 * asked. A write to a port that is gone never returns from native code (jSerialComm 2.11.4, Linux), so every write
 * first asks whether the port can still be read.
 */
public final class SerialLink implements Link {
    /** Linux counts the time-out of a port in tenths of a second (termios VTIME). */
    private static final int TIMEOUT_STEP_MILLIS = 100;

    private final SerialPort port;
    private final String path;
    private int timeoutMillis = -1;

    private SerialLink(SerialPort port, String path) {
        this.port = port;
        this.path = path;
    }

    /**
     * Opens a port.
     *
     * @param path for example {@code /dev/waypost-card}
     * @param baud bits per second, as set in the device
     */
    public static SerialLink open(String path, int baud) throws LinkLost {
        SerialPort port = find(path);
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (!port.openPort()) {
            throw new LinkLost("cannot open " + path + ", error " + port.getLastErrorCode());
        }
        return new SerialLink(port, path);
    }

    private static SerialPort find(String path) throws LinkLost {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException absent) {
            throw new LinkLost("no port " + path, absent);
        }
    }

    @Override
    public void write(byte[] bytes) throws LinkLost {
        alive(port.bytesAvailable());
        if (alive(port.writeBytes(bytes, bytes.length)) < bytes.length) {
            throw new LinkLost(path + " does not take what is sent");
        }
    }

    @Override
    public int read(byte[] into, int offset, Duration patience) throws LinkLost {
        waitAtMost(patience);
        return alive(port.readBytes(into, into.length - offset, offset));
    }

    @Override
    public void speed(int baud) throws LinkLost {
        alive(port.bytesAvailable());
        if (!port.setBaudRate(baud)) {
            throw new LinkLost(path + " does not run at " + baud + " baud");
        }
    }

    @Override
    public void drain() throws LinkLost {
        int waiting = alive(port.bytesAvailable());
        while (waiting > 0) {
            byte[] stale = new byte[waiting];
            alive(port.readBytes(stale, stale.length));
            Arrays.fill(stale, (byte) 0);
            waiting = alive(port.bytesAvailable());
        }
    }

    @Override
    public void close() {
        port.closePort();
    }

    private void waitAtMost(Duration patience) {
        int steps = (int) Math.max(1, Math.ceilDiv(patience.toMillis(), TIMEOUT_STEP_MILLIS));
        if (steps * TIMEOUT_STEP_MILLIS != timeoutMillis) {
            timeoutMillis = steps * TIMEOUT_STEP_MILLIS;
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, timeoutMillis, 0);
        }
    }

    private int alive(int answer) throws LinkLost {
        if (answer < 0) {
            throw new LinkLost("lost " + path);
        }
        return answer;
    }
}
