package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;

/// Whatever a server and members with the invite say, in whatever order, a session goes on, keeps a
/// bounded amount, and leaves nothing open at its end. The input is a list of steps, a NUL after
/// each: what happens, who does it, and a text.
final class SessionFuzzTest {
    private static final String[] OTHERS = {"bob", "eve", "cem"};
    private static final int MAX_STEPS = 60;
    private static final int MAX_TRACKS = 64;

    @MethodSource("histories")
    @FuzzTest
    void everyHistoryIsSurvived(byte[] utf8) {
        VirtualSession room = VirtualSession.with("bob");
        String[] steps = new String(utf8, StandardCharsets.UTF_8).split("\0", MAX_STEPS + 1);
        for (int i = 0; i < Math.min(steps.length, MAX_STEPS); i++) {
            if (steps[i].length() >= 2) {
                String who = OTHERS[steps[i].charAt(1) % OTHERS.length];
                play(room, steps[i].charAt(0), who, steps[i].substring(2));
                mustBeBounded(room);
            }
        }
        room.session.leave();
        assertThat(room.links().open()).isEmpty();
    }

    private static void play(VirtualSession room, char step, String who, String text) {
        switch (step) {
            case 'j' -> serverSays(room, text);
            case 'e' -> room.enters(who);
            case 'l' -> room.leaves(who);
            case 'g' -> room.isSaidToLeave(who);
            case 'o' -> room.says(who, new PeerMessage.Offer(text));
            case 't' -> room.says(who, room.offer(text.split(" ", MAX_TRACKS)));
            case 'a' -> answer(room, who, text);
            case 'c' -> room.says(who, candidate(text));
            case 'r' -> room.says(who, new PeerMessage.Restart());
            case 'f' -> room.says(who, new PeerMessage.Restart(), forged(room));
            case 'n' -> room.says(who, new PeerMessage.Refuse(SdpDigest.of(text), text));
            case 'h' -> control(room, text);
            case 's' -> state(room, text);
            case 'w' -> room.pass(Duration.ofMillis(text.length() * 500L));
            case 'x' -> room.losesTheServer();
            case 'b' -> room.joins(VirtualSession.SELF, text.isEmpty(), who);
            default -> {}
        }
    }

    private static void serverSays(VirtualSession room, String text) {
        if (ServerMessageCodec.decode(text)
                instanceof Decoded.Message<ServerMessage>(ServerMessage message)) {
            room.says(new SignalingEvent.Received(message));
        }
    }

    /// To the newest offer, if there is one, or with another text.
    private static void answer(VirtualSession room, String who, String text) {
        boolean offered =
                !room.channel
                        .sentTo(VirtualSession.address(who), PeerMessage.Offer.class)
                        .isEmpty();
        if (offered) {
            room.says(
                    who,
                    text.isEmpty()
                            ? room.answer(who)
                            : new PeerMessage.Answer(text, Optional.of(room.newestDigest(who))));
        }
    }

    private static PeerMessage candidate(String text) {
        LinkEnd sender = text.length() % 2 == 0 ? LinkEnd.OWNER : LinkEnd.RECEIVER;
        return new PeerMessage.Candidate(sender, text, "0", 0);
    }

    private static Optional<Seal> forged(VirtualSession room) {
        return Optional.of(room.seal("mallory", new PeerMessage.Restart()));
    }

    private static void control(VirtualSession room, String text) {
        room.links().receiveLinks().stream()
                .reduce((_, newest) -> newest)
                .ifPresent(link -> link.hears(text));
        room.loop.settle();
    }

    private static void state(VirtualSession room, String text) {
        LinkState[] states = LinkState.values();
        LinkState next = states[text.length() % states.length];
        List<FakeLinkEnd> open = room.links().open().toList();
        open.forEach(end -> end.becomes(next));
        room.loop.settle();
    }

    private static void mustBeBounded(VirtualSession room) {
        List<RemoteParticipant> shown = room.session.snapshot().participants();
        assertThat(shown).hasSizeLessThanOrEqualTo(RemoteParticipant.MOST);
        assertThat(shown).allMatch(other -> other.tracks().size() <= MAX_TRACKS);
        assertThat(room.links().open().count()).isLessThanOrEqualTo(2L * shown.size());
    }

    static Stream<byte[]> histories() {
        String state = "{\"type\":\"state\",\"name\":\"Bob\",\"tracks\":[{\"id\":\"mic\"}]}";
        String left = "{\"type\":\"participant-left\",\"id\":\"bob\",\"reason\":\"lost\"}";
        return Stream.of(
                        "t0mic song\0s0\0h0" + state + "\0a0\0s01\0w0........\0l0",
                        "e1\0t1mic\0h1{\"type\":\"chat\",\"text\":\"hi\"}\0j0"
                                + left
                                + "\0w0........\0b0",
                        "x0\0w0..\0b0.\0f0\0r0\0n0v=0\0c0candidate:1\0o0v=0\0s0...")
                .map(history -> history.getBytes(StandardCharsets.UTF_8));
    }
}
