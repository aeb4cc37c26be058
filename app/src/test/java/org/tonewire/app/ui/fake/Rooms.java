package org.tonewire.app.ui.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.fake.VirtualSession;

/// What becomes of a session: the room that it finds.
public final class Rooms {
    public static final String LINK =
            "https://192.168.1.20:45113/r/Sunday%20rehearsal#k=AAECAwQFBgcICQoLDA0ODw"
                    + "&f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8&o=AzliGSN_daZPEq6385cjqw";
    public static final Invite INVITE = InviteLink.parse(LINK).orElseThrow();
    private static final List<String> PEOPLE =
            List.of("Berta", "Carlos", "Dědeček Jiří", "えみ", "François");
    private static final List<String> TRACKS = List.of("Microphone", "System audio", "Violin");

    private Rooms() {}

    /// Nobody else is there.
    public static Consumer<VirtualSession> empty() {
        return room -> enter(room, 0);
    }

    /// The server has not answered yet.
    public static Consumer<VirtualSession> unanswered() {
        return _ -> {};
    }

    /// Some people with two tracks each.
    public static Consumer<VirtualSession> withOthers(int people) {
        return withOthers(people, 2);
    }

    public static Consumer<VirtualSession> withOthers(int people, int tracks) {
        return room -> {
            enter(room, people);
            IntStream.range(0, people).forEach(number -> connect(room, number, tracks));
        };
    }

    /// Lets a session into the room with so many others, whose links are not there yet.
    public static void enter(VirtualSession room, int people) {
        for (int number = 0; number < people; number++) {
            room.name(id(number), PEOPLE.get(number % PEOPLE.size()));
        }
        room.joins(
                VirtualSession.SELF,
                false,
                IntStream.range(0, people).mapToObj(Rooms::id).toArray(String[]::new));
    }

    /// The links to and from one of them stand, and they send so many tracks.
    public static void connect(VirtualSession room, int number, int tracks) {
        room.answers(id(number));
        room.offers(id(number), IntStream.range(0, tracks).mapToObj(i -> track(i, false)).toList());
    }

    /// Another participant, by number.
    public static String id(int number) {
        return "p" + number;
    }

    /// How another participant describes a track.
    public static ControlMessage.TrackInfo track(int number, boolean muted) {
        return track(number, TRACKS.get(number % TRACKS.size()), muted);
    }

    /// The same with another name.
    public static ControlMessage.TrackInfo track(int number, String name, boolean muted) {
        return new ControlMessage.TrackInfo(
                new TrackId("source-" + number), name, Profile.MUSIC, muted);
    }

    /// Adds a microphone that is live.
    public static void addMicrophone(VirtualSession room) {
        room.sources.call("Microphone");
        room.add("m", new SourceOrigin.Microphone(Optional.empty()), Profile.VOICE);
    }

    /// Adds a file that plays.
    public static void addFile(VirtualSession room) {
        room.sources.call("Adagio in G, third take with the whole band.flac");
        room.add("f", new SourceOrigin.AudioFile(Path.of("/music/take-3.flac"), false));
        room.sources
                .streams
                .getLast()
                .isAt(
                        new SourcePosition(
                                Duration.ofSeconds(83), Optional.of(Duration.ofSeconds(251))));
    }
}
