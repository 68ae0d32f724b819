package org.waypost.hub.officer;

import java.time.Instant;

/**
 * An entry of the audit, as an auditor reads it.
 *
 * @param by a named person, a terminal or the hub
 * @param action one of the audit's codes
 * @param subject what it was done to, by number or name
 * @param note purpose or reason; may be empty
 */
public record Deed(Instant at, String by, String action, String subject, String note) {}
