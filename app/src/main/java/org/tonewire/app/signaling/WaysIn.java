package org.tonewire.app.signaling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.invite.OfferedSecrets;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.signaling.JoinRequest;

/// The secrets by which a channel may enter its room: the present one, and those that were offered.
/// A round of tries begins with the present one; others are tried only if the server refuses that.
/// What is offered during a round is tried after what waits, and a round has an end: who sends
/// secrets without end keeps nobody from another one.
///
/// @param present by the secret that the server took last, or the first one
/// @param trying what the connection under way enters by
/// @param refusals of the server in this round
/// @param untried the offered secrets that were not tried in this round, the next one first
/// @param offered all offered secrets
record WaysIn(
        JoinRequest present,
        JoinRequest trying,
        int refusals,
        List<RoomSecret> untried,
        List<RoomSecret> offered) {
    /// As many as can be offered at once.
    static final int MAX_REFUSALS = OfferedSecrets.MAX_SECRETS + 1;

    static WaysIn by(JoinRequest request) {
        return new WaysIn(request, request, 0, List.of(), List.of());
    }

    boolean triesPresent() {
        return secretOf(trying).equals(secretOf(present));
    }

    /// These are offered, and no others.
    WaysIn offering(List<RoomSecret> secrets) {
        List<RoomSecret> others = without(secrets, secretOf(present));
        Stream<RoomSecret> waiting = untried.stream().filter(others::contains);
        Stream<RoomSecret> added = others.stream().filter(each -> !offered.contains(each));
        return new WaysIn(
                present, trying, refusals, Stream.concat(waiting, added).toList(), others);
    }

    /// A new round of tries.
    WaysIn afresh() {
        return new WaysIn(present, present, 0, offered, offered);
    }

    /// The server refused what was tried.
    WaysIn afterRefusal() {
        return new WaysIn(present, trying, refusals + 1, untried, offered);
    }

    /// The next try of this round; empty if there is none.
    Optional<WaysIn> next() {
        return refusals > 0 && refusals < MAX_REFUSALS && !untried.isEmpty()
                ? Optional.of(
                        new WaysIn(
                                present,
                                present.by(untried.getFirst()),
                                refusals,
                                untried.subList(1, untried.size()),
                                offered))
                : Optional.empty();
    }

    /// The server took what was tried, and this is the present secret from here on.
    WaysIn taken() {
        List<RoomSecret> others = without(offered, secretOf(trying));
        return new WaysIn(trying, trying, 0, others, others);
    }

    private static RoomSecret secretOf(JoinRequest request) {
        return request.invite().secret();
    }

    private static List<RoomSecret> without(List<RoomSecret> secrets, RoomSecret one) {
        return secrets.stream().filter(each -> !each.equals(one)).toList();
    }
}
