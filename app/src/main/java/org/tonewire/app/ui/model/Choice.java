package org.tonewire.app.ui.model;

/// Something to choose, with its words.
public record Choice<T>(T value, String label) {}
