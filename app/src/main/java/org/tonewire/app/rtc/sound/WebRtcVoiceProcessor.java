package org.tonewire.app.rtc.sound;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.rtc.guard.NativeRelease;

/// libwebrtc's voice processing without a connection: high-pass, echo cancellation (AEC3), noise
/// suppression and digital gain control on one mono voice. Source thread; allocates nothing per
/// frame.
public final class WebRtcVoiceProcessor implements VoiceProcessor {
    private static final AudioProcessingStreamConfig MONO =
            new AudioProcessingStreamConfig(AudioFormat.SAMPLE_RATE_HZ, 1);

    private final AudioProcessing processing = new AudioProcessing();
    private final byte[] voice = new byte[AudioFormat.FRAME_SAMPLES * 2];
    private final byte[] played = new byte[AudioFormat.FRAME_SAMPLES * 2];
    private boolean closed;

    public WebRtcVoiceProcessor() {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.highPassFilter.enabled = true;
        config.echoCanceller.enabled = true;
        config.noiseSuppression.enabled = true;
        config.noiseSuppression.level = AudioProcessingConfig.NoiseSuppression.Level.MODERATE;
        config.gainControl.enabled = true;
        config.gainControl.adaptiveDigital.enabled = true;
        processing.applyConfig(config);
    }

    @Override
    public void playedHere(float[] frame) {
        if (!closed) {
            packMono(frame, played);
            processing.processReverseStream(played, MONO, MONO, played);
        }
    }

    /// A frame that the library refuses stays unchanged.
    @Override
    public void process(float[] frame) {
        if (closed) {
            return;
        }
        packMono(frame, voice);
        if (processing.processStream(voice, MONO, MONO, voice) == 0) {
            unpackMono(voice, frame);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            NativeRelease.of(processing);
        }
    }

    private static void packMono(float[] frame, byte[] bytes) {
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            Pcm16.put(bytes, i, (frame[2 * i] + frame[2 * i + 1]) / 2);
        }
    }

    private static void unpackMono(byte[] bytes, float[] frame) {
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            float value = Pcm16.get(bytes, i);
            frame[2 * i] = value;
            frame[2 * i + 1] = value;
        }
    }
}
