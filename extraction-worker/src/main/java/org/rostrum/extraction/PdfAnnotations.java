package org.rostrum.extraction;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.rostrum.extraction.Response.FlagKind;

/** What is put on a page of a PDF afterwards: text in its place, remarks that are none, and areas that hide it (ISO 32000-2, 12.5.6). */
final class PdfAnnotations {

    private final Canvas canvas;
    private final Blocks blocks;

    PdfAnnotations(Canvas canvas, Blocks blocks) {
        this.canvas = canvas;
        this.blocks = blocks;
    }

    /** Whether it shows text as the page's own does. */
    boolean isText(PDAnnotation annotation) {
        boolean holdsText = switch (String.valueOf(annotation.getSubtype())) {
            case "Widget", "FreeText" -> true;
            default -> false;
        };
        return holdsText && isSeen(annotation) && annotation.getAppearance() != null;
    }

    private static boolean isSeen(PDAnnotation annotation) {
        return !annotation.isHidden() && !annotation.isNoView();
    }

    /** Counts it, or paints what it hides. */
    void mark(PDAnnotation annotation) {
        switch (String.valueOf(annotation.getSubtype())) {
            case "Text", "Highlight", "StrikeOut", "Underline", "Caret" ->
                blocks.flag(FlagKind.COMMENT, hasWords(annotation) ? 1 : 0, "");
            case "FileAttachment" -> blocks.flag(FlagKind.EMBEDDED_FILE);
            case "Redact" -> canvas.image(area(annotation), true);
            case "Square" -> {
                if (isSeen(annotation) && annotation.getCOSObject().containsKey(COSName.IC)) {
                    boolean opaque = annotation.getCOSObject().getFloat(COSName.CA, 1) >= Canvas.NEARLY_OPAQUE;
                    canvas.rectangle(corner(annotation, false), corner(annotation, true));
                    canvas.fill(opaque, false);
                }
            }
            default -> {}
        }
    }

    private static boolean hasWords(PDAnnotation annotation) {
        String words = annotation.getContents();
        return words != null && !words.isBlank();
    }

    private static Rectangle2D area(PDAnnotation annotation) {
        Rectangle2D area = new Rectangle2D.Double();
        area.setFrameFromDiagonal(corner(annotation, false), corner(annotation, true));
        return area;
    }

    private static Point2D corner(PDAnnotation annotation, boolean upper) {
        var box = annotation.getRectangle();
        if (box == null) {
            return new Point2D.Float();
        }
        return upper
                ? new Point2D.Float(box.getUpperRightX(), box.getUpperRightY())
                : new Point2D.Float(box.getLowerLeftX(), box.getLowerLeftY());
    }
}
