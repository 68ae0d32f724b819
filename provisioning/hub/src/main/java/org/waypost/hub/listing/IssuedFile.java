package org.waypost.hub.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.waypost.contract.Codec;

/** A file in which something signed leaves for terminals: a reader sees the one before or this one, never a part. */
public final class IssuedFile {
    private final Path target;

    /** At this place, in a directory that is there. */
    public IssuedFile(Path target) {
        this.target = target.toAbsolutePath();
    }

    /** Writes it, through to the disk. */
    public void write(Object signed) throws IOException {
        Path part = Files.createTempFile(target.getParent(), "issue", ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Codec.write(signed).getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
