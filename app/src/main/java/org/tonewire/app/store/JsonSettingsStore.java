package org.tonewire.app.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.json.Parsed;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.SettingsReading;
import org.tonewire.app.shell.settings.SettingsStore;

/// Stores settings in `settings.json` in the config folder, readable only by its owner;
/// `docs/settings.md` describes its fields.
public final class JsonSettingsStore implements SettingsStore {
    private static final long MAX_BYTES = 1_000_000;

    private final JsonFile<Settings> file;

    /// @param configFolder created at the first save
    public JsonSettingsStore(Path configFolder) {
        this.file =
                new JsonFile<>(
                        configFolder.resolve("settings.json"),
                        SettingsJson::read,
                        SettingsJson::write);
    }

    @Override
    public Settings load() {
        return file.load().orElse(Settings.DEFAULT);
    }

    @Override
    public Optional<Problem> loadProblem() {
        return file.loadProblem();
    }

    @Override
    public Optional<Problem> save(Settings settings) {
        return file.save(settings);
    }

    @Override
    public Optional<Problem> exportTo(Path file, Settings settings) {
        try {
            new OwnerFile(file)
                    .write(SettingsJson.write(settings).getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(new Problem(Reason.STORAGE_FAILED, file.toString()));
        }
    }

    @Override
    public SettingsReading importFrom(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return failed(Reason.NOT_SETTINGS, file);
            }
            Parsed<Settings> parsed = SettingsJson.read(Files.readString(file));
            return parsed.wrongFields().isEmpty()
                    ? new SettingsReading.Read(parsed.value())
                    : failed(Reason.NOT_SETTINGS, file);
        } catch (JsonParseException | CharacterCodingException _) {
            return failed(Reason.NOT_SETTINGS, file);
        } catch (IOException _) {
            return failed(Reason.FILE_UNREADABLE, file);
        }
    }

    private static SettingsReading failed(Reason reason, Path file) {
        return new SettingsReading.Failed(new Problem(reason, file.toString()));
    }
}
