package org.waypost.agent.report;

/**
 * What a courier carries to the hub.
 *
 * @param outbox reports, until each has its receipt
 * @param health how the terminal is; lost if the line is, another comes
 */
public record Freight(Outbox outbox, HealthBeat health) {}
