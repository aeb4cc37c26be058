package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// STUN and TURN servers that the signaling server names, in a whole session.
final class NamedServersTest {
    @Test
    void linksThatAreMadeLaterUseThem() {
        VirtualSession room = VirtualSession.with();
        names(room, "1000:ann");
        room.enters("bob");
        room.pass(Duration.ofSeconds(1));

        assertThat(users(room.sendLink())).containsExactly("1000:ann");
        assertThat(users(room.offers("bob", "mic"))).containsExactly("1000:ann");
    }

    @Test
    void aRestartUsesTheNewestLoginAndOtherOffersLeaveTheLinkAlone() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        names(room, "1000:ann");
        room.add("tone", new SourceOrigin.Tone(440));
        room.pass(Duration.ofSeconds(3));
        assertThat(room.sendLink().offers()).doesNotContain(OfferKind.RESTART).hasSize(2);
        assertThat(users(room.sendLink())).isEmpty();
        room.answers("bob");

        names(room, "2000:ann");
        room.sendLink().becomes(LinkState.FAILED);
        room.pass(Duration.ofSeconds(1));

        assertThat(room.sendLink().offers()).endsWith(OfferKind.RESTART);
        assertThat(users(room.sendLink())).containsExactly("2000:ann");
    }

    @Test
    void whoReceivesUsesTheNewestLoginForTheNextOffer() {
        VirtualSession room = VirtualSession.with("bob");
        FakeLinkEnd link = room.offers("bob", "mic");
        names(room, "2000:ann");
        assertThat(users(link)).isEmpty();

        room.says("bob", again(link));
        room.pass(Duration.ofSeconds(1));

        assertThat(users(link)).containsExactly("2000:ann");
    }

    @Test
    void oneThatCannotBeUsedIsSaidOnce() {
        VirtualSession room = VirtualSession.with("bob");
        says(room, new NamedIceServer(List.of("http://example.org"), Optional.empty()));
        says(room, new NamedIceServer(List.of("http://example.com"), Optional.empty()));

        assertThat(room.problems())
                .containsExactly(new Problem(Reason.NAMED_SERVER_UNUSABLE, "http://example.org"));
    }

    /// The offer of a link once more, with another path.
    private static PeerMessage.Offer again(FakeLinkEnd link) {
        FakeDescription first = link.remote().orElseThrow();
        return new PeerMessage.Offer(
                new FakeDescription(
                                first.end(),
                                first.number() + 1,
                                first.path() + 1,
                                Optional.empty(),
                                first.tracks())
                        .sdp());
    }

    private static void names(VirtualSession room, String username) {
        says(
                room,
                new NamedIceServer(
                        List.of("turn:relay.example"),
                        Optional.of(new NamedIceServer.Login(username, "secret"))));
    }

    private static void says(VirtualSession room, NamedIceServer named) {
        room.says(new SignalingEvent.Received(new ServerMessage.IceServers(List.of(named))));
        room.loop.settle();
    }

    /// The user names that the end was given last.
    private static List<String> users(FakeLinkEnd end) {
        return end.used().getLast().servers().stream()
                .map(IceServer::login)
                .flatMap(Optional::stream)
                .map(IceServer.Login::username)
                .toList();
    }
}
