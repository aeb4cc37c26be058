package org.tonewire.signaling.codec;

import java.util.List;
import java.util.stream.Stream;

/// A message of each type, as text.
final class Messages {
    private Messages() {}

    static List<String> texts() {
        return Stream.concat(
                        CodecTest.clientMessages().stream().map(ClientMessageCodec::encode),
                        CodecTest.serverMessages().stream().map(ServerMessageCodec::encode))
                .toList();
    }
}
