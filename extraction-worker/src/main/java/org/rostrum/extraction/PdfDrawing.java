package org.rostrum.extraction;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/** Draws on a canvas what a page's operators paint besides text: paths, what fills them, and images (ISO 32000-2, 8.5 to 8.9). */
final class PdfDrawing {

    private final PDFStreamEngine engine;
    private final Canvas canvas;

    PdfDrawing(PDFStreamEngine engine, Canvas canvas) {
        this.engine = engine;
        this.canvas = canvas;
    }

    void image(COSName name) {
        COSDictionary objects = resources(COSName.XOBJECT);
        COSStream image = objects == null ? null : objects.getCOSStream(name);
        if (image == null || !COSName.IMAGE.equals(image.getCOSName(COSName.SUBTYPE))) {
            return;
        }
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(engine.transformedPoint(0, 0), engine.transformedPoint(1, 1));
        boolean hasHoles = image.containsKey(COSName.SMASK)
                || image.containsKey(COSName.MASK)
                || image.getBoolean(COSName.IMAGE_MASK, false);
        canvas.image(box, isOpaque() && !hasHoles);
    }

    private boolean isOpaque() {
        PDGraphicsState state = engine.getGraphicsState();
        return state.getNonStrokeAlphaConstant() >= Canvas.NEARLY_OPAQUE
                && state.getSoftMask() == null
                && (state.getBlendMode() == null || BlendMode.NORMAL.equals(state.getBlendMode()));
    }

    void draw(String operator, List<COSBase> operands) {
        float[] n = numbers(operands);
        switch (operator) {
            case "re" -> {
                if (n.length >= 4) {
                    canvas.rectangle(
                            engine.transformedPoint(n[0], n[1]), engine.transformedPoint(n[0] + n[2], n[1] + n[3]));
                }
            }
            case "m" -> at(n, canvas::moveTo);
            case "l" -> at(n, canvas::lineTo);
            case "c", "v", "y" -> at(n, canvas::curveTo);
            case "W", "W*" -> canvas.clipWithPath();
            case "f", "F", "B", "b" -> fill(false);
            case "f*", "B*", "b*" -> fill(true);
            case "S", "s", "n" -> canvas.endPath();
            case "g", "rg", "k" -> canvas.paintWith(n.length, n);
            case "sc", "scn" -> canvas.paint(operands.isEmpty() || operands.getLast() instanceof COSName ? null : n);
            case "cs" -> canvas.paintWith(componentsOf(operands), null);
            default -> {}
        }
    }

    private void fill(boolean evenOdd) {
        canvas.fill(isOpaque(), evenOdd);
    }

    /** How many numbers make a colour that can be told without its profile; 0 if there are none. */
    private int componentsOf(List<COSBase> operands) {
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return 0;
        }
        COSBase space = name;
        COSDictionary spaces = resources(COSName.COLORSPACE);
        if (spaces != null && spaces.getDictionaryObject(name) != null) {
            space = spaces.getDictionaryObject(name);
        }
        if (space instanceof COSArray array && array.size() > 0 && array.getObject(0) instanceof COSName kind) {
            return switch (kind.getName()) {
                case "ICCBased" -> array.getObject(1) instanceof COSStream profile ? profile.getInt(COSName.N, 0) : 0;
                case "CalGray" -> 1;
                case "CalRGB" -> 3;
                default -> 0;
            };
        }
        return switch (space instanceof COSName known ? known.getName() : "") {
            case "DeviceGray" -> 1;
            case "DeviceRGB" -> 3;
            case "DeviceCMYK" -> 4;
            default -> 0;
        };
    }

    private @Nullable COSDictionary resources(COSName kind) {
        COSDictionary all =
                engine.getResources() == null ? null : engine.getResources().getCOSObject();
        return all == null ? null : all.getCOSDictionary(kind);
    }

    private interface Drawing {
        void to(Point2D point);
    }

    /** Of curves, the last point is the one that is reached. */
    private void at(float[] n, Drawing drawing) {
        if (n.length >= 2) {
            drawing.to(engine.transformedPoint(n[n.length - 2], n[n.length - 1]));
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return numbers;
    }
}
