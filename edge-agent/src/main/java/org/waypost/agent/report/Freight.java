package org.waypost.agent.report;

/**
 * What a courier carries to the hub and back.
 *
 * @param outbox reports, until each has its receipt
 * @param health how the terminal is; lost if the line is, another comes
 * @param notices what the desk says of the reports
 */
public record Freight(Outbox outbox, HealthBeat health, Notices notices) {}
