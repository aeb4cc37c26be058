package org.tonewire.app.rtc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.hostile.HostileText;
import org.tonewire.app.rtc.hub.WebRtcOfferLinks;
import org.tonewire.app.rtc.rig.Until;
import org.tonewire.signaling.extend.OfferLink;

/// Hostile calls to the links' ports, each made from given random numbers.
final class HostileCases implements AutoCloseable {
    private static final TrackId MUSIC = new TrackId("music");
    private static final SendTrack AS_MUSIC = new SendTrack(MUSIC, Profile.MUSIC);
    private static final String CANDIDATE =
            "candidate:842163049 1 udp 1677729535 192.0.2.7 60769 typ srflx raddr 10.0.0.1 rport 9"
                    + " generation 0 ufrag EsAw network-cost 999";
    private static final List<String> SERVERS =
            List.of(
                    "stun:127.0.0.1:9",
                    "turn:[::1]:3478?transport=tcp",
                    "turns:turn.invalid:5349",
                    "http://example.org");

    private final LinkRig rig = new LinkRig();
    private final WebRtcOfferLinks hub = new WebRtcOfferLinks();
    private final Pair lasting;
    private final List<String> offers = new ArrayList<>();
    private final String answer;

    HostileCases() {
        rig.tone(MUSIC, 1_000, 3_000);
        lasting = rig.pair();
        lasting.offer(OfferKind.TRACKS, AS_MUSIC);
        lasting.awaitConnected();
        offers.add(lasting.sent().descriptions.getFirst());
        offers.add(FOREIGN_OFFER);
        answer = lasting.received().descriptions.getFirst();
    }

    /// Makes one call, or a few that belong together; returns when native code has answered.
    void run(RandomGenerator random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> offer(random);
            case 3, 4 -> answer(random);
            case 5 -> reoffer(random);
            case 6 -> candidates(random);
            case 7 -> servers(random);
            case 8 -> hub(random);
            default -> track(random);
        }
    }

    /// Asserts that a valid exchange still works.
    void proveAlive() {
        rig.call(() -> lasting.sender().link().sendControl("x"));
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        pair.awaitConnected();
        pair.awaitProbe(MUSIC);
        Until.holds(() -> pair.send("alive"), pair::toString);
        Until.holds(() -> pair.received().texts.contains("alive"), pair::toString);
        pair.close();
    }

    private void offer(RandomGenerator random) {
        Pair pair = rig.apart(rig, IceSettings.NONE);
        pair.received().descriptionRoute = sdp -> {};
        pair.deliverOffer(HostileText.description(HostileText.pick(offers, random), random));
        awaitVerdict(pair.received(), pair);
        if (random.nextBoolean()) {
            pair.deliverToReceiver(candidate(random));
            rig.run(() -> pair.listener().link().collectStats(_ -> {}));
        }
        pair.close();
    }

    /// Gives several offers to the same link.
    private void reoffer(RandomGenerator random) {
        Pair pair = rig.apart(rig, IceSettings.NONE);
        pair.received().descriptionRoute = sdp -> {};
        String offer = HostileText.pick(offers, random);
        for (int i = 0; i < 3; i++) {
            int before = pair.received().descriptions.size() + pair.received().failures.size();
            pair.deliverOffer(i == 0 ? offer : HostileText.description(offer, random));
            Until.holds(
                    () ->
                            pair.received().descriptions.size() + pair.received().failures.size()
                                    > before,
                    pair::toString);
        }
        pair.close();
    }

    private void answer(RandomGenerator random) {
        Pair pair = rig.apart(rig, IceSettings.NONE);
        pair.startOffer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> !pair.sent().descriptions.isEmpty(), pair::toString);
        String spoiled = HostileText.description(answer, random);
        rig.run(() -> pair.sender().link().acceptAnswer(spoiled));
        pair.startOffer(OfferKind.RESTART, AS_MUSIC);
        Until.holds(
                () -> pair.sent().descriptions.size() > 1 || !pair.sent().failures.isEmpty(),
                pair::toString);
        pair.close();
    }

    private void candidates(RandomGenerator random) {
        for (int i = 0; i < 10; i++) {
            lasting.deliverToReceiver(candidate(random));
            IceCandidate other = candidate(random);
            rig.run(() -> lasting.sender().link().addCandidate(other));
        }
    }

    private void servers(RandomGenerator random) {
        List<IceServer> servers = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 500 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            servers.add(
                    new IceServer(spoil(HostileText.pick(SERVERS, random), random), login(random)));
        }
        IceSettings settings =
                new IceSettings(servers, random.nextBoolean(), port(random), port(random));
        rig.apart(rig, settings).close();
    }

    private void hub(RandomGenerator random) {
        OfferLink link = hub.begin(new Ignoring());
        var answered =
                link.answer(HostileText.description(HostileText.pick(offers, random), random));
        IceCandidate candidate = candidate(random);
        link.addCandidate(candidate.candidate(), candidate.sdpMid(), candidate.sdpMLineIndex());
        try {
            var _ = answered.toCompletableFuture().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            link.send("x");
        } catch (Exception _) {
            // Refused, as it should be.
        }
        link.close();
    }

    private void track(RandomGenerator random) {
        TrackId id =
                new TrackId(random.nextBoolean() ? HostileText.any(random) : spoil("m", random));
        Pair pair = rig.apart(rig, IceSettings.NONE);
        TrackFeed feed = rig.call(() -> rig.links.openFeed(id));
        pair.startOffer(OfferKind.TRACKS, new SendTrack(id, Profile.MUSIC));
        awaitVerdict(pair.sent(), pair);
        rig.run(() -> pair.sender().link().sendControl(HostileText.any(random)));
        pair.close();
        rig.run(feed::close);
    }

    private static void awaitVerdict(LinkEvents events, Pair pair) {
        Until.holds(
                () -> !events.failures.isEmpty() || !events.descriptions.isEmpty(), pair::toString);
    }

    private static IceCandidate candidate(RandomGenerator random) {
        String text = random.nextInt(5) == 0 ? HostileText.any(random) : spoil(CANDIDATE, random);
        String mid = random.nextBoolean() ? "0" : HostileText.any(random);
        int line = random.nextBoolean() ? random.nextInt(4) : random.nextInt();
        return new IceCandidate(text, mid, line);
    }

    private static Optional<IceServer.Login> login(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new IceServer.Login(spoil("ada", random), spoil("lovelace", random)));
    }

    private static int port(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt();
            default -> random.nextInt(70_000);
        };
    }

    private static String spoil(String good, RandomGenerator random) {
        String text = good;
        for (int i = random.nextInt(4); i > 0; i--) {
            text = HostileText.line(text, random);
        }
        return text;
    }

    @Override
    public void close() {
        rig.close();
        hub.close();
    }

    private static final class Ignoring implements OfferLink.Listener {
        @Override
        public void received(String text) {}

        @Override
        public void disconnected() {}
    }

    /// An offer like a web page's: audio, video with retransmission, several ids, a data channel.
    private static final String FOREIGN_OFFER =
            """
            v=0
            o=- 4611731400430051336 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1 2
            a=extmap-allow-mixed
            a=msid-semantic: WMS stream
            m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8
            c=IN IP4 0.0.0.0
            a=rtcp:9 IN IP4 0.0.0.0
            a=ice-ufrag:EsAw
            a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1
            a=ice-options:trickle
            a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08
            a=setup:actpass
            a=mid:0
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            a=sendrecv
            a=msid:stream audio
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=rtcp-fb:111 transport-cc
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtpmap:63 red/48000/2
            a=fmtp:63 111/111
            a=rtpmap:9 G722/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=ssrc:3570614608 cname:4TOk42mSjXCkVIa6
            a=ssrc:3570614608 msid:stream audio
            m=video 9 UDP/TLS/RTP/SAVPF 96 97
            c=IN IP4 0.0.0.0
            a=rtcp:9 IN IP4 0.0.0.0
            a=ice-ufrag:EsAw
            a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1
            a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08
            a=setup:actpass
            a=mid:1
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
            a=sendrecv
            a=msid:stream picture
            a=rtcp-mux
            a=rtcp-rsize
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 goog-remb
            a=rtcp-fb:96 nack pli
            a=rtpmap:97 rtx/90000
            a=fmtp:97 apt=96
            a=ssrc-group:FID 2231627014 632943048
            a=ssrc:2231627014 cname:4TOk42mSjXCkVIa6
            a=ssrc:632943048 cname:4TOk42mSjXCkVIa6
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=ice-ufrag:EsAw
            a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1
            a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08
            a=setup:actpass
            a=mid:2
            a=sctp-port:5000
            a=max-message-size:262144
            """
                    .replace("\n", "\r\n");
}
