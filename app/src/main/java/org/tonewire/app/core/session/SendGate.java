package org.tonewire.app.core.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.SourceStrip;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;

/// Decides what is sent of this participant's sources: mutes, push to talk, gains, removals,
/// leaving. No other class stores these. Any thread changes it, and the strips follow from their
/// next frame on, whatever the session thread does meanwhile; the session reads it for snapshots
/// and for the state it sends.
///
/// The monitor is held for field writes only, so no thread waits long for it; it makes sure that a
/// strip never has an older value than the gate.
final class SendGate {
    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;

    private final Map<SourceId, Entry> entries = new HashMap<>();
    private boolean held;
    private boolean shut;

    /// One source. The gate's monitor guards every field.
    private static final class Entry {
        private double gainDb;
        private boolean muted;
        private boolean removed;
        private boolean microphone;
        private @Nullable SourceStrip strip;

        Entry(SourceSpec spec) {
            gainDb = spec.gainDb();
            microphone = isMicrophone(spec.origin());
        }
    }

    /// What a source is allowed at this moment.
    ///
    /// @param muted whether a person silenced it
    /// @param waiting whether it is a microphone while microphones are held
    record Allowance(boolean muted, boolean waiting, double gainDb) {
        boolean silent() {
            return muted || waiting;
        }
    }

    /// Applies the part of a command that concerns what is sent, at once. To be called before the
    /// command is handed to the session thread.
    synchronized void apply(SessionCommand command) {
        switch (command) {
            case SessionCommand.AddSource(var id, var spec) -> add(id, spec);
            case SessionCommand.RemoveSource(var id) -> remove(id);
            case SessionCommand.SetSourceMuted(var id, boolean muted) -> mute(id, muted);
            case SessionCommand.SetSourceGain(var id, double gainDb) -> gain(id, gainDb);
            case SessionCommand.HoldMicrophones(boolean wanted) -> {
                held = wanted;
                entries.values().forEach(this::update);
            }
            case SessionCommand.ChangeOrigin _,
                    SessionCommand.SetSourceProfile _,
                    SessionCommand.SetSourceChannels _,
                    SessionCommand.SetTrackGain _,
                    SessionCommand.SetTrackMuted _,
                    SessionCommand.SetTrackPan _,
                    SessionCommand.SetTrackSolo _,
                    SessionCommand.SetOutput _,
                    SessionCommand.SetMasterGain _,
                    SessionCommand.Rename _,
                    SessionCommand.StartRecording _,
                    SessionCommand.StopRecording _,
                    SessionCommand.RenewInvite _,
                    SessionCommand.SendChat _ -> {}
        }
    }

    /// From here on no strip passes any frame. This is final.
    synchronized void shut() {
        shut = true;
        entries.values().forEach(this::update);
    }

    /// Puts a source's strip under the gate, before its first frame.
    synchronized void attach(SourceId id, SourceSpec spec, SourceStrip strip) {
        Entry entry = entries.get(id);
        if (entry == null) {
            entry = new Entry(spec);
            entries.put(id, entry);
        }
        entry.strip = strip;
        update(entry);
    }

    /// The strip's source is gone. Another one may have taken its id.
    synchronized void detach(SourceId id, SourceStrip strip) {
        Entry entry = entries.get(id);
        if (entry != null && strip.equals(entry.strip)) {
            entries.remove(id);
        }
        strip.shut();
    }

    /// A source takes its sound from elsewhere.
    synchronized void changeOrigin(SourceId id, SourceOrigin origin) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.microphone = isMicrophone(origin);
            update(entry);
        }
    }

    /// Empty for a source that nobody added, or that is removed.
    synchronized Optional<Allowance> of(SourceId id) {
        return Optional.ofNullable(entries.get(id)).flatMap(this::allowance);
    }

    /// The snapshot with the sources as the gate has them now.
    synchronized SessionSnapshot refresh(SessionSnapshot snapshot) {
        List<LocalSource> sources =
                snapshot.sources().stream()
                        .flatMap(
                                source -> of(source.id()).map(now -> allowed(source, now)).stream())
                        .toList();
        return new SessionSnapshot(
                snapshot.connection(),
                snapshot.invite(),
                snapshot.name(),
                sources,
                snapshot.participants(),
                snapshot.output());
    }

    private static LocalSource allowed(LocalSource source, Allowance now) {
        return new LocalSource(
                source.id(),
                source.spec().withGainDb(now.gainDb()),
                source.name(),
                now.muted(),
                now.waiting(),
                source.status(),
                source.meter(),
                source.position());
    }

    private void add(SourceId id, SourceSpec spec) {
        Entry before = entries.get(id);
        if (before == null || before.removed) {
            entries.put(id, new Entry(spec));
        }
    }

    private void remove(SourceId id) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.removed = true;
            update(entry);
        }
    }

    private void mute(SourceId id, boolean muted) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.muted = muted;
            update(entry);
        }
    }

    private void gain(SourceId id, double gainDb) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.gainDb = Math.clamp(gainDb, MIN_GAIN_DB, MAX_GAIN_DB);
            update(entry);
        }
    }

    private Optional<Allowance> allowance(Entry entry) {
        return entry.removed
                ? Optional.empty()
                : Optional.of(new Allowance(entry.muted, waits(entry), entry.gainDb));
    }

    private boolean waits(Entry entry) {
        return held && entry.microphone;
    }

    private void update(Entry entry) {
        SourceStrip strip = entry.strip;
        if (strip == null) {
            return;
        }
        strip.setMuted(entry.muted || waits(entry));
        strip.setGainDb(entry.gainDb);
        if (shut || entry.removed) {
            strip.shut();
        }
    }

    private static boolean isMicrophone(SourceOrigin origin) {
        return origin instanceof SourceOrigin.Microphone;
    }
}
