package org.tonewire.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.meddling.Relayed;
import org.tonewire.testbed.member.LinkedMember;
import org.tonewire.testbed.room.Participant;

/// The room of all trials of a class, at a server that lies. Bob is the program, in a process of
/// its own, with few file descriptors and little memory. For each trial another Ann joins, plays
/// him a tone, and leaves: so no trial finds what another one left behind.
final class HostileRoom implements AutoCloseable {
    static final String TONE = "A";

    private static final String BOB = "Bob";
    private static final int GO_ON_SECONDS = 6;
    private static final long SPARE_BYTES = 200L << 20;
    private static final Map<String, String> LITTLE =
            Map.of(
                    "PULSE_SERVER",
                    "unix:/nonexistent/native",
                    "XDG_RUNTIME_DIR",
                    "/nonexistent",
                    "JDK_JAVA_OPTIONS",
                    "-Xmx200m");

    private final MeddlingServer server;
    private final Participant bob;
    private @Nullable LinkedMember ann;
    private int trial;

    /// Where a trial begins: what Bob said before, and the memory that he holds.
    record Mark(int events, long residentBytes) {}

    /// @param folder for the certificate of the server, and for Bob
    /// @param descriptors that Bob's program may have open
    HostileRoom(Path folder, int descriptors) throws IOException, IdentityException {
        server = MeddlingServer.start(folder.resolve("server"));
        bob =
                new Participant(
                        BOB,
                        TonewireProcess.startBy(
                                List.of("sh", "-c", limited(descriptors), "sh"),
                                folder.resolve(BOB),
                                LITTLE,
                                BOB,
                                "join",
                                server.invite(),
                                "--name=" + BOB,
                                "--headless",
                                "--json",
                                "--commands",
                                "--output=none",
                                "--record=" + folder.resolve("takes")));
        bob.awaitJoined();
    }

    private static String limited(int descriptors) {
        return "ulimit -n " + descriptors + " && exec \"$@\"";
    }

    MeddlingServer server() {
        return server;
    }

    Participant bob() {
        return bob;
    }

    LinkedMember ann() {
        return Objects.requireNonNull(ann);
    }

    /// Begins a trial: another Ann joins and plays. Her name is her own, so that what is said of
    /// her is not taken for what was said of one before.
    void annJoins() {
        trial++;
        LinkedMember next = new LinkedMember(server.invite(), "Ann %02d".formatted(trial));
        ann = next;
        next.play(440, TONE);
    }

    /// The same, and waits until Bob hears her.
    Mark annIsHeard() {
        annJoins();
        return awaitHeard(TONE);
    }

    /// Waits until Bob hears this track of Ann.
    Mark awaitHeard(String track) {
        TonewireEvent told =
                await(
                        0,
                        track + " of " + ann(),
                        event ->
                                isOfAnn(event)
                                        && (event.is("track-added") || event.is("track-changed"))
                                        && event.text("name").equals(track));
        await(
                0,
                "sound of " + track + " of " + ann(),
                event -> isSoundOfAnn(event) && event.text("track").equals(told.text("track")));
        return mark();
    }

    Mark mark() {
        return new Mark(bob.process().mark(), Memory.residentBytes(bob));
    }

    /// Ends a trial: whoever is Ann leaves, and all that Bob has to say of her is said.
    void annLeaves() {
        LinkedMember leaving = ann;
        ann = null;
        server.meddle(relayed -> List.of(relayed.message()));
        if (leaving != null) {
            leaving.close();
            if (wasTold(leaving.key())) {
                awaitGone(leaving.key());
            }
        }
    }

    private boolean wasTold(String key) {
        return bob.process().events().stream()
                .anyMatch(event ->
                        event.is("participant-joined") && event.text("participant").equals(key));
    }

    /// A member who has no links leaves, and Bob is told so.
    void leaves(HostileMember member) {
        server.tell(BOB, member.leaves());
        awaitGone(member.key());
    }

    /// Waits until Bob was told that these are gone, with all that he was to be told of them: what
    /// was counted is told in the same step of his session, and statistics come in a later one.
    void awaitGone(String... keys) {
        for (String key : keys) {
            await(
                    0,
                    "gone: " + key,
                    event -> event.is("participant-left") && event.text("participant").equals(key));
        }
        await(bob.process().mark(), "statistics", event -> event.is("message-stats"));
    }

    /// What the server says of Ann.
    JsonObject annAtServer() {
        return server.awaitMember(ann().name());
    }

    JsonObject bobAtServer() {
        return server.awaitMember(BOB);
    }

    void tellBob(String... texts) {
        server.tell(BOB, texts);
    }

    /// The last offer of Ann to Bob.
    Relayed offerOfAnn() {
        return server.awaitRelayed("offer", ann().name(), BOB);
    }

    /// All that somebody said to Bob.
    List<Relayed> saidToBob(String name) {
        return server.relayed().stream()
                .filter(each -> each.from().equals(name) && each.to().equals(BOB))
                .toList();
    }

    TonewireEvent awaitError(Mark from, String reason) {
        return await(
                from.events(),
                "an error " + reason,
                event -> event.is("error") && event.text("reason").equals(reason));
    }

    TonewireEvent await(int from, String what, Predicate<TonewireEvent> predicate) {
        return bob.process().awaitEvent(from, what, predicate, Participant.SOON);
    }

    List<TonewireEvent> since(Mark from) {
        return bob.process().eventsSince(from.events());
    }

    /// What Bob was told of false messages in the name of the present Ann.
    List<TonewireEvent> errorsAboutAnn(Mark from) {
        return since(from).stream()
                .filter(event -> event.is("error") && event.text("message").contains(ann().name()))
                .toList();
    }

    /// Bob hears Ann all the time, and nobody loses a track or leaves.
    void assertGoesOn(Mark from) {
        awaitSeconds(GO_ON_SECONDS);
        assertThat(since(from))
                .noneMatch(event -> event.is("track-removed") || event.is("participant-left"));
    }

    /// The same for Ann alone: others come and go.
    void assertAnnGoesOn(Mark from) {
        awaitSeconds(GO_ON_SECONDS);
        assertThat(since(from))
                .noneMatch(event ->
                        (event.is("track-removed") || event.is("participant-left"))
                                && isOfAnn(event));
    }

    /// Waits until Bob was told of sound from Ann this many times, which is once a second.
    private void awaitSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            await(bob.process().mark(), "sound of " + ann(), this::isSoundOfAnn);
        }
    }

    private boolean isSoundOfAnn(TonewireEvent event) {
        return event.is("stats")
                && isOfAnn(event)
                && event.text("direction").equals("received")
                && event.number("bitrateBps") > 0;
    }

    private boolean isOfAnn(TonewireEvent event) {
        return event.text("participant").equals(ann().key());
    }

    /// Bob's program answers a command.
    void assertAnswers() {
        int before = bob.process().mark();
        bob.say("help");
        await(before, "help", event -> event.is("help"));
    }

    void assertMemoryIsBounded(Mark from) {
        assertThat(Memory.residentBytes(bob) - from.residentBytes()).isLessThan(SPARE_BYTES);
    }

    @Override
    public void close() {
        try {
            annLeaves();
        } finally {
            try {
                bob.close();
            } finally {
                server.close();
            }
        }
    }
}
