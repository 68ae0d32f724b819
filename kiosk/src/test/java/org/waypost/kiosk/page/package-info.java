/** Tests of one package by itself. */
@NullMarked
package org.waypost.kiosk.page;

import org.jspecify.annotations.NullMarked;
