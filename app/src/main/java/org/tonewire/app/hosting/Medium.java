package org.tonewire.app.hosting;

import java.util.List;
import java.util.regex.Pattern;

/// What a network interface is made of, from the most to the least useful for other people's
/// computers.
enum Medium {
    /// A network card, or what the way to the internet leads through.
    HARDWARE,
    /// A VPN: reached by those who are in it.
    TUNNEL,
    /// The network of virtual machines or containers: reached by these alone.
    VIRTUAL;

    private static final Pattern TUNNELS =
            Pattern.compile("(?i)(u?tun|tap|wg|ppp|ipsec|gif|stf|zt|tailscale|nordlynx|wintun).*");
    private static final Pattern MACHINES =
            Pattern.compile(
                    "(?i)(docker|podman|virbr|veth|vnet|vmnet|vmenet|vboxnet|lxc|lxd|incus|cni"
                            + "|flannel|cali|dummy|bridge1\\d\\d|br-[0-9a-f]{12}|vethernet).*"
                            + "|.*(virtualbox|vmware|hyper-v).*");

    /// @param carriesTheRoute whether packets to the internet leave by it
    static Medium of(List<String> names, boolean pointToPoint, boolean carriesTheRoute) {
        if (pointToPoint || names.stream().anyMatch(name -> TUNNELS.matcher(name).matches())) {
            return TUNNEL;
        }
        boolean machines = names.stream().anyMatch(name -> MACHINES.matcher(name).matches());
        return machines && !carriesTheRoute ? VIRTUAL : HARDWARE;
    }
}
