package org.tonewire.app.core.source;

import java.time.Duration;
import java.util.Set;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.UniqueNames;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Decides which device to reopen after it was unplugged, or its sound server went away: the same
/// device, as often as needed; where it stays absent, a device of the same name, since a device may
/// return under another id. Never another device, as the person did not choose it. Owned by the
/// session thread.
public final class Reopening {
    public static final Duration EVERY = Duration.ofSeconds(1);

    /// A server adds its devices one after another while it starts.
    static final int ABSENCES_ALLOWED = 3;

    private static final Set<Reason> CURABLE =
            Set.of(
                    Reason.NO_SOUND_SERVER,
                    Reason.SOUND_SERVER_GONE,
                    Reason.NO_SUCH_DEVICE,
                    Reason.NO_INPUT_DEVICE);

    private final SourceOrigin origin;
    private final String label;
    private int absences;

    /// @param label the name that the device had; empty where it never was open
    public Reopening(SourceOrigin origin, String label) {
        this.origin = origin;
        this.label = label;
    }

    /// Whether an open device that ended for this reason may be plugged in again, or come back with
    /// its sound server.
    public static boolean mayReturn(Problem problem) {
        return problem.reason() == Reason.DEVICE_GONE
                || problem.reason() == Reason.SOUND_SERVER_GONE;
    }

    /// Whether a device that cannot be opened for this reason may be there when the sound server is
    /// back, or the device is plugged in again.
    public static boolean mayHelp(Problem problem) {
        return CURABLE.contains(problem.reason());
    }

    /// Whether what was opened is the device that was lost. Another one may have an id or a name
    /// that fits, too: of two equal devices, say.
    ///
    /// @param opened its name
    public boolean accepts(String opened) {
        return label.isEmpty() || !isChosen() || opened.equals(label);
    }

    private boolean isChosen() {
        return switch (origin) {
            case SourceOrigin.Microphone(var id) -> id.isPresent();
            case SourceOrigin.SystemAudio(var id) -> id.isPresent();
            case SourceOrigin.AudioFile _,
                    SourceOrigin.Address _,
                    SourceOrigin.Pipe _,
                    SourceOrigin.Tone _ ->
                    false;
        };
    }

    public SourceOrigin next() {
        return switch (origin) {
            case SourceOrigin.Microphone(var id) -> new SourceOrigin.Microphone(id.map(this::next));
            case SourceOrigin.SystemAudio(var id) ->
                    new SourceOrigin.SystemAudio(id.map(this::next));
            case SourceOrigin.AudioFile _,
                    SourceOrigin.Address _,
                    SourceOrigin.Pipe _,
                    SourceOrigin.Tone _ ->
                    origin;
        };
    }

    /// What a person typed may be a part of a name, by which another device could be found.
    private DeviceId next(DeviceId chosen) {
        if (label.isEmpty()) {
            return chosen;
        }
        boolean due =
                chosen.isTyped()
                        ? absences % 2 == 1
                        : absences > ABSENCES_ALLOWED && absences % 2 == 0;
        return due && UniqueNames.isOwn(label) ? new DeviceId(label) : chosen.whole();
    }

    public void failed(Problem problem) {
        if (problem.reason() == Reason.NO_SUCH_DEVICE) {
            absences++;
        }
    }
}
