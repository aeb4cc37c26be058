package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;

/// How many remote candidates a native link is given.
final class CandidateLimitTest {
    private final LossyWire wire = LossyWire.connected();
    private long number = 1_000;

    @Test
    void aLinkTakes64CandidatesOfOneDescription() {
        send("one", 0, 100);

        assertThat(wire.receiver().candidates()).hasSize(64);
    }

    @Test
    void aLinkTakes256CandidatesInAllHoweverManyDescriptionsItGets() {
        for (int i = 0; i < 10; i++) {
            offer(wire.sender().number(), "");
            send("ufrag" + i, 0, 60);
        }

        assertThat(wire.receiver().offers()).hasSize(11);
        assertThat(wire.receiver().candidates()).hasSize(256);
    }

    @Test
    void aRestartedLinkTakesCandidatesOfItsNewPath() {
        send("one", 0, 100);
        offer(wire.sender().number(), "");
        send("two", 0, 3);

        assertThat(wire.receiver().candidates()).hasSize(67);
    }

    @Test
    void anotherNativeLinkTakesCandidatesAgain() {
        for (int i = 0; i < 10; i++) {
            send("ufrag" + i, 0, 60);
        }
        offer(0xABCDE, "");
        send("ufrag1", 0, 60);

        assertThat(wire.links.receiveLinks()).hasSize(2);
        assertThat(wire.receiver().candidates()).hasSize(60);
    }

    @Test
    void candidatesInsideADescriptionCount() {
        offer(wire.sender().number(), section("one", 50));
        send("one", 50, 100);

        assertThat(wire.receiver().candidates()).hasSize(64);
    }

    @Test
    void descriptionsAreGivenToNativeCodeWithoutTheirCandidates() {
        offer(wire.sender().number(), section("one", 50));

        assertThat(wire.receiver().offers()).hasSize(2);
        assertThat(wire.receiver().offers().getLast())
                .contains("m=audio", "a=mid:0")
                .doesNotContain("candidate");
    }

    @Test
    void aCandidateThatComesInADescriptionAndByItselfIsTakenOnce() {
        send("one", 0, 10);
        offer(wire.sender().number(), section("one", 10));
        send("one", 0, 10);

        assertThat(wire.receiver().candidates()).hasSize(10);
    }

    @Test
    void candidatesWithoutAUfragCountForTheDescriptionTheyFollow() {
        offer(wire.sender().number(), section("one", 60));
        for (int i = 100; i < 110; i++) {
            receive(new PeerMessage.Candidate(LinkEnd.OWNER, bare(i), "0", 0));
        }

        assertThat(wire.receiver().candidates()).hasSize(64);
    }

    /// Native code reads extensions in pairs, and the last username fragment of several.
    @ParameterizedTest
    @ValueSource(strings = {"ufrag other%d ufrag one", "x ufrag other%d y"})
    void candidatesCountForTheUfragThatNativeCodeReads(String extensions) {
        for (int i = 0; i < 100; i++) {
            String text =
                    "candidate:1 1 udp 1 192.0.2.1 " + i + " typ host " + extensions.formatted(i);
            receive(new PeerMessage.Candidate(LinkEnd.OWNER, text, "0", 0));
        }

        assertThat(wire.receiver().candidates()).hasSize(64);
    }

    @Test
    void theSendingEndTakesNoMoreEither() {
        for (int i = 0; i < 10; i++) {
            answerOf("ufrag" + i, 100);
        }

        assertThat(wire.sender().candidates()).hasSize(256);
    }

    @Test
    void aLinkThatTookManyCandidatesIsBuiltAgainInsteadOfRestarted() {
        for (int i = 0; i < 4; i++) {
            answerOf("ufrag" + i, 60);
        }
        wire.becomes(LinkState.FAILED);
        wire.pass(2);

        assertThat(wire.links.sendLinks()).hasSize(2);
        assertThat(wire.links.sendLinks().getFirst().offers()).doesNotContain(OfferKind.RESTART);
        assertThat(wire.links.sendLinks().getFirst().isClosed()).isTrue();
    }

    @Test
    void aLinkThatTookManyCandidatesAndWorksGoesOn() {
        for (int i = 0; i < 4; i++) {
            answerOf("ufrag" + i, 60);
        }
        wire.sendLink.tracksChanged();
        wire.pass(60);

        assertThat(wire.links.sendLinks()).hasSize(1);
        assertThat(wire.sendLink.isSettled()).isTrue();
    }

    /// Candidates of the owner, each with the ufrag where libwebrtc writes it.
    private void send(String ufrag, int from, int count) {
        for (int i = from; i < from + count; i++) {
            receive(new PeerMessage.Candidate(LinkEnd.OWNER, named(ufrag, i), "0", 0));
        }
    }

    private void receive(PeerMessage.Candidate candidate) {
        wire.receiveLink.candidate(candidate, number++);
        wire.loop.settle();
    }

    private void answerOf(String ufrag, int count) {
        for (int i = 0; i < count; i++) {
            wire.sendLink.candidate(
                    new PeerMessage.Candidate(LinkEnd.RECEIVER, named(ufrag, i), "0", 0), number++);
        }
        wire.loop.settle();
    }

    private void offer(int end, String section) {
        FakeDescription made =
                new FakeDescription(end, (int) number, 0, Optional.empty(), List.of());
        wire.receiveLink.offered(new PeerMessage.Offer(made.sdp() + section), number++);
        wire.pass(1);
    }

    private static String section(String ufrag, int count) {
        StringBuilder made = new StringBuilder("\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n");
        for (int i = 0; i < count; i++) {
            made.append("a=").append(bare(i)).append("\r\n");
        }
        return made.append("a=ice-ufrag:").append(ufrag).append("\r\na=mid:0\r\n").toString();
    }

    private static String bare(int i) {
        return "candidate:1 1 udp 1 192.0.2.1 " + i + " typ host network-id 1";
    }

    private static String named(String ufrag, int i) {
        return "candidate:1 1 udp 1 192.0.2.1 " + i + " typ host ufrag " + ufrag + " network-id 1";
    }
}
