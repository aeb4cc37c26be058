package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// What an address is: a station, which is connected again when it drops, or a file, which ends.
class StationOrFileTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final StreamTimeouts TIMEOUTS =
            new StreamTimeouts(LIMIT, LIMIT, LIMIT, Duration.ZERO);
    private static final int PART = 16_000;
    private static final int PARTS = 6;

    @TempDir static Path folder;
    private static byte[] mp3 = {};

    /// How the server says where the answer ends.
    enum Framing {
        LENGTH,
        CHUNKED_END,
        CHUNKED_CUT,
        CLOSE
    }

    /// What a connection gets.
    enum Content {
        /// The same each time.
        FILE,

        /// What is on the air.
        ENDLESS,

        /// An announcement that is always the same, then what is on the air.
        ANNOUNCED
    }

    enum Outcome {
        ENDS,
        IS_LOST,
        GOES_ON
    }

    @BeforeAll
    static void encode() throws Exception {
        Path wav = SampleFiles.wav(folder, 44_100, 2, PART * PARTS / 16_000.0 + 0.5);
        Path noisy =
                SampleFiles.encoded(
                        folder, wav, "r.mp3", "-af", "vibrato", "-b:a", "128k", "-write_xing", "0");
        mp3 = Files.readAllBytes(noisy);
    }

    @ParameterizedTest
    @CsvSource({
        "LENGTH,      false, FILE,      ENDS,    1",
        "LENGTH,      true,  FILE,      ENDS,    1",
        "CHUNKED_END, false, FILE,      ENDS,    1",
        "CHUNKED_END, true,  FILE,      ENDS,    2",
        "CHUNKED_CUT, false, FILE,      IS_LOST, 2",
        "CHUNKED_CUT, true,  FILE,      IS_LOST, 2",
        "CLOSE,       false, FILE,      ENDS,    2",
        "CLOSE,       true,  FILE,      ENDS,    2",
        "CHUNKED_END, false, ENDLESS,   ENDS,    1",
        "CHUNKED_END, true,  ENDLESS,   GOES_ON, 5",
        "CHUNKED_CUT, false, ENDLESS,   GOES_ON, 5",
        "CHUNKED_CUT, true,  ENDLESS,   GOES_ON, 5",
        "CLOSE,       false, ENDLESS,   GOES_ON, 5",
        "CLOSE,       true,  ENDLESS,   GOES_ON, 5",
        "CLOSE,       true,  ANNOUNCED, GOES_ON, 5",
    })
    void aFileEndsAndAStationGoesOn(
            Framing framing, boolean icy, Content content, Outcome outcome, int connections)
            throws Exception {
        try (Server server = new Server(framing, icy, content)) {
            SourceStream stream = open(server.uri());
            Heard heard = Heard.of(stream);
            if (outcome == Outcome.GOES_ON) {
                heard.untilFrames(380, LIMIT);
                assertThat(server.connections.get()).isGreaterThanOrEqualTo(connections - 1);
            } else {
                heard.untilOver(LIMIT);
                assertThat(server.connections.get()).isEqualTo(connections);
                assertThat(heard.frames()).isBetween(95, 105);
            }
            stream.close();
            assertThat(heard.ends()).isEqualTo(outcome == Outcome.ENDS ? 1 : 0);
            Problem lost = new Problem(Reason.STREAM_LOST, "127.0.0.1");
            assertThat(heard.problem()).isEqualTo(outcome == Outcome.IS_LOST ? lost : null);
        }
    }

    private static SourceStream open(URI uri) {
        MediaSources sources = new HandedTime().sources(TIMEOUTS);
        SourceOpening opening = sources.open(new SourceOrigin.Address(uri));
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    /// Answers each connection with one second of sound, and closes it.
    private static final class Server implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();
        private final Framing framing;
        private final boolean icy;
        private final Content content;

        Server(Framing framing, boolean icy, Content content) throws IOException {
            this.framing = framing;
            this.icy = icy;
            this.content = content;
            Thread.ofPlatform().daemon().name("station").start(this::serve);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/a");
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket socket = door.accept()) {
                    InputStream in = socket.getInputStream();
                    readRequest(in);
                    int connection = connections.getAndIncrement();
                    if (content != Content.FILE && connection >= PARTS) {
                        awaitEnd(in);
                    } else {
                        answer(socket.getOutputStream(), connection);
                    }
                } catch (IOException _) {
                    // The listener went away.
                }
            }
        }

        /// A station never begins anew: a listener that is ahead of the test waits.
        private static void awaitEnd(InputStream in) throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        private static void readRequest(InputStream in) throws IOException {
            int newlines = 0;
            while (newlines < 2) {
                int read = in.read();
                if (read < 0) {
                    throw new IOException("no request");
                }
                newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
            }
        }

        private void answer(OutputStream out, int connection) throws IOException {
            byte[] body = body(connection);
            String head = "HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nConnection: close\r\n";
            String station = icy ? "icy-name: Test\r\n" : "";
            String length =
                    switch (framing) {
                        case LENGTH -> "Content-Length: " + body.length + "\r\n";
                        case CHUNKED_END, CHUNKED_CUT -> "Transfer-Encoding: chunked\r\n";
                        case CLOSE -> "";
                    };
            out.write(ascii(head + station + length + "\r\n"));
            boolean chunked = framing == Framing.CHUNKED_END || framing == Framing.CHUNKED_CUT;
            for (int at = 0; at < body.length; at += 1_600) {
                byte[] chunk = Arrays.copyOfRange(body, at, Math.min(at + 1_600, body.length));
                out.write(ascii(chunked ? Integer.toHexString(chunk.length) + "\r\n" : ""));
                out.write(chunk);
                out.write(ascii(chunked ? "\r\n" : ""));
            }
            out.write(ascii(framing == Framing.CHUNKED_END ? "0\r\n\r\n" : ""));
        }

        private byte[] body(int part) {
            byte[] onAir = Arrays.copyOfRange(mp3, part * PART, (part + 1) * PART);
            return switch (content) {
                case FILE -> Arrays.copyOf(mp3, PART);
                case ENDLESS -> onAir;
                case ANNOUNCED -> {
                    byte[] both = Arrays.copyOf(mp3, 2 * PART);
                    System.arraycopy(onAir, 0, both, PART, PART);
                    yield both;
                }
            };
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
