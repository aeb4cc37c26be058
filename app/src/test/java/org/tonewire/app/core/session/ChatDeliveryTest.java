package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.json.JsonControlCodec;

/// Which chat texts reach a participant whose link is not open yet, and what is said of the others.
final class ChatDeliveryTest {
    private static final Problem BOB_MISSED = new Problem(Reason.CHAT_NOT_DELIVERED, "bob");

    @Test
    void aTextSentWhileALinkConnectsReachesItsParticipantWhenItIsOpen() {
        VirtualSession room = VirtualSession.with("bob");
        say(room, "hello");
        say(room, "bob");
        room.answers("bob");
        opens(room, "bob");
        assertThat(chats(room)).containsExactly("hello", "bob");
        say(room, "there you are");
        room.pass(Duration.ofMinutes(2));

        assertThat(chats(room)).containsExactly("hello", "bob", "there you are");
        assertThat(room.problems()).isEmpty();
    }

    @Test
    void aTextWaitsForALinkOnlyHalfAMinute() {
        VirtualSession room = VirtualSession.with("bob");
        say(room, "old");
        room.pass(Duration.ofSeconds(20));
        say(room, "newer");
        room.pass(Duration.ofSeconds(11));
        opens(room, "bob");

        assertThat(chats(room)).containsExactly("newer");
    }

    @Test
    void whoDidNotGetATextIsNamedAfterHalfAMinute() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.answers("ann");
        room.answers("bob");
        opens(room, "ann");
        say(room, "hello");
        room.pass(Duration.ofSeconds(29));
        assertThat(room.problems()).isEmpty();

        room.pass(Duration.ofSeconds(1));
        assertThat(room.problems()).containsExactly(BOB_MISSED);
        room.pass(Duration.ofMinutes(2));

        assertThat(room.problems()).containsExactly(BOB_MISSED);
    }

    @Test
    void aTextThatWaitsWhenItsParticipantLeavesIsReported() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.answers("ann");
        opens(room, "ann");
        say(room, "hello");
        room.leaves("bob");
        room.leaves("ann");

        assertThat(room.problems()).containsExactly(BOB_MISSED);
    }

    @Test
    void ofManyTextsThatWaitForALinkTheNewestAreSentAndTheOthersCounted() {
        VirtualSession room = VirtualSession.with("bob");
        for (int i = 0; i < 60; i++) {
            say(room, "text " + i);
        }
        room.answers("bob");
        opens(room, "bob");
        room.pass(Duration.ofMinutes(2));

        assertThat(chats(room)).hasSize(50).startsWith("text 10").endsWith("text 59");
        assertThat(room.events(SessionEvent.ProblemOccurred.class))
                .containsExactly(
                        new SessionEvent.ProblemOccurred(BOB_MISSED, 1),
                        new SessionEvent.ProblemOccurred(BOB_MISSED, 9));
    }

    @Test
    void theEndOfTheSessionReportsNoTexts() {
        VirtualSession room = VirtualSession.with("bob");
        say(room, "hello");
        room.session.beginLeaving();
        room.loop.settle();

        assertThat(room.problems()).isEmpty();
    }

    @Test
    void aNewcomerGetsNoTextsSentBeforeTheyJoined() {
        VirtualSession room = VirtualSession.with();
        say(room, "alone");
        room.enters("bob");
        room.answers("bob");
        opens(room, "bob");
        room.pass(Duration.ofMinutes(2));

        assertThat(chats(room)).isEmpty();
        assertThat(room.problems()).isEmpty();
    }

    /// Its channel may have taken a text that it did not deliver.
    @Test
    void aTextIsSentAgainOnTheNextLinkAndShownOnce() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        opens(room, "bob");
        say(room, "hello");
        FakeSendLink former = room.sendLink("bob");
        former.becomes(LinkState.FAILED);
        room.pass(Duration.ofMinutes(1));
        assertThat(room.sendLink("bob")).isNotSameAs(former);
        say(room, "again");
        room.answers("bob");
        opens(room, "bob");
        assertThat(chats(room)).containsExactly("hello", "again");

        VirtualSession bob = VirtualSession.with("ann");
        bob.offers("ann", "mic");
        former.texts().forEach(bob.receiveLink("ann")::hears);
        bob.offers("ann", "mic");
        room.sendLink("bob").texts().forEach(bob.receiveLink("ann")::hears);
        bob.loop.settle();
        assertThat(bob.events(SessionEvent.ChatReceived.class))
                .extracting(SessionEvent.ChatReceived::text)
                .containsExactly("hello", "again");
    }

    /// A receiver would drop those beyond its own limit.
    @Test
    void ofManyTextsAtOnceSomeWaitAndNoneIsLost() {
        VirtualSession room = VirtualSession.with("bob");
        room.answers("bob");
        opens(room, "bob");
        for (int i = 0; i < 150; i++) {
            say(room, "text " + i);
        }
        assertThat(chats(room)).hasSize(100);

        room.pass(Duration.ofSeconds(5));
        assertThat(chats(room)).hasSize(150).endsWith("text 149");
        assertThat(room.problems()).isEmpty();
    }

    private static void say(VirtualSession room, String text) {
        room.submit(new SessionCommand.SendChat(text));
    }

    /// The control channel to this participant opens.
    private static void opens(VirtualSession room, String to) {
        room.sendLink(to).controlOpens();
        room.loop.settle();
    }

    /// What bob was sent, without the states.
    private static List<String> chats(VirtualSession room) {
        JsonControlCodec codec = new JsonControlCodec();
        return room.sendLink("bob").texts().stream()
                .map(text -> codec.decode(text).orElseThrow())
                .filter(ControlMessage.Chat.class::isInstance)
                .map(message -> ((ControlMessage.Chat) message).text())
                .toList();
    }
}
