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

/// A JSON file for its owner alone. One that cannot be understood is renamed to `….broken-1` (2, 3
/// …), so that nothing is lost. Any thread.
final class KeptJson<T> {
    /// Begins the message of a [JsonParseException] that names the field and no value.
    static final String FIELD = "field ";

    private static final Logger LOG = LoggerFactory.getLogger(KeptJson.class);

    private final OwnerFile file;
    private final Function<String, T> read;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Optional<Problem> trouble = Optional.empty();

    /// @param read throws a [JsonParseException] at what it does not understand
    KeptJson(Path path, Function<String, T> read) {
        this.file = new OwnerFile(path);
        this.read = read;
    }

    /// Empty where there is no file, or none that can be read.
    Optional<T> load() {
        oneAtATime.lock();
        try {
            trouble = Optional.empty();
            return Optional.of(read.apply(Files.readString(file.path())));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JsonParseException | CharacterCodingException broken) {
            trouble = Optional.of(setAside(broken));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", name(), e.toString());
            trouble = Optional.of(new Problem(Reason.FILE_UNREADABLE, file.path().toString()));
            return Optional.empty();
        } finally {
            oneAtATime.unlock();
        }
    }

    Optional<Problem> trouble() {
        return trouble;
    }

    boolean isThere() {
        return Files.exists(file.path());
    }

    Optional<Problem> save(String text) {
        oneAtATime.lock();
        try {
            file.write(text.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", name(), e.toString());
            return Optional.of(new Problem(Reason.STORAGE_FAILED, file.path().toString()));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Problem setAside(Exception broken) {
        try {
            Path kept = file.setAside();
            LOG.warn("{} is not understood{}; kept as {}", name(), at(broken), kept.getFileName());
            return new Problem(Reason.SET_ASIDE, kept.toString());
        } catch (IOException e) {
            LOG.warn("{} is broken and cannot be set aside: {}", name(), e.toString());
            return new Problem(Reason.FILE_UNREADABLE, file.path().toString());
        }
    }

    private static String at(Exception broken) {
        String message = String.valueOf(broken.getMessage());
        return message.startsWith(FIELD) ? " at " + message : "";
    }

    private Path name() {
        return file.path().getFileName();
    }
}
