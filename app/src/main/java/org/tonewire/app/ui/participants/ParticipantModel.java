package org.tonewire.app.ui.participants;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.LiveList;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Another participant. FX thread.
public final class ParticipantModel {
    private final IdentityKey id;
    private final Wording wording;
    private final LiveList<TrackKey, ReceivedTrackState, TrackStripModel> tracks;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LinkStatus> link =
            new ReadOnlyObjectWrapper<>(LinkStatus.CONNECTING);
    private final boolean isGuest;
    private VerifyCode code;
    private String path = "";

    ParticipantModel(RemoteParticipant person, Consumer<SessionCommand> session, Wording wording) {
        this.id = person.id();
        this.code = person.code();
        this.isGuest = person.isGuest();
        this.wording = wording;
        this.tracks =
                new LiveList<>(
                        ReceivedTrackState::key,
                        track -> new TrackStripModel(track, session),
                        TrackStripModel::show);
    }

    /// @param shown its name as it is shown
    void show(RemoteParticipant person, String shown) {
        name.set(shown);
        code = person.code();
        link.set(LinkStatus.of(person.receiveState(), person.sendState()));
        tracks.show(person.tracks());
        tellConnection();
    }

    /// Updates the path and the quality of a track.
    void showStats(TrackStats now) {
        if (!now.path().isEmpty()) {
            path = now.path();
            tellConnection();
        }
        if (now.direction() == Direction.RECEIVE) {
            tracks.models().stream()
                    .filter(track -> track.key().track().equals(now.track()))
                    .forEach(track ->
                            track.showQuality(wording.quality(now.codec(), now.bitrateBps())));
        }
    }

    public IdentityKey id() {
        return id;
    }

    /// Only listens, in a browser.
    public boolean isGuest() {
        return isGuest;
    }

    /// The words that the participant can read out, to show that it is them.
    public VerifyCode code() {
        return code;
    }

    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /// The connection state as text.
    public ReadOnlyStringProperty connection() {
        return connection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LinkStatus> link() {
        return link.getReadOnlyProperty();
    }

    public ObservableList<TrackStripModel> tracks() {
        return tracks.models();
    }

    private void tellConnection() {
        String words = link.get().words(name.get(), path, wording);
        connection.set(isGuest ? wording.text("person.guest", words) : words);
    }
}
