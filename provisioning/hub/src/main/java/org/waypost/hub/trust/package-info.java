/**
 * From published master lists of country signers (CSCA) to the trust store of the terminals. Wraps BouncyCastle's CMS.
 */
@NullMarked
package org.waypost.hub.trust;

import org.jspecify.annotations.NullMarked;
