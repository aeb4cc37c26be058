package org.tonewire.app.ui.side;

/// A chat message.
///
/// @param own whether it was written here
public record ChatLine(String name, String text, boolean own) {}
