/**
 * Machine readable zones (ICAO Doc 9303 parts 3 to 7) and appointment codes: the parser of the five formats, and the
 * serial readers that deliver the text. Every check digit is judged; a character that was misread is at most proposed
 * as a repair, never replaced in silence; a text that does not fit is unread. Optional data (personal numbers and the
 * like) is used for the check digits and for long document numbers and goes no further. Depends on
 * {@code drivers.device} and {@code drivers.serial} only.
 */
@NullMarked
package org.waypost.drivers.mrz;

import org.jspecify.annotations.NullMarked;
