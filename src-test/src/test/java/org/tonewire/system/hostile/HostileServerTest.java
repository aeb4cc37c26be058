package org.tonewire.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.meddling.Relayed;
import org.tonewire.testbed.room.Participant;

/// Ann plays a tone to Bob, and the server between them lies. Whatever it says, Bob hears Ann and
/// nobody else, and is told what was tried. Bob's program is the same for all trials, and may open
/// 1,024 files.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServerTest {
    private static final int DESCRIPTORS = 1_024;
    private static final int REPEATS = 50;
    private static final long SEED = 11;

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

    @Test
    void whatItSaysOfLeavingEndsNoLink() {
        HostileRoom.Mark before = room.annIsHeard();

        for (String reason : List.of("left", "lost", "replaced")) {
            JsonObject left = ServerTexts.message("participant-left");
            left.add("id", room.annAtServer().get("id"));
            left.addProperty("reason", reason);
            room.tellBob(left.toString());
            left.addProperty("seal", ServerTexts.FORGED);
            room.tellBob(left.toString());
        }

        room.assertGoesOn(before);
        room.tellBob(ServerTexts.joined(room.annAtServer()));
    }

    @Test
    void whatItForgesOfOthersChangesNothingAndIsSaidOnce() {
        HostileRoom.Mark before = room.annIsHeard();
        int beforeForAnn = room.ann().problems().size();
        JsonObject restart = ServerTexts.forged(room.bobAtServer(), "restart");
        JsonObject refuse = ServerTexts.forged(room.bobAtServer(), "refuse");
        refuse.addProperty("offer", "A".repeat(43));
        refuse.addProperty("reason", "seal-mismatch");

        room.server()
                .tell(
                        room.ann().name(),
                        Stream.generate(() -> Stream.of(restart.toString(), refuse.toString()))
                                .limit(250)
                                .flatMap(each -> each)
                                .toArray(String[]::new));

        Await.until(
                "told to Ann",
                Participant.SOON,
                () -> room.ann().problems().size() > beforeForAnn,
                room.ann()::toString);
        room.assertGoesOn(before);
        assertThat(room.ann().problems()).hasSizeBetween(beforeForAnn + 1, beforeForAnn + 2);
    }

    @Test
    void anOlderOfferIsNotTaken() {
        room.annIsHeard();
        Relayed older = room.offerOfAnn();
        room.ann().play(700, "Later");
        HostileRoom.Mark before = room.awaitHeard("Later");

        String[] again = new String[REPEATS];
        Arrays.fill(again, older.message().toString());
        room.tellBob(again);

        room.awaitError(before, "message-repeated");
        room.assertGoesOn(before);
        assertSaidOnce(room.errorsAboutAnn(before), REPEATS);
    }

    @Test
    void aDescriptionThatItChangedIsNotTakenAndSaid() {
        HostileRoom.Mark before = room.mark();
        room.server().meddle(relayed -> List.of(withoutOpus(relayed)));
        room.annJoins();

        room.awaitError(before, "description-changed");
        assertThat(room.since(before))
                .noneMatch(event -> event.is("track-added") || event.is("stats"));

        room.server().meddle(relayed -> List.of(relayed.message()));
        room.awaitHeard(HostileRoom.TONE);
    }

    @Test
    void whoItInventsIsNobody() {
        HostileRoom.Mark before = room.annIsHeard();

        room.tellBob(
                IntStream.range(0, 416).mapToObj(ServerTexts::invented).toArray(String[]::new));

        room.awaitError(before, "identity-unproven");
        room.assertAnswers();
        room.assertGoesOn(before);
        assertNobodyElseJoins(before);
    }

    @Test
    void fourHundredMembersThatItInventsKeepNobodyOut() {
        HostileRoom.Mark before = room.annIsHeard();
        Crowd crowd = new Crowd();

        crowd.enter(room);

        crowd.leave(room, before);
        room.assertAnnGoesOn(before);
    }

    @Test
    void onesOwnIdentityAndACopyOfAnothersAreNobodyElse() {
        HostileRoom.Mark before = room.annIsHeard();
        JsonObject own = room.bobAtServer();
        own.addProperty("id", "elsewhere");
        JsonObject renamed = room.annAtServer();
        renamed.addProperty("id", "impostor");
        renamed.addProperty("name", "Mallory");

        room.tellBob(ServerTexts.joined(own), ServerTexts.joined(renamed));

        room.assertGoesOn(before);
        assertNobodyElseJoins(before);
    }

    /// Each of the two is where the other one is, again and again: both are there, and what Ann
    /// says is hers when the server names her last.
    @Test
    void oneIdForTwoPeopleMixesNeither() {
        HostileRoom.Mark before = room.annIsHeard();
        JsonObject ann = room.annAtServer();
        HostileMember eve = new HostileMember(MeddlingServer.SECRET, "Eve of the same id");

        for (int i = 0; i < REPEATS; i++) {
            room.tellBob(eve.entersAt(ann), ServerTexts.joined(ann));
        }

        room.assertAnnGoesOn(before);
        assertThat(room.since(before))
                .filteredOn(event -> event.is("participant-joined"))
                .extracting(event -> event.text("participant"))
                .containsOnly(eve.key())
                .hasSize(1);
        room.awaitGone(eve.key());
        room.ann().play(700, "Later");
        room.awaitHeard("Later");
        room.assertAnnGoesOn(before);
    }

    @Test
    void messagesThatItSwapsConnectAllTheSame() {
        room.server().meddle(new SwappedOrder());

        HostileRoom.Mark before = room.annIsHeard();

        room.assertGoesOn(before);
    }

    @Test
    void allMessagesAgainInAnyOrderChangeNothing() {
        HostileRoom.Mark before = room.annIsHeard();
        List<Relayed> messages = room.saidToBob(room.ann().name());
        Random random = new Random(SEED);

        for (int i = 0; i < 5; i++) {
            List<Relayed> shuffled = new ArrayList<>(messages);
            Collections.shuffle(shuffled, random);
            room.tellBob(ServerTexts.from(room.annAtServer(), shuffled));
        }

        room.assertAnswers();
        room.assertGoesOn(before);
        assertNobodyElseJoins(before);
        assertThat(room.errorsAboutAnn(before)).hasSizeLessThanOrEqualTo(2);
    }

    /// Another Ann was there before, and all that she said is said again in the name of this one.
    @Test
    void whatWasSaidInAnEarlierSessionIsNothingInALaterOne() {
        room.annIsHeard();
        JsonObject earlier = room.annAtServer();
        List<Relayed> said = room.saidToBob(room.ann().name());
        room.annLeaves();
        HostileRoom.Mark before = room.annIsHeard();

        room.tellBob(ServerTexts.joined(earlier));
        room.tellBob(ServerTexts.from(room.annAtServer(), said));
        room.tellBob(ServerTexts.from(earlier, said));

        room.awaitError(before, "description-changed");
        room.assertGoesOn(before);
        assertNobodyElseJoins(before);
        assertSaidOnce(room.errorsAboutAnn(before), said.size());
    }

    @Test
    void aFloodOfCandidatesLeavesCommandsAnswered() {
        HostileRoom.Mark before = room.annIsHeard();
        JsonObject ann = room.annAtServer();

        room.tellBob(
                IntStream.range(0, 5_000)
                        .mapToObj(i -> ServerTexts.candidate(ann, i))
                        .toArray(String[]::new));

        room.assertAnswers();
        room.assertGoesOn(before);
        room.assertMemoryIsBounded(before);
    }

    @Test
    void aMessageOfTwentyMegabytesEndsTheConnectionAlone() {
        HostileRoom.Mark before = room.annIsHeard();

        room.tellBob("{\"type\":\"" + "x".repeat(20 << 20) + "\"}");

        room.await(before.events(), "reconnecting", event -> event.is("reconnecting"));
        room.bobAtServer();
        room.assertGoesOn(before);
        room.assertMemoryIsBounded(before);
    }

    private void assertNobodyElseJoins(HostileRoom.Mark from) {
        assertThat(room.since(from)).noneMatch(event -> event.is("participant-joined"));
    }

    /// The first time is told at once and all others together, once they have been counted for some
    /// time: that may be after this.
    private static void assertSaidOnce(List<TonewireEvent> errors, int times) {
        assertThat(errors).hasSizeBetween(1, 2);
        assertThat(errors.getFirst().text("times")).isEmpty();
        assertThat(errors.subList(1, errors.size()))
                .noneMatch(later -> later.number("times") >= times);
    }

    private static JsonObject withoutOpus(Relayed relayed) {
        JsonObject message = relayed.message();
        if (relayed.type().equals("offer")) {
            String sdp = message.get("sdp").getAsString();
            message.addProperty("sdp", sdp.replaceAll("a=rtpmap:\\d+ opus[^\\r]*\\r\\n", ""));
        }
        return message;
    }
}
