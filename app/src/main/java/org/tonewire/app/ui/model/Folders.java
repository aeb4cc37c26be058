package org.tonewire.app.ui.model;

import java.nio.file.Path;

/// The folders of the program.
///
/// @param settings settings and known rooms
/// @param data data that the program created and needs, like the certificate of its rooms
/// @param logs log files
/// @param recordings the default folder for recordings
public record Folders(Path settings, Path data, Path logs, Path recordings) {}
