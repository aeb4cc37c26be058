package org.tonewire.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.ice.IceCheck;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.Folders;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.talk.KeyScope;
import org.tonewire.signaling.protocol.ParticipantName;

/// The settings being edited. Valid changes are saved immediately; invalid ones are marked and not
/// saved. FX thread.
public final class SettingsViewModel {
    private static final int MAX_PORT = 65_535;

    private final SettingsModel settings;
    private final DeviceModel devices;
    private final ObservableValue<KeyScope> keyScope;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty hostPort = new SimpleStringProperty("");
    private final StringProperty minPort = new SimpleStringProperty("");
    private final StringProperty maxPort = new SimpleStringProperty("");
    private final StringProperty updates = new SimpleStringProperty("");
    private final ObservableList<ServerModel> servers = FXCollections.observableArrayList();

    /// @param keyScope where the talk key works
    public SettingsViewModel(
            SettingsModel settings, DeviceModel devices, ObservableValue<KeyScope> keyScope) {
        this.settings = settings;
        this.devices = devices;
        this.keyScope = keyScope;
        Settings now = settings.now().get();
        name.set(now.name().map(ParticipantName::value).orElse(""));
        hostPort.set(portText(now.hostPort()));
        minPort.set(portText(now.ice().minPort()));
        maxPort.set(portText(now.ice().maxPort()));
        updates.set(now.desktop().updates().orElse(""));
        now.ice().servers().forEach(server -> addServer(new ServerModel(server)));
        name.subscribe(text -> ParticipantName.parse(text).ifPresent(settings::setName));
        hostPort.subscribe(text -> port(text).ifPresent(settings::setHostPort));
        updates.subscribe(this::saveUpdates);
        minPort.subscribe(this::saveNetwork);
        maxPort.subscribe(this::saveNetwork);
    }

    DeviceModel devices() {
        return devices;
    }

    Folders folders() {
        return settings.folders();
    }

    ObservableValue<KeyScope> keyScope() {
        return keyScope;
    }

    void exportTo(Path file) {
        settings.exportTo(file);
    }

    void importFrom(Path file) {
        settings.importFrom(file);
    }

    StringProperty name() {
        return name;
    }

    StringProperty hostPort() {
        return hostPort;
    }

    StringProperty minPort() {
        return minPort;
    }

    StringProperty updates() {
        return updates;
    }

    StringProperty maxPort() {
        return maxPort;
    }

    ObservableList<ServerModel> servers() {
        return servers;
    }

    ObservableValue<Theme> theme() {
        return settings.now().map(Settings::theme);
    }

    ObservableValue<Language> language() {
        return settings.now().map(now -> now.appearance().language());
    }

    ObservableValue<Boolean> lessMotion() {
        return settings.now().map(now -> now.appearance().lessMotion());
    }

    ObservableValue<Optional<DeviceId>> microphone() {
        return settings.now().map(now -> now.sound().microphone());
    }

    ObservableValue<OutputChoice> output() {
        return settings.now().map(Settings::output);
    }

    ObservableValue<Profile> microphoneProfile() {
        return settings.now().map(now -> now.sound().microphoneProfile());
    }

    ObservableValue<Profile> otherProfile() {
        return settings.now().map(now -> now.sound().otherProfile());
    }

    ObservableValue<ChannelChoice> microphoneChannels() {
        return settings.now().map(now -> now.sound().microphoneChannels());
    }

    ObservableValue<Boolean> relayOnly() {
        return settings.now().map(now -> now.ice().relayOnly());
    }

    /// Whether relay-only is set without a usable TURN server: no participant can be reached.
    ObservableValue<Boolean> relayMissing() {
        return settings.now().map(now -> IceCheck.relayMissing(now.ice()));
    }

    ObservableValue<Optional<Path>> recordFolder() {
        return desktop().map(DesktopSettings::recordFolder);
    }

    ObservableValue<DesktopSettings> desktop() {
        return settings.now().map(Settings::desktop);
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return settings.problem();
    }

    void setTheme(Theme theme) {
        settings.setTheme(theme);
    }

    void setLanguage(Language language) {
        settings.setAppearance(settings.now().get().appearance().withLanguage(language));
    }

    void setLessMotion(boolean less) {
        settings.setAppearance(settings.now().get().appearance().withLessMotion(less));
    }

    void setMicrophone(Optional<DeviceId> device) {
        settings.setMicrophone(device);
    }

    void setOutput(OutputChoice choice) {
        settings.setOutput(choice);
    }

    void setMicrophoneProfile(Profile profile) {
        settings.setSound(settings.now().get().sound().withMicrophoneProfile(profile));
    }

    void setOtherProfile(Profile profile) {
        settings.setSound(settings.now().get().sound().withOtherProfile(profile));
    }

    void setMicrophoneChannels(ChannelChoice channels) {
        settings.setSound(settings.now().get().sound().withMicrophoneChannels(channels));
    }

    void setRecordFolder(Optional<Path> folder) {
        setDesktop(desktop().getValue().withRecordFolder(folder));
    }

    void setDesktop(DesktopSettings desktop) {
        settings.setDesktop(desktop);
    }

    void setRelayOnly(boolean only) {
        settings.setIce(settings.now().get().ice().withRelayOnly(only));
    }

    ObservableValue<Boolean> fromServer() {
        return settings.now().map(now -> now.ice().fromServer());
    }

    void setFromServer(boolean used) {
        settings.setIce(settings.now().get().ice().withFromServer(used));
    }

    void addServer() {
        addServer(new ServerModel(new IceServer("", Optional.empty())));
    }

    void removeServer(ServerModel server) {
        servers.remove(server);
        saveNetwork();
    }

    /// Whether both ports are valid and in order, or both are blank.
    boolean isRangeValid() {
        OptionalInt first = port(minPort.get());
        OptionalInt last = port(maxPort.get());
        if (first.isEmpty() || last.isEmpty()) {
            return false;
        }
        boolean both = first.getAsInt() > 0 && last.getAsInt() >= first.getAsInt();
        return both || (first.getAsInt() == 0 && last.getAsInt() == 0);
    }

    /// The port number, 0 for blank; empty if invalid.
    static OptionalInt port(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return OptionalInt.of(0);
        }
        if (!digits.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= MAX_PORT ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private void addServer(ServerModel server) {
        servers.add(server);
        List.of(server.uri(), server.username(), server.password())
                .forEach(text -> text.addListener((_, _, _) -> saveNetwork()));
    }

    private void saveNetwork() {
        IceSettings before = settings.now().get().ice();
        List<IceServer> whole =
                servers.stream().map(ServerModel::server).flatMap(Optional::stream).toList();
        int first = isRangeValid() ? port(minPort.get()).orElse(0) : before.minPort();
        int last = isRangeValid() ? port(maxPort.get()).orElse(0) : before.maxPort();
        settings.setIce(before.withServers(whole).withPorts(first, last));
    }

    static boolean isUpdateAddress(String text) {
        return text.strip().matches("https://[^\\s/]+(/\\S*)?");
    }

    private void saveUpdates(String text) {
        if (text.isBlank() || isUpdateAddress(text)) {
            setDesktop(
                    desktop()
                            .getValue()
                            .withUpdates(Optional.of(text.strip()).filter(a -> !a.isEmpty())));
        }
    }

    private static String portText(int port) {
        return port == 0 ? "" : Integer.toString(port);
    }
}
