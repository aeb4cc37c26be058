package org.tonewire.app.ui.meter;

/// Maps levels to meter positions: 0 at -60 dBFS, 1 at full scale, with more space for loud levels,
/// similar to IEC 60268-18.
final class MeterScale {
    static final double[] MARKS_DB = {-60, -40, -30, -20, -10, -5, 0};

    private static final double[] PLACES = {0, 0.18, 0.34, 0.54, 0.77, 0.885, 1};

    private MeterScale() {}

    static double place(double db) {
        if (db <= MARKS_DB[0]) {
            return 0;
        }
        for (int i = 1; i < MARKS_DB.length; i++) {
            if (db < MARKS_DB[i]) {
                double share = (db - MARKS_DB[i - 1]) / (MARKS_DB[i] - MARKS_DB[i - 1]);
                return PLACES[i - 1] + share * (PLACES[i] - PLACES[i - 1]);
            }
        }
        return 1;
    }
}
