package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.Stall;
import org.tonewire.testbed.StallWatch;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.meddling.Relayed;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann plays a tone to Bob, each a process of its own, and the server between them lies. Whatever
/// it says, Bob hears Ann and nobody else, and is told what was tried.
@Timeout(300)
class HostileServerTest {
    private static final String FORGED = "7." + "A".repeat(86);
    private static final int GO_ON_SECONDS = 6;
    private static final long SPARE_BYTES = 200L << 20;
    private static final double REFILL_SECONDS = 0.15;
    private static final double FRAME_SECONDS = 0.01;

    @TempDir Path folder;

    private MeddlingPair pair;

    @BeforeEach
    void open() throws IOException, IdentityException {
        pair = new MeddlingPair(folder);
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void whatItSaysOfLeavingEndsNoLink() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();

        for (String reason : List.of("left", "lost", "replaced")) {
            JsonObject left = message("participant-left");
            left.add("id", pair.server().awaitMember("Ann").get("id"));
            left.addProperty("reason", reason);
            pair.server().tell("Bob", left);
            left.addProperty("seal", FORGED);
            pair.server().tell("Bob", left);
        }

        assertGoesOn(before);
    }

    @Test
    void whatItForgesOfOthersChangesNothingAndIsSaidOnce() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        int beforeForAnn = pair.ann().process().mark();
        JsonObject restart = from("Bob", "restart");
        restart.addProperty("seal", FORGED);
        JsonObject refuse = from("Bob", "refuse");
        refuse.addProperty("offer", "A".repeat(43));
        refuse.addProperty("reason", "seal-mismatch");
        refuse.addProperty("seal", FORGED);

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
        assertThat(errors(pair.bob(), before)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
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
                                .mapToObj(HostileServerTest::invented)
                                .toArray(String[]::new));

        pair.bob().awaitError("identity-unproven");
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

        pair.server().tell("Bob", joined(own), joined(renamed));

        assertGoesOn(before);
        assertThat(pair.bob().process().events().subList(before, pair.bob().process().mark()))
                .noneMatch(event -> event.is("participant-joined"));
    }

    @Test
    void aFloodOfCandidatesLeavesCommandsAnswered() {
        pair.awaitFlowing();
        int before = pair.bob().process().mark();
        long memory = Memory.residentBytes(pair.bob());

        pair.server()
                .tell(
                        "Bob",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> candidate(i).toString())
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

    /// It is killed, is away for twelve seconds, and knows nobody when it is back: no link changes,
    /// both are in the room again at their first try that reaches it, and nothing of the recording
    /// is missing but what the machine itself stood still.
    @Test
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
            double machine = stoodStillSeconds(stalls.between(sinceNanos, System.nanoTime()));
            assertThat(pair.bob().leave()).isZero();
            StereoSound recorded = pair.recorded();
            assertThat(recorded.seconds()).isGreaterThan(15);
            assertThat(missingSeconds(recorded)).isLessThanOrEqualTo(machine);
        }
    }

    /// The server was lost and is back, in this order, and nothing else of the room changed.
    private static void assertIsBackAndChangedNothing(Participant who, int from) {
        who.process().awaitEvent(from, "joined", event -> event.is("joined"), Participant.SOON);
        List<TonewireEvent> events =
                who.process().events().subList(from, who.process().mark()).stream()
                        .filter(event -> !event.isStatistics())
                        .toList();
        assertThat(events).last().matches(event -> event.is("joined"));
        assertThat(events.subList(0, events.size() - 1))
                .isNotEmpty()
                .allMatch(event -> event.is("reconnecting") || isConnected(event));
    }

    /// The other link may have connected after the first sound.
    private static boolean isConnected(TonewireEvent event) {
        return event.is("link-changed") && event.text("state").equals("connected");
    }

    /// How long these stalls can be heard: until the queues are full again, too (decision 0015).
    private static double stoodStillSeconds(List<Stall> stalls) {
        return stalls.stream()
                .mapToDouble(stall -> stall.length().toNanos() / 1e9 + REFILL_SECONDS)
                .sum();
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
        JsonObject message = message(type);
        message.add("from", pair.server().awaitMember(sender).get("id"));
        return message;
    }

    private JsonObject candidate(int i) {
        JsonObject candidate = from("Ann", "candidate");
        candidate.addProperty("sender", "owner");
        candidate.addProperty(
                "candidate", "candidate:%d 1 udp 1 192.0.2.1 %d typ host".formatted(i, 1_024 + i));
        candidate.addProperty("sdpMid", "0");
        candidate.addProperty("sdpMLineIndex", 0);
        candidate.addProperty("seal", (i + 1) + FORGED.substring(1));
        return candidate;
    }

    private static String invented(int i) {
        Random random = new Random(i);
        JsonObject identity = new JsonObject();
        identity.addProperty("key", random(random, 32));
        identity.addProperty("proof", random(random, 32));
        identity.addProperty("nameSignature", random(random, 64));
        JsonObject info = new JsonObject();
        info.addProperty("id", "invented" + i);
        info.addProperty("name", "Guest " + i);
        info.add("identity", identity);
        return joined(info);
    }

    private static String random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String joined(JsonObject info) {
        JsonObject joined = message("participant-joined");
        joined.add("participant", info);
        return joined.toString();
    }

    private static JsonObject message(String type) {
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        return message;
    }

    /// All silence of at least a frame between the first and the last sample of the tone.
    private static double missingSeconds(StereoSound sound) {
        double frame = FRAME_SECONDS * sound.rateHz();
        int missing = 0;
        int run = 0;
        boolean heard = false;
        for (float sample : sound.left()) {
            if (Math.abs(sample) < 1e-4) {
                run++;
            } else {
                missing += heard && run >= frame ? run : 0;
                run = 0;
                heard = true;
            }
        }
        return missing / (double) sound.rateHz();
    }
}
