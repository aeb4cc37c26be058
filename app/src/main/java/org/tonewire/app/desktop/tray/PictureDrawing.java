package org.tonewire.app.desktop.tray;

import java.nio.ByteBuffer;
import org.tonewire.app.shell.TrayPicture;

/// Draws the tray icon at any size without a graphics library: five level bars, as in the program's
/// icon, on a grid of 256. Outside a room the bars are flat; muted, they are struck through.
record PictureDrawing(int ground, boolean flat, boolean struck) {
    private static final int WHITE = 0xffffff;
    private static final int INDIGO = 0x5054d0;
    private static final int GREY = 0x676d80;
    private static final int RED = 0xc03a36;

    private static final double GRID = 256;
    private static final double MIDDLE = GRID / 2;
    private static final double SIDE = 124;
    private static final double CORNER = 56;
    private static final double[] BARS = {22, 50, 84, 50, 22};
    private static final double FLAT = 16;
    private static final double STEP = 38;
    private static final double BAR = 12;
    private static final double STROKE = 13;
    private static final double STROKE_EDGE = 27;

    /// Samples per pixel and axis, for smooth edges.
    private static final int SAMPLES = 4;

    static PictureDrawing of(TrayPicture picture) {
        return switch (picture) {
            case IDLE -> new PictureDrawing(GREY, true, false);
            case IN_ROOM -> new PictureDrawing(INDIGO, false, false);
            case MUTED -> new PictureDrawing(RED, false, true);
        };
    }

    /// Alpha, red, green, blue of each pixel, row by row.
    byte[] bytes(int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size * size * Integer.BYTES);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                bytes.putInt(pixel(x, y, GRID / size));
            }
        }
        return bytes.array();
    }

    /// The same as ARGB integers.
    int[] pixels(int size) {
        int[] pixels = new int[size * size];
        ByteBuffer.wrap(bytes(size)).asIntBuffer().get(pixels);
        return pixels;
    }

    private int pixel(int column, int row, double scale) {
        int inside = 0;
        int white = 0;
        for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
            int sampleRow = sample / SAMPLES;
            double x = (column + (sample % SAMPLES + 0.5) / SAMPLES) * scale - MIDDLE;
            double y = (row + (sampleRow + 0.5) / SAMPLES) * scale - MIDDLE;
            if (isInRounded(x, y, SIDE, SIDE, CORNER)) {
                inside++;
                white += isWhite(x, y) ? 1 : 0;
            }
        }
        if (inside == 0) {
            return 0;
        }
        int alpha = 255 * inside / (SAMPLES * SAMPLES);
        double share = (double) white / inside;
        return alpha << 24 | part(16, share) << 16 | part(8, share) << 8 | part(0, share);
    }

    private int part(int shift, double white) {
        int from = ground >> shift & 0xff;
        int to = WHITE >> shift & 0xff;
        return (int) Math.round(from + (to - from) * white);
    }

    private boolean isWhite(double x, double y) {
        double fromStroke = Math.abs(x - y) / Math.sqrt(2);
        boolean alongStroke = Math.abs(x + y) < 2 * 92;
        if (struck && alongStroke && fromStroke < STROKE_EDGE) {
            return fromStroke < STROKE;
        }
        for (int bar = 0; bar < BARS.length; bar++) {
            double from = x - (bar - BARS.length / 2) * STEP;
            if (isInRounded(from, y, BAR, flat ? FLAT : BARS[bar], BAR)) {
                return true;
            }
        }
        return false;
    }

    /// @param width half the width
    /// @param height half the height
    private static boolean isInRounded(
            double x, double y, double width, double height, double corner) {
        double beyondX = Math.max(0, Math.abs(x) - (width - corner));
        double beyondY = Math.max(0, Math.abs(y) - (height - corner));
        return Math.hypot(beyondX, beyondY) <= corner
                && Math.abs(x) <= width
                && Math.abs(y) <= height;
    }
}
