package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.meddling.LinkedMember;
import org.tonewire.testbed.meddling.MemberLink;
import org.tonewire.testbed.room.Participant;

/// Ann hosts, and plays a tone to Bob, whose system lets a program open few files. Eve is in the
/// room too, and wants to wear Bob's computer out. It is one room for all: each test leaves it
/// whole.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMemberTest {
    private static final List<String> FEW_FILES =
            List.of("sh", "-c", "ulimit -n 256 && exec \"$@\"", "sh");
    private static final int GO_ON_SECONDS = 4;
    private static final long SPARE_BYTES = 200L << 20;
    private static final int TEXTS = 3_000;
    private static final int LONG_TEXT = 60_000;
    private static final int MAX_TRACKS = 32;

    private TonePair pair;
    private LinkedMember eve;

    @BeforeAll
    void open(@TempDir Path folder) {
        pair = new TonePair(folder, FEW_FILES);
        String invite = pair.host();
        eve = new LinkedMember(invite, "Eve");
        pair.awaitFlowing();
    }

    @AfterAll
    void close() {
        try {
            Optional.ofNullable(eve).ifPresent(LinkedMember::close);
        } finally {
            pair.close();
        }
    }

    @Test
    void whatSheSendsOnHerControlChannelLeavesCommandsAnswered() {
        MemberLink link = eve.connect("Bob");
        int before = pair.bob().process().mark();
        long memory = Memory.residentBytes(pair.bob());

        long sent =
                IntStream.range(0, TEXTS)
                        .filter(i -> link.sendControl(HostileMemberTest.text(i)))
                        .count();

        assertThat(sent).isPositive();
        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(since(before).stream().filter(event -> event.is("chat")).count())
                .isLessThan(TEXTS / 4);
        assertThat(Memory.residentBytes(pair.bob()) - memory).isLessThan(SPARE_BYTES);
        link.close();
    }

    @Test
    void linksThatSheOffersAndEndsAreNothingToOthers() {
        int before = pair.bob().process().mark();

        for (int i = 0; i < 20; i++) {
            eve.begin("Bob").close();
        }

        assertAnswers(pair.bob());
        assertGoesOn(before);
        eve.connect("Bob").close();
    }

    @Test
    void messagesInAnyOrderAreNothingToOthersAndHerLinkConnects() {
        int before = pair.bob().process().mark();
        SdpDigest nothing = SdpDigest.of("v=0");

        for (int i = 0; i < 20; i++) {
            eve.says(
                    "Bob",
                    new PeerMessage.Candidate(LinkEnd.OWNER, ServerTexts.candidateText(i), "0", 0));
            eve.says("Bob", new PeerMessage.Answer("v=0\r\n", Optional.of(nothing)));
            eve.says("Bob", new PeerMessage.Restart());
            eve.says("Bob", new PeerMessage.Refuse(nothing, "seal-mismatch"));
        }

        eve.connect("Bob").close();
        assertAnswers(pair.bob());
        assertGoesOn(before);
    }

    /// Each would be a track of its own.
    @Test
    void ofFiftySectionsWithMidsOfTheirOwnFewAreTracks() {
        String sdp = withSections(eve.awaitOffer("Ann"), 50);
        int before = pair.bob().process().mark();

        eve.says("Bob", new PeerMessage.Offer(sdp));

        pair.bob()
                .process()
                .awaitEvent(before, "a track", event -> event.is("track-added"), Participant.SOON);
        assertAnswers(pair.bob());
        assertGoesOn(before);
        assertThat(since(before).stream().filter(event -> event.is("track-added")).toList())
                .hasSizeLessThanOrEqualTo(MAX_TRACKS);
    }

    private static String text(int i) {
        return switch (i % 10) {
            case 0 -> "[".repeat(LONG_TEXT);
            case 1 -> "{\"type\":\"state\",\"name\":3,\"tracks\":{\"id\":[]}}";
            case 2 -> "{\"type\":\"chat\",\"text\":\"" + "x".repeat(LONG_TEXT) + "\"}";
            case 3 -> "{\"type\":\"removed\"}";
            case 4 -> "{\"type\":\"invite\",\"secret\":\"AAECAwQFBgcICQoLDA0O" + i % 7 + "w\"}";
            default -> "{\"type\":\"chat\",\"text\":\"" + i + "\"}";
        };
    }

    /// The description with its first section of sound this many times, each with a mid, a track
    /// and a source of its own.
    private static String withSections(String sdp, int count) {
        int from = sdp.indexOf("m=audio");
        int next = sdp.indexOf("m=", from + 1);
        String section = sdp.substring(from, next < 0 ? sdp.length() : next);
        String head =
                sdp.substring(0, from)
                        .replaceFirst(
                                "a=group:BUNDLE[^\r]*",
                                IntStream.range(0, count)
                                        .mapToObj(i -> " s" + i)
                                        .collect(Collectors.joining("", "a=group:BUNDLE", "")));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        section.replaceFirst("a=mid:[^\r]*", "a=mid:s" + i)
                                .replaceAll("a=msid:[^\r]*", "a=msid:t" + i + " t" + i)
                                .replaceAll("a=ssrc:\\d+", "a=ssrc:" + (1_000 + i)))
                .collect(Collectors.joining("", head, ""));
    }

    private List<TonewireEvent> since(int mark) {
        return pair.bob().process().events().subList(mark, pair.bob().process().mark());
    }

    private void assertGoesOn(int from) {
        pair.awaitSeconds(GO_ON_SECONDS);
        String ann = pair.bob().awaitTrack(TonePair.TONE).split("/", 2)[0];
        assertThat(since(from))
                .noneMatch(event ->
                        List.of("track-removed", "participant-left").contains(event.name())
                                && event.text("participant").equals(ann));
    }

    private static void assertAnswers(Participant who) {
        int before = who.process().mark();
        who.say("help");
        who.process().awaitEvent(before, "help", event -> event.is("help"), Participant.SOON);
    }
}
