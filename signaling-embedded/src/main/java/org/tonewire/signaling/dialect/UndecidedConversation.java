package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.codec.ParsedText;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The conversation of a client whose family the first frame decides. Until then it has a
/// conversation in every family that is possible, because clients of one of them receive messages
/// before they send any. What such a client would receive is held back for a moment, in case its
/// first frame arrives.
///
/// `Undecided --first frame of a family--> Decided`
final class UndecidedConversation implements Conversation {
    private static final Family FAMILY = new Family("undecided");
    private static final int MAX_DEPTH = 32;
    private static final int MAX_HELD = 64;
    private static final Duration HOLD_TIME = Duration.ofMillis(500);

    private record Candidate(Dialect.ByFirstFrame dialect, Conversation conversation) {}

    private record Held(Candidate by, Step step) {}

    private final List<Candidate> candidates;
    private final List<Candidate> listening = new ArrayList<>(1);
    private final List<Held> held = new ArrayList<>();
    private boolean holding = true;
    private @Nullable Conversation decided;

    UndecidedConversation(List<Dialect.ByFirstFrame> dialects, Handshake handshake) {
        candidates =
                dialects.stream()
                        .map(dialect -> new Candidate(dialect, dialect.begin(handshake)))
                        .toList();
    }

    @Override
    public Family family() {
        return decided == null ? FAMILY : decided.family();
    }

    @Override
    public boolean waitsForPerson() {
        return true;
    }

    @Override
    public List<Step> opened() {
        List<Step> steps = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<Step> first = candidate.conversation().opened();
            if (first.stream().anyMatch(UndecidedConversation::isListening)) {
                listening.add(candidate);
            }
            steps.addAll(first);
        }
        return steps;
    }

    @Override
    public List<Step> received(String text) {
        if (decided != null) {
            return decided.received(text);
        }
        if (KeepAlive.isText(text)) {
            return List.of();
        }
        return switch (ParsedText.parse(text, MAX_DEPTH)) {
            case ParsedText.Unfit(String problem) ->
                    List.of(new Step.Close(CloseCode.NOT_UNDERSTOOD, problem));
            case ParsedText.OfObject(JsonObject frame) -> first(frame, text);
        };
    }

    @Override
    public List<Step> notified(RoomEffect.ToConnection effect) {
        if (decided != null) {
            return decided.notified(effect);
        }
        boolean first = held.isEmpty();
        List<Step> now = new ArrayList<>();
        for (Candidate candidate : listening) {
            for (Step step : candidate.conversation().notified(effect)) {
                if (!holding || !(step instanceof Step.Send)) {
                    now.add(step);
                } else if (held.size() < MAX_HELD) {
                    held.add(new Held(candidate, step));
                }
            }
        }
        if (first && !held.isEmpty()) {
            now.add(new Step.StartTimer(HOLD_TIME));
        }
        return now;
    }

    @Override
    public List<Step> timerElapsed() {
        holding = false;
        if (decided != null) {
            return decided.timerElapsed();
        }
        List<Step> steps = held.stream().map(Held::step).toList();
        held.clear();
        return steps;
    }

    @Override
    public List<Step> serverClosing() {
        return decided == null
                ? candidates.getFirst().conversation().serverClosing()
                : decided.serverClosing();
    }

    @Override
    public List<Step> settingsChanged() {
        return decided == null ? List.of() : decided.settingsChanged();
    }

    private static boolean isListening(Step step) {
        return step instanceof Step.Raise(RoomEvent event) && event instanceof RoomEvent.Listen;
    }

    private List<Step> first(JsonObject frame, String text) {
        if (KeepAlive.isMessage(new JsonFrame(frame, JsonFrame.bytes(text)))) {
            return List.of();
        }
        return candidates.stream()
                .filter(candidate -> candidate.dialect().matchesFirstFrame(frame))
                .findFirst()
                .map(candidate -> decide(candidate, text))
                .orElseGet(() -> List.of(new Step.Ignore("a message of no known family")));
    }

    private List<Step> decide(Candidate chosen, String text) {
        Conversation conversation = chosen.conversation();
        decided = conversation;
        List<Step> steps = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!candidate.equals(chosen)) {
                steps.addAll(candidate.conversation().abandoned());
            }
        }
        held.stream()
                .filter(waiting -> waiting.by().equals(chosen))
                .map(Held::step)
                .forEach(steps::add);
        held.clear();
        steps.addAll(conversation.received(text));
        return steps;
    }
}
