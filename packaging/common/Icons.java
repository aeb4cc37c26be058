import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws Tonewire's icon, a wave as a wire between two ends, in every form an installer asks for:
/// `java packaging/common/Icons.java FOLDER` writes `hicolor/` (Linux), `tonewire.ico` (Windows) and
/// `tonewire.icns` (macOS). One drawing, on a grid of 256, so that no picture has to be kept.
final class Icons {
    private static final String NAME = "org.tonewire.Tonewire";
    private static final double GRID = 256;

    private static final String TOP = "#3b4cca";
    private static final String BOTTOM = "#0c8599";
    private static final int MARGIN = 8;
    private static final int CORNER = 56;
    private static final int LEFT_END = 52;
    private static final int RIGHT_END = 204;
    private static final int MIDDLE = 128;
    private static final int CREST = 34;
    private static final int RADIUS = 22;
    private static final int WIRE = 18;

    /// A wire this thin would vanish below 48 pixels.
    private static final int WIRE_WHEN_SMALL = 26;

    private static final List<Integer> LINUX = List.of(16, 22, 24, 32, 48, 64, 96, 128, 256, 512);
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> MAC = new LinkedHashMap<>();

    static {
        MAC.put("icp4", 16);
        MAC.put("icp5", 32);
        MAC.put("ic07", 128);
        MAC.put("ic08", 256);
        MAC.put("ic09", 512);
        MAC.put("ic10", 1_024);
        MAC.put("ic11", 32);
        MAC.put("ic12", 64);
        MAC.put("ic13", 256);
        MAC.put("ic14", 512);
    }

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments[0]);
        for (int size : LINUX) {
            write(folder.resolve("hicolor/%1$dx%1$d/apps/%2$s.png".formatted(size, NAME)), png(size));
        }
        write(folder.resolve("hicolor/scalable/apps/" + NAME + ".svg"), svg().getBytes("UTF-8"));
        write(folder.resolve("tonewire.ico"), ico());
        write(folder.resolve("tonewire.icns"), icns());
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / GRID, size / GRID);
        draw(pen, size < 48 ? WIRE_WHEN_SMALL : WIRE);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D pen, int wire) {
        double side = GRID - 2 * MARGIN;
        pen.setPaint(
                new GradientPaint(
                        0, MARGIN, Color.decode(TOP), 0, (float) side, Color.decode(BOTTOM)));
        pen.fill(new RoundRectangle2D.Double(MARGIN, MARGIN, side, side, 2 * CORNER, 2 * CORNER));
        pen.setPaint(Color.WHITE);
        pen.setStroke(new BasicStroke(wire, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D wave = new Path2D.Double();
        wave.moveTo(LEFT_END, MIDDLE);
        wave.curveTo(78, CREST, 102, CREST, MIDDLE, MIDDLE);
        wave.curveTo(154, GRID - CREST, 178, GRID - CREST, RIGHT_END, MIDDLE);
        pen.draw(wave);
        for (int end : List.of(LEFT_END, RIGHT_END)) {
            double size = 2 * RADIUS;
            pen.fill(new Ellipse2D.Double(end - RADIUS, MIDDLE - RADIUS, size, size));
        }
    }

    private static String svg() {
        int side = (int) GRID - 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
                  <defs>
                    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
                      <stop offset="0" stop-color="%s"/>
                      <stop offset="1" stop-color="%s"/>
                    </linearGradient>
                  </defs>
                  <rect x="%3$d" y="%3$d" width="%4$d" height="%4$d" rx="%5$d" fill="url(#sky)"/>
                  <path d="M%6$d,%8$d C78,%9$d 102,%9$d %8$d,%8$d C154,%10$d 178,%10$d %7$d,%8$d"
                        fill="none" stroke="#fff" stroke-width="%11$d" stroke-linecap="round"/>
                  <circle cx="%6$d" cy="%8$d" r="%12$d" fill="#fff"/>
                  <circle cx="%7$d" cy="%8$d" r="%12$d" fill="#fff"/>
                </svg>
                """
                .formatted(
                        TOP,
                        BOTTOM,
                        MARGIN,
                        side,
                        CORNER,
                        LEFT_END,
                        RIGHT_END,
                        MIDDLE,
                        CREST,
                        (int) GRID - CREST,
                        WIRE,
                        RADIUS);
    }

    /// A directory of pictures, each a whole PNG; a size of 256 is written as 0.
    private static byte[] ico() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        int directory = 6 + 16 * WINDOWS.size();
        ByteBuffer head = ByteBuffer.allocate(directory).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        for (int size : WINDOWS) {
            byte[] png = png(size);
            head.put((byte) size).put((byte) size).putShort((short) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(directory + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.array());
        pictures.writeTo(whole);
        return whole.toByteArray();
    }

    /// Chunks of a type, a length that counts its own eight bytes, and a PNG.
    private static byte[] icns() throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(chunks);
        for (Map.Entry<String, Integer> picture : MAC.entrySet()) {
            byte[] png = png(picture.getValue());
            out.writeBytes(picture.getKey());
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(whole);
        head.writeBytes("icns");
        head.writeInt(chunks.size() + 8);
        chunks.writeTo(whole);
        return whole.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
