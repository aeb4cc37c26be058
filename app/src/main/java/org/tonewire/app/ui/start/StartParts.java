package org.tonewire.app.ui.start;

import java.util.function.UnaryOperator;
import javafx.scene.Node;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.UpdateModel;

/// The dependencies of the start screen.
///
/// @param withSoundCheck puts the sound check beside the name field
public record StartParts(
        UnaryOperator<Node> withSoundCheck,
        DeviceModel devices,
        NearbyViewModel nearby,
        UpdateModel news) {}
