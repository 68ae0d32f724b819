/**
 * Cameras of the network that speak RTSP 1.0 (RFC 2326), with RTP (RFC 3550) inside the same TCP connection only. The
 * dialogue and the packets are read here, within limits of size and time; no more than one connection to the one
 * address of the settings is ever made, whatever a description says. JPEG payload (RFC 2435) is put together again and
 * handed on as it is.
 */
@NullMarked
package org.waypost.drivers.camera.rtsp;

import org.jspecify.annotations.NullMarked;
