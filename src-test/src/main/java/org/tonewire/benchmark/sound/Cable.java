package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tonewire.testbed.ChildProcess;

/// Two computers at a switch, as network namespaces of this one, and a cable that can be pulled.
/// Needs root.
final class Cable implements AutoCloseable {
    static final String HOST_ADDRESS = "10.77.0.1";

    private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(20);

    private final String prefix = "tonewire" + ProcessHandle.current().pid();
    private final String host = prefix + "a";
    private final String guest = prefix + "b";
    private final String bridge = prefix + "s";

    private Cable() {}

    static Cable lay() {
        Cable cable = new Cable();
        try {
            cable.make();
            return cable;
        } catch (AssertionError e) {
            cable.close();
            throw e;
        }
    }

    /// What starts a program on the host's computer.
    List<String> onHost() {
        return List.of("ip", "netns", "exec", host);
    }

    /// What starts a program on the computer whose cable is pulled.
    List<String> onGuest() {
        return List.of("ip", "netns", "exec", guest);
    }

    /// At the switch: the guest's computer keeps its address and loses its carrier.
    void pull() {
        ip("-n", bridge, "link", "set", "guest", "down");
    }

    void plug() {
        ip("-n", bridge, "link", "set", "guest", "up");
    }

    private void make() {
        for (String each : List.of(host, guest, bridge)) {
            ip("netns", "add", each);
            ip("-n", each, "link", "set", "lo", "up");
        }
        ip("-n", bridge, "link", "add", "br0", "type", "bridge");
        ip("-n", bridge, "link", "set", "br0", "up");
        join("host", host, HOST_ADDRESS);
        join("guest", guest, "10.77.0.2");
    }

    private void join(String port, String computer, String address) {
        ip("-n", bridge, "link", "add", port, "type", "veth", "peer", "eth0", "netns", computer);
        ip("-n", bridge, "link", "set", port, "master", "br0");
        ip("-n", bridge, "link", "set", port, "up");
        ip("-n", computer, "addr", "add", address + "/24", "dev", "eth0");
        ip("-n", computer, "link", "set", "eth0", "up");
        ip("-n", computer, "route", "add", "default", "via", "10.77.0.254");
    }

    private static void ip(String... arguments) {
        int code = tryIp(arguments);
        if (code != 0) {
            throw new AssertionError("ip " + String.join(" ", arguments) + " gave " + code);
        }
    }

    private static int tryIp(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        try (ChildProcess ip = ChildProcess.start("ip", Map.of(), command)) {
            return ip.awaitExit(TOOL_TIMEOUT);
        }
    }

    @Override
    public void close() {
        for (String each : List.of(host, guest, bridge)) {
            tryIp("netns", "del", each);
        }
    }
}
