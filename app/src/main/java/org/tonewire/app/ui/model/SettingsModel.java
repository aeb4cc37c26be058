package org.tonewire.app.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.settings.Appearance;
import org.tonewire.app.core.settings.Settings;
import org.tonewire.app.core.settings.Settings.Look;
import org.tonewire.app.core.settings.SettingsStore;
import org.tonewire.app.core.settings.SoundSettings;
import org.tonewire.signaling.protocol.ParticipantName;

/// The settings as they are now; each change is kept at once, in the background. FX thread.
public final class SettingsModel {
    private static final int RECENT = 10;

    private final SettingsStore store;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<Settings> now;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<@Nullable Settings> unsaved = new AtomicReference<>();
    private final ReentrantLock saving = new ReentrantLock();

    public SettingsModel(SettingsStore store, Settings loaded, UiThreads threads) {
        this.store = store;
        this.threads = threads;
        this.now = new ReadOnlyObjectWrapper<>(loaded);
    }

    public ReadOnlyObjectProperty<Settings> now() {
        return now.getReadOnlyProperty();
    }

    /// Why the last change was not kept.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public void setName(ParticipantName name) {
        change(now.get().withName(Optional.of(name)));
    }

    public void setLook(Look look) {
        setAppearance(now.get().appearance().withLook(look));
    }

    public void setAppearance(Appearance appearance) {
        change(now.get().withAppearance(appearance));
    }

    public void setOutput(OutputChoice output) {
        setSound(now.get().sound().withOutput(output));
    }

    /// The microphone that is taken when one is added.
    public void setMicrophone(Optional<DeviceId> microphone) {
        setSound(now.get().sound().withMicrophone(microphone));
    }

    public void setSound(SoundSettings sound) {
        change(now.get().withSound(sound));
    }

    public void setIce(IceSettings ice) {
        change(now.get().withIce(ice));
    }

    public void setHostPort(int port) {
        change(now.get().withHostPort(port));
    }

    /// Puts the link first among the recent ones.
    public void remember(String inviteLink) {
        Stream<String> others = now.get().recentInvites().stream();
        setRecent(
                Stream.concat(Stream.of(inviteLink), others.filter(l -> !l.equals(inviteLink)))
                        .limit(RECENT)
                        .toList());
    }

    public void forget(String inviteLink) {
        setRecent(now.get().recentInvites().stream().filter(l -> !l.equals(inviteLink)).toList());
    }

    private void setRecent(List<String> links) {
        change(now.get().withRecentInvites(links));
    }

    private void change(Settings changed) {
        if (changed.equals(now.get())) {
            return;
        }
        now.set(changed);
        unsaved.set(changed);
        threads.background().execute(() -> saveNewest(threads.fx()));
    }

    /// Tasks may overtake each other; each saves the newest there is, so that it stays last.
    private void saveNewest(Executor fx) {
        saving.lock();
        try {
            @Nullable Settings newest = unsaved.getAndSet(null);
            if (newest != null) {
                Optional<Problem> outcome = store.save(newest);
                fx.execute(() -> problem.set(outcome));
            }
        } finally {
            saving.unlock();
        }
    }
}
