package org.tonewire.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.Screen;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.room.Participant;

/// Two real windows on a real display: one hosts, the other joins and hears; both close when they
/// are asked to. What was seen is kept in `target/screens`.
class WindowsTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final Path SCREENS = Path.of("target", "screens");

    @TempDir Path folder;

    @Test
    void oneHostsTheOtherJoinsAndHears() throws Exception {
        int port = freePort();
        try (SoundServer sound = SoundServer.start(SoundServerKind.PIPEWIRE);
                Screen screen = Screen.start();
                TonewireProcess ann =
                        window(sound, screen, "Ann", "host", "--room", "studio", "--port")
                                .with("" + port, "--advertise", "127.0.0.1", "--secret", SECRET)
                                .with("--source", "tone:440,name=A", "--output", "none")
                                .open()) {
            awaitListening(port, ann);
            String invite =
                    "https://127.0.0.1:%d/r/studio#k=%s&f=%s".formatted(port, SECRET, pin("Ann"));
            try (Recorder recorder = Recorder.listenTo(sound, monitorOf(SPEAKERS));
                    TonewireProcess bob =
                            window(sound, screen, "Bob", "join", invite, "--output", SPEAKERS)
                                    .open()) {
                new Hearing(recorder, () -> ann.report() + "\n" + bob.report())
                        .await("A", window -> window.peakDbfs() > -24);
                assertThat(colours(screen.shot(SCREENS.resolve("two-windows.png"))))
                        .as("colours on the screen")
                        .isGreaterThan(50);

                screen.closeWindows();

                assertThat(bob.awaitExit(Participant.SOON)).isZero();
                assertThat(ann.awaitExit(Participant.SOON)).isZero();
                assertThat(ann.report() + bob.report()).doesNotContain("Exception", "\tat ");
            }
        }
    }

    private Opening window(SoundServer sound, Screen screen, String name, String... arguments) {
        Map<String, String> environment = new HashMap<>(sound.environment());
        environment.put("DISPLAY", screen.display());
        return new Opening(folder.resolve(name), environment, name, List.of(arguments));
    }

    private record Opening(
            Path home, Map<String, String> environment, String name, List<String> arguments) {
        Opening with(String... more) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of(more));
            return new Opening(home, environment, name, List.copyOf(all));
        }

        TonewireProcess open() {
            List<String> all = with("--name", name).arguments();
            return TonewireProcess.start(home, environment, name, all.toArray(String[]::new));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(int port, TonewireProcess host) {
        Await.until(
                "listening",
                Participant.SOON,
                () -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                        return true;
                    } catch (IOException _) {
                        return false;
                    }
                },
                host::report);
    }

    /// The fingerprint of the certificate that a host keeps.
    private String pin(String host) throws IOException, GeneralSecurityException {
        Path certificates = folder.resolve(host).resolve(".local/share");
        Path pem;
        try (Stream<Path> files = Files.walk(certificates)) {
            pem =
                    files.filter(file -> file.toString().endsWith(".pem"))
                            .filter(WindowsTest::isCertificate)
                            .findFirst()
                            .orElseThrow();
        }
        String text = Files.readString(pem);
        byte[] own = text.substring(text.indexOf("-----BEGIN CERTIFICATE")).getBytes(UTF_8);
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(own));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static boolean isCertificate(Path file) {
        try {
            return Files.readString(file).contains("BEGIN CERTIFICATE");
        } catch (IOException _) {
            return false;
        }
    }

    private static int colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
