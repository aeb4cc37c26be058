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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.settings.Settings;
import org.tonewire.app.core.settings.SettingsStore;

/// Keeps settings in `settings.json` in the config folder, for its owner alone; its fields are
/// described at [SettingsJson]. A file that cannot be understood is renamed to
/// `settings.json.broken-1` (2, 3 …) and the defaults are taken.
public final class JsonSettingsStore implements SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(JsonSettingsStore.class);

    private final OwnerFile file;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /// @param configFolder made when something is saved
    public JsonSettingsStore(Path configFolder) {
        this.file = new OwnerFile(configFolder.resolve("settings.json"));
    }

    @Override
    public Settings load() {
        oneAtATime.lock();
        try {
            return SettingsJson.read(Files.readString(file.path()));
        } catch (NoSuchFileException _) {
            return Settings.DEFAULT;
        } catch (JsonParseException | CharacterCodingException _) {
            setAside();
            return Settings.DEFAULT;
        } catch (IOException e) {
            LOG.warn("the settings cannot be read: {}", e.toString());
            return Settings.DEFAULT;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public Optional<Problem> save(Settings settings) {
        oneAtATime.lock();
        try {
            file.write(SettingsJson.write(settings).getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("the settings cannot be written: {}", e.toString());
            return Optional.of(new Problem(Reason.STORAGE_FAILED, file.path().toString()));
        } finally {
            oneAtATime.unlock();
        }
    }

    private void setAside() {
        try {
            LOG.warn("the settings are not understood; kept as {}", file.setAside());
        } catch (IOException e) {
            LOG.warn("broken settings cannot be set aside: {}", e.toString());
        }
    }
}
