/**
 * Keeps a report until the hub's signed receipt is here: the outbox on disk and the courier that empties it. Wraps
 * Eclipse Paho (MQTT 5); no other package of the agent sees it.
 */
@NullMarked
package org.waypost.agent.report;

import org.jspecify.annotations.NullMarked;
