package org.waypost.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the exceptions a test makes the product log. Declared but never logged fails the test as well. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpectFailure {
    /** Types that are to be logged, each at least once; a logged subtype counts. */
    Class<? extends Throwable>[] value();
}
