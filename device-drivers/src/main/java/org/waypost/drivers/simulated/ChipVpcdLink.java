package org.waypost.drivers.simulated;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * Lays a simulated chip on the virtual reader vpcd, so that it is read through the real PC/SC service: messages of two
 * bytes of length and a payload, one byte of payload being control. Closing takes the card away. For test hosts only:
 * vpcd listens on every address of its host.
 */
public final class ChipVpcdLink implements AutoCloseable {
    /** Of the first virtual reader in Debian's configuration. */
    public static final int PORT = 0x8C7B;

    private static final byte[] ATR = HexFormat.of().parseHex("3B80800101");
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int GET_ATR = 4;

    private final Socket socket;
    private final EmrtdCard card;
    private final ChipRandom random;
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean silent;
    private volatile @Nullable EmrtdApplet applet;
    private volatile @Nullable EmrtdApplet last;

    private ChipVpcdLink(Socket socket, EmrtdCard card, ChipRandom random) {
        this.socket = socket;
        this.card = card;
        this.random = random;
    }

    /** Lays the card down and answers on a thread of its own. */
    public static ChipVpcdLink laid(EmrtdCard card, ChipRandom random) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 2_000);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ChipVpcdLink link = new ChipVpcdLink(socket, card, random);
        Thread.ofVirtual().name("vpcd-card").start(link::serve);
        return link;
    }

    /** The chip as it was last powered, also after it was powered down. */
    public Optional<EmrtdApplet> lastApplet() {
        return Optional.ofNullable(last);
    }

    /** The card is taken away after so many more answers. */
    public void liftAfter(int answers) {
        answersLeft.set(answers);
    }

    /** The card stays, but does not answer any more. */
    public void fallSilent() {
        silent = true;
    }

    private void serve() {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] answer = answer(message(in));
                if (answer.length > 0) {
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        } catch (IOException taken) {
            applet = null;
        }
    }

    /** Without quick acknowledgements every command takes 40 ms more; the option holds for one read only. */
    private byte[] message(DataInputStream in) throws IOException {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        int length = in.readUnsignedShort();
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        return in.readNBytes(length);
    }

    private byte[] answer(byte[] message) throws EOFException {
        if (message.length == 1) {
            return control(message[0]);
        }
        if (answersLeft.getAndDecrement() <= 0) {
            throw new EOFException("the card is taken away");
        }
        if (silent) {
            return new byte[0];
        }
        EmrtdApplet powered = applet;
        return powered == null ? ChipStatus.bytes(ChipStatus.CONDITIONS_NOT_SATISFIED) : powered.transmit(message);
    }

    private byte[] control(int order) {
        switch (order) {
            case POWER_OFF -> applet = null;
            case POWER_ON, RESET -> power();
            case GET_ATR -> {
                return ATR.clone();
            }
            default -> throw new IllegalStateException("no such control of vpcd: " + order);
        }
        return new byte[0];
    }

    private void power() {
        EmrtdApplet powered = new EmrtdApplet(card, random);
        applet = powered;
        last = powered;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
