package org.tonewire.app.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Makes files to decode, and serves one.
final class SampleFiles {
    static final double LEFT_HZ = 440;
    static final double RIGHT_HZ = 1_000;
    static final double AMPLITUDE = 0.25;

    private SampleFiles() {}

    /// 440 Hz in the first channel, 1000 Hz in the others, 16 bit.
    static Path wav(Path folder, int rateHz, int channels, double seconds) throws IOException {
        int samples = (int) Math.round(seconds * rateHz);
        int bytes = samples * channels * 2;
        ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        out.putShort((short) 1).putShort((short) channels).putInt(rateHz);
        out.putInt(rateHz * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        out.put(ascii("data")).putInt(bytes);
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels; c++) {
                double hz = c == 0 ? LEFT_HZ : RIGHT_HZ;
                double value = AMPLITUDE * Math.sin(2 * Math.PI * hz * i / rateHz);
                out.putShort((short) Math.round(value * 32_767));
            }
        }
        Path file = folder.resolve(rateHz + "-" + channels + "-" + seconds + ".wav");
        return Files.write(file, out.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Runs the `ffmpeg` program, which must be installed.
    static Path encoded(Path folder, Path wav, String name, String... options) throws Exception {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-nostdin", "-v", "error", "-y", "-i", wav.toString()));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        ffmpeg(arguments);
        return file;
    }

    static void ffmpeg(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(arguments);
        command.addFirst("ffmpeg");
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new AssertionError("install ffmpeg: " + absent.getMessage(), absent);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
    }

    /// A radio station: a script sends the bytes, without a length.
    static final class Radio implements AutoCloseable {
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final HttpServer server;

        /// Sends the whole file to everyone, at once.
        Radio(Path file) throws IOException {
            this((exchange, _) -> {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            });
        }

        Radio(Script script) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, script));
            server.start();
        }

        private static void answer(HttpExchange exchange, Script script) {
            try (exchange) {
                script.play(exchange, exchange.getResponseBody());
            } catch (IOException _) {
                // The listener went away.
            }
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/radio.mp3");
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    interface Script {
        void play(HttpExchange exchange, OutputStream out) throws IOException;
    }

    static void pause(int millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /// Sends bytes at the rate at which they are played.
    static void paced(OutputStream out, byte[] bytes, int from, int to, int bytesPerSecond)
            throws IOException {
        int step = bytesPerSecond / 20;
        for (int at = from; at < to; at += step) {
            out.write(bytes, at, Math.min(step, to - at));
            out.flush();
            pause(50);
        }
    }
}
