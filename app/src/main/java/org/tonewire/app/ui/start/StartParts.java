package org.tonewire.app.ui.start;

import java.util.function.UnaryOperator;
import javafx.scene.Node;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.NewsModel;

/// What the start screen shows besides its own.
///
/// @param withSoundCheck puts the sound check beside the field of the name
public record StartParts(
        UnaryOperator<Node> withSoundCheck,
        DeviceModel devices,
        NearbyViewModel nearby,
        NewsModel news) {}
