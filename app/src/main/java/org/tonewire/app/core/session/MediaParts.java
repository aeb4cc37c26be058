package org.tonewire.app.core.session;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.source.SourceOpener;

/// The adapters for sound that a session uses. Links, output and voice processing are made anew for
/// each session, on its thread; links are handed an executor that runs tasks on it.
public record MediaParts(
        SourceOpener sources,
        Supplier<AudioOutput> output,
        Function<Executor, PeerLinks> links,
        Supplier<VoiceProcessor> voice,
        RecorderOpener recorders) {}
