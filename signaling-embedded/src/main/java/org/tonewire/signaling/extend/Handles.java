package org.tonewire.signaling.extend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that handles messages of these types. Its parameters may be, in any order: the
/// room (`RoomName`), the sender (`ParticipantId`), the type (`String`), the payload (`JsonObject`,
/// not to be modified) and [Replies].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Handles {
    String[] value();
}
