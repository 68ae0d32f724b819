/** What people told at public stations, and what the desk answers them; nothing here leads to anybody (I15). */
@NullMarked
package org.waypost.hub.tip;

import org.jspecify.annotations.NullMarked;
