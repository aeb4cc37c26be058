package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.StallWatch;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.meddling.Relayed;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann plays a tone to Bob, each a process of its own, and the server between them lies. Whatever
/// it says, Bob hears Ann and nobody else, and is told what was tried. It is one call for all: each
/// test leaves it whole.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileServerTest {
    private static final int GO_ON_SECONDS = 6;
    private static final long SPARE_BYTES = 200L << 20;

    private MeddlingPair pair;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, IdentityException {
        pair = new MeddlingPair(folder);
    }

    @AfterAll
    void close() {
        pair.close();
    }

    @Test
    void whatItSaysOfLeavingEndsNoLink() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();

        for (String reason : List.of("left", "lost", "replaced")) {
            JsonObject left = ServerTexts.message("participant-left");
            left.add("id", pair.server().awaitMember("Ann").get("id"));
            left.addProperty("reason", reason);
            pair.server().tell("Bob", left);
            left.addProperty("seal", ServerTexts.FORGED);
            pair.server().tell("Bob", left);
        }

        assertGoesOn(before);
        pair.server().tell("Bob", ServerTexts.joined(pair.server().awaitMember("Ann")));
    }

    @Test
    void whatItForgesOfOthersChangesNothingAndIsSaidOnce() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        int beforeForAnn = pair.ann().process().mark();
        JsonObject restart = from("Bob", "restart");
        restart.addProperty("seal", ServerTexts.FORGED);
        JsonObject refuse = from("Bob", "refuse");
        refuse.addProperty("offer", "A".repeat(43));
        refuse.addProperty("reason", "seal-mismatch");
        refuse.addProperty("seal", ServerTexts.FORGED);

        String[] forged =
                Stream.generate(() -> Stream.of(restart.toString(), refuse.toString()))
                        .limit(250)
                        .flatMap(each -> each)
                        .toArray(String[]::new);
        pair.server().tell("Ann", forged);

        pair.ann()
                .process()
                .awaitEvent(beforeForAnn, "an error", event -> event.is("error"), Participant.SOON);
        assertGoesOn(before);
        assertThat(errors(pair.ann(), beforeForAnn)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anOlderOfferIsNotTaken() {
        pair.awaitFlowing();
        Relayed older = pair.server().awaitRelayed("offer", "Ann", "Bob");
        pair.ann().say("add tone:700,name=Later");
        pair.bob().awaitFlowing("Later");
        int before = pair.bob().process().mark();

        String[] again = new String[50];
        Arrays.fill(again, older.message().toString());
        pair.server().tell("Bob", again);

        assertGoesOn(before);
        assertThat(errors(pair.bob(), before))
                .filteredOn(error -> error.text("reason").equals("message-repeated"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Order(1)
    void aDescriptionThatItChangedIsNotTakenAndSaid() {
        pair.server().meddle(relayed -> List.of(withoutOpus(relayed)));
        pair.join();

        pair.bob().awaitError("description-changed");
        assertThat(pair.bob().process().events())
                .noneMatch(event -> event.is("track-added") || event.is("stats"));

        pair.server().meddle(relayed -> List.of(relayed.message()));
        pair.bob().awaitFlowing(MeddlingPair.TONE);
    }

    @Test
    void whoItInventsIsNobody() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();

        pair.server()
                .tell(
                        "Bob",
                        IntStream.range(0, 416)
                                .mapToObj(ServerTexts::invented)
                                .toArray(String[]::new));

        awaitError(before, "identity-unproven");
        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(pair.bob().process().events().subList(before, pair.bob().process().mark()))
                .noneMatch(event -> event.is("participant-joined"));
    }

    @Test
    void onesOwnIdentityAndACopyOfAnothersAreNobodyElse() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        JsonObject own = pair.server().awaitMember("Bob");
        own.addProperty("id", "elsewhere");
        JsonObject renamed = pair.server().awaitMember("Ann");
        renamed.addProperty("id", "impostor");
        renamed.addProperty("name", "Mallory");

        pair.server().tell("Bob", ServerTexts.joined(own), ServerTexts.joined(renamed));

        assertGoesOn(before);
        assertThat(pair.bob().process().events().subList(before, pair.bob().process().mark()))
                .noneMatch(event -> event.is("participant-joined"));
    }

    @Test
    void aFloodOfCandidatesLeavesCommandsAnswered() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        long memory = Memory.residentBytes(pair.bob());
        JsonObject ann = pair.server().awaitMember("Ann");

        pair.server()
                .tell(
                        "Bob",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> ServerTexts.candidate(ann, i))
                                .toArray(String[]::new));

        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(Memory.residentBytes(pair.bob()) - memory).isLessThan(SPARE_BYTES);
    }

    @Test
    void aMessageOfTwentyMegabytesEndsTheConnectionAlone() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        long memory = Memory.residentBytes(pair.bob());

        pair.server().tell("Bob", "{\"type\":\"" + "x".repeat(20 << 20) + "\"}");

        pair.bob()
                .process()
                .awaitEvent(
                        before,
                        "reconnecting",
                        event -> event.is("reconnecting"),
                        Participant.SOON);
        pair.server().awaitMember("Bob");
        assertGoesOn(before);
        assertThat(Memory.residentBytes(pair.bob()) - memory).isLessThan(SPARE_BYTES);
    }

    /// Eve is in the room, too, and the server helps her.
    @Test
    void aMemberCannotSpeakForAnother() {
        pair.awaitFlowing();
        JsonObject ann = pair.server().awaitMember("Ann");
        JsonObject bob = pair.server().awaitMember("Bob");
        HostileMember eve = new HostileMember(MeddlingServer.SECRET);
        String sdp = descriptionOfAnn();
        int before = pair.bob().process().mark();

        pair.server()
                .tell(
                        "Bob",
                        eve.enters(),
                        eve.saysAs(ann, bob, new PeerMessage.Offer(sdp)),
                        eve.saysAs(ann, bob, new PeerMessage.Restart()));

        awaitError(before, "description-changed");
        assertGoesOn(before);
        leaves(eve);
    }

    @Test
    void aMemberCannotFillBobsMemoryWithCandidates() {
        pair.awaitFlowing();
        JsonObject bob = pair.server().awaitMember("Bob");
        HostileMember eve = new HostileMember(MeddlingServer.SECRET);
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
        leaves(eve);
    }

    /// It is killed, is away for twelve seconds, and knows nobody when it is back: no link changes,
    /// both are in the room again at their first try that reaches it, and nothing of the recording
    /// is missing but what the machine itself stood still.
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void itsRestartCostsNoSound() throws Exception {
        try (StallWatch stalls = StallWatch.start()) {
            long sinceNanos = System.nanoTime();
            pair.awaitFlowing();
            int before = pair.bob().process().mark();
            int beforeForAnn = pair.ann().process().mark();
            String older = pair.server().awaitMember("Ann").get("id").getAsString();

            pair.server().vanish();
            pair.awaitSeconds(12);
            pair.server().comeBack();
            assertThat(pair.server().awaitMember("Ann").get("id").getAsString())
                    .isNotEqualTo(older);
            pair.server().awaitMember("Bob");
            assertGoesOn(before);

            assertIsBackAndChangedNothing(pair.ann(), beforeForAnn);
            assertIsBackAndChangedNothing(pair.bob(), before);
            assertThat(pair.bob().leave()).isZero();
            StereoSound recorded = pair.recorded();
            long nowNanos = System.nanoTime();
            assertThat(recorded.seconds()).isGreaterThan(15);
            assertThat(MissingSound.seconds(recorded, (nowNanos - sinceNanos) / 1e9))
                    .isLessThanOrEqualTo(
                            MissingSound.excusedBy(stalls.between(sinceNanos, nowNanos)));
        }
    }

    /// The server was lost and is back, in this order, and nothing else of the room changed.
    private static void assertIsBackAndChangedNothing(Participant who, int from) {
        who.process().awaitEvent(from, "joined", event -> event.is("joined"), Participant.SOON);
        List<TonewireEvent> events =
                who.process().events().subList(from, who.process().mark()).stream()
                        .filter(event -> !event.isStatistics())
                        .toList();
        assertThat(events).anyMatch(event -> event.is("reconnecting"));
        assertThat(events).noneMatch(HostileServerTest::changesTheRoom);
    }

    /// The other link may have connected after the first sound, and what earlier trials caused is
    /// told late.
    private static boolean changesTheRoom(TonewireEvent event) {
        boolean connected = event.is("link-changed") && event.text("state").equals("connected");
        boolean told = event.is("reconnecting") || event.is("joined") || event.is("error");
        return !connected && !told;
    }

    /// Bob has another identity by now, and the server says to him all that Ann said to the one
    /// before.
    @Test
    @Order(Integer.MAX_VALUE)
    void whatWasSaidInAnEarlierSessionIsNothingInALaterOne() {
        pair.awaitFlowing();
        pair.bob().leave();
        String[] earlier =
                pair.server().relayed().stream()
                        .filter(each -> each.from().equals("Ann") && each.to().equals("Bob"))
                        .map(each -> fromPresentAddress(each).toString())
                        .toArray(String[]::new);
        pair.joinAgain();
        int before = pair.bob().process().mark();

        pair.server().tell("Bob", earlier);

        awaitError(before, "description-changed");
        assertGoesOn(before);
        assertThat(errors(pair.bob(), before)).hasSizeLessThanOrEqualTo(2);
    }

    /// As others do, and Bob is told so.
    private void leaves(HostileMember eve) {
        int before = pair.bob().process().mark();
        pair.server().tell("Bob", eve.leaves());
        pair.bob()
                .process()
                .awaitEvent(
                        before,
                        "Eve gone",
                        event -> event.is("participant-left"),
                        Participant.SOON);
    }

    private JsonObject fromPresentAddress(Relayed relayed) {
        JsonObject message = relayed.message();
        message.add("from", pair.server().awaitMember(relayed.from()).get("id"));
        return message;
    }

    private String descriptionOfAnn() {
        return pair.server().awaitRelayed("offer", "Ann", "Bob").message().get("sdp").getAsString();
    }

    private static PeerMessage candidate(int i) {
        return new PeerMessage.Candidate(LinkEnd.OWNER, ServerTexts.candidateText(i), "0", 0);
    }

    private void awaitError(int from, String reason) {
        pair.bob()
                .process()
                .awaitEvent(
                        from,
                        "an error " + reason,
                        event -> event.is("error") && event.text("reason").equals(reason),
                        Participant.SOON);
    }

    /// Bob hears Ann all the time, and is told of nothing else.
    private void assertGoesOn(int from) {
        pair.awaitSeconds(GO_ON_SECONDS);
        assertThat(pair.bob().process().events().subList(from, pair.bob().process().mark()))
                .noneMatch(event -> event.is("track-removed") || event.is("participant-left"));
    }

    private static void assertAnswers(Participant who) {
        int before = who.process().mark();
        who.say("help");
        who.process().awaitEvent(before, "help", event -> event.is("help"), Participant.SOON);
    }

    private static List<TonewireEvent> errors(Participant who, int from) {
        return who.process().events().subList(from, who.process().mark()).stream()
                .filter(event -> event.is("error"))
                .toList();
    }

    private static JsonObject withoutOpus(Relayed relayed) {
        JsonObject message = relayed.message();
        if (relayed.type().equals("offer")) {
            String sdp = message.get("sdp").getAsString();
            message.addProperty("sdp", sdp.replaceAll("a=rtpmap:\\d+ opus[^\\r]*\\r\\n", ""));
        }
        return message;
    }

    private JsonObject from(String sender, String type) {
        JsonObject message = ServerTexts.message(type);
        message.add("from", pair.server().awaitMember(sender).get("id"));
        return message;
    }
}
