/**
 * Brings a machine into service from its command line. Wraps BouncyCastle (X.509) and picocli; knows terminals and hub
 * by the contract alone.
 */
@NullMarked
package org.waypost.installer;

import org.jspecify.annotations.NullMarked;
