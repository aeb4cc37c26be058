package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.json.JsonControlCodec;

/// Which chat texts reach a participant whose link is not open yet.
final class ChatDeliveryTest {
    @Test
    void aTextSentWhileALinkConnectsReachesItsParticipantWhenItIsOpen() {
        VirtualSession room = VirtualSession.with("bob");
        room.submit(new SessionCommand.SendChat("hello"));
        room.submit(new SessionCommand.SendChat("bob"));
        room.answers("bob");
        room.sendLink("bob").controlOpens();
        room.loop.settle();
        room.submit(new SessionCommand.SendChat("there you are"));

        assertThat(chats(room)).containsExactly("hello", "bob", "there you are");
    }

    @Test
    void aTextWaitsForALinkOnlyHalfAMinute() {
        VirtualSession room = VirtualSession.with("bob");
        room.submit(new SessionCommand.SendChat("old"));
        room.pass(Duration.ofSeconds(20));
        room.submit(new SessionCommand.SendChat("newer"));
        room.pass(Duration.ofSeconds(11));
        room.sendLink("bob").controlOpens();
        room.loop.settle();

        assertThat(chats(room)).containsExactly("newer");
    }

    @Test
    void ofManyTextsThatWaitForALinkTheNewestAreSent() {
        VirtualSession room = VirtualSession.with("bob");
        for (int i = 0; i < 60; i++) {
            room.submit(new SessionCommand.SendChat("text " + i));
        }
        room.sendLink("bob").controlOpens();
        room.loop.settle();

        assertThat(chats(room)).hasSize(50).startsWith("text 10").endsWith("text 59");
    }

    @Test
    void aNewcomerGetsNoTextsSentBeforeTheyJoined() {
        VirtualSession room = VirtualSession.with();
        room.submit(new SessionCommand.SendChat("alone"));
        room.enters("bob");
        room.sendLink("bob").controlOpens();
        room.loop.settle();

        assertThat(chats(room)).isEmpty();
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
