package org.tonewire.app.core.control;

import java.util.Optional;

/// The text form of control messages.
public interface ControlCodec {
    String encode(ControlMessage message);

    /// Empty if the text is no control message; unknown fields are ignored. Names and texts are cut
    /// to their maximum length and have no control characters.
    Optional<ControlMessage> decode(String text);
}
