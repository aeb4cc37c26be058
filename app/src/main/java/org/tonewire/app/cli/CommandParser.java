package org.tonewire.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Parses the lines of `--commands`: a command word, its subject, a value. What is refused is
/// refused whole: it changes nothing.
final class CommandParser {
    static final String HELP =
            """
            add SOURCE                          remove ID
            mute ID | unmute ID                 gain ID DB
            profile ID voice|music|studio       origin ID SOURCE
            channels ID both|left|right|mono
            track-mute WHO/TRACK on|off         track-gain WHO/TRACK DB
            track-pan WHO/TRACK -1..1           track-solo WHO/TRACK on|off
            output NAME|default|none            master DB
            record DIR                          stop-recording
            chat TEXT                           rename NAME
            renew-invite                        remove-participant WHO
            leave\
            """;

    private static final double MIN_GAIN_DB = -60;
    private static final double MAX_GAIN_DB = 12;

    sealed interface Reading {}

    record Understood(SessionCommand command) implements Reading {}

    record NotUnderstood(String why) implements Reading {}

    /// The list of commands is asked for.
    record Help() implements Reading {}

    private final CommandSubjects subjects;
    private final String subject;
    private final String value;

    private CommandParser(CommandSubjects subjects, String subject, String value) {
        this.subjects = subjects;
        this.subject = subject;
        this.value = value;
    }

    /// @param subjects what the line can name; follows what the line adds or removes
    static Reading read(String line, CommandSubjects subjects) {
        String[] words = line.split("\\s+", 3);
        String subject = words.length > 1 ? words[1] : "";
        String value = words.length > 2 ? words[2] : "";
        String rest = line.substring(words[0].length()).strip();
        if (line.equals("help")) {
            return new Help();
        }
        try {
            return new CommandParser(subjects, subject, value)
                    .command(words[0], rest)
                    .<Reading>map(Understood::new)
                    .orElse(
                            new NotUnderstood(
                                    line + ": there is no such command; help lists them"));
        } catch (SourceGrammar.SyntaxException | IllegalArgumentException e) {
            return new NotUnderstood(line + ": " + e.getMessage());
        }
    }

    private Optional<SessionCommand> command(String word, String rest)
            throws SourceGrammar.SyntaxException {
        return Optional.ofNullable(
                switch (word) {
                    case "add" -> add(spec(rest));
                    case "remove" -> remove(source());
                    case "mute" -> new SessionCommand.SetSourceMuted(source(), true);
                    case "unmute" -> new SessionCommand.SetSourceMuted(source(), false);
                    case "gain" -> new SessionCommand.SetSourceGain(source(), gainDb(value));
                    case "profile" ->
                            new SessionCommand.SetSourceProfile(
                                    source(), SourceGrammar.profile(value));
                    case "channels" ->
                            new SessionCommand.SetSourceChannels(
                                    source(), SourceGrammar.channels(value));
                    case "origin" ->
                            new SessionCommand.ChangeOrigin(source(), spec(value).origin());
                    case "track-mute" -> new SessionCommand.SetTrackMuted(track(), isOn());
                    case "track-gain" -> new SessionCommand.SetTrackGain(track(), gainDb(value));
                    case "track-pan" -> new SessionCommand.SetTrackPan(track(), pan());
                    case "track-solo" -> new SessionCommand.SetTrackSolo(track(), isOn());
                    case "output" -> new SessionCommand.SetOutput(SessionOptions.outputOf(rest));
                    case "master" -> new SessionCommand.SetMasterGain(gainDb(rest));
                    case "record" -> new SessionCommand.StartRecording(Path.of(rest));
                    case "stop-recording" -> new SessionCommand.StopRecording();
                    case "chat" -> chat(rest);
                    case "renew-invite" -> renewed(SessionCommand.RenewInvite.forAll());
                    case "remove-participant" ->
                            renewed(SessionCommand.RenewInvite.without(participant(rest)));
                    case "rename" -> new SessionCommand.Rename(new ParticipantName(rest));
                    default -> null;
                });
    }

    private SessionCommand renewed(SessionCommand command) {
        if (!subjects.isHost()) {
            throw new IllegalArgumentException("only the host of the room can do this");
        }
        return command;
    }

    private IdentityKey participant(String who) {
        return IdentityKey.parse(who)
                .filter(subjects::hasParticipant)
                .orElseThrow(() -> new IllegalArgumentException("there is no such participant"));
    }

    private static SessionCommand chat(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("there is no text to send");
        }
        return new SessionCommand.SendChat(text);
    }

    private SessionCommand add(SourceSpec spec) {
        return new SessionCommand.AddSource(subjects.addSource(), spec);
    }

    private SessionCommand remove(SourceId id) {
        subjects.removeSource(id);
        return new SessionCommand.RemoveSource(id);
    }

    private SourceId source() {
        SourceId id = new SourceId(subject);
        if (!subjects.hasSource(id)) {
            throw new IllegalArgumentException("there is no such source");
        }
        return id;
    }

    private TrackKey track() {
        int slash = subject.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a track is named WHO/TRACK, as events name them");
        }
        TrackId id = new TrackId(subject.substring(slash + 1));
        return IdentityKey.parse(subject.substring(0, slash))
                .map(participant -> new TrackKey(participant, id))
                .filter(subjects::hasTrack)
                .orElseThrow(() -> new IllegalArgumentException("there is no such track"));
    }

    /// Standard input carries the commands, so no source can read it.
    private static SourceSpec spec(String words) throws SourceGrammar.SyntaxException {
        SourceSpec spec = SourceGrammar.parse(words);
        if (spec.origin() instanceof SourceOrigin.Pipe) {
            throw new IllegalArgumentException("standard input carries these commands");
        }
        return spec;
    }

    private static double gainDb(String text) {
        return number(text, MIN_GAIN_DB, MAX_GAIN_DB, "a gain is between -60 and 12 dB");
    }

    private double pan() {
        return number(value, -1, 1, "a pan is between -1 and 1");
    }

    /// @param rule the error message for values out of range, and for what is no number
    private static double number(String text, double min, double max, String rule) {
        try {
            double number = Double.parseDouble(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The message follows below.
        }
        throw new IllegalArgumentException(rule);
    }

    private boolean isOn() {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("on or off is expected");
        };
    }
}
