/**
 * What all screens are made of: templates (JTE, compiled with the module), words in each language (ICU4J where a number
 * or a name is put in), style and script. The language of a screen is known in this module alone and is kept nowhere
 * else (invariant I22).
 */
@NullMarked
package org.waypost.kiosk.page;

import org.jspecify.annotations.NullMarked;
