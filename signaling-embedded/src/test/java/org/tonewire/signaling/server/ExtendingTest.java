package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.dialect.Dialect;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.extend.MessageHandlers;

/// Compiles the code in `docs/EXTENDING.md` and runs it with clients.
final class ExtendingTest {
    private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("public final class (\\w+)");

    @TempDir private Path folder;

    @Test
    void theHandlerOfTheDocsReachesEveryFamily() throws Exception {
        Object applause = made("Applause");
        try (TestServer server =
                        TestServer.start(ServerFeatures.NONE.with(MessageHandlers.of(applause)));
                Transcript transcript = new Transcript(server)) {
            var _ =
                    transcript.play(
                            """
                            ann opens /
                            ann → {"type":"CONFIRM_ID","payload":{"name":"Ann"}}
                            ann ← {"type":"CONFIRM_ID","payload":{"user":{"id":"100000000000001","name":"Ann"}}}
                            bob opens /webrtc/signaling/default/bob
                            ann ← {"type":"JOIN","payload":{"user":{"id":"bob","name":"bob"}}}
                            eve opens /
                            eve → {"type":"register","client_id":"eve"}
                            eve ← {"type":"registered","client_id":"eve","room_id":"default","peers":["bob"]}
                            ann ← {"type":"JOIN","payload":{"user":{"id":"eve","name":"eve"}}}
                            bob ← {"type":"peer_joined","peer_id":"eve"}
                            ann → {"type":"CLAP","payload":{"times":3}}
                            bob ← {"type":"clap","times":3,"from_peer_id":"100000000000001"}
                            eve ← {"type":"clap","sender_id":"100000000000001","times":3}
                            ann ← {"type":"clap","payload":{"user":{"id":"100000000000001","name":"Ann"},"times":3}}
                            eve → {"type":"clap","times":1}
                            bob ← {"type":"clap","times":1,"from_peer_id":"eve"}
                            ann ← {"type":"clap","payload":{"user":{"id":"eve","name":"eve"},"type":"clap","times":1}}
                            eve ← {"type":"clap","sender_id":"eve","times":1}
                            """);
        }
    }

    @Test
    void theDialectOfTheDocsWorks() throws Exception {
        Dialect.AtPath shout = (Dialect.AtPath) made("ShoutDialect");
        Dialects more = new Dialects(List.of(shout), List.of());
        try (TestServer server = TestServer.start(ServerFeatures.NONE.with(more));
                Transcript transcript = new Transcript(server)) {
            var _ =
                    transcript.play(
                            """
                            page opens /webrtc/signaling/r/page
                            ann opens /shout/r/ann
                            page ← {"type":"peer_joined","peer_id":"ann"}
                            bob opens /shout/r/bob
                            page ← {"type":"peer_joined","peer_id":"bob"}
                            ann → {"hey":1}
                            bob ← {"hey":1}
                            bob → no
                            bob is closed 1007 not JSON (line 1, column 1)
                            page ← {"type":"peer_left","peer_id":"bob"}
                            """);
        }
    }

    /// Compiles the class of that name and creates an instance.
    private Object made(String wanted) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--release",
                                "25",
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path")));
        Matcher code = CODE.matcher(Files.readString(Path.of("../docs/EXTENDING.md")));
        while (code.find()) {
            Matcher name = NAME.matcher(code.group(1));
            assertThat(name.find()).isTrue();
            Path file = folder.resolve(name.group(1) + ".java");
            Files.writeString(file, code.group(1));
            arguments.add(file.toString());
        }
        int outcome =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(outcome).isZero();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass(wanted).getConstructor().newInstance();
    }
}
