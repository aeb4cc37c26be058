package org.tonewire.app.ui.model;

/// An item to select, with its text.
public record Choice<T>(T value, String label) {}
