/**
 * What terminals and the hub say to each other: message records, their topics, their JSON codec, and how a report is
 * signed and sealed. Owned by neither side. Wraps Jackson (JSON) and Tink (Ed25519 signatures, HPKE sealing, HMAC); no
 * message has a component that could hold a picture, a template, a score or a language.
 */
@NullMarked
package org.waypost.contract;

import org.jspecify.annotations.NullMarked;
