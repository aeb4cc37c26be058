package org.tonewire.app.ui.model;

import java.nio.file.Path;

/// Where the program keeps its files.
///
/// @param settings what a person chose
/// @param data what the program made and needs again, like the certificate of its rooms
/// @param logs what the program noted
/// @param recordings where recordings go unless a person chose another folder
public record Folders(Path settings, Path data, Path logs, Path recordings) {}
