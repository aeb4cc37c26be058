package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.room.Participant;

/// Ann plays a tone to Bob. Eve is in the room too, and wants to silence her, to speak for her or
/// to wear Bob's computer out.
@Timeout(300)
class HostileMemberTest {
    private static final int GO_ON_SECONDS = 6;
    private static final long SPARE_BYTES = 200L << 20;

    @TempDir Path folder;

    private MeddlingPair pair;
    private final HostileMember eve = new HostileMember(MeddlingServer.SECRET);

    @BeforeEach
    void open() throws IOException, IdentityException {
        pair = new MeddlingPair(folder);
        pair.awaitFlowing();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void sheCannotSpeakForAnother() {
        JsonObject ann = pair.server().awaitMember("Ann");
        JsonObject bob = pair.server().awaitMember("Bob");
        String sdp = descriptionOfAnn();
        int before = pair.bob().process().mark();

        pair.server()
                .tell(
                        "Bob",
                        eve.enters(),
                        eve.saysAs(ann, bob, new PeerMessage.Offer(sdp)),
                        eve.saysAs(ann, bob, new PeerMessage.Restart()));

        pair.bob().awaitError("description-changed");
        assertGoesOn(before);
    }

    @Test
    void sheCannotFillBobsMemoryWithCandidates() {
        JsonObject bob = pair.server().awaitMember("Bob");
        int before = pair.bob().process().mark();
        long memory = Memory.residentBytes(pair.bob());

        pair.server()
                .tell(
                        "Bob",
                        eve.enters(),
                        eve.says(bob, new PeerMessage.Offer(descriptionOfAnn())));
        for (int round = 0; round < 5; round++) {
            int first = round * 1_000;
            pair.server()
                    .tell(
                            "Bob",
                            IntStream.range(first, first + 1_000)
                                    .mapToObj(i -> eve.says(bob, candidate(i)))
                                    .toArray(String[]::new));
        }

        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(Memory.residentBytes(pair.bob()) - memory).isLessThan(SPARE_BYTES);
    }

    /// Each would be a track of its own.
    @Test
    void fiftySectionsOfHersDoNotReplaceAnn() {
        JsonObject bob = pair.server().awaitMember("Bob");
        String sdp = descriptionOfAnn();
        int section = sdp.indexOf("m=audio");
        String many = sdp.substring(0, section) + sdp.substring(section).repeat(50);
        int before = pair.bob().process().mark();

        pair.server().tell("Bob", eve.enters(), eve.says(bob, new PeerMessage.Offer(many)));

        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(
                        pair.bob().process().events().stream()
                                .filter(event -> event.is("track-added"))
                                .toList())
                .hasSizeLessThanOrEqualTo(17);
    }

    private String descriptionOfAnn() {
        return pair.server().awaitRelayed("offer", "Ann", "Bob").message().get("sdp").getAsString();
    }

    private static PeerMessage candidate(int i) {
        return new PeerMessage.Candidate(
                LinkEnd.OWNER,
                "candidate:%d 1 udp 1 192.0.2.1 %d typ host".formatted(i, 1_024 + i),
                "0",
                0);
    }

    private void assertGoesOn(int from) {
        pair.awaitSeconds(GO_ON_SECONDS);
        String ann = pair.server().awaitMember("Ann").getAsJsonObject("identity").toString();
        assertThat(pair.bob().process().events().subList(from, pair.bob().process().mark()))
                .noneMatch(event ->
                        List.of("track-removed", "participant-left").contains(event.name())
                                && ann.contains(event.text("participant")));
    }

    private static void assertAnswers(Participant who) {
        int before = who.process().mark();
        who.say("help");
        who.process().awaitEvent(before, "help", event -> event.is("help"), Participant.SOON);
    }
}
