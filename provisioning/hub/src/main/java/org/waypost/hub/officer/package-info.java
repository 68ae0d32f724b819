/** Who works at the desk, what each may do, and how they show who they are. Wraps BouncyCastle's Argon2. */
@NullMarked
package org.waypost.hub.officer;

import org.jspecify.annotations.NullMarked;
