package org.tonewire.signaling.codec;

import org.tonewire.signaling.protocol.ErrorReason;

/// The result of decoding a text frame.
public sealed interface Decoded<M> {
    record Message<M>(M message) implements Decoded<M> {}

    /// The frame is not one JSON object, or exceeds the limits of size or depth.
    ///
    /// @param problem an English phrase that fits into a close reason
    record NotAnObject<M>(String problem) implements Decoded<M> {}

    /// A JSON object whose `type` is a text that names no known message.
    record UnknownType<M>(String type) implements Decoded<M> {}

    /// A field (or `type` itself) is missing, has the wrong JSON type, or a value that is not
    /// allowed.
    ///
    /// @param fault one of `MISSING_FIELD`, `WRONG_TYPE`, `INVALID_VALUE`
    /// @param problem an English sentence that names the field
    record BadField<M>(String field, ErrorReason fault, String problem) implements Decoded<M> {}
}
