package org.tonewire.app.ui.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;

/// Icons and texts for sources and their states.
final class SourceTexts {
    private SourceTexts() {}

    static Icon icon(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Microphone _ -> Icon.MICROPHONE;
            case SourceOrigin.SystemAudio _ -> Icon.SYSTEM_AUDIO;
            case SourceOrigin.AudioFile _ -> Icon.FILE;
            case SourceOrigin.Address _ -> Icon.STREAM;
            case SourceOrigin.Pipe _ -> Icon.PIPE;
            case SourceOrigin.Tone _ -> Icon.TONE;
        };
    }

    /// The key of a choice's text.
    static String channels(ChannelChoice choice) {
        return switch (choice) {
            case BOTH -> "channels.both";
            case LEFT -> "channels.left";
            case RIGHT -> "channels.right";
            case MONO -> "channels.mono";
        };
    }

    static String kind(SourceOrigin origin, Wording wording) {
        return switch (origin) {
            case SourceOrigin.Microphone _ -> wording.text("source.microphone");
            case SourceOrigin.SystemAudio _ -> wording.text("source.system");
            case SourceOrigin.AudioFile _ -> wording.text("source.file");
            case SourceOrigin.Address _ -> wording.text("source.address");
            case SourceOrigin.Pipe _ -> wording.text("source.pipe");
            case SourceOrigin.Tone _ -> wording.text("source.tone");
        };
    }

    /// The name of a source; before it is open, a name made from its origin.
    static String name(LocalSource source, Wording wording) {
        if (!source.name().equals(source.id().value())) {
            return source.name();
        }
        return switch (source.spec().origin()) {
            case SourceOrigin.AudioFile(Path path, _) ->
                    Optional.ofNullable(path.getFileName()).orElse(path).toString();
            case SourceOrigin.Address(URI uri) -> WebAddress.shownHost(uri);
            case SourceOrigin.Microphone _, SourceOrigin.SystemAudio _ ->
                    kind(source.spec().origin(), wording);
            case SourceOrigin.Pipe _, SourceOrigin.Tone _ -> kind(source.spec().origin(), wording);
        };
    }

    /// The kind of its device, if it has one.
    static Optional<DeviceKind> deviceKind(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Microphone _ -> Optional.of(DeviceKind.MICROPHONE);
            case SourceOrigin.SystemAudio _ -> Optional.of(DeviceKind.SYSTEM_AUDIO);
            case SourceOrigin.AudioFile _, SourceOrigin.Address _ -> Optional.empty();
            case SourceOrigin.Pipe _, SourceOrigin.Tone _ -> Optional.empty();
        };
    }

    /// The key of the status text.
    ///
    /// @param waiting for the talk key
    static String status(SourceStatus status, boolean waiting) {
        return switch (status) {
            case SourceStatus.Opening() -> "source.opening";
            case SourceStatus.Live() -> waiting ? "source.waiting" : "source.live";
            case SourceStatus.Finished() -> "source.finished";
            case SourceStatus.Waiting(Problem problem) ->
                    givesNothing(problem.reason()) ? "source.stalled" : "source.away";
            case SourceStatus.Failed _ -> "source.failed";
        };
    }

    private static boolean givesNothing(Reason reason) {
        return reason == Reason.DEVICE_STALLED || reason == Reason.SOURCE_SILENT;
    }

    /// `1:05 / 4:10`, or the time played if the length is unknown.
    static String position(SourcePosition position, Wording wording) {
        String elapsed = wording.duration(position.elapsed());
        return position.total()
                .map(total -> wording.text("source.position", elapsed, wording.duration(total)))
                .orElse(elapsed);
    }

    /// 0 to 1, if the length is known.
    static double progress(SourcePosition position) {
        return position.total()
                .filter(total -> !total.isZero())
                .map(total -> (double) position.elapsed().toMillis() / total.toMillis())
                .map(share -> Math.clamp(share, 0.0, 1.0))
                .orElse(0.0);
    }
}
