import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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

/// Draws Tonewire's icon, a level as the window's heading shows it, in every form an installer asks for:
/// `java packaging/common/Icons.java FOLDER` writes `hicolor/` (Linux), `tonewire.ico` (Windows) and
/// `tonewire.icns` (macOS). One drawing, on a grid of 256, so that no picture has to be kept.
final class Icons {
    private static final String NAME = "org.tonewire.Tonewire";
    private static final double GRID = 256;

    private static final String TOP = "#5f63e6";
    private static final String BOTTOM = "#4145b8";
    private static final int MARGIN = 8;
    private static final int CORNER = 56;
    private static final int MIDDLE = 128;

    /// Half the height of each bar, left to right.
    private static final List<Integer> BARS = List.of(18, 46, 82, 46, 18);

    private static final int STEP = 36;
    private static final int BAR = 18;

    /// Bars as thin as that would blur below 48 pixels.
    private static final int BAR_WHEN_SMALL = 22;

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
        draw(pen, size < 48 ? BAR_WHEN_SMALL : BAR);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D pen, int width) {
        double side = GRID - 2 * MARGIN;
        pen.setPaint(
                new GradientPaint(
                        0, MARGIN, Color.decode(TOP), 0, (float) side, Color.decode(BOTTOM)));
        pen.fill(new RoundRectangle2D.Double(MARGIN, MARGIN, side, side, 2 * CORNER, 2 * CORNER));
        pen.setPaint(Color.WHITE);
        for (int bar = 0; bar < BARS.size(); bar++) {
            int half = BARS.get(bar);
            pen.fill(
                    new RoundRectangle2D.Double(
                            left(bar, width), MIDDLE - half, width, 2 * half, width, width));
        }
    }

    private static int left(int bar, int width) {
        return MIDDLE + (bar - BARS.size() / 2) * STEP - width / 2;
    }

    private static String svg() {
        int side = (int) GRID - 2 * MARGIN;
        StringBuilder bars = new StringBuilder();
        for (int bar = 0; bar < BARS.size(); bar++) {
            int half = BARS.get(bar);
            bars.append(
                    "    <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>%n"
                            .formatted(left(bar, BAR), MIDDLE - half, BAR, 2 * half, BAR / 2));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="256" height="256">
                  <defs>
                    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
                      <stop offset="0" stop-color="%s"/>
                      <stop offset="1" stop-color="%s"/>
                    </linearGradient>
                  </defs>
                  <rect x="%3$d" y="%3$d" width="%4$d" height="%4$d" rx="%5$d" fill="url(#ground)"/>
                  <g fill="#fff">
                %6$s  </g>
                </svg>
                """
                .formatted(TOP, BOTTOM, MARGIN, side, CORNER, bars);
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
