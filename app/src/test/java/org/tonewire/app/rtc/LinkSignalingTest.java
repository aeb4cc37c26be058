package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.ToneProbe;
import org.tonewire.app.rtc.rig.Until;

/// Descriptions, candidates and texts, in any order, valid or hostile.
final class LinkSignalingTest {
    private static final TrackId MUSIC = new TrackId("music");
    private static final SendTrack AS_MUSIC = new SendTrack(MUSIC, Profile.MUSIC);

    private final LinkRig rig = new LinkRig();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.links.health().callbackFailures()).isZero();
    }

    @Test
    void aLinkWithoutTracksCarriesTexts() {
        Pair pair = rig.pair();
        assertThat(pair.send("too early")).isFalse();
        pair.offer(OfferKind.TRACKS);
        Until.holds(() -> pair.sent().controlOpen, pair::toString);
        assertThat(pair.send("grüße")).isTrue();
        assertThat(pair.send("x".repeat(65_000))).isTrue();
        assertThat(pair.send("x".repeat(65_537))).isFalse();
        assertThat(pair.send("")).isTrue();
        assertThat(pair.send("last")).isTrue();
        Until.holds(() -> pair.received().texts.contains("last"), pair::toString);
        assertThat(pair.received().texts).containsExactly("grüße", "x".repeat(65_000), "", "last");
    }

    @Test
    void candidatesMayArriveBeforeTheirDescription() {
        Pair pair = rig.apart(rig, IceSettings.NONE);
        List<IceCandidate> candidates = new CopyOnWriteArrayList<>();
        pair.sent().candidateRoute = candidates::add;
        pair.startOffer(OfferKind.TRACKS);
        Until.holds(() -> !candidates.isEmpty(), pair::toString);
        candidates.forEach(pair::deliverToReceiver);
        pair.received().candidateRoute = candidate -> {};
        pair.deliverOffer(pair.sent().descriptions.getFirst());
        pair.awaitConnected();
    }

    @Test
    void aDescriptionIsReportedBeforeItsCandidates() {
        Pair pair = rig.apart(rig, IceSettings.NONE);
        List<Integer> described = new CopyOnWriteArrayList<>();
        pair.sent().candidateRoute = candidate -> described.add(pair.sent().descriptions.size());
        pair.startOffer(OfferKind.TRACKS);
        Until.holds(() -> !described.isEmpty(), pair::toString);
        assertThat(described).doesNotContain(0);
    }

    @Test
    void aRestartFindsNewPathsOnTheSameLink() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        pair.awaitConnected();
        ToneProbe probe = pair.awaitProbe(MUSIC);
        pair.offer(OfferKind.RESTART, AS_MUSIC);
        assertThat(fragment(pair.sent().descriptions.getLast()))
                .isNotEqualTo(fragment(pair.sent().descriptions.getFirst()));
        long frames = probe.frames();
        Until.holds(() -> probe.frames() > frames + 100, pair::toString);
        assertThat(pair.received().removed).isEmpty();
        assertThat(pair.received().states).doesNotContain(LinkState.FAILED);
    }

    static List<String> hostileDescriptions() {
        String audio = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";
        String head = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
        return List.of(
                "",
                "v=0",
                "garbage",
                head,
                head + audio,
                head + audio + "a=mid:0\r\na=rtpmap:111 opus/48000/2\r\n",
                head + "m=audio 9 UDP/TLS/RTP/SAVPF\r\n",
                head + "m=audio 99999999999 UDP/TLS/RTP/SAVPF 111\r\n",
                head + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n",
                head + (audio + "a=mid:0\r\n").repeat(60),
                head + audio.repeat(70),
                head + "a=group:BUNDLE 0 0 0 9\r\n" + audio,
                head + "a=fingerprint:sha-256 00\r\na=setup:holdconn\r\n" + audio,
                "v=0\r\n" + "a=x\r\n".repeat(200_000),
                "v=0" + "\0".repeat(10),
                "v=0\n" + "\uD83C\uDFB5".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("hostileDescriptions")
    void aHostileOfferFailsAndTheLinkStillWorks(String offer) {
        Pair pair = rig.pair();
        pair.deliverOffer(offer);
        Until.holds(
                () ->
                        !pair.received().failures.isEmpty()
                                || !pair.received().descriptions.isEmpty(),
                pair::toString);
        pair.offer(OfferKind.TRACKS);
        pair.awaitConnected();
    }

    @ParameterizedTest
    @MethodSource("hostileDescriptions")
    void aHostileAnswerFailsAndTheLinkStillWorks(String answer) {
        Pair pair = rig.pair();
        pair.received().descriptionRoute = sdp -> {};
        rig.tone(MUSIC, 1_000, 3_000);
        pair.startOffer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> !pair.received().descriptions.isEmpty(), pair::toString);
        rig.run(() -> pair.sender().link().acceptAnswer(answer));
        Until.holds(() -> !pair.sent().failures.isEmpty(), pair::toString);
        assertThat(pair.sent().failures.getFirst()).isEqualTo(ExchangeStage.TAKE_ANSWER);
        String real = pair.received().descriptions.getFirst();
        rig.run(() -> pair.sender().link().acceptAnswer(real));
        pair.awaitConnected();
    }

    @Test
    void aTruncatedOfferFailsOrIsAnswered() {
        Pair source = rig.apart(rig, IceSettings.NONE);
        rig.tone(MUSIC, 1_000, 3_000);
        source.startOffer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> !source.sent().descriptions.isEmpty(), source::toString);
        String offer = source.sent().descriptions.getFirst();
        for (int length = 0; length < offer.length(); length += 97) {
            Pair pair = rig.apart(rig, IceSettings.NONE);
            pair.received().descriptionRoute = sdp -> {};
            pair.deliverOffer(offer.substring(0, length));
            Until.holds(
                    () ->
                            !pair.received().failures.isEmpty()
                                    || !pair.received().descriptions.isEmpty(),
                    pair::toString);
            pair.close();
        }
    }

    @Test
    void hostileCandidatesAreIgnored() {
        Pair pair = rig.pair();
        for (String text : List.of("", "candidate", "candidate:x", "\0", "x".repeat(100_000))) {
            pair.deliverToReceiver(new IceCandidate(text, "0", 0));
        }
        pair.offer(OfferKind.TRACKS);
        for (String text : List.of("", "candidate", "candidate:x", "\0", "x".repeat(100_000))) {
            pair.deliverToReceiver(new IceCandidate(text, "7", -1));
        }
        pair.awaitConnected();
    }

    @Test
    void anAnswerWithoutAnOfferFails() {
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS);
        rig.run(() -> pair.sender().link().acceptAnswer(pair.received().descriptions.getFirst()));
        Until.holds(() -> !pair.sent().failures.isEmpty(), pair::toString);
        pair.awaitConnected();
    }

    @Test
    void aTrackWithoutAFeedIsAProblemAndTheRestIsOffered() {
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> !pair.sent().problems.isEmpty(), pair::toString);
        assertThat(pair.sent().problems)
                .containsExactly(new Problem(Reason.INTERNAL, MUSIC.value()));
        pair.awaitConnected();
    }

    /// The session reports them before. They must not break a link, which would be rebuilt without
    /// end.
    @Test
    void unusableServersAreLeftOutAndTheLinkWorks() {
        IceServer wrong = new IceServer("http://example.org", Optional.empty());
        IceServer noLogin = new IceServer("turn:127.0.0.1:3478", Optional.empty());
        IceServer noPort = new IceServer("stun:127.0.0.1:99999", Optional.empty());
        IceSettings settings =
                new IceSettings(List.of(wrong, noLogin, noPort), false, 70_000, 80_000);
        Pair pair = rig.pair(rig, settings);
        pair.offer(OfferKind.TRACKS);
        pair.awaitConnected();
        assertThat(pair.sent().problems).isEmpty();
        assertThat(pair.sent().failures).isEmpty();
        assertThat(pair.received().failures).isEmpty();
    }

    @Test
    void candidatesUseThePortRangeOnly() {
        Pair pair = rig.pair(rig, new IceSettings(List.of(), false, 42_000, 42_050));
        List<String> ports = new CopyOnWriteArrayList<>();
        pair.sent().candidateRoute =
                candidate -> {
                    if (candidate.candidate().contains(" udp ")) {
                        ports.add(candidate.candidate().split(" ", -1)[5]);
                    }
                    pair.deliverToReceiver(candidate);
                };
        pair.offer(OfferKind.TRACKS);
        pair.awaitConnected();
        assertThat(ports)
                .isNotEmpty()
                .allSatisfy(port -> assertThat(Integer.parseInt(port)).isBetween(42_000, 42_050));
    }

    /// That only relays are used is the visible part of other settings.
    @Test
    void aRestartUsesTheServersThatAreGivenMeanwhile() {
        IceSettings ports = new IceSettings(List.of(), false, 42_100, 42_150);
        Pair pair = rig.pair(rig, ports);
        pair.offer(OfferKind.TRACKS);
        pair.awaitConnected();
        List<IceCandidate> candidates = new CopyOnWriteArrayList<>();
        pair.sent().candidateRoute = candidates::add;
        IceServer relay =
                new IceServer(
                        "turn:127.0.0.1:9",
                        Optional.of(new IceServer.Login("1796054400:ann", "secret")));
        pair.sender()
                .rig()
                .run(() ->
                        pair.sender()
                                .link()
                                .use(
                                        IceSettings.NONE
                                                .withServers(List.of(relay))
                                                .withRelayOnly(true)));
        pair.listener()
                .rig()
                .run(() ->
                        pair.listener().link().use(IceSettings.NONE.withServers(List.of(relay))));
        pair.offer(OfferKind.RESTART);

        assertThat(candidates).isEmpty();
        assertThat(pair.sent().descriptions.getLast()).doesNotContain("a=candidate");
        assertThat(pair.sent().failures).isEmpty();
        assertThat(pair.received().failures).isEmpty();
    }

    @Test
    void relayOnlyReportsNoAddressOfThisComputer() {
        Pair pair = rig.apart(rig, new IceSettings(List.of(), true, 0, 0));
        List<IceCandidate> candidates = new CopyOnWriteArrayList<>();
        pair.sent().candidateRoute = candidates::add;
        pair.startOffer(OfferKind.TRACKS);
        Until.holds(() -> !pair.sent().descriptions.isEmpty(), pair::toString);
        pair.startOffer(OfferKind.TRACKS);
        Until.holds(() -> pair.sent().descriptions.size() > 1, pair::toString);
        assertThat(candidates).isEmpty();
        assertThat(pair.sent().descriptions.getLast()).doesNotContain("a=candidate");
    }

    private static String fragment(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("a=ice-ufrag")).findFirst().orElse("");
    }
}
