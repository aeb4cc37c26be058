package org.tonewire.app.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tonewire devices`: lists capture and playback devices.
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists microphones, system audio and outputs.")
final class DevicesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints one JSON object per line.")
    private boolean json;

    private final CommandContext context;

    DevicesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AudioDevices devices = context.services().devices();
        Optional<Problem> problem = devices.unavailable();
        if (problem.isPresent()) {
            context.lines(json).problem(problem.get());
            return ExitCode.NO_SUCH_DEVICE.number();
        }
        List<AudioDevice> all = devices.list();
        PrintStream out = context.services().streams().out();
        if (json) {
            all.forEach(device -> out.println(line(device)));
        } else {
            for (DeviceKind kind : DeviceKind.values()) {
                print(kind, all, out);
            }
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private void print(DeviceKind kind, List<AudioDevice> all, PrintStream out) {
        out.println(context.services().wording().text("cli.devices." + word(kind)));
        all.stream()
                .filter(device -> device.kind() == kind)
                .forEach(device ->
                        out.println((device.isDefault() ? "  * " : "    ") + device.name()));
    }

    private static String word(DeviceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObject line(AudioDevice device) {
        JsonObject json = JsonLines.event("device");
        json.addProperty("kind", word(device.kind()));
        json.addProperty("id", device.id().value());
        json.addProperty("name", device.name());
        json.addProperty("default", device.isDefault());
        return json;
    }
}
