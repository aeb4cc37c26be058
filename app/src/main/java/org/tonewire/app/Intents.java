package org.tonewire.app;

import java.util.Optional;
import java.util.OptionalInt;
import org.tonewire.app.core.intent.WindowIntent;
import org.tonewire.app.ui.model.Opening;

/// What the command line asks for, in the window's words.
final class Intents {
    private Intents() {}

    static Opening opening(WindowIntent intent) {
        Opening.Errand errand =
                switch (intent.action()) {
                    case WindowIntent.Begin() -> new Opening.Errand.Wait();
                    case WindowIntent.Join(var invite) -> new Opening.Errand.Join(invite);
                    case WindowIntent.Host(var request) ->
                            new Opening.Errand.Host(
                                    Optional.of(request.room()), OptionalInt.of(request.port()));
                };
        return new Opening(errand, intent.name(), intent.sources(), intent.output());
    }
}
