package org.waypost.agent.face;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.contract.Codec;

/**
 * Brings models from a stick or a directory to a terminal. Nothing is touched before all of them proved to be what
 * their manifest pins and to compute what it says. No file of the models in use is written over: another one of the
 * same name gets its digest before its name. The manifest comes last, in one step: what is cut off before it leaves the
 * models that were there, and after it the new ones.
 */
public final class ModelImport {
    private static final System.Logger LOG = System.getLogger(ModelImport.class.getName());
    private static final String UNFINISHED = ".part";

    private final FaceManifest manifest;
    private final Path from;

    ModelImport(FaceManifest manifest, Path from) {
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
        return manifest.files();
    }

    /**
     * Brings them.
     *
     * @param directory of the terminal's models; made if it is not there
     * @throws IOException if it cannot be written, or a file changed since it was checked; what was there works still
     */
    public void into(Path directory) throws IOException {
        into(directory, new ModelDisk.Local());
    }

    void into(Path directory, ModelDisk disk) throws IOException {
        Files.createDirectories(directory);
        Optional<FaceManifest> before = FaceManifest.in(directory);
        FaceManifest placed = manifest.named(file -> placed(directory, file));
        for (int i = 0; i < files().size(); i++) {
            bring(files().get(i), directory.resolve(placed.files().get(i).file()), disk);
        }
        disk.sync(directory);
        lay(directory.resolve(FaceManifest.FILE), UTF_8.encode(Codec.write(placed)), disk);
        disk.sync(directory);
        before.ifPresent(old -> removeSuperseded(directory, old, placed, disk));
    }

    /** Under the name it lies there already; else its own, unless another content has that. */
    private static ModelFile placed(Path directory, ModelFile file) {
        ModelFile other = file.withDigestInName();
        if (lies(directory.resolve(other.file()), file)) {
            return other;
        }
        Path own = directory.resolve(file.file());
        return !Files.exists(own) || lies(own, file) ? file : other;
    }

    private static boolean lies(Path at, ModelFile file) {
        return LoadedFile.at(at, file).filter(LoadedFile::isAsPinned).isPresent();
    }

    private void bring(ModelFile file, Path target, ModelDisk disk) throws IOException {
        LoadedFile loaded = LoadedFile.read(from, file)
                .filter(LoadedFile::isAsPinned)
                .orElseThrow(() -> new IOException(file.file() + " changed while it was imported: import again"));
        if (!lies(target, file)) {
            lay(target, ByteBuffer.wrap(loaded.content()), disk);
        }
    }

    private static void lay(Path target, ByteBuffer content, ModelDisk disk) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        disk.write(unfinished, content);
        disk.rename(unfinished, target);
    }

    /** What is left over costs space and nothing else. */
    private static void removeSuperseded(Path directory, FaceManifest before, FaceManifest now, ModelDisk disk) {
        List<String> superseded =
                new ArrayList<>(before.files().stream().map(ModelFile::file).toList());
        superseded.removeAll(now.files().stream().map(ModelFile::file).toList());
        try {
            for (String file : superseded) {
                disk.remove(directory.resolve(file));
            }
        } catch (IOException left) {
            LOG.log(System.Logger.Level.INFO, "a model that is no longer used was not deleted: {0}", left.getMessage());
        }
    }
}
