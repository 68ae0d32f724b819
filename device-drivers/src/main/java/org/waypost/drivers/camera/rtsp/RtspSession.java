package org.waypost.drivers.camera.rtsp;

import java.time.Duration;

/**
 * A dialogue whose pictures come.
 *
 * @param dialogue for what is still to be said
 * @param track what comes
 * @param channel of its packets
 * @param keep so long a camera keeps a session of which it hears nothing
 */
record RtspSession(RtspDialogue dialogue, RtspTrack track, int channel, Duration keep) {}
