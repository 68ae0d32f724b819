package org.waypost.hub.intake;

import org.waypost.contract.CaseReport.Urgency;

/**
 * A report as the store knows it.
 *
 * @param held whether what it said is still kept; false once its case was purged by age
 */
public record Filed(Urgency urgency, boolean held) {}
