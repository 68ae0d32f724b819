/** The broker a single hub carries with it: MQTT 5 over mutual TLS, deny by default. Wraps Apache Artemis. */
@NullMarked
package org.waypost.hub.broker;

import org.jspecify.annotations.NullMarked;
