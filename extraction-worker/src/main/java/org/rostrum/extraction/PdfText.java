package org.rostrum.extraction;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
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
    private PdfDrawing drawing = new PdfDrawing(this, canvas);
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
        drawing = new PdfDrawing(this, canvas);
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
        PdfAnnotations annotations = new PdfAnnotations(canvas, blocks);
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (annotations.isText(annotation)) {
                show(annotation);
            } else {
                annotations.mark(annotation);
            }
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

    private void show(PDAnnotation annotation) throws IOException {
        int before = events.size();
        showAnnotation(annotation);
        // A field's value belongs beside its label, wherever the file keeps it.
        setSortByPosition(getSortByPosition() || (events.size() > before && annotation instanceof PDAnnotationWidget));
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
        FlagKind hidden = letter.hidden() != null
                ? letter.hidden()
                : canvas.hides(letter.centre(), letter.order(), letter.colour());
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
                || state.getNonStrokeAlphaConstant() < 1 - Canvas.NEARLY_OPAQUE) {
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
            drawing.image(name);
        }
        super.processOperator(operator, operands);
    }

    /** Everything that PDFTextStripper does not need. */
    @Override
    protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
        drawing.draw(operator.getName(), operands);
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
