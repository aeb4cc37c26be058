package org.tonewire.app.core.ice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The usable part of the ICE settings, with the usable servers that the signaling server names,
/// and a problem for each part that is not.
///
/// @param usable the same settings with usable servers and ports alone, own servers first
/// @param problems a sentence for a person each, without a password
public record IceCheck(IceSettings usable, List<Problem> problems) {
    /// A link asks every server from every network; far more than anybody has.
    public static final int MAX_SERVERS = 16;

    public IceCheck {
        problems = List.copyOf(problems);
    }

    /// Without servers that a signaling server names.
    public static IceCheck of(IceSettings settings) {
        return of(settings, Optional.of(List.of()));
    }

    /// @param named by the signaling server; empty while nobody knows what it will name
    static IceCheck of(IceSettings settings, Optional<List<IceServer>> named) {
        List<IceServer> usable = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        take(settings.servers(), Reason.ICE_SERVER_UNUSABLE, usable, problems);
        if (settings.fromServer()) {
            take(named.orElse(List.of()), Reason.NAMED_SERVER_UNUSABLE, usable, problems);
        }
        boolean mayCome = settings.fromServer() && named.isEmpty();
        if (settings.relayOnly() && !mayCome && !hasRelay(usable)) {
            problems.add(Problem.of(Reason.RELAY_MISSING));
        }
        if (!rangeFits(settings)) {
            problems.add(
                    new Problem(
                            Reason.PORTS_UNUSABLE, settings.minPort() + "–" + settings.maxPort()));
        }
        return new IceCheck(with(settings, usable), problems);
    }

    private static void take(
            List<IceServer> servers,
            Reason whenUnusable,
            List<IceServer> usable,
            List<Problem> problems) {
        for (IceServer server : servers) {
            switch (check(server, usable.size())) {
                case IceServerCheck.Usable(IceServer plain) -> usable.add(plain);
                case IceServerCheck.Refused _ ->
                        problems.add(new Problem(whenUnusable, ShownServer.of(server)));
            }
        }
    }

    /// Whether relay alone is asked for and no server of these could be one.
    public static boolean relayMissing(IceSettings settings) {
        return settings.relayOnly() && !hasRelay(of(settings).usable().servers());
    }

    private static IceServerCheck check(IceServer server, int before) {
        return before < MAX_SERVERS
                ? IceServerCheck.of(server)
                : new IceServerCheck.Refused(IceRefusal.TOO_MANY);
    }

    private static boolean hasRelay(List<IceServer> servers) {
        return servers.stream().anyMatch(server -> server.uri().startsWith("turn"));
    }

    private static boolean rangeFits(IceSettings settings) {
        int first = settings.minPort();
        int last = settings.maxPort();
        return (first == 0 && last == 0) || (first >= 1 && first <= last && last <= 65_535);
    }

    private static IceSettings with(IceSettings settings, List<IceServer> servers) {
        IceSettings usable = settings.withServers(servers);
        return rangeFits(settings) ? usable : usable.withPorts(0, 0);
    }
}
