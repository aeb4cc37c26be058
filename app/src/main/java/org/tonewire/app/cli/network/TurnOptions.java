package org.tonewire.app.cli.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.ice.IceAddress;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.ice.TurnSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Options of the server about STUN and TURN servers. The secret is in a file or in a variable, and
/// never an option's value, which everybody on the computer may see.
@Command
public final class TurnOptions {
    /// The variable that has the secret where no file is named.
    public static final String VARIABLE = "TONEWIRE_TURN_SECRET";

    private static final long MAX_FILE_BYTES = 4096;

    @Option(
            names = "--turn",
            paramLabel = "ADDRESS",
            split = ",",
            converter = IceAddressConverter.class,
            description = {
                "TURN or STUN server that members are told, such as",
                "turn:turn.example.org:3478?transport=udp; may be repeated."
            })
    private List<IceAddress.Parsed> addresses = new ArrayList<>();

    @Option(
            names = "--turn-secret-file",
            paramLabel = "FILE",
            description = {
                "File with the secret shared with the TURN servers, static-auth-secret of coturn;",
                "or the environment variable TONEWIRE_TURN_SECRET has it."
            })
    private @Nullable Path secretFile;

    @Option(
            names = "--turn-ttl",
            paramLabel = "TIME",
            defaultValue = "12h",
            converter = LifetimeConverter.class,
            description = "How long a login at the TURN servers holds (${DEFAULT-VALUE}).")
    private Duration lifetime = IceService.USUAL_LIFETIME;

    /// What these options mean: the servers, or a sentence that says what is wrong.
    public sealed interface Meaning {
        record Usable(IceService service) implements Meaning {}

        record Wrong(String why) implements Meaning {}
    }

    /// Reads the file of the secret.
    ///
    /// @param variable the value of [#VARIABLE]
    public Meaning meaning(Optional<String> variable) {
        boolean relays = addresses.stream().anyMatch(IceAddress.Parsed::relay);
        if (addresses.size() > IceService.MAX_ADDRESSES) {
            return new Meaning.Wrong(
                    "--turn names more than " + IceService.MAX_ADDRESSES + " servers");
        }
        if (!relays) {
            return secretFile == null
                    ? usable(Optional.empty())
                    : new Meaning.Wrong("--turn-secret-file is for TURN servers: add --turn");
        }
        Path file = secretFile;
        if (file != null) {
            return read(file);
        }
        if (variable.isEmpty()) {
            return new Meaning.Wrong(
                    "--turn needs the secret of the TURN server: add --turn-secret-file, or set "
                            + VARIABLE);
        }
        return secret(variable.get(), VARIABLE);
    }

    private Meaning read(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                return new Meaning.Wrong(file + " is too long for a secret");
            }
            return secret(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException _) {
            return new Meaning.Wrong("cannot read " + file + ", the secret of the TURN server");
        }
    }

    private Meaning secret(String text, String where) {
        Optional<TurnSecret> secret = TurnSecret.parse(text);
        return secret.isPresent()
                ? usable(secret)
                : new Meaning.Wrong(where + " has no secret in one line of text");
    }

    private Meaning usable(Optional<TurnSecret> secret) {
        return new Meaning.Usable(new IceService(addresses, secret, lifetime));
    }
}
