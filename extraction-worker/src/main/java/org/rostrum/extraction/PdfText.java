package org.rostrum.extraction;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

/** Takes from the pages of a PDF the text that is seen, and counts what is not. */
final class PdfText extends PDFTextStripper {

    private static final float NEARLY_OPAQUE = 0.9f;
    /** Letters of less than a point are not meant to be read. House choice. */
    private static final float SMALLEST = 1f;
    /** Of a full page. */
    private static final int USUAL_LETTERS = 8_000;

    private final PdfLines lines;
    private final Blocks blocks;
    private final Map<PDFont, Boolean> sound = new HashMap<>();
    private final List<Event> events = new ArrayList<>(USUAL_LETTERS);
    private final Overprints overprints = new Overprints();
    private final @Nullable PDOptionalContentProperties layers;
    private Canvas canvas = new Canvas();
    private Point2D centre = new Point2D.Float();
    private float height;
    private PDRectangle paper = PDRectangle.A4;
    private @Nullable PDFont lastFont;
    private int hiddenLayers;

    /** What comes one after the other on a page, until it is known what was painted over it. */
    private sealed interface Event {}

    private record Letter(
            TextPosition position,
            int order,
            Point2D centre,
            @Nullable FlagKind hidden,
            @Nullable Colour colour) implements Event {}

    /** Text that is marked begins or, without a tag, ends: a mark may say which letters its signs stand for. */
    private record Mark(@Nullable COSName tag, @Nullable COSDictionary properties) implements Event {}

    PdfText(PDDocument document, PdfLines lines, Blocks blocks) {
        this.lines = lines;
        this.blocks = blocks;
        this.document = document;
        this.layers = document.getDocumentCatalog().getOCProperties();
        setSuppressDuplicateOverlappingText(false);
    }

    void read() throws IOException {
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void startPage(PDPage page) {
        canvas = new Canvas();
        paper = page.getCropBox();
        events.clear();
        overprints.clear();
        hiddenLayers = 0;
        setSortByPosition(false);
        lines.beginPage(getCurrentPageNo());
    }

    /** Called when the page's content is read: what is filled into its forms is text, too, in its place. */
    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            annotation(annotation);
        }
        FlagKind last = null;
        for (Event event : events) {
            switch (event) {
                case Mark mark -> replay(mark);
                case Letter letter -> last = take(letter, last);
            }
        }
        super.writePage();
        lines.endPage(canvas.imageArea(), paper);
    }

    private void replay(Mark mark) {
        if (mark.tag() == null) {
            super.endMarkedContentSequence();
        } else {
            super.beginMarkedContentSequence(mark.tag(), mark.properties());
        }
    }

    /** Why it was left out, if it was. */
    private @Nullable FlagKind take(Letter letter, @Nullable FlagKind last) {
        FlagKind hidden = hiddenBy(letter);
        if (hidden == null) {
            print(letter.position());
        } else if (!letter.position().getUnicode().isBlank()) {
            blocks.flag(hidden, hidden == last ? 0 : 1, "page " + getCurrentPageNo());
        }
        return hidden;
    }

    private void print(TextPosition position) {
        if (!overprints.isAgain(position.getUnicode(), position.getX(), position.getY(), position.getWidth())) {
            super.processTextPosition(position);
        }
    }

    private void annotation(PDAnnotation annotation) throws IOException {
        String kind = String.valueOf(annotation.getSubtype());
        boolean isSeen = !annotation.isHidden() && !annotation.isNoView();
        switch (kind) {
            case "Widget", "FreeText" -> {
                if (isSeen && annotation.getAppearance() != null) {
                    int before = events.size();
                    showAnnotation(annotation);
                    // A field's value belongs beside its label, wherever the file keeps it.
                    setSortByPosition(getSortByPosition()
                            || (events.size() > before && annotation instanceof PDAnnotationWidget));
                }
            }
            case "Text", "Highlight", "StrikeOut", "Underline", "Caret" ->
                blocks.flag(FlagKind.COMMENT, hasWords(annotation) ? 1 : 0, "");
            case "FileAttachment" -> blocks.flag(FlagKind.EMBEDDED_FILE);
            case "Redact" -> canvas.image(area(annotation), true);
            case "Square" -> {
                if (isSeen && annotation.getCOSObject().containsKey(COSName.IC)) {
                    boolean opaque = annotation.getCOSObject().getFloat(COSName.CA, 1) >= NEARLY_OPAQUE;
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

    private @Nullable FlagKind hiddenBy(Letter letter) {
        if (letter.hidden() != null) {
            return letter.hidden();
        }
        Colour colour = letter.colour();
        List<Canvas.Fill> fills = canvas.fills();
        for (int i = fills.size() - 1; i >= 0; i--) {
            Canvas.Fill fill = fills.get(i);
            if (!fill.area().contains(letter.centre())) {
                continue;
            }
            if (fill.order() > letter.order()) {
                if (fill.covers()) {
                    return FlagKind.COVERED_TEXT;
                }
            } else {
                return isSame(colour, fill.colour()) ? FlagKind.HIDDEN_TEXT : null;
            }
        }
        return isSame(colour, Colour.WHITE) ? FlagKind.HIDDEN_TEXT : null;
    }

    private static boolean isSame(@Nullable Colour one, @Nullable Colour other) {
        return one != null && other != null && one.looksLike(other);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (!font.equals(lastFont) && !sound.computeIfAbsent(font, each -> !each.isDamaged())) {
            throw new Refused(Status.UNREADABLE, "damaged font");
        }
        lastFont = font;
        centre = matrix.transformPoint(displacement.getX() / 2, 0.25f);
        height = matrix.getScalingFactorY();
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (events.size() > blocks.left()) {
            throw new Blocks.TooMuchText();
        }
        PDGraphicsState state = getGraphicsState();
        RenderingMode mode = state.getTextState().getRenderingMode();
        FlagKind hidden = null;
        if (mode == RenderingMode.NEITHER
                || hiddenLayers > 0
                || height < SMALLEST
                || state.getNonStrokeAlphaConstant() < 1 - NEARLY_OPAQUE) {
            hidden = FlagKind.HIDDEN_TEXT;
        } else if (!paper.contains((float) centre.getX(), (float) centre.getY())) {
            hidden = FlagKind.OFF_PAGE_TEXT;
        }
        Colour colour = mode == RenderingMode.FILL ? canvas.colour() : null;
        events.add(new Letter(position, canvas.next(), centre, hidden, colour));
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        canvas.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        canvas.restore();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        events.add(new Mark(tag, properties));
        if (hiddenLayers > 0 || (COSName.OC.equals(tag) && isOff(properties))) {
            hiddenLayers++;
        }
    }

    @Override
    public void endMarkedContentSequence() {
        events.add(new Mark(null, null));
        hiddenLayers = Math.max(0, hiddenLayers - 1);
    }

    private boolean isOff(@Nullable COSDictionary properties) {
        return layers != null
                && properties != null
                && COSName.OCG.equals(properties.getCOSName(COSName.TYPE))
                && !layers.isGroupEnabled(new PDOptionalContentGroup(properties));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.getFirst() instanceof COSName name) {
            image(name);
        }
        super.processOperator(operator, operands);
    }

    private void image(COSName name) {
        COSDictionary resources = getResources() == null ? null : getResources().getCOSObject();
        COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        COSStream image = objects == null ? null : objects.getCOSStream(name);
        if (image == null || !COSName.IMAGE.equals(image.getCOSName(COSName.SUBTYPE))) {
            return;
        }
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(transformedPoint(0, 0), transformedPoint(1, 1));
        boolean hasHoles = image.containsKey(COSName.SMASK)
                || image.containsKey(COSName.MASK)
                || image.getBoolean(COSName.IMAGE_MASK, false);
        canvas.image(box, isOpaque() && !hasHoles);
    }

    private boolean isOpaque() {
        PDGraphicsState state = getGraphicsState();
        return state.getNonStrokeAlphaConstant() >= NEARLY_OPAQUE
                && state.getSoftMask() == null
                && (state.getBlendMode() == null || BlendMode.NORMAL.equals(state.getBlendMode()));
    }

    /** Everything that PDFTextStripper does not need: paths and what fills them (ISO 32000-2, 8.5). */
    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        float[] n = numbers(operands);
        switch (operator.getName()) {
            case "re" -> {
                if (n.length >= 4) {
                    canvas.rectangle(transformedPoint(n[0], n[1]), transformedPoint(n[0] + n[2], n[1] + n[3]));
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
        COSDictionary resources = getResources() == null ? null : getResources().getCOSObject();
        COSDictionary spaces = resources == null ? null : resources.getCOSDictionary(COSName.COLORSPACE);
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

    private interface Drawing {
        void to(Point2D point);
    }

    /** Of curves, the last point is the one that is reached. */
    private void at(float[] n, Drawing drawing) {
        if (n.length >= 2) {
            drawing.to(transformedPoint(n[n.length - 2], n[n.length - 1]));
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return numbers;
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException broken) throws IOException {
        if (broken instanceof Refused refused) {
            throw refused;
        }
        super.operatorException(operator, operands, broken);
    }

    @Override
    protected void writeParagraphStart() {
        lines.endParagraph();
    }

    @Override
    protected void writeParagraphEnd() {
        lines.endParagraph();
    }

    @Override
    protected void writeLineSeparator() {
        lines.endLine();
    }

    @Override
    protected void writeWordSeparator() {
        lines.space();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        lines.write(text, positions);
    }
}
