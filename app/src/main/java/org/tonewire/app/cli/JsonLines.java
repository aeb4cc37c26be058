package org.tonewire.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.SoundStats.SourceStats;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.text.Wording;
import org.tonewire.signaling.protocol.Role;

/// Prints events as JSON objects, one per line, for scripts (`docs/PROTOCOL.md`, "Event lines").
final class JsonLines implements EventLines {
    private final PrintStream out;
    private final Wording wording;
    private Optional<Hosting> hosted = Optional.empty();

    JsonLines(PrintStream out, Wording wording) {
        this.out = out;
        this.wording = wording;
    }

    @Override
    public void hosting(Hosting hosting) {
        hosted = Optional.of(hosting);
        JsonObject json = event("listening");
        json.addProperty("port", hosting.port());
        hosting.server().ifPresent(server -> json.addProperty("server", server.authority()));
        hosting.firstPin().ifPresent(pin -> json.addProperty("firstFingerprint", pin.text()));
        addInvites(json, hosting);
        print(json);
    }

    private static void addInvites(JsonObject json, Hosting hosting) {
        json.addProperty("invite", hosting.invite().link());
        json.addProperty("localInvite", hosting.localInvite().link());
        hosting.listenLink().ifPresent(link -> json.addProperty("listenLink", link.text()));
    }

    /// The session of a host has the local invite only.
    private void inviteChanged(SessionEvent.InviteChanged changed) {
        JsonObject json = event("invite-changed");
        json.addProperty("invite", changed.invite().link());
        hosted.ifPresent(hosting -> addInvites(json, hosting));
        JsonArray codes = new JsonArray();
        changed.codes()
                .forEach((id, code) -> {
                    JsonObject entry = new JsonObject();
                    entry.addProperty("participant", id.base64Url());
                    entry.addProperty("code", code.toString());
                    codes.add(entry);
                });
        json.add("codes", codes);
        print(json);
    }

    @Override
    public void problem(Problem problem) {
        problem(problem, 1);
    }

    private void problem(Problem problem, int times) {
        JsonObject json = event("error");
        addProblem(json, problem);
        if (times > 1) {
            json.addProperty("times", times);
        }
        print(json);
    }

    @Override
    public void refused(String why) {
        JsonObject json = event("error");
        json.addProperty("reason", "command-refused");
        json.addProperty("message", why);
        print(json);
    }

    @Override
    public void help(String commands) {
        JsonObject json = event("help");
        json.addProperty("commands", commands);
        print(json);
    }

    @Override
    public void dropped(long events) {
        JsonObject json = event("events-dropped");
        json.addProperty("events", events);
        print(json);
    }

    @Override
    public void happened(SessionEvent event) {
        switch (event) {
            case SessionEvent.ConnectionChanged(var status) -> connection(status);
            case SessionEvent.ParticipantJoined joined -> print(joined(joined));
            case SessionEvent.ParticipantRenamed(var id, String name) ->
                    print(participant("participant-renamed", id.base64Url(), name));
            case SessionEvent.ParticipantLeft left -> print(left(left));
            case SessionEvent.LinkChanged link -> print(link(link));
            case SessionEvent.TrackAdded(TrackKey key, String name) -> {
                JsonObject json = track("track-added", key);
                json.addProperty("name", name);
                print(json);
            }
            case SessionEvent.TrackChanged changed -> print(changed(changed));
            case SessionEvent.TrackRemoved(TrackKey key) -> print(track("track-removed", key));
            case SessionEvent.SourceChanged(var id, String name, var status) ->
                    source(id.value(), name, status);
            case SessionEvent.SourceRemoved(var id) -> {
                JsonObject json = event("source-removed");
                json.addProperty("source", id.value());
                print(json);
            }
            case SessionEvent.OutputChanged output -> print(output(output));
            case SessionEvent.SettingChanged(), SessionEvent.SecretHandedOver _ -> {}
            case SessionEvent.InviteChanged changed -> inviteChanged(changed);
            case SessionEvent.ChatReceived chat -> print(chat(chat));
            case SessionEvent.StatsCollected(var tracks, var sound, var refused) -> {
                tracks.forEach(this::stats);
                print(soundStats(sound));
                print(messageStats(refused));
            }
            case SessionEvent.RecordingChanged(var status) -> recording(status);
            case SessionEvent.ProblemOccurred(Problem problem, int times) ->
                    problem(problem, times);
        }
    }

    private void recording(RecordingStatus status) {
        JsonObject json = event("recording-changed");
        switch (status) {
            case RecordingStatus.Off() -> json.addProperty("status", "off");
            case RecordingStatus.Running(Path folder, List<TrackLoss> losses) -> {
                json.addProperty("status", "running");
                json.addProperty("folder", folder.toString());
                json.add("lost", lost(losses));
            }
            case RecordingStatus.Ended(Path folder, int files, List<TrackLoss> losses) -> {
                json.addProperty("status", "ended");
                json.addProperty("folder", folder.toString());
                json.addProperty("files", files);
                json.add("lost", lost(losses));
            }
        }
        print(json);
    }

    private JsonArray lost(List<TrackLoss> losses) {
        JsonArray array = new JsonArray();
        for (TrackLoss loss : losses) {
            JsonObject json = new JsonObject();
            json.addProperty("name", loss.participant());
            json.addProperty("track", loss.track());
            json.addProperty("part", loss.part().name().toLowerCase(Locale.ROOT));
            addProblem(json, loss.problem());
            array.add(json);
        }
        return array;
    }

    private static JsonObject joined(SessionEvent.ParticipantJoined joined) {
        JsonObject json = participant("participant-joined", joined.id().base64Url(), joined.name());
        json.addProperty("code", joined.code().toString());
        if (joined.role() == Role.GUEST) {
            json.addProperty("role", joined.role().wireName());
        }
        return json;
    }

    private static JsonObject left(SessionEvent.ParticipantLeft left) {
        JsonObject json = participant("participant-left", left.id().base64Url(), left.name());
        json.addProperty("lost", left.lost());
        return json;
    }

    private static JsonObject link(SessionEvent.LinkChanged link) {
        JsonObject json = event("link-changed");
        json.addProperty("participant", link.id().base64Url());
        json.addProperty("direction", direction(link.direction()));
        json.addProperty("state", link.state().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case SEND -> "sent";
            case RECEIVE -> "received";
        };
    }

    private static JsonObject changed(SessionEvent.TrackChanged changed) {
        JsonObject json = track("track-changed", changed.track());
        json.addProperty("name", changed.name());
        json.addProperty("muted", changed.mutedByOwner());
        return json;
    }

    private JsonObject output(SessionEvent.OutputChanged output) {
        JsonObject json = event("output-changed");
        json.addProperty("device", output.device());
        output.problem().ifPresent(it -> addProblem(json, it));
        return json;
    }

    private static JsonObject chat(SessionEvent.ChatReceived chat) {
        JsonObject json = event("chat");
        json.addProperty("participant", chat.from().map(Object::toString).orElse(""));
        json.addProperty("name", chat.name());
        json.addProperty("text", chat.text());
        return json;
    }

    private void connection(ConnectionStatus status) {
        switch (status) {
            case ConnectionStatus.Connecting() -> print(event("connecting"));
            case ConnectionStatus.InRoom(VerifyCode code) -> {
                JsonObject json = event("joined");
                json.addProperty("code", code.toString());
                print(json);
            }
            case ConnectionStatus.Reconnecting(Problem problem, var retryIn) -> {
                JsonObject json = event("reconnecting");
                addProblem(json, problem);
                json.addProperty("retryMillis", retryIn.toMillis());
                print(json);
            }
            case ConnectionStatus.Ended(Optional<Problem> problem) -> {
                problem.ifPresent(this::problem);
                print(event("left"));
            }
        }
    }

    private void source(String id, String name, SourceStatus status) {
        JsonObject json = event("source-changed");
        json.addProperty("source", id);
        json.addProperty("name", name);
        String word =
                switch (status) {
                    case SourceStatus.Opening() -> "opening";
                    case SourceStatus.Live() -> "live";
                    case SourceStatus.Finished() -> "finished";
                    case SourceStatus.Waiting _ -> "waiting";
                    case SourceStatus.Failed _ -> "failed";
                };
        Optional<Problem> problem = status.trouble();
        problem.ifPresent(it -> addProblem(json, it));
        json.addProperty("status", word);
        print(json);
        problem.ifPresent(this::problem);
    }

    private void stats(TrackStats track) {
        JsonObject json = event("stats");
        json.addProperty("participant", track.participant().base64Url());
        json.addProperty("track", track.track().value());
        json.addProperty("direction", direction(track.direction()));
        json.addProperty("codec", track.codec());
        json.addProperty("path", track.path());
        number(json, "bitrateBps", track.bitrateBps());
        number(json, "rttMillis", track.roundTripMillis());
        number(json, "jitterMillis", track.jitterMillis());
        number(json, "lossPercent", track.lossPercent());
        number(json, "bufferMillis", track.bufferMillis());
        number(json, "queueMillis", track.queueMillis());
        number(json, "concealedPercent", track.concealedPercent());
        number(json, "stretchedPercent", track.stretchedPercent());
        Levels levels = track.levels();
        JsonArray peaks = new JsonArray();
        peaks.add(rounded(levels.peakLeftDb()));
        peaks.add(rounded(levels.peakRightDb()));
        json.add("peakDb", peaks);
        print(json);
    }

    private static JsonObject messageStats(MessageStats refused) {
        JsonObject json = event("message-stats");
        json.addProperty("wrongSeal", refused.wrongSeal());
        json.addProperty("withoutSeal", refused.withoutSeal());
        json.addProperty("repeated", refused.repeated());
        json.addProperty("tooMuch", refused.tooMuch());
        return json;
    }

    private static JsonObject soundStats(SoundStats sound) {
        JsonObject json = event("sound-stats");
        JsonArray sources = new JsonArray();
        for (SourceStats each : sound.sources()) {
            JsonObject source = new JsonObject();
            source.addProperty("source", each.source().value());
            source.addProperty("frames", each.health().frames());
            source.addProperty("gaps", each.health().gaps());
            number(source, "clockErrorPpm", each.health().clockErrorPpm());
            source.addProperty("channels", each.channels().name().toLowerCase(Locale.ROOT));
            sources.add(source);
        }
        json.add("sources", sources);
        JsonArray tracks = new JsonArray();
        for (QueueStats each : sound.queues()) {
            JsonObject track = new JsonObject();
            track.addProperty("participant", each.track().participant().base64Url());
            track.addProperty("track", each.track().track().value());
            number(track, "queueMillis", each.queueMillis());
            track.addProperty("underruns", each.underruns());
            track.addProperty("lostFrames", each.lostFrames());
            number(track, "driftPpm", each.driftPpm());
            tracks.add(track);
        }
        json.add("tracks", tracks);
        json.addProperty("exactClock", sound.exactClock());
        json.addProperty("callbackFailures", sound.callbackFailures());
        return json;
    }

    /// The beginning of a line.
    static JsonObject event(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("event", name);
        return json;
    }

    private static JsonObject participant(String event, String id, String name) {
        JsonObject json = event(event);
        json.addProperty("participant", id);
        json.addProperty("name", name);
        return json;
    }

    private static JsonObject track(String event, TrackKey key) {
        JsonObject json = event(event);
        json.addProperty("participant", key.participant().base64Url());
        json.addProperty("track", key.track().value());
        return json;
    }

    private void addProblem(JsonObject json, Problem problem) {
        json.addProperty("reason", problem.reason().wireName());
        json.addProperty("message", wording.problem(problem));
    }

    /// Adds a number; NaN, which means unknown, is left out.
    private static void number(JsonObject json, String name, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(name, rounded(value));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public boolean hasReader() {
        return !out.checkError();
    }

    private void print(JsonObject json) {
        out.println(json);
        out.flush();
    }
}
