package org.tonewire.signaling.extend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that takes messages of these types. It may ask for the room (`RoomName`), the
/// sender (`ParticipantId`), the type (`String`), what the message says (`JsonObject`, not to be
/// changed) and a way to answer ([Replies]), in any order.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Handles {
    String[] value();
}
