package org.waypost.drivers.simulated;

/**
 * Bytes that a fingerprint module sends at one moment.
 *
 * @param baud the speed it sends them at
 */
public record Ef01Sending(int baud, Emission emission) {}
