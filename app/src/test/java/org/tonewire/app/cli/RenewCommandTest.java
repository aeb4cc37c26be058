package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.fake.FakeHosting;

/// Renewing the invite without a window.
class RenewCommandTest {
    private static final RoomSecret SECRET =
            RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow();
    private static final SessionEvent CHANGED =
            new SessionEvent.InviteChanged(
                    new FakeHosting().localInvite().with(SECRET),
                    Map.of(Identities.key("bob"), Identities.code("bob")));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final Wording wording = Wording.of(Locale.ENGLISH);
    private final VirtualSession room = VirtualSession.with("bob");

    @Test
    void theHostRenewsTheInviteAndRemovesAParticipant() {
        assertThat(read("renew-invite", true))
                .isInstanceOfSatisfying(
                        CommandParser.Understood.class,
                        read -> assertThat(((RenewInvite) read.command()).removed()).isEmpty());
        assertThat(read("remove-participant " + Identities.key("bob"), true))
                .isInstanceOfSatisfying(
                        CommandParser.Understood.class,
                        read ->
                                assertThat(((RenewInvite) read.command()).removed())
                                        .contains(Identities.key("bob")));
        assertThat(read("remove-participant " + Identities.key("eve"), true))
                .isInstanceOf(CommandParser.NotUnderstood.class);
    }

    @Test
    void whoIsNotTheHostDoesNeither() {
        for (String line : List.of("renew-invite", "remove-participant " + Identities.key("bob"))) {
            assertThat(read(line, false)).isInstanceOf(CommandParser.NotUnderstood.class);
        }
    }

    @Test
    void theInvitesOfTheHostArePrintedAgain() {
        FakeHosting hosting = new FakeHosting();
        JsonLines lines = new JsonLines(printed, wording);
        lines.hosting(hosting);
        hosting.renew(SECRET);
        out.reset();
        lines.happened(CHANGED);

        assertThat(text())
                .isEqualToIgnoringNewLines(
                        """
                        {"event":"invite-changed","invite":"%s","localInvite":"%s",\
                        "listenLink":"%s","codes":[{"participant":"%s","code":"%s"}]}\
                        """
                                .formatted(
                                        hosting.invite().link(),
                                        hosting.localInvite().link(),
                                        hosting.listenLink().orElseThrow().text(),
                                        Identities.key("bob"),
                                        Identities.code("bob")));
    }

    @Test
    void aParticipantPrintsTheInviteByItsAddress() {
        new JsonLines(printed, wording).happened(CHANGED);

        assertThat(text()).contains("\"invite\":\"https://127.0.0.1:").doesNotContain("local");
    }

    @Test
    void onATerminalTheNewInviteIsPrintedToo() {
        FakeHosting hosting = new FakeHosting();
        PlainLines lines = new PlainLines(printed, printed, wording);
        lines.hosting(hosting);
        hosting.renew(SECRET);
        out.reset();
        lines.happened(CHANGED);

        assertThat(text().lines().skip(1))
                .containsExactly(
                        hosting.invite().link(),
                        "To listen in a browser: " + hosting.listenLink().orElseThrow().text());
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private CommandParser.Reading read(String line, boolean host) {
        return CommandParser.read(
                line,
                new CommandSubjects(
                        new SourceIds(), List.of(), room.session::snapshot, () -> host));
    }
}
