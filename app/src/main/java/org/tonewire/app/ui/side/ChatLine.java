package org.tonewire.app.ui.side;

/// A line of the chat.
///
/// @param own written here
public record ChatLine(String name, String text, boolean own) {}
