package org.tonewire.app.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.shell.Diagnosis;
import org.tonewire.app.shell.Redaction;
import org.tonewire.app.shell.SystemReport;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.ui.room.RoomViewModel;
import org.tonewire.signaling.protocol.ParticipantName;

/// Builds the diagnostics to copy, without private names. FX thread.
record Reports(Supplier<SystemReport> system, ObservableValue<List<AudioDevice>> devices) {
    /// @param room the joined room, if any
    String text(Settings settings, Optional<RoomViewModel> room) {
        List<TrackStats> tracks =
                room.map(r -> r.stats().tracks()).stream()
                        .flatMap(List::stream)
                        .map(track -> track.stats().get())
                        .toList();
        SoundStats sound = room.map(r -> r.stats().sound().get()).orElse(SoundStats.NONE);
        Stream<String> names =
                Stream.concat(
                        settings.name().map(ParticipantName::value).stream(),
                        room.stream().flatMap(RoomViewModel::names));
        String home = System.getProperty("user.home", "");
        return new Diagnosis(system.get(), devices.getValue(), tracks, sound)
                .text(new Redaction(home, names.toList()));
    }
}
