/**
 * Compares exactly two portraits (invariant I1): finds, judges, aligns and embeds a face in each, and answers by the
 * thresholds of a calibration or not at all. Wraps OpenCV; nothing native outlives a call, and no number that says how
 * alike two people look leaves the package but for a calibration.
 */
@NullMarked
package org.waypost.agent.face;

import org.jspecify.annotations.NullMarked;
