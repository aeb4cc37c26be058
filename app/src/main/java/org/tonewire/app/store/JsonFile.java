package org.tonewire.app.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.json.Parsed;

/// A JSON file that only its owner can read. A file that cannot be parsed is renamed to
/// `….broken-1` (2, 3 …), so that nothing is lost. A file with invalid fields is renamed too, and
/// its valid fields are written again. Any thread.
final class JsonFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private final OwnerFile file;
    private final Function<String, Parsed<T>> read;
    private final Function<T, String> write;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Problem> loadProblem = Optional.empty();

    /// @param read throws a [JsonParseException] if the text is invalid
    JsonFile(Path path, Function<String, Parsed<T>> read, Function<T, String> write) {
        this.file = new OwnerFile(path);
        this.read = read;
        this.write = write;
    }

    /// Empty if there is no file, or it cannot be read.
    Optional<T> load() {
        lock.lock();
        try {
            loadProblem = Optional.empty();
            Parsed<T> parsed = read.apply(Files.readString(file.path()));
            if (!parsed.wrongFields().isEmpty()) {
                loadProblem = Optional.of(mend(parsed));
            }
            return Optional.of(parsed.value());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JsonParseException | CharacterCodingException _) {
            loadProblem = Optional.of(setAside("is not understood"));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", name(), e.toString());
            loadProblem = Optional.of(new Problem(Reason.FILE_UNREADABLE, file.path().toString()));
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Optional<Problem> loadProblem() {
        return loadProblem;
    }

    boolean isThere() {
        return Files.exists(file.path());
    }

    Optional<Problem> save(T value) {
        lock.lock();
        try {
            store(value);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", name(), e.toString());
            return Optional.of(new Problem(Reason.STORAGE_FAILED, file.path().toString()));
        } finally {
            lock.unlock();
        }
    }

    /// Does nothing if there is no file.
    Optional<Problem> delete() {
        lock.lock();
        try {
            file.delete();
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", name(), e.toString());
            return Optional.of(new Problem(Reason.STORAGE_FAILED, file.path().toString()));
        } finally {
            lock.unlock();
        }
    }

    private Problem setAside(String why) {
        try {
            Path aside = file.setAside();
            LOG.warn("{} {}; kept as {}", name(), why, aside.getFileName());
            return new Problem(Reason.SET_ASIDE, aside.toString());
        } catch (IOException e) {
            LOG.warn("{} {}, and cannot be set aside: {}", name(), why, e.toString());
            return new Problem(Reason.FILE_UNREADABLE, file.path().toString());
        }
    }

    private Problem mend(Parsed<T> parsed) throws IOException {
        Problem problem = setAside("has wrong fields: " + String.join(", ", parsed.wrongFields()));
        store(parsed.value());
        return problem;
    }

    private void store(T value) throws IOException {
        file.write(write.apply(value).getBytes(StandardCharsets.UTF_8));
    }

    private Path name() {
        return file.path().getFileName();
    }
}
