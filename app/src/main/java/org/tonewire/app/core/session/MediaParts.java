package org.tonewire.app.core.session;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.source.SourceOpener;

/// The adapters for sound that a session uses. Links, output and voice processing are made for each
/// session, on its thread; an output is handed the mixer that it pulls, links an executor that runs
/// tasks on the session's thread.
public record MediaParts(
        SourceOpener sources,
        Function<Mixer, AudioOutput> output,
        Function<Executor, PeerLinks> links,
        Supplier<VoiceProcessor> voice,
        RecorderOpener recorders) {}
