package org.tonewire.app.ui.model;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// A number that changes at once when the user changes it, and follows the session otherwise: older
/// values from the session do not override a change that is on its way. FX thread.
public final class OptimisticValue {
    private final ReadOnlyDoubleWrapper shown;
    private double onItsWay = Double.NaN;

    public OptimisticValue(double start) {
        this.shown = new ReadOnlyDoubleWrapper(start);
    }

    public ReadOnlyDoubleProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// The user set this value.
    public void set(double value) {
        onItsWay = value;
        shown.set(value);
    }

    /// The session reports this value.
    public void update(double value) {
        if (Double.isNaN(onItsWay)) {
            shown.set(value);
        } else if (Math.abs(onItsWay - value) < 1e-9) {
            onItsWay = Double.NaN;
        }
    }
}
