package org.tonewire.app.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;

/// Styles and places as they will be on the screen, without waiting for the screen's own pulse.
public final class Pulses {
    /// A width can change a style (the header of a narrow room has fewer words), and a style a
    /// width.
    private static final int ROUNDS = 2;

    private Pulses() {}

    /// FX thread.
    public static void settle(Scene scene) {
        Parent root = scene.getRoot();
        for (int round = 0; round < ROUNDS; round++) {
            root.applyCss();
            root.layout();
        }
    }
}
