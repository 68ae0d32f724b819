package org.waypost.kiosk.registry;

import org.waypost.agent.report.Amendments;
import org.waypost.agent.report.Outbox;
import org.waypost.agent.settings.Settings;

/**
 * Where reports go, and on whose behalf.
 *
 * @param outbox keeps the hub's receipts
 * @param amendments of what was filed
 * @param office files them
 */
public record Filing(Outbox outbox, Amendments amendments, Settings.Office office) {}
