package org.tonewire.app.core.control;

import java.util.Optional;

/// The text form of control messages.
public interface ControlCodec {
    String encode(ControlMessage message);

    /// Empty when the text is no control message; fields that are not known are passed over. Names
    /// and texts come back cut to their greatest length and without control characters.
    Optional<ControlMessage> decode(String text);
}
