/**
 * Cameras: a live preview in the camera's own JPEG bytes, and one still picture for a verification. Pictures are in
 * memory only and zeroed on close; this package writes no file. Wraps OpenCV (JavaCV's {@code org.bytedeco} binding)
 * for V4L2 capture and for decoding the still picture; a preview of a stream does not load it.
 */
@NullMarked
package org.waypost.drivers.camera;

import org.jspecify.annotations.NullMarked;
