package org.tonewire.app.ui.model;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// A number that moves at once when a person moves it and follows the session otherwise: while a
/// wish is on its way, older values from the session do not pull it back. FX thread.
public final class OptimisticValue {
    private final ReadOnlyDoubleWrapper shown;
    private double onItsWay = Double.NaN;

    public OptimisticValue(double start) {
        this.shown = new ReadOnlyDoubleWrapper(start);
    }

    public ReadOnlyDoubleProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// A person wants this.
    public void want(double value) {
        onItsWay = value;
        shown.set(value);
    }

    /// The session has this.
    public void tell(double value) {
        if (Double.isNaN(onItsWay)) {
            shown.set(value);
        } else if (Math.abs(onItsWay - value) < 1e-9) {
            onItsWay = Double.NaN;
        }
    }
}
