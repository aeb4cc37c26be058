package org.tonewire.signaling.codec;

import org.tonewire.signaling.protocol.ErrorReason;

/// A field is missing or wrong. Does not leave this package: it becomes [Decoded.BadField].
final class FieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final ErrorReason fault;

    FieldException(String field, ErrorReason fault, String problem) {
        super(problem, null, false, false);
        this.field = field;
        this.fault = fault;
    }

    <M> Decoded<M> asDecoded() {
        return new Decoded.BadField<>(field, fault, String.valueOf(getMessage()));
    }
}
