/**
 * The front end of a marriage registry: one screen for the registrar, one that faces the parties. Everything they do is
 * a command to the counter; everything they show is a view of it.
 */
@NullMarked
package org.waypost.kiosk.registry;

import org.jspecify.annotations.NullMarked;
