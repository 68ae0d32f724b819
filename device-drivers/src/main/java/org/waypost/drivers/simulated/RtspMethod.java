package org.waypost.drivers.simulated;

/** What the simulated camera understands of RTSP (RFC 2326, section 10). */
public enum RtspMethod {
    OPTIONS,
    DESCRIBE,
    SETUP,
    PLAY,
    TEARDOWN
}
