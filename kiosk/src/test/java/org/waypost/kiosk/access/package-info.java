/** Tests of one package by itself. */
@NullMarked
package org.waypost.kiosk.access;

import org.jspecify.annotations.NullMarked;
