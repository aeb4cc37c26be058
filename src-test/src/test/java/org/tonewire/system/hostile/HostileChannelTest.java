package org.tonewire.system.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.member.HostileLink;
import org.tonewire.testbed.member.HostilePeer;

/// Eve has a real link to Bob, and sends on its data channels what no program sends, while Ann
/// plays a tone to him. Bob's program is the same for all trials, and may open 256 files.
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileChannelTest {
    private static final int DESCRIPTORS = 256;
    private static final int CONTROL = 0;
    private static final int FLOOD = 3_000;
    private static final int CHANNELS = 100;
    private static final int TOO_LONG = 100_000;
    private static final long SEED = 5;

    private HostileRoom room;
    private HostilePeer eve;
    private HostileRoom.Mark before;
    private int trial;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, IdentityException {
        room = new HostileRoom(folder, DESCRIPTORS);
    }

    @BeforeEach
    void eveEnters() {
        before = room.annIsHeard();
        eve = new HostilePeer(room.server().invite(), "Eve %02d".formatted(++trial));
    }

    @AfterEach
    void allLeave() {
        try {
            eve.close();
            room.awaitGone(eve.key());
        } finally {
            room.annLeaves();
        }
    }

    @AfterAll
    void close() {
        room.close();
    }

    @Test
    void whatIsNoMessageIsNothing() {
        HostileLink link = eve.begin("Bob").awaitOpened(CONTROL);
        Random random = new Random(SEED);
        byte[] garbage = new byte[1_000];

        for (int i = 0; i < 20; i++) {
            random.nextBytes(garbage);
            link.send(CONTROL, garbage.clone(), false);
            link.send(CONTROL, garbage.clone(), true);
        }
        link.send(CONTROL, new byte[0], false);
        link.send(CONTROL, new byte[] {'"', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '"'}, false);
        link.send(CONTROL, "[".repeat(60_000).getBytes(UTF_8), false);
        say(link, "{\"type\":\"state\",\"name\":3,\"tracks\":{\"id\":[]}}");
        say(link, "{\"type\":\"invite\",\"secret\":\"AAECAwQFBgcICQoLDA0ODw\",\"removed\":7}");
        say(link, "{\"type\":\"removed\"}");
        link.send(CONTROL, chat("in binary").getBytes(UTF_8), true);
        say(link, chat("at the end"));

        awaitChat("at the end");
        assertBobIsWell();
        assertThat(chatsOfEve()).isEqualTo(1);
    }

    @Test
    void aTextThatIsTooLongIsNothing() {
        HostileLink link = eve.begin("Bob").awaitOpened(CONTROL);

        for (int i = 0; i < 20; i++) {
            assertThat(link.send(CONTROL, chat("x".repeat(TOO_LONG)).getBytes(UTF_8), false))
                    .isTrue();
        }
        say(link, chat("at the end"));

        awaitChat("at the end");
        assertBobIsWell();
        assertThat(chatsOfEve()).isEqualTo(1);
    }

    /// Those that are dropped are told, and the channel is read again once they are over.
    @Test
    void aFloodIsDroppedAndTold() {
        HostileLink link = eve.begin("Bob").awaitOpened(CONTROL);
        String ballast = "x".repeat(3_000);

        for (int i = 0; i < FLOOD; i++) {
            say(link, chat(i + ballast));
        }

        room.awaitError(before, "too-many");
        assertBobIsWell();
        say(link, chat("at the end"));
        awaitChat("at the end");
        assertThat(chatsOfEve()).isLessThan(FLOOD);
    }

    @Test
    void onlyTheFirstControlChannelIsRead() {
        HostileLink link = eve.begin("Bob").awaitOpened(CONTROL);

        for (int i = 0; i < CHANNELS; i++) {
            int other = link.openChannel(i % 2 == 0 ? HostileLink.CONTROL : "chat " + i);
            link.awaitOpened(other).send(other, chat("elsewhere " + i).getBytes(UTF_8), false);
        }
        say(link, chat("at the end"));

        awaitChat("at the end");
        assertBobIsWell();
        assertThat(chatsOfEve()).isEqualTo(1);
    }

    @Test
    void linksThatSheOffersAndEndsAreNothingToOthers() {
        for (int i = 0; i < 20; i++) {
            eve.begin("Bob").close();
        }

        assertBobIsWell();
        say(eve.begin("Bob").awaitOpened(CONTROL), chat("at the end"));
        awaitChat("at the end");
    }

    private void assertBobIsWell() {
        room.assertAnswers();
        room.assertAnnGoesOn(before);
        room.assertMemoryIsBounded(before);
    }

    private void awaitChat(String text) {
        room.await(
                before.events(),
                "the text " + text,
                event -> event.is("chat") && event.text("text").equals(text));
    }

    private long chatsOfEve() {
        return room.since(before).stream()
                .filter(event -> event.is("chat") && event.text("participant").equals(eve.key()))
                .count();
    }

    private static void say(HostileLink link, String text) {
        link.send(CONTROL, text.getBytes(UTF_8), false);
    }

    private static String chat(String text) {
        return "{\"type\":\"chat\",\"text\":\"" + text + "\"}";
    }
}
