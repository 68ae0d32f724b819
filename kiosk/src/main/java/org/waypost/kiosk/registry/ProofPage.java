package org.waypost.kiosk.registry;

import org.waypost.agent.report.Outbox;
import org.waypost.agent.settings.Settings;
import org.waypost.kiosk.page.Words;

/**
 * The proof that a duty to report was fulfilled, to be printed: who filed when, and what the hub signed for. Nothing of
 * what was reported.
 *
 * @param office filed it
 * @param words in the registrar's language
 * @param proof what the terminal keeps of it
 */
public record ProofPage(Settings.Office office, Words words, Outbox.Proof proof) {}
