package org.waypost.trials;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fault put into a copy of a parser's class file, to see whether its fuzz target finds it.
 *
 * @param name of the fault, lower case with hyphens
 * @param target that is to find it
 * @param type class below {@code org.waypost}
 * @param method in which the slip is made
 * @param edit the slip
 * @param why where such a fault comes from
 */
record Plant(String name, FuzzTarget target, String type, String method, Edit edit, String why) {

    /**
     * Writes the class with the fault.
     *
     * @param root directory to stand before the product on the class path
     * @throws IllegalStateException if the method has not the instructions that the slip changes
     */
    void into(Path root) throws IOException {
        AtomicInteger changed = new AtomicInteger();
        ClassFile context = ClassFile.of();
        byte[] planted = context.transformClass(
                context.parse(original()),
                ClassTransform.transformingMethodBodies(
                        found -> found.methodName().equalsString(method), edit.transform(changed)));
        if (changed.get() != edit.places()) {
            throw new IllegalStateException("plant " + name + ": " + type + "." + method + " has " + changed.get()
                    + " places to change, not " + edit.places());
        }
        Path file = root.resolve(path());
        Files.createDirectories(file.getParent());
        Files.write(file, planted);
    }

    private String path() {
        return "org/waypost/" + type.replace('.', '/') + ".class";
    }

    private byte[] original() throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(path())) {
            if (in == null) {
                throw new IllegalStateException("plant " + name + ": there is no class " + type);
            }
            return in.readAllBytes();
        }
    }
}
