package org.tonewire.app.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What a line of `--commands` can name: sources that were added and not removed, the received
/// tracks, and the other participants. The thread that reads the lines.
final class CommandSubjects {
    private final SourceIds ids;
    private final Set<SourceId> sources;
    private final Supplier<SessionSnapshot> session;
    private final BooleanSupplier host;

    /// @param sources those that the run began with
    /// @param host whether this process hosts the room
    CommandSubjects(
            SourceIds ids,
            Collection<SourceId> sources,
            Supplier<SessionSnapshot> session,
            BooleanSupplier host) {
        this.ids = ids;
        this.sources = new HashSet<>(sources);
        this.session = session;
        this.host = host;
    }

    boolean isHost() {
        return host.getAsBoolean();
    }

    boolean hasParticipant(IdentityKey key) {
        return session.get().participants().stream()
                .anyMatch(participant -> participant.id().equals(key));
    }

    SourceId addSource() {
        SourceId id = ids.next();
        sources.add(id);
        return id;
    }

    void removeSource(SourceId id) {
        sources.remove(id);
    }

    boolean hasSource(SourceId id) {
        return sources.contains(id);
    }

    boolean hasTrack(TrackKey key) {
        return session.get().participants().stream()
                .flatMap(participant -> participant.tracks().stream())
                .anyMatch(track -> track.key().equals(key));
    }
}
