package org.waypost.drivers.camera.rtsp;

/**
 * One stream of pictures as a description announces it.
 *
 * @param control its address, absolute or relative to the description's; may be empty
 * @param payloadType 0..127, of its packets
 * @param coding of its pictures
 */
record RtspTrack(String control, int payloadType, Coding coding) {

    /** How pictures are coded; the first is preferred. */
    enum Coding {
        /** RFC 2435. */
        JPEG
    }
}
