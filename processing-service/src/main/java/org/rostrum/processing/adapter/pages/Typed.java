package org.rostrum.processing.adapter.pages;

import java.util.List;
import java.util.Optional;

/**
 * What a staff member sent that was refused: it is shown again in its place, so that nothing typed is lost.
 *
 * @param form which form it was
 * @param passage the passage it was about; 0 if it was about none
 * @param reason as typed; empty if the form has none
 * @param items as ticked
 * @param refusal what happened, and what to do next
 */
record Typed(Form form, int passage, String reason, List<String> items, String refusal) {
    Typed {
        items = List.copyOf(items);
    }

    enum Form {
        NONE,
        MOVE,
        CLEAR,
        WITHHOLD,
        RECALL,
        DISMISS,
        RELEASE
    }

    static final Typed NOTHING = new Typed(Form.NONE, 0, "", List.of(), "");

    static Typed of(Form form) {
        return new Typed(form, 0, "", List.of(), "");
    }

    static Typed reason(Form form, String reason) {
        return new Typed(form, 0, reason, List.of(), "");
    }

    static Typed move(int passage, List<String> items) {
        return new Typed(Form.MOVE, passage, "", items, "");
    }

    Typed refused(String why) {
        return new Typed(form, passage, reason, items, why);
    }

    boolean moves(int ordinal) {
        return form == Form.MOVE && passage == ordinal;
    }

    String reasonOf(Form asked) {
        return form == asked ? reason : "";
    }

    Optional<String> refusalOf(Form asked) {
        return form == asked && !refusal.isEmpty() ? Optional.of(refusal) : Optional.empty();
    }
}
