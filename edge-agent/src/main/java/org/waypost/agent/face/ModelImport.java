package org.waypost.agent.face;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.waypost.contract.Codec;

/**
 * Brings models from a stick or a directory to a terminal. Nothing is touched before all of them proved to be what
 * their manifest pins and to compute what it says. Each file is forced to disk and renamed, the manifest last: what is
 * cut off in between is a changed model, which answers nothing until it is imported again.
 */
public final class ModelImport {
    private final FaceManifest manifest;
    private final Path from;

    private ModelImport(FaceManifest manifest, Path from) {
        this.manifest = manifest;
        this.from = from;
    }

    /** What the models in a directory are. */
    public sealed interface Offer {
        /** Sound: {@link ModelImport#into} brings them. */
        record Sound(ModelImport models) implements Offer {}

        /** Not to be imported; one line with the next step. */
        record Unsound(String why) implements Offer {}
    }

    /**
     * Checks and loads the models of a directory once; in one without {@value FaceManifest#FILE} they are to be those
     * that Waypost is made for, YuNet and SFace.
     */
    public static Offer from(Path directory) {
        FaceModels.Loading loading = Files.exists(directory.resolve(FaceManifest.FILE))
                ? FaceModels.load(directory)
                : FaceModels.load(directory, FaceManifest.standard());
        return switch (loading) {
            case FaceModels.Loading.Unusable unusable -> new Offer.Unsound(unusable.why());
            case FaceModels.Loading.Loaded loaded -> {
                try (FaceModels models = loaded.models()) {
                    yield new Offer.Sound(new ModelImport(models.manifest(), directory));
                }
            }
        };
    }

    /** Whose licences are accepted by importing. */
    public List<ModelFile> files() {
        return Stream.concat(Stream.of(manifest.detector(), manifest.embedder()), manifest.liveness().stream())
                .toList();
    }

    /**
     * Brings them.
     *
     * @param directory of the terminal's models; made if it is not there
     * @throws IOException if it cannot be written, or a file changed since it was checked
     */
    public void into(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (ModelFile file : files()) {
            LoadedFile loaded = LoadedFile.read(from, file)
                    .filter(LoadedFile::isAsPinned)
                    .orElseThrow(() -> new IOException(file.file() + " changed while it was imported: import again"));
            lay(directory.resolve(file.file()), ByteBuffer.wrap(loaded.content()));
        }
        lay(
                directory.resolve(FaceManifest.FILE),
                ByteBuffer.wrap(Codec.write(manifest).getBytes(UTF_8)));
    }

    private static void lay(Path file, ByteBuffer content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel out = FileChannel.open(beside, CREATE_NEW, WRITE)) {
                while (content.hasRemaining()) {
                    out.write(content);
                }
                out.force(true);
            }
            Files.move(beside, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
