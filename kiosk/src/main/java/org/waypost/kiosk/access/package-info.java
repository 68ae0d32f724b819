/**
 * Who may open which page: a token made at start for each role, a cookie that stands for it, and the checks that every
 * request passes. Wraps Helidon; a route cannot be mounted without an {@link org.waypost.kiosk.access.Audience}.
 */
@NullMarked
package org.waypost.kiosk.access;

import org.jspecify.annotations.NullMarked;
