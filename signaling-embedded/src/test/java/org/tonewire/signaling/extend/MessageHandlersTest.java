package org.tonewire.signaling.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Messages;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// Checks at the registration of handlers.
final class MessageHandlersTest {
    @Test
    void aHandlerGetsItsParametersInAnyOrder() throws Exception {
        Listening listening = new Listening();
        MessageHandlers handlers = MessageHandlers.of(listening);

        handlers.call(
                new ReceivedMessage(
                        new RoomName("r"),
                        new ParticipantId("ann"),
                        "WAVE",
                        new JsonObject(),
                        new Nobody()));

        assertThat(handlers.types()).containsExactlyInAnyOrder("WAVE", "wave");
        assertThat(listening.received).containsExactly("WAVE ann r");
    }

    @Test
    void anUnsupportedParameterIsReportedWithThoseThatAreSupported() {
        assertThatThrownBy(() -> MessageHandlers.of(new Greedy()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Greedy.take asks for Thread; a handler may ask for RoomName,"
                                + " ParticipantId, String, JsonObject, Replies");
    }

    @Test
    void typesOfTheFamiliesAreReserved() {
        assertThatThrownBy(() -> MessageHandlers.of(new Usurper()))
                .hasMessageContaining("type OFFER is the families' own")
                .hasMessageContaining("CONFIRM_ID");
        assertThatThrownBy(() -> MessageHandlers.of(new Listening(), new Listening()))
                .hasMessageContaining("has two handlers");
        assertThatThrownBy(() -> MessageHandlers.of("text"))
                .hasMessageContaining("no method marked with @Handles");
    }

    @Test
    void everyTypeOfTheNativeProtocolIsReserved() {
        assertThat(Messages.client())
                .allSatisfy(message ->
                        assertThat(MessageHandlers.RESERVED)
                                .contains(ClientMessageCodec.type(message)));
    }

    static final class Listening {
        private final List<String> received = new ArrayList<>();

        @Handles({"WAVE", "wave"})
        public void wave(String type, ParticipantId sender, RoomName room) {
            received.add(type + " " + sender + " " + room);
        }
    }

    static final class Greedy {
        @Handles("x")
        public void take(Thread thread) {
            thread.interrupt();
        }
    }

    static final class Usurper {
        @Handles("OFFER")
        public void take(Replies replies) {
            replies.toOthers("x", new JsonObject());
        }
    }

    private static final class Nobody implements Replies {
        @Override
        public void to(ParticipantId target, String type, JsonObject payload) {}

        @Override
        public void toOthers(String type, JsonObject payload) {}

        @Override
        public void toAll(String type, JsonObject payload) {}
    }
}
