package org.rostrum.extraction;

import java.util.HashSet;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.GenericPropertyNode;
import org.apache.poi.hwpf.model.PlexOfCps;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.util.LittleEndian;

/** The text boxes of a DOC, without those that stand in text that was struck out or hidden. */
final class DocBoxes {

    /** Of the pair of place and length in the file's head ([MS-DOC] 2.5.6, fcPlcftxbxTxt). */
    private static final int AT = 0x25A;
    /** [MS-DOC] 2.9.101, FTXBXS: its length, and where the shape's id stands in it. */
    private static final int LENGTH = 22;

    private static final int SHAPE = 14;

    private final HWPFDocument document;
    private final Set<Integer> leftOut = new HashSet<>();

    DocBoxes(HWPFDocument document) {
        this.document = document;
    }

    void leaveOut(int anchor) {
        OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(anchor);
        if (drawing != null) {
            leftOut.add(drawing.getShapeId());
        }
    }

    /** Where a box is anchored is known by its place on the page only, so they come behind the text. */
    void read(Blocks blocks) {
        Range all = document.getMainTextboxRange();
        if (all.getEndOffset() <= all.getStartOffset()) {
            return;
        }
        if (leftOut.isEmpty()) {
            new DocBody(document, blocks).read(all);
        } else {
            readSeen(all, blocks);
        }
    }

    private void readSeen(Range all, Blocks blocks) {
        byte[] head = document.getMainStream();
        PlexOfCps boxes = new PlexOfCps(
                document.getTableStream(), LittleEndian.getInt(head, AT), LittleEndian.getInt(head, AT + 4), LENGTH);
        for (int i = 0; i < boxes.length(); i++) {
            GenericPropertyNode box = boxes.getProperty(i);
            int start = all.getStartOffset() + box.getStart();
            int end = Math.min(all.getStartOffset() + box.getEnd(), all.getEndOffset());
            if (start < end && !leftOut.contains(LittleEndian.getInt(box.getBytes(), SHAPE))) {
                new DocBody(document, blocks).read(new Range(start, end, document));
            }
        }
    }
}
