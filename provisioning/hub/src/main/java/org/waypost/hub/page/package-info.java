/** The desk's pages: routes, words in two languages, and who may ask. Wraps JTE. */
@NullMarked
package org.waypost.hub.page;

import org.jspecify.annotations.NullMarked;
