package org.tonewire.signaling.codec;

import org.tonewire.signaling.protocol.ErrorReason;

/// What became of a text frame.
public sealed interface Decoded<M> {
    record Message<M>(M message) implements Decoded<M> {}

    /// Not one JSON object, or larger or deeper than allowed. `problem` is fit for a close reason.
    record NotAnObject<M>(String problem) implements Decoded<M> {}

    /// A JSON object whose `type` is text, but none that is known.
    record UnknownType<M>(String type) implements Decoded<M> {}

    /// A field (or `type` itself) is missing, of the wrong JSON type, or not an allowed value.
    ///
    /// @param fault one of `MISSING_FIELD`, `WRONG_TYPE`, `INVALID_VALUE`
    record BadField<M>(String field, ErrorReason fault, String problem) implements Decoded<M> {}
}
