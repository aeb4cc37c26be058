package org.tonewire.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;

final class SingleInstanceTest {
    private static final Invite INVITE =
            InviteLink.parse("https://10.0.0.1:4433/r/Band#k=AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    @TempDir Path folder;

    @Test
    void theSecondHandsItsInviteOver() {
        List<Optional<Invite>> told = new CopyOnWriteArrayList<>();
        try (SingleInstance first = first()) {
            first.follow(told::add);
            assertThat(SingleInstance.enter(folder, Optional.of(INVITE)))
                    .isEqualTo(new LaunchOutcome.HandedOver());
            assertThat(SingleInstance.enter(folder, Optional.empty()))
                    .isEqualTo(new LaunchOutcome.HandedOver());
        }
        assertThat(told).containsExactly(Optional.of(INVITE), Optional.empty());
    }

    @Test
    void whatComesBeforeTheWindowListensIsToldLater() {
        List<Optional<Invite>> told = new CopyOnWriteArrayList<>();
        try (SingleInstance first = first()) {
            SingleInstance.enter(folder, Optional.of(INVITE));
            first.follow(told::add);
        }
        assertThat(told).containsExactly(Optional.of(INVITE));
    }

    @Test
    void afterTheFirstHasClosedTheNextIsFirst() {
        first().close();
        first().close();
    }

    @Test
    void closingTwiceLeavesTheNextOneItsDoor() {
        SingleInstance old = first();
        old.close();
        try (SingleInstance next = first()) {
            next.follow(_ -> {});
            old.close();
            assertThat(SingleInstance.enter(folder, Optional.empty()))
                    .isEqualTo(new LaunchOutcome.HandedOver());
        }
    }

    @Test
    void theSocketOfACrashedProcessIsPutAway() throws IOException {
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(folder.resolve("window.sock")));
        }
        assertThat(folder.resolve("window.sock")).exists();
        first().close();
    }

    @Test
    @Tag("posix")
    void theFolderIsItsOwnersAlone() throws IOException {
        try (SingleInstance _ = first()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nonsenseIsAnsweredAndChangesNothing() throws IOException {
        List<Optional<Invite>> told = new CopyOnWriteArrayList<>();
        try (SingleInstance first = first()) {
            first.follow(told::add);
            assertThat(say("tonewire 1 join https://10.0.0.1/r/x")).isEqualTo("no");
            assertThat(say("tonewire 2 show")).isEqualTo("no");
            assertThat(say("tonewire 1 show")).isEqualTo("ok");
        }
        assertThat(told).containsExactly(Optional.empty());
    }

    @Test
    void whereNoSocketFitsTheWindowStandsAlone() {
        Path deep = folder.resolve("x".repeat(120));
        assertThat(SingleInstance.enter(deep, Optional.empty()))
                .isEqualTo(new LaunchOutcome.Alone());
    }

    private String say(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.resolve("window.sock")));
            LaunchMessage.write(channel, line);
            return LaunchMessage.read(channel);
        }
    }

    private SingleInstance first() {
        LaunchOutcome entry = SingleInstance.enter(folder, Optional.empty());
        assertThat(entry).isInstanceOf(LaunchOutcome.First.class);
        return ((LaunchOutcome.First) entry).window();
    }
}
