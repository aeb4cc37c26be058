package org.tonewire.app.media.decode;

import java.util.Optional;

/// How a round over an input ended.
///
/// @param samples what came of it
/// @param broken why it did not come to its own end
/// @param silentNanos how long ago the last sound came
record RoundEnd(MediaInfo info, long samples, Optional<AvException> broken, long silentNanos) {}
