package org.tonewire.app.audio.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A computer whose devices are plugged and pulled at will; the first is the default.
final class Plugs implements AudioDevices {
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final List<StillPlayback> opened = new CopyOnWriteArrayList<>();

    /// What was to be opened.
    final List<OutputChoice> asked = new CopyOnWriteArrayList<>();

    /// Whoever opened a device of that name, each as often as it did.
    private final Map<String, List<Consumer<Problem>>> losers = new HashMap<>();

    private CountDownLatch mayStart = new CountDownLatch(0);
    private final List<String> names = new ArrayList<>();
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();

    /// Those that are being opened until a latch is down.
    final List<String> opening = new CopyOnWriteArrayList<>();

    /// That device opens when the latch is down.
    CountDownLatch slowDown(String name) {
        CountDownLatch mayOpen = new CountDownLatch(1);
        slow.put(name, mayOpen);
        return mayOpen;
    }

    /// Devices that are opened from here on start when the latch is down.
    synchronized CountDownLatch slowDownStarts() {
        mayStart = new CountDownLatch(1);
        return mayStart;
    }

    PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost) {
        asked.add(choice);
        CountDownLatch mayOpen = choice.chosen().map(id -> slow.get(id.value())).orElse(null);
        if (mayOpen != null) {
            opening.add(choice.chosen().orElseThrow().value());
            try {
                mayOpen.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return openNow(choice, onLost);
    }

    private synchronized PlaybackOpening openNow(OutputChoice choice, Consumer<Problem> onLost) {
        Optional<String> name =
                switch (choice) {
                    case OutputChoice.Chosen(DeviceId id) ->
                            Optional.of(id.value()).filter(names::contains);
                    case OutputChoice.SystemDefault(), OutputChoice.None() ->
                            names.stream().findFirst();
                };
        if (name.isEmpty()) {
            return new PlaybackOpening.Failed(Problem.of(Reason.NO_OUTPUT_DEVICE));
        }
        losers.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(onLost);
        opened.add(new StillPlayback(name.get(), mayStart));
        return new PlaybackOpening.Opened(opened.getLast());
    }

    void plug(String... more) {
        synchronized (this) {
            names.addAll(List.of(more));
        }
        listeners.forEach(Runnable::run);
    }

    synchronized void pull(String name) {
        names.remove(name);
        List<Consumer<Problem>> told = losers.remove(name);
        if (told != null) {
            told.forEach(loser -> loser.accept(new Problem(Reason.DEVICE_GONE, name)));
        }
    }

    @Override
    public List<AudioDevice> list() {
        return List.of();
    }

    @Override
    public Optional<Problem> unavailable() {
        return Optional.empty();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
