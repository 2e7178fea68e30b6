package org.rostrum.publishing.adapter.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;

/** Tells what each link leads to, which PDF/UA-1 asks for (7.18.5) and the typesetter leaves out: the bookmark at its target. */
final class LinkDescriptions {
    private final Map<Place, String> titles = new HashMap<>();

    private LinkDescriptions() {}

    private record Place(@Nullable COSBase page, int top) {}

    static void addTo(PDDocument file) throws IOException {
        var descriptions = new LinkDescriptions();
        var outline = file.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            descriptions.collect(outline);
        }
        for (var page : file.getPages()) {
            for (var annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link) {
                    link.setContents(descriptions.titleAt(destination(link)));
                }
            }
        }
    }

    private void collect(PDOutlineNode parent) throws IOException {
        for (var bookmark : parent.children()) {
            if (bookmark.getDestination() instanceof PDPageXYZDestination target) {
                titles.putIfAbsent(place(target), bookmark.getTitle());
            }
            collect(bookmark);
        }
    }

    private String titleAt(@Nullable PDDestination destination) {
        return destination instanceof PDPageXYZDestination target
                ? titles.getOrDefault(place(target), "A place in this document")
                : "A place in this document";
    }

    private static @Nullable PDDestination destination(PDAnnotationLink link) throws IOException {
        return link.getAction() instanceof PDActionGoTo action ? action.getDestination() : link.getDestination();
    }

    private static Place place(PDPageXYZDestination target) {
        var page = target.getPage();
        return new Place(page == null ? null : page.getCOSObject(), target.getTop());
    }
}
