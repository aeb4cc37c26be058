package org.tonewire.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;

/// Ann plays a tone to Bob. Eve is in the room too, and wants to silence her, to speak for her or
/// to wear Bob's computer out. Bob's program is the same for all trials, and may open 256 files.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMemberTest {
    private static final int DESCRIPTORS = 256;
    private static final int MAX_TRACKS = 32;
    private static final int SECTIONS = 50;

    private HostileRoom room;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, IdentityException {
        room = new HostileRoom(folder, DESCRIPTORS);
    }

    @AfterEach
    void annLeaves() {
        room.annLeaves();
    }

    @AfterAll
    void close() {
        room.close();
    }

    private static HostileMember eve(String trial) {
        return new HostileMember(MeddlingServer.SECRET, "Eve of " + trial);
    }

    @Test
    void sheCannotSpeakForAnother() {
        HostileRoom.Mark before = room.annIsHeard();
        HostileMember eve = eve("false speech");
        JsonObject ann = room.annAtServer();
        JsonObject bob = room.bobAtServer();

        room.tellBob(
                eve.enters(),
                eve.saysAs(ann, bob, new PeerMessage.Offer(descriptionOfAnn())),
                eve.saysAs(ann, bob, new PeerMessage.Restart()));

        room.awaitError(before, "description-changed");
        room.assertAnnGoesOn(before);
        room.leaves(eve);
    }

    @Test
    void sheCannotFillBobsMemoryWithCandidates() {
        HostileRoom.Mark before = room.annIsHeard();
        HostileMember eve = eve("candidates");
        JsonObject bob = room.bobAtServer();

        room.tellBob(eve.enters(), eve.says(bob, new PeerMessage.Offer(descriptionOfAnn())));
        for (int round = 0; round < 5; round++) {
            int first = round * 1_000;
            room.tellBob(
                    IntStream.range(first, first + 1_000)
                            .mapToObj(i -> eve.says(bob, ServerTexts.candidate(i)))
                            .toArray(String[]::new));
        }

        room.assertAnswers();
        room.assertAnnGoesOn(before);
        room.assertMemoryIsBounded(before);
        room.leaves(eve);
    }

    /// Each would be a track of its own.
    @Test
    void fiftySectionsOfHersDoNotReplaceAnn() {
        HostileRoom.Mark before = room.annIsHeard();
        HostileMember eve = eve("sections");
        String many = ManySections.same(descriptionOfAnn(), SECTIONS);

        room.tellBob(eve.enters(), eve.says(room.bobAtServer(), new PeerMessage.Offer(many)));

        room.assertAnswers();
        room.assertAnnGoesOn(before);
        assertThat(tracksSince(before)).isLessThanOrEqualTo(16);
        room.leaves(eve);
    }

    @Test
    void ofFiftySectionsWithMidsOfTheirOwnFewAreTracks() {
        HostileRoom.Mark before = room.annIsHeard();
        HostileMember eve = eve("mids");
        String many = ManySections.withMidsOfTheirOwn(descriptionOfAnn(), SECTIONS);

        room.tellBob(eve.enters(), eve.says(room.bobAtServer(), new PeerMessage.Offer(many)));

        room.await(before.events(), "a track of hers", event -> event.is("track-added"));
        room.assertAnswers();
        room.assertAnnGoesOn(before);
        assertThat(tracksSince(before)).isLessThanOrEqualTo(MAX_TRACKS);
        room.leaves(eve);
        room.assertAnnGoesOn(before);
    }

    @Test
    void whatSheSaysInAnyOrderIsNothingToOthers() {
        HostileRoom.Mark before = room.annIsHeard();
        HostileMember eve = eve("no order");
        JsonObject bob = room.bobAtServer();
        SdpDigest nothing = SdpDigest.of("v=0");

        room.tellBob(eve.enters());
        for (int i = 0; i < 20; i++) {
            room.tellBob(
                    eve.says(bob, ServerTexts.candidate(i)),
                    eve.says(bob, new PeerMessage.Answer("v=0\r\n", Optional.of(nothing))),
                    eve.says(bob, new PeerMessage.Restart()),
                    eve.says(bob, new PeerMessage.Refuse(nothing, "seal-mismatch")));
        }

        room.assertAnswers();
        room.assertAnnGoesOn(before);
        room.leaves(eve);
    }

    @Test
    void fourHundredMembersWithoutLinksKeepNobodyOut() {
        HostileRoom.Mark before = room.annIsHeard();
        Crowd crowd = new Crowd();

        crowd.enter(room);

        crowd.leave(room, before);
        room.assertAnnGoesOn(before);
    }

    private String descriptionOfAnn() {
        return room.offerOfAnn().message().get("sdp").getAsString();
    }

    private long tracksSince(HostileRoom.Mark from) {
        return room.since(from).stream().filter(event -> event.is("track-added")).count();
    }
}
