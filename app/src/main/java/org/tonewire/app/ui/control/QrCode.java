package org.tonewire.app.ui.control;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// A text as a QR code (ISO/IEC 18004), dark on light in every theme, because cameras need that.
public final class QrCode extends StackPane {
    private static final double MODULE = 4;

    public QrCode(String text, String words) {
        getStyleClass().add("qr-code");
        setAccessibleText(words);
        Path modules = draw(encode(text));
        modules.getStyleClass().add("qr-code-modules");
        getChildren().add(modules);
    }

    private static BitMatrix encode(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(
                        EncodeHintType.MARGIN,
                        0,
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static Path draw(BitMatrix matrix) {
        Path path = new Path();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    addSquare(path, x * MODULE, y * MODULE);
                }
            }
        }
        return path;
    }

    private static void addSquare(Path path, double x, double y) {
        path.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new HLineTo(x + MODULE),
                        new VLineTo(y + MODULE),
                        new HLineTo(x),
                        new ClosePath());
    }
}
