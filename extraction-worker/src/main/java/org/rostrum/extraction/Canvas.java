package org.rostrum.extraction;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.Response.FlagKind;

/** What is painted on a page besides text, as far as it decides whether text is seen. */
final class Canvas {

    static final float NEARLY_OPAQUE = 0.9f;
    /** Thinner ones are lines of tables and underlines. House choice, in points. */
    private static final double THINNEST = 2;
    /** More than any page needs; a page that has more is made to cost time. House choice. */
    private static final int MOST_FILLS = 3_000;

    private final List<Fill> fills = new ArrayList<>();
    private final List<Rectangle2D> rectangles = new ArrayList<>();
    private final List<Point2D> polygon = new ArrayList<>();
    private final Deque<Saved> saved = new ArrayDeque<>();
    private @Nullable Rectangle2D clip;
    private @Nullable Colour colour = Colour.BLACK;
    private int components = 1;
    private boolean clipIsDue;
    private boolean irregular;
    private int order;
    private double imageArea;

    /**
     * An area that was painted.
     *
     * @param order in which it was, among areas and letters
     * @param covers whether nothing below it is seen any more
     * @param colour null if it is not one known colour all over
     */
    private record Fill(
            int order,
            Rectangle2D area,
            boolean covers,
            @Nullable Colour colour) {}

    private record Saved(
            @Nullable Rectangle2D clip, @Nullable Colour colour, int components) {}

    int next() {
        return ++order;
    }

    /** Why a letter in its turn is not seen where it stands; null if it is. */
    @Nullable
    FlagKind hides(Point2D centre, int turn, @Nullable Colour letter) {
        for (Fill fill : fills.reversed()) {
            if (!fill.area().contains(centre)) {
                continue;
            }
            if (fill.order() > turn) {
                if (fill.covers()) {
                    return FlagKind.COVERED_TEXT;
                }
            } else {
                return isSame(letter, fill.colour()) ? FlagKind.HIDDEN_TEXT : null;
            }
        }
        return isSame(letter, Colour.WHITE) ? FlagKind.HIDDEN_TEXT : null;
    }

    private static boolean isSame(@Nullable Colour one, @Nullable Colour other) {
        return one != null && other != null && one.looksLike(other);
    }

    /** Together, in square points. */
    double imageArea() {
        return imageArea;
    }

    void save() {
        saved.push(new Saved(clip, colour, components));
    }

    void restore() {
        if (!saved.isEmpty()) {
            Saved outer = saved.pop();
            clip = outer.clip();
            colour = outer.colour();
            components = outer.components();
        }
    }

    /** From now on colours have so many numbers, 0 if they cannot be told; black until one comes. */
    void paintWith(int numbers, float @Nullable [] first) {
        components = numbers;
        if (first == null) {
            colour = numbers == 0 ? null : Colour.BLACK;
        } else {
            paint(first);
        }
    }

    /** The colour that areas and letters get from now on; null for a pattern. */
    void paint(float @Nullable [] numbers) {
        colour = numbers == null || numbers.length != components ? null : Colour.of(numbers);
    }

    /** What letters and areas have now; null if it is not known. */
    @Nullable
    Colour colour() {
        return colour;
    }

    void rectangle(Point2D from, Point2D to) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(from, to);
        rectangles.add(box);
    }

    void moveTo(Point2D point) {
        endPolygon();
        polygon.add(point);
    }

    void lineTo(Point2D point) {
        polygon.add(point);
    }

    void curveTo(Point2D point) {
        irregular = true;
        polygon.add(point);
    }

    /** Four corners at right angles to the page are a rectangle; anything else may leave things seen. */
    private void endPolygon() {
        if (polygon.size() < 3) {
            polygon.clear();
            return;
        }
        Rectangle2D box = new Rectangle2D.Double(
                polygon.getFirst().getX(), polygon.getFirst().getY(), 0, 0);
        polygon.forEach(box::add);
        boolean upright = polygon.size() <= 5;
        for (int i = 1; i < polygon.size(); i++) {
            Point2D from = polygon.get(i - 1);
            Point2D to = polygon.get(i);
            upright &= Math.abs(from.getX() - to.getX()) < 0.5 || Math.abs(from.getY() - to.getY()) < 0.5;
        }
        irregular |= !upright;
        rectangles.add(box);
        polygon.clear();
    }

    void clipWithPath() {
        clipIsDue = true;
    }

    /** Fills the path. */
    void fill(boolean opaque, boolean evenOdd) {
        endPolygon();
        // A pattern may have holes.
        boolean covers = opaque && !irregular && !(evenOdd && rectangles.size() > 1);
        boolean known = !irregular;
        rectangles.forEach(box -> area(box, covers, known ? colour : null));
        endPath();
    }

    void image(Rectangle2D box, boolean opaque) {
        area(box, opaque, null);
        imageArea += box.getWidth() * box.getHeight();
    }

    private void area(Rectangle2D box, boolean covers, @Nullable Colour filled) {
        Rectangle2D seen = clip == null ? box : box.createIntersection(clip);
        if (seen.getWidth() >= THINNEST && seen.getHeight() >= THINNEST && fills.size() < MOST_FILLS) {
            fills.add(new Fill(next(), seen, covers, filled));
        }
    }

    /** Ends the path, painted or not; what it clips is clipped from now on. */
    void endPath() {
        endPolygon();
        if (clipIsDue && !rectangles.isEmpty()) {
            Rectangle2D all = rectangles.getFirst();
            for (Rectangle2D box : rectangles) {
                all = all.createUnion(box);
            }
            clip = clip == null ? all : clip.createIntersection(all);
        }
        clipIsDue = false;
        irregular = false;
        rectangles.clear();
        polygon.clear();
    }
}
