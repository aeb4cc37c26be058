package org.tonewire.benchmark.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.testbed.ChildProcess;
import org.tonewire.testbed.SoundServer;

/// A page in Debian's Chromium that calls itself: the default microphone, stereo Opus at 256 kb/s
/// in packets of 10 ms without processing, the default speakers.
final class ChromiumCall implements AutoCloseable {
    private static final String PAGE =
            """
            <!doctype html><title>call</title><audio id="ear" autoplay></audio><script>
            const wanted = {echoCancellation: false, noiseSuppression: false,
                autoGainControl: false, channelCount: 2};
            const music = text => text
                .replace(/useinbandfec=1/g, 'stereo=1;sprop-stereo=1;maxaveragebitrate=256000')
                .replace(/a=rtcp-mux\\r\\n/, 'a=rtcp-mux\\r\\na=ptime:10\\r\\n');
            const call = async () => {
                const sound = await navigator.mediaDevices.getUserMedia({audio: wanted});
                const here = new RTCPeerConnection(), there = new RTCPeerConnection();
                here.onicecandidate = event => there.addIceCandidate(event.candidate);
                there.onicecandidate = event => here.addIceCandidate(event.candidate);
                there.ontrack = event => { ear.srcObject = event.streams[0]; };
                sound.getTracks().forEach(track => here.addTrack(track, sound));
                await here.setLocalDescription(await here.createOffer());
                await there.setRemoteDescription(
                    {type: 'offer', sdp: music(here.localDescription.sdp)});
                await there.setLocalDescription(await there.createAnswer());
                await here.setRemoteDescription(
                    {type: 'answer', sdp: music(there.localDescription.sdp)});
            };
            call();
            </script>
            """;

    private final ChildProcess browser;

    private ChromiumCall(ChildProcess browser) {
        this.browser = browser;
    }

    static Optional<String> program() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser").stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    /// Starts calling; sound flows some seconds later.
    static ChromiumCall start(String program, SoundServer server, String display)
            throws IOException {
        Path folder = server.folder().resolve("chromium");
        Files.createDirectories(folder);
        Path page = Files.writeString(folder.resolve("call.html"), PAGE);
        Map<String, String> environment = new HashMap<>(server.environment());
        environment.put("DISPLAY", display);
        environment.put("HOME", folder.toString());
        return new ChromiumCall(
                ChildProcess.start(
                        "chromium",
                        environment,
                        List.of(
                                program,
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--use-fake-ui-for-media-stream",
                                "--autoplay-policy=no-user-gesture-required",
                                "--user-data-dir=" + folder,
                                page.toUri().toString())));
    }

    @Override
    public void close() {
        browser.close();
    }
}
