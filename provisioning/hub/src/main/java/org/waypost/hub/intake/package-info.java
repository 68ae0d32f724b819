/** From a message on the wire to a report on disk and a signed receipt. Wraps Eclipse Paho. */
@NullMarked
package org.waypost.hub.intake;

import org.jspecify.annotations.NullMarked;
