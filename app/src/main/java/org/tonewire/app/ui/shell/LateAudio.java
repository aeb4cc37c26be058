package org.tonewire.app.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.ui.model.AudioServices;
import org.tonewire.app.ui.model.RoomAccess;

/// What needs native libraries: the window shows before it is there. Any thread.
final class LateAudio {
    private static final Logger LOG = LoggerFactory.getLogger(LateAudio.class);

    private final Supplier<AudioServices> source;
    private final CompletableFuture<AudioServices> loaded = new CompletableFuture<>();

    /// @param source called once
    LateAudio(Supplier<AudioServices> source) {
        this.source = source;
    }

    /// Loads it; blocks. To be called once.
    void load() {
        try {
            loaded.complete(source.get());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the sound parts could not be made", e);
            loaded.completeExceptionally(e);
        }
    }

    /// Runs this when it is there or failed.
    void whenOver(Runnable then) {
        var _ = loaded.whenComplete((_, _) -> then.run());
    }

    CompletionStage<RoomAccess> rooms() {
        return loaded.thenApply(AudioServices::rooms);
    }

    CompletionStage<AudioDevices> devices() {
        return loaded.thenApply(AudioServices::devices);
    }

    CompletionStage<LocalAudio> audio() {
        return loaded.thenApply(AudioServices::audio);
    }
}
