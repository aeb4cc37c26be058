package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The problems with others that one person is told of: each of a person once in 10 s, and not too
/// many in all.
final class SimAlarms {
    private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    /// Of any number of names, in 10 s.
    private static final int MAX_AT_A_TIME = 60;

    private static final Set<Reason> OF_OTHERS =
            EnumSet.of(
                    Reason.IDENTITY_UNPROVEN,
                    Reason.TOO_MANY,
                    Reason.DESCRIPTION_CHANGED,
                    Reason.SEAL_MISMATCH,
                    Reason.SEAL_MISSING,
                    Reason.MESSAGE_REPEATED,
                    Reason.LINK_FAILED,
                    Reason.PARTICIPANT_UNREACHABLE);

    private final Map<Problem, Long> last = new HashMap<>();
    private final Set<Problem> early = new HashSet<>();
    private final Map<IdentityKey, Set<String>> names = new HashMap<>();
    private final Deque<Long> newest = new ArrayDeque<>();

    /// @throws AssertionError if that was told a moment ago
    void told(Problem problem, long nowNanos) {
        if (!OF_OTHERS.contains(problem.reason())) {
            return;
        }
        while (!newest.isEmpty() && nowNanos - newest.getFirst() >= EVERY_NANOS) {
            newest.removeFirst();
        }
        newest.addLast(nowNanos);
        if (newest.size() > MAX_AT_A_TIME) {
            throw new AssertionError("told of " + newest.size() + " problems in 10 s");
        }
        Long before = last.put(problem, nowNanos);
        boolean soon = before != null && nowNanos - before < EVERY_NANOS;
        if (soon && !early.add(problem)) {
            throw new AssertionError("told twice in 10 s of " + problem);
        }
    }

    /// A participant is shown under this name.
    void named(IdentityKey id, String name) {
        names.computeIfAbsent(id, _ -> new HashSet<>()).add(name);
    }

    /// What was counted of a participant is told when it leaves, and its time begins again.
    void left(IdentityKey id) {
        Set<String> its = names.getOrDefault(id, Set.of());
        last.keySet().removeIf(problem -> its.contains(problem.subject()));
        early.removeIf(problem -> its.contains(problem.subject()));
    }
}
