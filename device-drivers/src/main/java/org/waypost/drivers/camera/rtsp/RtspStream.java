package org.waypost.drivers.camera.rtsp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import org.waypost.drivers.camera.CameraLogin;
import org.waypost.drivers.camera.CameraLost;
import org.waypost.drivers.camera.NearAddress;
import org.waypost.drivers.camera.PictureStream;
import org.waypost.drivers.device.Fault;
import org.waypost.drivers.device.Ticker;

/**
 * Pictures by RTSP. Only from this machine or the terminal's own network, by address: no name is asked for, no
 * redirection followed.
 *
 * @param address such as {@code rtsp://192.168.4.20:554/live}
 * @param login as whom the camera is asked, if it wants to know
 * @param ticker for the limit of the dialogue
 */
record RtspStream(String address, CameraLogin login, Ticker ticker) implements PictureStream {
    /** RFC 2326, section 3.2. */
    private static final int PORT = 554;
    /** From the first byte to the first picture's leave to come; a camera needs less than one second. */
    private static final Duration DIALOGUE = Duration.ofSeconds(6);

    @Override
    public ReadableByteChannel open() throws CameraLost {
        URI uri = NearAddress.of("rtsp", address)
                .orElseThrow(() -> new CameraLost(
                        Fault.ADDRESS_REFUSED, "no rtsp address by number, of this network and without a password"));
        try {
            int port = uri.getPort() < 0 ? PORT : uri.getPort();
            RtspLine line = RtspSocket.connect(new InetSocketAddress(NearAddress.literal(uri), port));
            return begun(new RtspWire(line, ticker), uri);
        } catch (IOException absent) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "no answer by rtsp");
        }
    }

    private ReadableByteChannel begun(RtspWire wire, URI uri) throws CameraLost {
        boolean playing = false;
        try {
            wire.within(DIALOGUE);
            RtspSession session = new RtspDialogue(wire, uri.toASCIIString(), who(uri)).begin();
            wire.atLeisure();
            ReadableByteChannel channel = new RtspChannel(wire, session, ticker);
            playing = true;
            return channel;
        } catch (SocketTimeoutException late) {
            throw new CameraLost(Fault.NO_ANSWER, "the camera does not finish its answer by rtsp");
        } catch (EOFException ended) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "the camera hung up in the middle of an answer by rtsp");
        } catch (IOException lost) {
            throw new CameraLost(Fault.DEVICE_ABSENT, "the connection by rtsp was lost");
        } finally {
            if (!playing) {
                wire.close();
            }
        }
    }

    private RtspDialogue.Who who(URI uri) {
        boolean loopback = NearAddress.literal(uri).isLoopbackAddress();
        return wanted -> login.answering(wanted, loopback);
    }

    /** Without the address: somebody may have written a password into it. */
    @Override
    public String toString() {
        return "RtspStream";
    }
}
