package org.tonewire.app.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.ManualLoop;

/// One history of a room: people act and the network breaks, as its seed says; then all is mended,
/// and after a while everything must be right.
final class SimRoom {
    private static final int MAX_PEOPLE = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final int MAX_LOOKS = 24;

    /// By then everyone has noticed that a connection with the server is broken.
    private static final Duration ALL_NOTICED = Duration.ofSeconds(20);

    /// The hostile ones have chances of their own, so that the others have theirs.
    private static final long HOSTILE = 0x5DEECE66DL;

    private final Random random;
    private final SimClocks clocks = new SimClocks();
    private final ManualLoop clock = clocks.main();
    private final List<SimPerson> people = new ArrayList<>();
    private final SimWatch watch = new SimWatch(people);
    private final SimServer server;
    private final SimNetwork network;
    private final Mischief mischief;
    private final List<String> log = new ArrayList<>();
    private final Hostility hostility;
    private final boolean hosted;
    private Optional<SimHost> host = Optional.empty();
    private int values;

    SimRoom(long seed) {
        hostility = Hostility.of(seed);
        hosted = SimHost.isIn(seed);
        random = new Random(seed);
        server = new SimServer(clock, random);
        network = new SimNetwork(clock, random, watch);
        mischief = new Mischief(hostility, server, watch, new Random(seed ^ HOSTILE), this::say);
    }

    /// @throws AssertionError with what is wrong, and all that was done
    static void play(long seed) {
        SimRoom room = new SimRoom(seed);
        try {
            room.play();
        } catch (AssertionError | RuntimeException e) {
            String told =
                    "seed %d, hostile: %s: %s%n%s"
                            .formatted(seed, Hostility.of(seed), e, String.join("\n", room.log));
            throw new AssertionError(told, e);
        }
    }

    private void play() {
        mischief.begin();
        join();
        if (hosted) {
            host = Optional.of(new SimHost(people.getFirst(), server, network, this::say));
        }
        join();
        if (mischief.needsMember()) {
            addHostile();
        }
        for (int actions = random.nextInt(5, 16); actions > 0; actions--) {
            clocks.pass(pause());
            act();
            mischief.act();
        }
        mend();
        SimChecks checks = new SimChecks(hostility, server, people);
        awaitRight(checks);
        if (random.nextInt(4) == 0 && !inside().isEmpty()) {
            welcome(checks);
        }
        lastWords();
        end();
    }

    private void awaitRight(SimChecks checks) {
        List<String> wrong = checks.look();
        for (int looks = 0; !wrong.isEmpty() && looks < MAX_LOOKS; looks++) {
            clocks.pass(LOOK_EVERY);
            host.ifPresent(each -> each.letGo(people));
            wrong = checks.look();
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n  ", wrong));
        }
    }

    private Duration pause() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMillis(random.nextInt(5));
            case 1 -> Duration.ofMillis(random.nextInt(300));
            case 2 -> Duration.ofMillis(random.nextInt(3_000));
            default -> Duration.ofMillis(random.nextInt(12_000));
        };
    }

    private void act() {
        if (inside().isEmpty()) {
            join();
            return;
        }
        switch (random.nextInt(hosted ? 23 : 21)) {
            case 0 -> join();
            case 1 -> leave();
            case 2, 3, 4 -> addSource();
            case 5, 6 -> withSource("removes", SimSources::remove);
            case 7 -> withSource("mutes", (sources, id) -> sources.mute(id, random.nextInt(3) > 0));
            case 8 -> withSource("changes", (sources, id) -> sources.changeOrigin(id, origin()));
            case 9 ->
                    withSource("profile", (sources, id) -> sources.setProfile(id, Profile.STUDIO));
            case 10 -> rename();
            case 11 -> setFader();
            case 12 -> offline();
            case 13 -> cutPath();
            case 14 -> cutSignaling();
            case 15, 16 -> loseDevices();
            case 17, 18 -> chat();
            case 19 -> record();
            case 20 -> restart();
            default -> host.ifPresent(each -> each.renew(people, clocks));
        }
    }

    private void say(String what) {
        log.add("  " + clock.nanoTime() / 1_000_000 + " ms: " + what);
    }

    private List<SimPerson> inside() {
        return people.stream().filter(person -> !person.isOver() && !person.isHostile()).toList();
    }

    private SimPerson anybody() {
        List<SimPerson> inside = inside();
        return inside.get(random.nextInt(inside.size()));
    }

    private void join() {
        if (inside().size() < MAX_PEOPLE && !server.isDown()) {
            SimPerson person = newPerson();
            say(person.name() + " joins");
            if (random.nextBoolean()) {
                person.sources().add(origin(person));
            }
        }
    }

    private SimPerson newPerson() {
        SimPerson made = new SimPerson(people.size() + 1, server, network, watch);
        people.add(made);
        clocks.add(made.loop());
        return made;
    }

    private void addHostile() {
        SimPerson person = newPerson();
        say(person.name() + " joins and is hostile");
        person.sources().add(origin());
        mischief.begin(person);
    }

    private void leave() {
        if (inside().size() > 2) {
            SimPerson person = anybody();
            say(person.name() + " leaves");
            person.leave();
        }
    }

    private SourceOrigin origin() {
        float value = ++values / 64f;
        String text = Float.toString(value);
        return switch (random.nextInt(4)) {
            case 0 -> new SourceOrigin.AudioFile(Path.of(text), true);
            case 1, 2 -> new SourceOrigin.Microphone(Optional.of(new DeviceId(text)));
            default -> new SourceOrigin.Tone(value * 20_000);
        };
    }

    /// One that opens.
    private SourceOrigin origin(SimPerson person) {
        SourceOrigin origin = origin();
        while (person.sources().areDevicesAway() && FakeSources.isDevice(origin)) {
            origin = origin();
        }
        return origin;
    }

    private void addSource() {
        SimPerson person = anybody();
        if (person.sources().all().size() < 3) {
            say(person.name() + " adds a source");
            person.sources().add(origin(person));
        }
    }

    private interface OnSource {
        void apply(SimSources sources, SourceId id);
    }

    private void withSource(String what, OnSource action) {
        SimPerson person = anybody();
        List<SourceId> ids = List.copyOf(person.sources().all().keySet());
        if (!ids.isEmpty()) {
            SourceId id = ids.get(random.nextInt(ids.size()));
            say(person.name() + " " + what + " " + id);
            action.apply(person.sources(), id);
        }
    }

    private void rename() {
        SimPerson person = anybody();
        String next = "Person " + person.number() + " renamed " + log.size();
        say(person.name() + " is now " + next);
        person.rename(next);
    }

    private void setFader() {
        SimPerson person = anybody();
        List<TrackKey> shown =
                person.view().participants().stream()
                        .flatMap(other -> other.tracks().stream())
                        .map(track -> track.key())
                        .toList();
        if (!shown.isEmpty()) {
            TrackKey key = shown.get(random.nextInt(shown.size()));
            Fader fader =
                    new Fader(
                            random.nextBoolean() ? 0 : -6,
                            0,
                            random.nextInt(4) == 0,
                            random.nextInt(3) == 0);
            say(person.name() + " sets " + key + " " + fader);
            person.setFader(key, fader);
        }
    }

    private Duration breakTime() {
        return Duration.ofMillis(random.nextInt(random.nextBoolean() ? 4_000 : 45_000));
    }

    private void offline() {
        SimPerson person = anybody();
        Duration time = breakTime();
        say(person.name() + " is offline for " + time);
        network.goOffline(person.number());
        person.cutSignaling(random.nextInt(3) == 0);
        clock.after(time, () -> network.goOnline(person.number()));
    }

    private void cutPath() {
        int one = anybody().number();
        int other = anybody().number();
        if (one != other) {
            Duration time = breakTime();
            say("no path between %d and %d for %s".formatted(one, other, time));
            network.cut(one, other);
            clock.after(time, () -> network.mend(one, other));
        }
    }

    private void cutSignaling() {
        SimPerson person = anybody();
        say(person.name() + " loses the server");
        person.cutSignaling(random.nextBoolean());
    }

    private void loseDevices() {
        SimPerson person = anybody();
        Duration time = breakTime();
        say(person.name() + " has no devices for " + time);
        person.sources().loseDevices();
        clock.after(time, person.sources()::findDevices);
    }

    private void chat() {
        SimPerson person = anybody();
        say(person.name() + " chats");
        person.say("chat " + log.size());
    }

    private void record() {
        SimPerson person = anybody();
        say(person.name() + (person.isRecording() ? " stops recording" : " records"));
        if (person.isRecording()) {
            person.stopRecording();
        } else {
            person.startRecording();
        }
    }

    private void restart() {
        Duration away = Duration.ofMillis(random.nextInt(4_000));
        say("the server restarts, " + away);
        server.restart(away);
    }

    private void mend() {
        clocks.settle();
        say("all is mended");
        mischief.end();
        network.mendAll();
        people.forEach(person -> person.sources().findDevices());
    }

    /// One more person joins; everyone sends texts in the moment they see the others, before any
    /// link between them is open, and all arrive in order.
    private void welcome(SimChecks checks) {
        clocks.pass(ALL_NOTICED);
        awaitRight(checks);
        SimPerson newcomer = newPerson();
        say(newcomer.name() + " joins and is greeted");
        List<SimPerson> inside = inside();
        inside.forEach(SimPerson::greet);
        clocks.pass(LOOK_EVERY);
        awaitRight(checks);
        boolean alone = inside.size() == 1;
        for (SimPerson person : inside) {
            for (SimPerson other : inside) {
                List<String> told = person.toldOf(other.greetings());
                if (other.greetings().isEmpty() != alone || !told.equals(other.greetings())) {
                    throw new AssertionError(
                            "%s was told %s, not %s"
                                    .formatted(person.name(), told, other.greetings()));
                }
            }
        }
    }

    /// Every text reaches everyone who is in, now that nothing breaks.
    private void lastWords() {
        List<SimPerson> inside = inside();
        inside.forEach(person -> person.say("last words of " + person.number()));
        clocks.pass(LOOK_EVERY);
        for (SimPerson person : inside) {
            for (SimPerson other : inside) {
                if (!person.wasTold("last words of " + other.number())) {
                    throw new AssertionError(
                            person.name() + " was not told the last words of " + other.name());
                }
            }
        }
    }

    private void end() {
        inside().stream().filter(SimPerson::isRecording).forEach(SimPerson::stopRecording);
        people.stream().filter(person -> !person.isOver()).forEach(SimPerson::leave);
        clocks.pass(Duration.ofSeconds(5));
        for (SimPerson person : people) {
            if (!person.leftBehind().isEmpty()) {
                throw new AssertionError(person.name() + " leaves behind " + person.leftBehind());
            }
        }
        if (network.openEnds() != 0) {
            throw new AssertionError("links are left behind: " + network.openEnds());
        }
    }
}
