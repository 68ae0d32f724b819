/**
 * Passports and other documents with a contactless chip (eMRTD, ICAO Doc 9303) over PC/SC.
 * {@link org.waypost.drivers.passport.PassportReader} opens the chip with what is printed on the document, reads the
 * machine readable zone and the portrait, and reports for every security mechanism what it found; there is no single
 * "genuine". Fingerprints (DG3), irises (DG4), address and native name (DG11) and issuing place (DG12) have no constant
 * to name them by and are never read. Wraps JMRTD for the chip's protocols, BouncyCastle for signatures (issuers write
 * curve parameters out, which the JDK's provider refuses), jnasmartcardio for PC/SC (it survives a restart of the
 * service) and an ImageIO plug-in for JPEG 2000; none of their types appears in a public signature.
 */
@NullMarked
package org.waypost.drivers.passport;

import org.jspecify.annotations.NullMarked;
