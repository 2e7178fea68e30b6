package org.rostrum.extraction;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ddf.EscherContainerRecord;
import org.apache.poi.ddf.EscherSpRecord;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.GenericPropertyNode;
import org.apache.poi.hwpf.model.OfficeArtContent;
import org.apache.poi.hwpf.model.PlexOfCps;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.util.LittleEndian;

/** The text boxes of a DOC, without those that stand in text that was struck out or hidden. */
final class DocBoxes {

    /** Of the pairs of place and length in the file's head ([MS-DOC] 2.5.6, fcPlcftxbxTxt and fcDggInfo). */
    private static final int BOXES = 0x25A;

    private static final int DRAWINGS = 0x22A;
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
        leaveOutWhatIsGrouped();
        PlexOfCps boxes = new PlexOfCps(document.getTableStream(), inHead(BOXES), inHead(BOXES + 4), LENGTH);
        for (int i = 0; i < boxes.length(); i++) {
            GenericPropertyNode box = boxes.getProperty(i);
            int start = all.getStartOffset() + box.getStart();
            int end = Math.min(all.getStartOffset() + box.getEnd(), all.getEndOffset());
            if (start < end && !leftOut.contains(LittleEndian.getInt(box.getBytes(), SHAPE))) {
                new DocBody(document, blocks).read(new Range(start, end, document));
            }
        }
    }

    private int inHead(int place) {
        return LittleEndian.getInt(document.getMainStream(), place);
    }

    /** What is anchored is a group as a whole, by the shape that it has first ([MS-ODRAW] 2.2.16). */
    private void leaveOutWhatIsGrouped() {
        new OfficeArtContent(document.getTableStream(), inHead(DRAWINGS), inHead(DRAWINGS + 4))
                .getSpgrContainers()
                .forEach(group -> leaveOutWhatIsGrouped(group, false));
    }

    private void leaveOutWhatIsGrouped(EscherContainerRecord group, boolean isWithinOne) {
        boolean isOne = isWithinOne
                || group.getChildContainers().stream()
                        .findFirst()
                        .flatMap(DocBoxes::shape)
                        .filter(leftOut::contains)
                        .isPresent();
        for (EscherContainerRecord child : group.getChildContainers()) {
            if (child.getRecordId() == EscherContainerRecord.SPGR_CONTAINER) {
                leaveOutWhatIsGrouped(child, isOne);
            } else if (isOne) {
                shape(child).ifPresent(leftOut::add);
            }
        }
    }

    private static Optional<Integer> shape(EscherContainerRecord container) {
        EscherSpRecord shape = container.getChildById(EscherSpRecord.RECORD_ID);
        return Optional.ofNullable(shape).map(EscherSpRecord::getShapeId);
    }
}
