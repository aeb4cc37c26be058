package org.tonewire.app.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayEntry;
import org.tonewire.app.shell.TrayState;

/// A tray that remembers what it showed.
public final class FakeTray implements Tray {
    public final List<TrayState> faces = new ArrayList<>();
    public boolean visible;
    private Consumer<TrayCommand> listener = _ -> {};

    @Override
    public void show(TrayState face, Consumer<TrayCommand> wanted) {
        faces.add(face);
        visible = true;
        listener = wanted;
    }

    @Override
    public void hide() {
        visible = false;
    }

    /// A person chooses this.
    public void choose(TrayCommand command) {
        listener.accept(command);
    }

    public TrayState face() {
        return faces.getLast();
    }

    /// What can be chosen now.
    public List<String> choices() {
        return face().menu().stream()
                .filter(entry -> entry instanceof TrayEntry.Choice choice && choice.possible())
                .map(entry -> ((TrayEntry.Choice) entry).words())
                .toList();
    }
}
