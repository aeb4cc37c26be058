package org.tonewire.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.shell.WindowIntent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tonewire join`: joins a room by its invite.
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Joins the room of an invite.")
final class JoinCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INVITE", description = "The invite from the host.")
    private String link = "";

    @Mixin private SessionOptions session = new SessionOptions();

    private final CommandContext context;

    JoinCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        session.check();
        Optional<Invite> invite = InviteLink.parse(link);
        if (invite.isEmpty()) {
            context.lines(session.json()).problem(Problem.of(InviteLink.missing(link)));
            return ExitCode.USAGE.number();
        }
        return session.headless()
                ? context.missing(session).orElseGet(() -> headless(invite.get())).number()
                : context.window(session, new WindowIntent.Join(invite.get())).number();
    }

    private ExitCode headless(Invite invite) {
        JoinRequest request = JoinRequest.of(invite, context.name(session));
        return new HeadlessRun(context.services(), context.lines(session.json()))
                .run(request, session, Optional.empty());
    }
}
