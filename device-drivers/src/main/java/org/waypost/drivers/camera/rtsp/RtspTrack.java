package org.waypost.drivers.camera.rtsp;

import java.nio.ByteBuffer;

/**
 * One stream of pictures as a description announces it.
 *
 * @param control its address, absolute or relative to the description's; may be empty
 * @param payloadType 0..127, of its packets
 * @param coding of its pictures
 * @param parameters of an H.264 stream, with start codes; empty where the description has none
 */
record RtspTrack(String control, int payloadType, Coding coding, ByteBuffer parameters) {

    /** How pictures are coded; the first is preferred. */
    enum Coding {
        /** RFC 2435. */
        JPEG,
        /** RFC 6184. */
        H264
    }
}
